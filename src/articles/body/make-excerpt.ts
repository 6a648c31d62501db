import { withoutUnknown } from "../template-syntax/clean-template-syntax.ts";
import { unknownValue } from "../template-syntax/basics/cleaning.ts";
import { isLoneByLine, readClosingByLine } from "../wording/by-line.ts";
import { isSameTitle } from "../wording/same-title.ts";
import { endsSentence, splitSentences } from "../wording/split-sentences.ts";
import { measureColumns, trimAtSentence } from "../wording/trim-text.ts";
import { isCutOff } from "./cut-off.ts";
import { joinList } from "./join-items.ts";
import { isFragment, isLead } from "./leads.ts";
import { isBoldHeading, isMostlyAddresses, isProse, isRemark, withoutAddresses } from "./prose-passages.ts";
import { walkHtml, type TextPassage } from "./walk-html.ts";

/** Stands where the author ended the excerpt. */
export const moreMark = "\ufdd3";

/** Columns: two or three sentences, and in a mail program some five lines. */
const maxColumns = 300;
/** An author's own summary is believed a little longer. */
const maxSummaryColumns = 480;

const maxPassages = 400;

/** What only a template language or TeX would leave behind. */
const residue = /\{\{|\}\}|\{%|%\}|\{\/\*|\[\[|\]\]|<%|%>|:::|\\[A-Za-z]+\{|\$\$/;

/** Headings as Markdown marks them, in what a program made a summary of. */
const headings = /(?:^|[;；\s])#{2,6}[ \t]\S/;

/** As `services.ts` names what plays or stands elsewhere; looked for in the last letters only. */
const playerLetters = 400;
const player = /(?:\s*(?:Video|Post|Code|Photo) \((?:YouTube|Vimeo|Bilibili|X|GitHub|Instagram)\))+$/;

export interface ExcerptSource {
  /** Sanitised. */
  readonly html: string;
  readonly title: string;
  readonly summary: string | undefined;
  /** BCP 47. */
  readonly language: string | undefined;
}

/**
 * The few sentences that stand for an article: the author's summary, what stands before the author's mark, else the first
 * real paragraph, trimmed at a sentence's end. Never a heading, a picture, a by-line, or the title again; what stops in
 * mid-sentence, with more of the article behind it, ends in an ellipsis. Empty where there is no text.
 */
export function makeExcerpt({ html, title, summary, language }: ExcerptSource): string {
  const isMarked = summary !== undefined && (residue.test(summary) || headings.test(summary));
  const given = summary === undefined || isMarked ? undefined : endAsGiven(summary);
  if (given !== undefined && endsSentence(given) && !given.endsWith("…")) return trimSummary(given, language);
  const made = excerptFromBody(html, title, language);
  if (given === undefined) return made;
  // A summary that a program cut off from the body is no better than a whole sentence of it; any other is whole, without a
  // full stop too.
  const start = fold(given);
  const isCutFrom = given.endsWith("…")
    ? fold(made).startsWith(start.slice(0, 60))
    : start.length >= leastCutOff && fold(made).startsWith(start) && fold(made) !== start;
  return isCutFrom ? made : trimSummary(given, language);
}

/** Letters; a shorter summary that the body starts with too is a lead, not a cut. */
const leastCutOff = 60;

function trimSummary(summary: string, language: string | undefined): string {
  return measureColumns(summary) <= maxSummaryColumns && !summary.endsWith("…")
    ? summary
    : trimAtSentence(summary, maxSummaryColumns, language);
}

function excerptFromBody(html: string, title: string, language: string | undefined): string {
  const more = html.indexOf(moreMark);
  const passages = takePassages(html, title);
  const above = passages.flatMap((passage) => cutAtMark(passage, more));
  const isBelow = ({ end, text }: TextPassage): boolean => end > more && !text.endsWith(moreMark);
  const opening = above.filter(
    (passage, at) =>
      isProse(passage, title) || goesOn(passage, passages[at - 1]?.text, passages[at + 1]?.text),
  );
  // An author who put nothing but a quotation above the mark chose that, unless it is a notice, with its kind in bold.
  const quoted = above.filter(({ kind }) => kind === "quote");
  const isNotice = quoted.some(isBoldHeading);
  const lead = quoted.filter((passage) => !isNotice && isProse({ ...passage, kind: "paragraph" }, title));
  const chosen = (opening.length > 0 ? opening : lead).map(({ text }) => cleanProse(text, language));
  if (chosen.some((text) => text !== ""))
    return trimPassage(chosen.join(" "), !passages.some(isBelow), language);

  const end = passages.at(-1);
  if (end !== undefined && readClosingByLine(end.text) !== undefined) passages.pop();
  const choices: readonly (readonly [kinds: readonly string[], mayLead: boolean])[] = [
    [["paragraph"], false],
    // Words that only lead to something say less than a list above them.
    [["paragraph", "quote", "item"], true],
    [["cell", "caption"], true],
  ];
  for (const [kinds, mayLead] of choices) {
    for (const [at, passage] of passages.entries()) {
      const isChosen = kinds.includes(passage.kind) || isUnderTitle(passage, passages[at - 1], title);
      if (!isChosen || (passage.kind === "cell" && !isSaying(passage.text))) continue;
      if (!isProse({ ...passage, kind: "paragraph" }, title)) continue;
      const rest = passages.slice(at);
      if (!mayLead && (isLead(passage) || isRemark(passage) || isFragment(rest, title))) continue;
      if (!mayLead && isBehindLists(passages.slice(0, at), title)) break;
      const text = cleanProse(joinList(rest), language);
      const isLast =
        rest.slice(1).every(({ kind }) => kind === "item") && text.endsWith(rest.at(-1)?.text ?? "");
      if (text !== "") return trimPassage(text, rest.length === 1 || isLast, language);
    }
  }
  return "";
}

/** A passage above the mark, or as much of it as stands before a mark within it; none below. */
function cutAtMark(passage: TextPassage, more: number): readonly TextPassage[] {
  if (passage.end <= more) return [passage];
  const at = passage.text.indexOf(moreMark);
  return at <= 0 ? [] : [{ ...passage, text: passage.text.slice(0, at).trim(), end: more }];
}

/** Whether a cell of a table says something by itself, as where a table only lays out a page. */
function isSaying(text: string): boolean {
  return endsSentence(text) && /\p{L}/u.test(text);
}

/** Whether an item is the first under the title, said once more with a colon behind it. */
function isUnderTitle({ kind }: TextPassage, above: TextPassage | undefined, title: string): boolean {
  return (
    kind === "item" &&
    above?.kind === "paragraph" &&
    /[:：]$/.test(above.text) &&
    isSameTitle(above.text, title)
  );
}

/** Lists under headings of their own; where there are fewer, what stands above a text may be its contents. */
const leastLists = 2;

/** Whether an article begins with lists, section by section, so that a paragraph below them says no more what it is about. */
function isBehindLists(above: readonly TextPassage[], title: string): boolean {
  const first = above.find(({ kind }) => kind !== "heading");
  if (first?.kind !== "item" || !isProse({ ...first, kind: "paragraph" }, title)) return false;
  const start = above.indexOf(first);
  const lists = above.filter(
    ({ kind }, at) => at > start && kind === "item" && above[at - 1]?.kind === "heading",
  );
  return lists.length >= leastLists;
}

/** @param isLast whether nothing follows in the article: its last words are its author's end, with a full stop or without. */
function trimPassage(text: string, isLast: boolean, language: string | undefined): string {
  return isLast &&
    measureColumns(text) <= maxColumns &&
    /[^\s,;:：，、；\p{Pd}]$/u.test(text) &&
    !isCutOff(text)
    ? text
    : trimAtSentence(text, maxColumns, language);
}

/** Whether a few words in bold, on a line of their own, are the middle of a sentence, as an invitation is set. */
function goesOn(passage: TextPassage, above: string | undefined, below: string | undefined): boolean {
  if (passage.kind !== "paragraph" || above === undefined || below === undefined) return false;
  return isBoldHeading(passage) && /(?:\p{L}\p{M}*|,)$/u.test(above) && /^\p{Ll}/u.test(below);
}

/** The first passages; what an article is about is not said later. */
function takePassages(html: string, title: string): TextPassage[] {
  const passages: TextPassage[] = [];
  for (const passage of walkHtml(html))
    if (passages.push(withoutByLine(passage, title)) >= maxPassages) break;
  return passages;
}

/** A passage without the title or a by-line, right above its other lines. */
function withoutByLine(passage: TextPassage, title: string): TextPassage {
  const { kind, text, firstLine } = passage;
  if (kind !== "paragraph" || firstLine === "" || !text.startsWith(firstLine)) return passage;
  const rest = text.slice(firstLine.length).trimStart();
  // A sentence may begin with what the article is called after.
  const isTitle = isSameTitle(firstLine, title) && /^[^\p{Ll}\p{P}]/u.test(rest);
  return isTitle || isLoneByLine(firstLine) ? { ...passage, text: rest } : passage;
}

/** A summary that was cut with three dots ends in one ellipsis. */
function endAsGiven(summary: string): string {
  return summary.replace(/(?<![\s.])\s*\.{3,}$/, "…");
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * Without the sentences in which template syntax is left, as where an article is about templates, and, if there are
 * others, those with a hole where a template would have put a value; and without links to films and the like at its end, or
 * what is mostly addresses.
 */
function cleanProse(text: string, language: string | undefined): string {
  const marked = text.replaceAll(moreMark, "").trim();
  const shown = marked.slice(0, -playerLetters) + marked.slice(-playerLetters).replace(player, "");
  const plain = isMostlyAddresses(shown) ? withoutAddresses(shown) || shown : shown;
  if (!residue.test(plain) && !plain.includes(unknownValue)) return plain;
  const clean = splitSentences(plain.slice(0, 4000), language).filter((sentence) => !residue.test(sentence));
  const whole = clean.filter((sentence) => !sentence.includes(unknownValue));
  return withoutUnknown((whole.length > 0 ? whole : clean).join("")).trim();
}
