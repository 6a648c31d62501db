import { callout } from "../widgets/callouts.ts";
import type { Cleaning } from "../basics/cleaning.ts";

/** What no other generator writes: a heading of three braces on a line of its own, a link whose arrow leads to an address or a number. */
const heading = /^[ \t]*\{\{\{([^{}\n]{1,300})\}\}\}[ \t]*$/gm;
const link =
  /\[([^[\]\n]{0,400}?)->((?:https?:\/\/|mailto:)[^\s\]]{1,1000}|(?:art(?:icle)?|rub(?:rique)?|breve|br|doc|img|mot|aut)?\d{1,9}(?:#[\w-]{1,60})?)\]/g;
const document = /<(?:img|doc|emb|image|document|video|audio)\d{1,9}(?:\|[^<>\n]{0,200})?>/g;
const languages = /<multi>((?:(?!<\/?multi>)[\s\S])*)<\/multi>/g;

/** More are text: the parser of footnotes copies the whole article for each. */
const maxNotes = 300;

/**
 * Turns SPIP's own marks into Markdown, in a text that has one of its headings or links: bold and italic letters in braces, notes
 * in double brackets, lists, and a text in many languages.
 *
 * @see https://www.spip.net/fr_article1578.html
 */
export function replaceSpip(markdown: string, { readField, drop }: Cleaning): string {
  if (!/\{\{\{|->|<multi>/.test(markdown)) return markdown;
  const notes: string[] = [];
  const linked = markdown
    .replace(heading, "\n\n## $1\n\n")
    .replace(link, (all, words: string, target: string) => {
      const isAddress = target.includes(":");
      if (words.trim() === "") return isAddress ? `<${target}>` : "";
      // `[1->2]` is an arrow between figures.
      if (!isAddress && !/\p{L}{2}/u.test(words)) return all;
      return isAddress ? `[${words}](<${target}>)` : words;
    });
  if (linked === markdown && !markdown.includes("<multi>")) return markdown;
  const text = linked
    .replace(/\[\[([^[\]\n]{1,2000})\]\]/g, (all, note: string) =>
      notes.length < maxNotes ? `[^spip-${notes.push(note)}]` : all,
    )
    .replace(/\{\{([^{}\n]{1,300})\}\}/g, "**$1**")
    .replace(/(?<![\]\w\\}^])\{(?![.#%:])([^{}\n]{1,300})\}/g, "*$1*")
    .replace(/\[\?([^[\]|\n]{1,200})(?:\|[^[\]\n]{0,200})?\]/g, "$1")
    .replace(document, (all) => {
      drop(all, all);
      return "";
    })
    .replace(/<quote>((?:(?!<\/?quote>)[\s\S])*)<\/quote>/g, (_all, inner: string) => callout("", inner))
    .replace(languages, (_all, inner: string) => readLanguage(inner, readField("lang") ?? ""))
    .replace(/^-([*#]{1,6})[ \t]{0,9}(?=\S)/gm, (_all, marks: string) => {
      const mark = marks.endsWith("#") ? "1." : "-";
      return `${"   ".repeat(marks.length - 1)}${mark} `;
    })
    .replace(/(?<=\S)[ \t]{0,9}\n_ (?=\S)/g, "  \n");
  return notes.length === 0
    ? text
    : `${text}\n\n${notes.map((note, index) => `[^spip-${index + 1}]: ${note}`).join("\n\n")}\n`;
}

/** Of `[fr]Bonjour[en]Hello`, what it says in a language, or else first. */
function readLanguage(inner: string, language: string): string {
  const [before = "", ...parts] = inner.split(/\[([a-z]{2,3}(?:_[a-z]{2})?)\]/);
  const at = parts.findIndex((part, index) => index % 2 === 0 && part === language);
  return parts[at === -1 ? 1 : at + 1] ?? before;
}
