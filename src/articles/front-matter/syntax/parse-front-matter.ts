import { parse as parseToml, TomlDate, TomlError } from "smol-toml";

import { ArticleRefusal } from "../../article-refusal.ts";
import {
  ExcessiveData,
  foldKey,
  toFrontMatter,
  type FrontMatter,
  type FrontMatterValue,
} from "../front-matter.ts";
import { readLocalName } from "./local-names.ts";
import { findJsonFaultLine } from "./scan-json.ts";
import { parseDate } from "../dates/parse-date.ts";
import { explainToml, explainYaml } from "./explain-fault.ts";
import { parseEdn } from "./parse-edn.ts";
import { parseExportedObject } from "./parse-exported-object.ts";
import { parseFlatYaml } from "./parse-flat-yaml.ts";
import { parseMarks } from "./parse-marks.ts";
import { parseJuliaDefinitions } from "./parse-julia-definitions.ts";
import type { SplitFile } from "./split-front-matter.ts";
import { loadYamlParser } from "./yaml-parser.ts";

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
        return readYaml(split);
      case "toml":
        return readToml(split);
      case "json":
        return readJson(split);
      case "edn":
        return parseEdn(split.block)?.fields;
      case "julia":
        return readJulia(split.block);
      case "headers":
        return readHeaders(split.block);
      case "pandoc":
        return readPandoc(split.block);
      case "marks":
        return parseMarks(split.block);
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

/** Letters of a row within which its key ends. */
const maxKeyLength = 200;

