// Writes the reference part of docs/themes.md from what templates are checked against: `npm run docs`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dateStyles, helperRules } from "../src/rendering/templates/helper-rules.ts";
import { describeData, type DataFields, type DataType } from "../src/rendering/templates/template-data.ts";
import { en } from "../src/rendering/view/languages/en.ts";

const file = join(import.meta.dirname, "themes.md");
const start = "<!-- generated: reference -->";
const end = "<!-- end of generated -->";

/** The reference as Markdown: data, helpers, forms of dates, phrases. */
export function renderReference(): string {
  const data = describeData({});
  return [
    "### The issue",
    table(["name", "type", "what it is", "example"], listFields(data)),
    "### A story",
    "`lead`, and each of `sections[].stories` and `inBrief`:",
    table(["name", "type", "what it is", "example"], listFields(storyFields(data))),
    "### Helpers",
    table(
      ["example", "what it does"],
      Object.values(helperRules).map(({ use, about }) => [code(use), about]),
    ),
    "`style` of `date` and `dateRange`, `medium` where it is not given:",
    table(
      ["style", "in British English"],
      Object.entries(dateStyles).map(([name, style]) => [code(name), formatExample(style)]),
    ),
    "### Phrases",
    'For `{{t "…"}}`:',
    table(["name", "in English"], phraseRows("string")),
    'For `{{plural count "…"}}`:',
    table(["name", "in English"], phraseRows("object")),
  ].join("\n\n");
}

/** The page with its reference brought up to date. */
export function updatePage(page: string): string {
  const from = page.indexOf(start) + start.length;
  const to = page.indexOf(end);
  if (from < start.length || to === -1) throw new Error(`docs/themes.md has no ${start} … ${end}`);
  return `${page.slice(0, from)}\n\n${renderReference()}\n\n${page.slice(to)}`;
}

function storyFields(data: DataFields): DataFields {
  const { lead } = data;
  if (lead?.kind !== "object") throw new Error("there is no lead among the data of templates");
  return lead.fields;
}

/** Stories are described once: a row that holds some says no more of them. */
function listFields(fields: DataFields, path = ""): string[][] {
  return Object.entries(fields).flatMap(([name, type]) => {
    const isStory = name === "lead" || name === "stories" || name === "inBrief";
    const inside = isStory ? [] : listInside(type, `${path}${name}`);
    return [[code(path + name), typeName(type), type.about, exampleOf(type)], ...inside];
  });
}

function listInside(type: DataType, at: string): string[][] {
  if (type.kind === "object") return listFields(type.fields, `${at}.`);
  return type.kind === "list" && type.of.kind === "object" ? listFields(type.of.fields, `${at}[].`) : [];
}

function typeName(type: DataType): string {
  if (type.kind === "list") return type.of.kind === "object" ? "list" : `list of ${type.of.kind}`;
  return type.kind === "object" && type.optional === true ? "object or nothing" : type.kind;
}

function exampleOf(type: DataType): string {
  if (type.kind === "list") return exampleOf(type.of);
  return type.kind === "object" || type.example === "" ? "" : code(type.example);
}

function phraseRows(kind: "string" | "object"): string[][] {
  return Object.entries(en)
    .filter(([, phrase]) => typeof phrase === kind)
    .map(([name, phrase]) => [
      code(name),
      typeof phrase === "string" ? phrase : Object.values(phrase as object).join(", "),
    ]);
}

function formatExample(style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...style }).format(
    new Date("2026-11-22T12:00:00Z"),
  );
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

if (import.meta.main) writeFileSync(file, updatePage(readFileSync(file, "utf8")));
