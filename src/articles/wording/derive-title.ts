import { isFolderIndex } from "../front-matter/fields/path-conventions.ts";
import { isWikiPage } from "../files/article-extension.ts";
import { withoutEnding } from "../files/file-name.ts";
import { isLoneByLine, readTopByLine } from "./by-line.ts";
import { isNotProse } from "./not-prose.ts";
import { isVisible, toOneLine } from "./one-line.ts";
import { toPlainText } from "./plain-text.ts";
import { readPageName } from "./read-page-name.ts";
import { splitSentences } from "./split-sentences.ts";
import { trimAtWord } from "./trim-text.ts";
import { walkBlocks } from "./walk-blocks.ts";

/** Columns; what a reader takes in as one line of a list of titles. */
const maxTitleColumns = 100;

/**
 * The title of an article that gives none: its first heading (one before any text, else the first of the first level,
 * else any), else its file's name where that is a title as it was typed, as a note's of Obsidian is, else its first
 * sentence trimmed at a word (a notice only where there is no other), else its file's name made readable. A page of
 * ikiwiki has its name for a title.
 *
 * @param body the opening of the body, free of template syntax.
 */
export function deriveTitle(body: string, path: string): string {
  let sentence: string | undefined;
  let notice: string | undefined;
  let firstHeading: string | undefined;
  if (isWikiPage(path)) return readableName(path);
  const isTyped = isTypedTitle(path);
  for (const block of walkBlocks(body)) {
    const written = withoutAttributes(block.text.slice(0, 2000));
    const text = toOneLine(toPlainText(block.kind === "heading" ? written : withoutByLine(written)));
    // HackMD's tags are a heading of the sixth level.
    if (!/[\p{L}\p{N}]/u.test(text) || (block.level === 6 && /^tags:/i.test(text))) continue;
    if (block.kind === "heading") {
      if (isContents.test(text)) continue;
      // A note that was given its name as a title has its parts under headings of any level.
      const isTitle = (sentence ?? notice) === undefined || (block.level === 1 && !isTyped);
      if (isTitle) return trimAtWord(text, 2 * maxTitleColumns);
      if (!isTyped) firstHeading ??= text;
    } else if (isNotProse(text)) notice ??= text;
    else if (readTopByLine(text) === undefined) sentence ??= splitSentences(text)[0]?.trim();
  }
  sentence ??= notice;
  if (firstHeading !== undefined) return trimAtWord(firstHeading, 2 * maxTitleColumns);
  if (isTyped) return readableName(path);
  if (sentence !== undefined)
    return trimAtWord(sentence.replace(/(?<![.\p{Lu}])[.。:：]$/u, ""), maxTitleColumns);
  return readableName(path);
}

/** The first line alone where the second one says who wrote it and when: that one is a title. */
function withoutByLine(paragraph: string): string {
  const [first = "", second] = paragraph.split("\n", 2);
  return second !== undefined && isLoneByLine(toPlainText(second)) ? first : paragraph;
}

/** Without the list of attributes behind a heading, and what refers to a footnote. */
function withoutAttributes(text: string): string {
  return text
    .replace(/<!--.{0,200}?-->/g, "")
    .replace(/\s*\{ ?(?:[#.:]|data-)[^}]*\}\s*$/, "")
    .replace(/(?<=\S)\[\^[^\]\s]{1,100}\]/g, "");
}

/** What programs put above the table of contents that they write into a text. */
const isContents = /^table of contents$/i;

/** What programs call a note that has no name yet. */
const unnamed =
  /^(?:untitled|new|note|document|page|post|draft|copy|unbenannt|neue|sans titre|nouvelle?|sin título|nuev[ao]|senza titolo|sem título|无标题|未命名|無題|제목 없음)(?:[\s\d()-]|note|file|document|copy|page|post)*$/iu;

/** A day in East Asia, which tells nothing of what a note is about. */
const eastAsianDay = /\d{2,4}\s?[年년]|\d{1,2}\s?[月월]|\d{1,2}\s?[日号號일]/g;
const eastAsianWord = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u;

/** What Notion puts behind the title of a page that it exports. */
const notionId = /[ _-]\p{Hex_Digit}{32}$|[ _-]\p{Hex_Digit}{8}(?:-\p{Hex_Digit}{4}){3}-\p{Hex_Digit}{12}$/u;

/** Whether a file's name is words with spaces between them, or in East Asia's letters: nobody but a person names a file so. */
function isTypedTitle(path: string): boolean {
  const file = path.split("/").at(-1) ?? path;
  const stem = withoutEnding(file).replace(notionId, "");
  const name = stem.replace(/^\d[\d._-]{0,20}[ _-]+/, "").trim();
  const start = name.slice(0, 200);
  if (unnamed.test(start)) return false;
  // Behind a day, a blank is typed by hand, and so is the one word behind it.
  if (/^\d{4}-\d{2}-\d{2} +\p{L}[\p{L}\p{M}]+$/u.test(stem.trim())) return true;
  return /\p{L}\S* +\S*\p{L}/u.test(start) || eastAsianWord.test(start.replace(eastAsianDay, ""));
}

/** How Logseq writes a slash in the name of a page, which is its title as it was typed. */
const nested = /(?<=\S)(?:___|%2F)(?=\S)/;
const allNested = new RegExp(nested, "g");

/** `2026/2026-11-20-water-prices/index.md` as `Water prices`; a name with spaces, such as a note's, is a title as it stands. */
function readableName(path: string): string {
  const segments = path.split("/");
  const file = segments.pop() ?? path;
  const stem = withoutEnding(file).replace(notionId, "");
  if (segments.at(-1) === "pages" && nested.test(stem)) return toOneLine(stem.replace(allNested, "/"));
  const name = isFolderIndex(file) ? (segments.pop() ?? stem) : stem;
  if (isWikiPage(path)) return toOneLine(readPageName(name));
  if (/^\d{4}([-_.])\d{1,2}\1\d{1,2}$/.test(name)) return name.replace(/[_.]/g, "-");
  const undated = name.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_. ]*/, "");
  const typed = / /.test(undated.trim());
  const words = typed ? undated : undated.replace(/[-_+]+/g, " ");
  const title = toOneLine(words.trim() === "" ? name : words);
  if (!isVisible(title)) return "Untitled";
  if (typed) return title;
  return title.charAt(0).toLocaleUpperCase("en") + title.slice(1);
}
