import { keptEnd } from "../basics/cleaning.ts";
import { removePassages } from "../basics/nested-tokens.ts";
import { isNotProse } from "../../wording/not-prose.ts";

/**
 * kramdown's own: classes, ids, values, and the names of other lists; not `{:ok, value}` or `{:name "Ann"}`, which are values
 * of Elixir and Clojure. One may go on on the next line. kramdown passes over what it does not know in one, such as a comma
 * behind a class or a value, and a colon alone before the next.
 */
const attributeList =
  /\{:(?:[\w-]{1,40}:|[ \t][\w-]{1,40}:(?=[ \t]{1,4}(?:[.#]|[\w:-]{1,40}=)))?(?:[ \t]*(?:\n[ \t]*)?(?:(?::[ \t]+)?(?:[.#][\w:.-]{1,80}|[\w:-]{1,40}=(?:"[^"{}\n]{0,200}"|'[^'{}\n]{0,200}'|[^\s"'{}>]{1,200})),?|[\w-]{1,40})(?=[\s}#])){0,20}[ \t]*\}/g;

/** The address of a link that stands elsewhere, and what gives that link a class. */
const definition =
  /^( {0,3}\[[^\][\n]{1,200}\]:[ \t]{0,9}\S{1,1000}(?:[ \t]{1,9}"[^"\n]{0,200}")?)[ \t]{1,9}\{ ?[.#][^{}\n]{0,300}\}[ \t]*$/gm;
/** What Hugo gives the block above it, on a line of its own. */
const blockAttributes =
  /(?<=\S[ \t]{0,9}\n {0,3}(?:> ?)?)\{(?: ?(?:[.#][\w-]{1,80}|[\w-]{1,40}=(?:"[^"{}\n]{0,300}"|'[^'{}\n]{0,300}')|(?:class|id|width|height|align|loading|lang|dir|start|type)=[\w.%-]{1,40})){1,20} ?\}[ \t]*$/gm;

/** Where a table of contents would be, and the heading right above it. */
const contents =
  /^(#{1,6}[ \t]{1,9}(\S[^\n]{0,80}?)[ \t]{0,9}#{0,6}[ \t]{0,9}\n(?:[ \t]{0,9}\n){0,3})?[ \t]*(?:\{toc\}|\\?\[(?:TOC2?|toc|ToC|Toc|_TOC_|\[_?TOC_?\])\\?\]|\{\{\s*TOC\s*\}\}|\$\{toc\}|@\[toc\](?:\([^)\n]*\))?)[ \t]*$/gm;

/** A heading with another right below it, as where a plugin of Astro's puts the table of contents. */
const emptyContents =
  /^#{1,6}[ \t]{1,9}(\S[^\n]{0,40}?)[ \t]{0,9}#{0,6}[ \t]{0,9}\n(?:[ \t]{0,9}\n){0,3}(?=#{1,6}[ \t])/gm;

function isContents(words: string): boolean {
  return /^(?:table of contents|toc|目录|目錄|目次|목차|inhaltsverzeichnis|table des matières|tabla de contenidos?|оглавление)$/i.test(
    words,
  );
}

/**
 * Takes out what gives elements classes, ids and sizes: kramdown's `{: .class}` and `{::options /}`, the `{#id .class}` and
 * `{width=50%}` of Pandoc, Hugo and Quarto after headings, links, pictures and code; and the marks for tables of contents.
 */
export function removeAttributeLists(markdown: string): string {
  let text = markdown;
  if (text.includes("{")) {
    text = removePassages(text, /\{::comment\}/g, /\{:\/(?:comment)?\}/g)
      .replace(
        /^[ \t]{0,3}(?:[-*+]|\d{1,3}\.)[ \t].{0,200}\n[ \t]{0,9}\{:[ \t]?toc[^}\n]{0,200}\}[ \t]*$/gim,
        "[TOC]",
      )
      .replace(attributeList, "")
      .replace(/\{::\/?[a-z][\w-]*(?:\s[^{}\n]{0,300})?\}|\{:\/[\w-]*\}/g, "")
      .replace(definition, "$1")
      .replace(blockAttributes, "")
      .replace(/(?<!\])\[([^[\]\n]{0,500})\]\{ ?(?:[.#]|[\w-]{1,40}=)[^{}\n]{0,300}\}/g, "$1")
      .replace(
        new RegExp(
          String.raw`(?<=[)\]>${keptEnd}])\{ ?(?:[.#][^{}\n]{0,300}|[\w-]{1,40}=[^{}\n]{0,300}|data-[\w-]{1,40} ?)\}`,
          "g",
        ),
        "",
      )
      .replace(
        /(?<=[^\s*_~=+][*_~=+]{1,3}[ \t]?)\{ ?[.#][A-Za-z][^{}\n]{0,300}\}|(?<=[^\s*_~=+][*_~=+]{1,3})\{(?:style|class|id|lang)="[^{}\n]{0,300}"\}/g,
        "",
      )
      // Of a cell, at its end.
      .replace(/^\|.*\|[ \t]*$/gm, (row) =>
        row.replace(/(?<=[^\s|]) ?\{\.[\w -]{1,80}\}(?=[ \t]{0,20}\|)/g, ""),
      )
      // What is left at the end of a line belongs to a heading, or to the block above it.
      .replace(/^(.*\S)?[ \t]*$/gm, (line) => (line.endsWith("}") ? withoutEnding(line) : line));
  }
  if (text.includes("#"))
    text = text.replace(emptyContents, (all, words: string) => (isContents(words) ? "" : all));
  return text.replace(contents, (_all, heading: string | undefined, words: string | undefined) =>
    words === undefined || isNotProse(words) ? "" : (heading ?? ""),
  );
}

function withoutEnding(line: string): string {
  const start = line.lastIndexOf("{");
  const list = line.slice(start, start + 400);
  const before = line.slice(0, start).trimEnd();
  // What leaves a heading out of a table of contents or a slide, or without its number.
  if (
    before.startsWith("#") &&
    /^\{ ?(?:-|ignore(?:=\w+)?|docsify-ignore(?:-all)?|data-[\w-]+|(?:[\w-]+=(?:"[^"]*"|'[^']*') ?)+) ?\}$/.test(
      list,
    )
  )
    return before;
  if (!/^\{ ?(?:#[\w:.-]+|\.[\w-]+)(?:[ \t][^{}\n]*)?\}$/.test(list)) return line;
  // A list of nothing but classes, apart from the text or in a list, belongs to the paragraph or the item.
  if (
    /^\{ ?\.[\w-]+(?: +[.#][\w-]+)* ?\}$/.test(list) &&
    /\s$|^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line.slice(0, start))
  )
    return before;
  // In the midst of a text, braces are its own.
  return before === "" || before.startsWith("#") || line.slice(start, start + 2) === "{#" ? before : line;
}
