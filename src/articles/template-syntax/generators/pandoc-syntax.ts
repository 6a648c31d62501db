import { keptEnd, keptStart, unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { removeCitations } from "./knitr-code.ts";

/** Code in a line that is raw text of one format, put aside by now: `` `<b>`{=html} ``. */
const rawCode = new RegExp(`${keptStart}(\\d{1,9})${keptEnd}\\{=([\\w-]{1,40})\\}`, "g");
const example = /^( {0,3})\(@([\w-]{0,60})\)([ \t]{1,9})(?=\S)/;
const lineOfBlock = /^\|(?: [^|\n]*)?$/;
/** What only a text with a list of works has: several of them, a page, a work without its author. */
const citation =
  /\[-@\w|\[(?:see (?:also )?)?@[\w:.-]{1,80}(?:; [^\][\n]{0,40}@|, (?:pp?\. ?\d|chap))|^:{3,}[ \t]*\{#refs\b/m;
/** The line that names a table, below it. */
const tableName = /^(\|.*\|[ \t]*\n(?:[ \t]*\n)?) {0,3}:[ \t]+(\S.*)$/gm;
/** Small and raised words, between which a space has a backslash. */
const spacedLetters =
  /(?<=[\p{L}\p{N})\]])([~^])((?:[\p{L}\p{N}+−-]{1,40}\\ ){1,5}[\p{L}\p{N}+−-]{1,40})\1(?![\p{L}\p{N}~^])/gu;
/** What pandoc-crossref numbers. */
const numbered = /\{?(?<![\w@])@(?:fig|eq|tbl|sec|lst):[\w:.-]{0,80}\w\}?/g;

/**
 * Takes out what Pandoc adds to Markdown and no other dialect has: raw text of one format, numbered examples and what refers to
 * them, lists numbered by themselves, lines that stay apart, citations, and headings that are linked to by their words.
 *
 * @see https://pandoc.org/MANUAL.html#pandocs-markdown
 */
export function replacePandoc(markdown: string, cleaning: Cleaning): string {
  let text = markdown;
  if (text.includes("{="))
    text = text.replace(rawCode, (_all, index: string, format: string) =>
      /^html/.test(format) ? (cleaning.kept[Number(index)] ?? "").replace(/^`+ ?| ?`+$/g, "") : "",
    );
  if (text.includes("\\ "))
    text = text.replace(spacedLetters, (_all, mark: string, words: string) => {
      const name = mark === "~" ? "sub" : "sup";
      return `<${name}>${words.replaceAll("\\ ", " ")}</${name}>`;
    });
  if (text.includes("(@")) text = numberExamples(text);
  if (/^#\.[ \t]/m.test(text)) text = text.replace(/^( {0,3})#\.(?=[ \t]+\S)/gm, "$11.");
  if (/^\|[ \t]/m.test(text)) text = breakLines(text);
  if (text.includes("|\n"))
    text = text.replace(tableName, (_all, table: string, words: string) => {
      const name = words.replace(/(?<=.)\{#[^{}]*\}$/, "").trimEnd();
      return `${table}\n*${name}*`;
    });
  // R Markdown and Quarto number more, and cite further down.
  if (cleaning.flavour === "knitr") return text;
  if (/@(?:fig|eq|tbl|sec|lst):/.test(text)) text = removeCitations(text).replace(numbered, unknownValue);
  else if (text.includes("@") && (isCited(cleaning) || citation.test(text))) text = removeCitations(text);
  return /(?<![!\]\\])\[[^\][\n]{3,100}\](?![(:[{])/.test(text) ? openHeadingLinks(text) : text;
}

/** Whether the front matter names what works are cited from, and how. */
function isCited({ readField }: Cleaning): boolean {
  return ["bibliography", "csl", "nocite"].some((key) => readField(key) !== undefined);
}

/** Numbers examples through the whole text, and puts the number where one is referred to. */
function numberExamples(markdown: string): string {
  const numbers = new Map<string, number>();
  let last = 0;
  const lines = markdown.split("\n").map((line) =>
    line.replace(example, (_all, indent: string, label: string, space: string) => {
      last++;
      if (label !== "" && !numbers.has(label)) numbers.set(label, last);
      return `${indent}${last}.${space}`;
    }),
  );
  return last === 0
    ? markdown
    : lines
        .join("\n")
        .replace(/\(@([\w-]{1,60})\)/g, (all, label: string) =>
          numbers.has(label) ? `(${numbers.get(label) ?? ""})` : all,
        );
}

/** Verses and addresses, whose lines each start with a bar, and that blank lines enclose. */
function breakLines(markdown: string): string {
  const result: string[] = [];
  let lines: string[] = [];
  const flush = (next: string): void => {
    const isBlock =
      lines.length > 1 &&
      (result.at(-1) ?? "").trim() === "" &&
      next.trim() === "" &&
      !lines.some((line) => /^\|[ \t]*(?:[:-]+[ \t]*)?$/.test(line) && line.includes("-"));
    result.push(...(isBlock ? lines.map(showLine) : lines));
    lines = [];
  };
  for (const line of markdown.split("\n")) {
    if (lineOfBlock.test(line.trimEnd())) {
      lines.push(line.trimEnd());
      continue;
    }
    // What is indented goes on with the line above.
    const above = lines.at(-1);
    if (above !== undefined && /^ +\S[^|]*$/.test(line)) lines[lines.length - 1] = `${above} ${line.trim()}`;
    else {
      flush(line);
      result.push(line);
    }
  }
  flush("");
  return result.join("\n");
}

/** A line with its own indentation, that starts nothing, and ends in a break unless it is the last. */
function showLine(line: string, at: number, { length }: readonly string[]): string {
  const [, indent = "", words = ""] = /^\|[ \t]?([ \t]*)(.*)$/.exec(line) ?? [];
  const plain = words.replace(/^([-+*#>]|\d{1,9}(?=[.)]))/, (start) =>
    /\d/.test(start) ? start : `\\${start}`,
  );
  const shown = plain.replace(/^(\d{1,9})([.)])/, "$1\\$2");
  return `${"&nbsp;".repeat(Math.min(indent.length, 40))}${shown === "" ? "&nbsp;" : shown}${at < length - 1 ? "\\" : ""}`;
}

/** What no dialect but Pandoc's writes: a reference by words alone, raw text, a citation, a numbered example. */
const pandocOnly = /[^\s!\]]\]\[\](?!\()|\{=\w|\[-?@\w|^ {0,3}\(@[\w-]{0,60}\)[ \t]/m;

/** `[Winds]` and `[Winds][]` where `# Winds` is a heading, and no address is given for it; not in `get(key, [options])`. */
function openHeadingLinks(markdown: string): string {
  const headings = new Set(
    [
      ...markdown.matchAll(/^#{1,6}[ \t]+(\S.{0,300})$/gm),
      ...markdown.matchAll(/^(\S.{0,300})\n(?:={3,}|-{3,})[ \t]*$/gm),
    ].map(([, words = ""]) => foldWords(words)),
  );
  if (headings.size === 0) return markdown;
  const defined = new Set(
    [...markdown.matchAll(/^ {0,3}\[([^\][\n]{3,100})\]:/gm)].map(([, words = ""]) => foldWords(words)),
  );
  // Elsewhere, brackets around the words of a heading are its author's: `- [New Feature]`.
  if (!pandocOnly.test(markdown)) return markdown;
  return markdown.replace(
    /(?<![!\]\\[(\w])\[([^\][\n]{3,100})\](?:\[\])?(?![(:[{)\w])/g,
    (all, words: string, at: number) =>
      headings.has(foldWords(words)) && !defined.has(foldWords(words)) && !isOwnLine(markdown, at)
        ? words
        : all,
  );
}

function foldWords(heading: string): string {
  return heading
    .replace(/[ \t]*\{[^{}]*\}[ \t]*$/, "")
    .replace(/[ \t]+#+[ \t]*$/, "")
    .trim()
    .toLowerCase();
}

/** Whether a place is in a heading itself, or where a list has its box. */
function isOwnLine(markdown: string, at: number): boolean {
  return /^(?:#{1,6}[ \t].*|[ \t]*[-*+][ \t]+)$/.test(
    markdown.slice(Math.max(0, at - 200), at).replace(/^[\s\S]*\n/, ""),
  );
}
