import { ArticleRefusal } from "../../article-refusal.ts";
import { foldKey, toFrontMatter, type FrontMatter } from "../front-matter.ts";
import { explainYaml } from "./explain-fault.ts";
import { readLocalName } from "./local-names.ts";
import { parseFlatYaml } from "./parse-flat-yaml.ts";
import { parseHeaders } from "./parse-headers.ts";
import { refuseTemplate } from "./refuse-template.ts";
import type { SplitFile } from "./split-file.ts";
import { loadYamlParser } from "./yaml-parser.ts";

/**
 * Reads a block of YAML, with what people write that YAML does not read.
 *
 * @returns undefined where it holds no keys at all.
 * @throws ArticleRefusal with the line of the fault.
 */
export function parseYaml(split: SplitFile): FrontMatter | undefined {
  const flat = parseFlatYaml(split.block);
  if (flat !== undefined) return flat;
  refuseDeepNesting(split);
  // gray-matter ends the block at the first line that only starts with `---`.
  const marker = split.block.split("\n").findIndex((row) => row.startsWith("---"));
  if (marker !== -1) {
    throw new ArticleRefusal(
      "A line of the front matter starts with --- but is not its end.",
      split.blockLine + marker,
    );
  }
  let data: unknown;
  try {
    data = loadYaml(split);
  } catch (error) {
    if (!capitalHeaders.test(split.block)) throw error;
    return parseHeaders(split.block);
  }
  if (data === null || data === undefined) return new Map();
  if (typeof data === "string") return readUnspaced(split);
  if (typeof data !== "object" || Array.isArray(data)) return undefined;
  return toFrontMatter(data, () => undefined);
}

/**
 * Headers of Python's Markdown and of MultiMarkdown between fences, which both allow (Python-Markdown, "Meta-Data"; MultiMarkdown 5,
 * "Metadata"): their names begin with a capital letter, as those of YAML's fields seldom do, and a value is a text whatever stands in it.
 */
const capitalHeaders = /^(?=(?:.*\n)*Title:)(?:[A-Z][\w-]{0,30}:(?:[ \t].*)?(?:\n|$))+$/;

/** A row that its author took for a field: `title：Reeds`, `title = Reeds`, `title:Reeds`. */
const unspacedRow = /^[\p{L}_][\p{L}\p{M}\p{N}_-]{0,30}[ \t]*(?:[:：]|=)[ \t\u00a0\u3000]*\S/u;

/** Fields that YAML takes for one text, because no colon has a space of YAML's behind it; undefined for what is a text. */
function readUnspaced(split: SplitFile): FrontMatter | undefined {
  const rows = split.block.split("\n").filter((row) => row.trim() !== "");
  const names = rows.map((row) => foldKey(/^[\p{L}_][\p{L}\p{M}\p{N}_-]*/u.exec(row)?.[0] ?? ""));
  const isNamed = names.some((name) => /^(?:title|date)$/.test(readLocalName(name) ?? name));
  if (!isNamed || !rows.every((row) => unspacedRow.test(row))) return undefined;
  const block = split.block.replace(/^([^\s:：=]+)[ \t]*(?:[:：]|=)[ \t\u00a0\u3000]*/gm, "$1: ");
  return parseFlatYaml(block) ?? parseYaml({ ...split, block });
}

function loadYaml(split: SplitFile): unknown {
  const block = split.block.endsWith("\n") || split.block === "" ? split.block : `${split.block}\n`;
  const yaml = loadYamlParser();
  const load = (text: string): unknown => yaml.read(`---\n${text}---\n`);
  try {
    return load(block);
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    const mended = mendYaml(block);
    if (mended !== block) {
      try {
        return load(mended);
      } catch {
        // The fault is another one.
      }
    }
    // Quoted, a template is a text like any other: what YAML does not read has to stand at or below it.
    refuseTemplate(split, error.mark?.line);
    throw explainYaml(error, split);
  }
}

/** Names behind whose colon a space was forgotten, and that nothing else can be. */
const unspacedName =
  /^(title|date|tags?|categor(?:y|ies)|author|description|draft|slug|layout|lang|updated|permalink):(?=[^\s:/])/gm;

/**
 * A block with what people write that YAML does not read: tabs as indentation, which Hexo takes for two spaces each,
 * tags with their sign, `[#water, #dry/summer]`, which is a comment to YAML, and colons of full width, before a space that is
 * none to YAML, or before none; and YAML's own names of types, and classes of Ruby, PHP and Python,
 * with which exports say what a value was.
 */
function mendYaml(block: string): string {
  return block
    .replace(/^([\p{L}_][\p{L}\p{M}\p{N}_-]{0,30})[ \t]*(?:：|:[\u00a0\u3000])[ \t\u00a0\u3000]*/gmu, "$1: ")
    .replace(unspacedName, "$1: ")
    .replace(
      /(?<=^[\w -]{1,60}: {1,9}|^ {0,40}- {1,9})!!(?:timestamp|str|int|float|bool|null)[ \t]{1,9}(?=\S)/gm,
      "",
    )
    .replace(/^([ \t]*(?:[\w-]+:|-)[ \t]{1,9})!(?:ruby|!?python|php)\/[\w:/.-]+/gm, "$1")
    .replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", "  "))
    .replace(/^[\w-]+: {0,4}\[(?=.*#).*\] *$/gm, (row) =>
      row.replace(/(?<=[[,] ?)#([^\s,[\]"'#]+)(?=[,\]])/g, '"$1"'),
    );
}

function refuseDeepNesting(split: SplitFile): void {
  let depth = 0;
  let line = split.blockLine;
  for (const char of split.block) {
    if (char === "\n") line++;
    else if (char === "[" || char === "{") depth++;
    else if (char === "]" || char === "}") depth = Math.max(0, depth - 1);
    if (depth > 100) throw new ArticleRefusal("The front matter is nested more than 100 levels deep.", line);
  }
}
