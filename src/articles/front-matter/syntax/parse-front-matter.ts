import { ArticleRefusal } from "../../article-refusal.ts";
import { ExcessiveData, foldKey, type FrontMatter } from "../front-matter.ts";
import { readLocalName } from "./local-names.ts";
import { parseEdn } from "./parse-edn.ts";
import { parseElixirMap } from "./parse-elixir-map.ts";
import { parseExportedObject } from "./parse-exported-object.ts";
import { parseHeaders, parsePandoc } from "./parse-headers.ts";
import { parseJson } from "./parse-json.ts";
import { parseJuliaDefinitions } from "./parse-julia-definitions.ts";
import { parseMarks } from "./parse-marks.ts";
import { parseToml } from "./parse-toml.ts";
import { parseYaml } from "./parse-yaml.ts";
import { maxKeyLength, type SplitFile } from "./split-file.ts";
import { parseParted } from "./split-parted.ts";

/**
 * Reads a block of front matter.
 *
 * @returns undefined where the fences hold no keys at all: text between two rules, which belongs to the body.
 * @throws ArticleRefusal with the line of the fault.
 */
export function parseFrontMatter(split: SplitFile): FrontMatter | undefined {
  try {
    switch (split.dialect) {
      case "none":
        return new Map();
      case "yaml":
        return parseYaml(split);
      case "toml":
        return parseToml(split);
      case "json":
        return parseJson(split);
      case "edn":
        return parseEdn(split.block)?.fields;
      case "elixir":
        return parseElixirMap(split.block)?.fields;
      case "julia":
        return parseJuliaDefinitions(split.block);
      case "headers":
        return parseHeaders(split.block);
      case "pandoc":
        return parsePandoc(split.block);
      case "marks":
        return parseMarks(split.block);
      case "parted":
        return parseParted(split.block);
      case "exported":
        return parseExportedObject(split.block);
    }
  } catch (error) {
    if (error instanceof ExcessiveData)
      throw new ArticleRefusal(`The front matter ${error.message}.`, split.blockLine);
    if (error instanceof RangeError)
      throw new ArticleRefusal("The front matter is nested too deeply.", split.blockLine);
    throw error;
  }
}

/** 1-based line of the file on which a folded key of the front matter is given; undefined where it is not found. */
export function findKeyLine(split: SplitFile, key: string): number | undefined {
  const rows = split.block.split("\n");
  const found = rows.findIndex((row) => {
    const start = row.slice(0, maxKeyLength);
    const name =
      split.dialect === "edn"
        ? /^[\s{,]*:([A-Za-z][\w-]*)/.exec(start)?.[1]
        : /^[\s"'%{,]*(?:@def\s+|\.\. |\[\[!meta\s+)?([\p{L}_][\p{L}\p{M}\w .-]*?)["']?\s*[:=]/u.exec(
            start,
          )?.[1];
    if (name === undefined) return false;
    const folded = foldKey(name);
    return folded === key || readLocalName(folded) === key;
  });
  return found === -1 ? undefined : split.blockLine + found;
}