/** 1-based line of the file on which a folded key of the front matter is given; undefined where it is not found. */
export function findKeyLine(split: SplitFile, key: string): number | undefined {
  const rows = split.block.split("\n");
  const found = rows.findIndex((row) => {
    const start = row.slice(0, maxKeyLength);
    const name =
      split.dialect === "edn"
        ? /^[\s{,]*:([A-Za-z][\w-]*)/.exec(start)?.[1]
        : /^[\s"'{,]*(?:@def\s+|\.\. |\[\[!meta\s+)?([\p{L}_][\p{L}\p{M}\w .-]*?)["']?\s*[:=]/u.exec(
            start,
          )?.[1];
    if (name === undefined) return false;
    const folded = foldKey(name);
    return folded === key || readLocalName(folded) === key;
  });
  return found === -1 ? undefined : split.blockLine + found;
}

function readYaml(split: SplitFile): FrontMatter | undefined {
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
  const data = loadYaml(split);
  if (data === null || data === undefined) return new Map();
  if (typeof data === "string") return readUnspaced(split);
  if (typeof data !== "object" || Array.isArray(data)) return undefined;
  return toFrontMatter(data, () => undefined);
}

/** A row that its author took for a field: `title：Reeds`, `title = Reeds`, `title:Reeds`. */
const unspacedRow = /^[\p{L}_][\p{L}\p{N}_-]{0,30}[ \t]*(?:[:：]|=)[ \t\u00a0\u3000]*\S/u;

/** Fields that YAML takes for one text, because no colon has a space of YAML's behind it; undefined for what is a text. */
function readUnspaced(split: SplitFile): FrontMatter | undefined {
  const rows = split.block.split("\n").filter((row) => row.trim() !== "");
  const names = rows.map((row) => foldKey(/^[\p{L}_][\p{L}\p{N}_-]*/u.exec(row)?.[0] ?? ""));
  const isNamed = names.some((name) => /^(?:title|date)$/.test(readLocalName(name) ?? name));
  if (!isNamed || !rows.every((row) => unspacedRow.test(row))) return undefined;
  const block = split.block.replace(/^([^\s:：=]+)[ \t]*(?:[:：]|=)[ \t\u00a0\u3000]*/gm, "$1: ");
  return parseFlatYaml(block) ?? readYaml({ ...split, block });
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
 * none to YAML, or before none.
 */
function mendYaml(block: string): string {
  return block
    .replace(/^([\p{L}_][\p{L}\p{N}_-]{0,30})[ \t]*(?:：|:[\u00a0\u3000])[ \t\u00a0\u3000]*/gmu, "$1: ")
    .replace(unspacedName, "$1: ")
    .replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", "  "))
    .replace(/^[\w-]+: {0,4}\[(?=.*#).*\] *$/gm, (row) =>
      row.replace(/(?<=[[,] ?)#([^\s,[\]"'#]+)(?=[,\]])/g, '"$1"'),
    );
}

/**
 * @param last the last row, 1-based, that can be at fault. @default all
 * @throws ArticleRefusal for a block that a program is yet to fill in, such as one of Hugo's archetypes.
 */
function refuseTemplate({ block, blockLine }: SplitFile, last?: number): void {
  const rows = block
    .split("\n")
    .slice(0, last)
    .map((row) => row.slice(0, maxKeyLength));
  const at = rows.findIndex((row) => /\{\{.*\}\}|<%.*%>/.test(row));
  if (at === -1) return;
  const part = /\{\{.*?\}\}|<%.*?%>/.exec(rows[at] ?? "")?.[0] ?? "";
  throw new ArticleRefusal(
    `The front matter is a template that is yet to be filled in: ${JSON.stringify(part)}; name the file in articles.ignore if it is no article.`,
    blockLine + at,
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

function readToml(split: SplitFile): FrontMatter {
  let data;
  try {
    // Identities of posts elsewhere, which comments are asked for by, are larger than a number holds exactly.
    data = parseToml(split.block, { integersAsBigInt: "asNeeded" });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // Franklin writes Julia between the same fences: what is not TOML may be that.
    if (
      /^\s*(?:title|published|authors?|date)\s*=/m.test(split.block) &&
      /"""|\bDate\(|=\s*\[?\s*\(|^using /m.test(split.block)
    ) {
      return readJulia(split.block);
    }
    refuseTemplate(split);
    const reason = (error.message.split("\n", 1)[0] ?? "").replace(/^Invalid TOML document: /, "");
    const row = split.block.split("\n")[error.line - 1] ?? "";
    throw new ArticleRefusal(
      `The front matter is not valid TOML: ${reason}${explainToml(row)}.`,
      split.blockLine + error.line - 1,
    );
  }
  refuseRolledDates(split, collectDates(data));
  return toFrontMatter(data, (value) => {
    if (value instanceof TomlDate) return value.toISOString();
    return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
      ? String(value)
      : undefined;
  });
}

/** The keys that have a date for a value, at any depth, each with its day as the parser understood it. */
function collectDates(data: object): ReadonlySet<string> {
  const dates = new Set<string>();
  const collect = (map: object): void => {
    for (const [key, value] of Object.entries(map) as [string, unknown][]) {
      if (value instanceof TomlDate) dates.add(`${key} ${value.toISOString().slice(0, 10)}`);
      else if (typeof value === "object" && value !== null) collect(value);
    }
  };
  collect(data);
  return dates;
}

/** The TOML parser makes 1 March of 2024-02-30, so its dates are held against the text before they are believed. */
function refuseRolledDates(split: SplitFile, dates: ReadonlySet<string>): void {
  if (dates.size === 0) return;
  for (const [at, row] of split.block.split("\n").entries()) {
    for (const [, key = "", date = ""] of row.matchAll(
      /([\w-]+)["']?\s{0,20}=\s{0,20}(\d{4}-\d{2}-\d{2})/g,
    )) {
      if (parseDate(date).kind === "date") continue;
      const rolled = new Date(date);
      if (!Number.isNaN(rolled.getTime()) && !dates.has(`${key} ${rolled.toISOString().slice(0, 10)}`))
        continue;
      throw new ArticleRefusal(`The date ${date} does not exist.`, split.blockLine + at);
    }
  }
}

function readJson(split: SplitFile): FrontMatter {
  const text = split.block.trim();
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith("{") ? text : `{${text}}`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const row = /line (\d+) column/.exec(error.message)?.[1] ?? findJsonFaultLine(text);
    const reason = error.message
      .replace(/ in JSON at position.*/s, "")
      .replace(/, .*is not valid JSON$/s, "");
    throw new ArticleRefusal(
      `The front matter is not valid JSON: ${reason}.`,
      row === undefined ? split.blockLine : split.blockLine + Number(row) - 1,
    );
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) return new Map();
  return toFrontMatter(data, (value) =>
    typeof value === "number" || typeof value === "boolean" ? String(value) : undefined,
  );
}

function readJulia(block: string): FrontMatter {
  return new Map([...parseJuliaDefinitions(block)].map(([name, value]) => [foldKey(name), value]));
}

function readHeaders(block: string): FrontMatter {
  const fields = new Map<string, string>();
  let last = "";
  for (const row of block.split("\n")) {
    const match = /^(?:[ \t]*\.\. )?([A-Za-z_][\w -]*)::?[ \t]*(.*)$/.exec(row);
    if (match === null && row.startsWith("# ") && fields.size === 0) fields.set("title", row.slice(2).trim());
    else if (match !== null) {
      last = foldKey(match[1] ?? "");
      fields.set(last, (match[2] ?? "").trim().replace(/^(["'])(.*)\1$/, "$2"));
    } else if (row.trim() !== "") {
      fields.set(last, `${fields.get(last) ?? ""} ${row.trim()}`);
    }
  }
  return /^[ \t]*\.\. /.test(block) ? readNikolaTags(fields) : fields;
}

/** Title, authors and date, each after a `%`, in this order; each may be empty. */
function readPandoc(block: string): FrontMatter {
  const [title = "", authors = "", date = ""] = block
    .split(/^%/m)
    .slice(1)
    .map((lines) => lines.trim());
  const names = authors.split(/[;\n]/).map((name) => name.trim());
  return new Map<string, FrontMatterValue>([
    ["title", title],
    ["author", names.filter((name) => name !== "")],
    ["date", date],
  ]);
}

/** Three of Nikola's tags are switches. */
function readNikolaTags(fields: Map<string, string>): FrontMatter {
  const tags = (fields.get("tags") ?? "").split(",").map((tag) => tag.trim());
  if (tags.includes("draft") || tags.includes("private")) fields.set("draft", "true");
  fields.set("tags", tags.filter((tag) => !/^(?:draft|private|mathjax)$/.test(tag)).join(","));
  return fields;
}
