import { readTopByLine } from "../wording/by-line.ts";
import { isNotProse } from "../wording/not-prose.ts";
import { isSameTitle } from "../wording/same-title.ts";
import { endsSentence, splitSentences } from "../wording/split-sentences.ts";
import { measureColumns } from "../wording/trim-text.ts";
import type { TextPassage } from "./walk-html.ts";

/** Letters; what is longer is a text, all of it a link. */
const maxMenu = 1000;
/** Of a menu's letters; a lead in bold may hold a link too. */
const leastLinked = 0.3;
/** Letters; what is longer is more than labels. */
const maxLabels = 100;
/** Words, and something behind their colon that is no address. */
const label = /^[^:：]{1,24}[:：](?!\/\/)\s*\S/;
/** Letters; what is longer is no caption, by where its picture stands. */
const maxCaption = { none: 0, above: 200, within: 600 } as const;
/** Columns; what is shorter and ends in a colon, such as `For example:`, says nothing without what follows. */
export const maxLead = 14;
/** Letters; what is longer and in italics is a lead. */
const maxRemark = 40;
/** Letters; what is longer and bold is a lead. */
const maxHeading = 60;

/** Whether a passage is a paragraph that says something: no title again, menu, fields, caption, heading or by-line. */
export function isProse(passage: TextPassage, title: string): boolean {
  const { kind, text, linked, bold } = passage;
  if (kind !== "paragraph" || !/[\p{L}\p{N}]/u.test(text) || isSameTitle(text, title)) return false;
  // Obsidian's tags may stand on a line of their own.
  if (/^(?:#[\p{L}\p{M}\p{N}\u200c_/-]+\s*)+$/u.test(text)) return false;
  // A line of nothing but links, and what they are in bold, is a menu, such as the article's translations.
  const letters = text.replace(/[\s\p{P}\p{S}]/gu, "").length;
  if (
    linked >= letters * leastLinked &&
    linked > 0 &&
    linked + bold >= letters * 0.9 &&
    text.length < maxMenu
  )
    return false;
  // So is a short one of labels and links behind them, such as where a demonstration stands.
  if (text.length < maxLabels && label.test(text) && !endsSentence(text)) {
    const valueLetters = text.replace(/^[^:：]*[:：]/, "").replace(/[\s\p{P}\p{S}]/gu, "").length;
    if (linked > 0 && linked >= valueLetters * 0.5) return false;
  }
  if (isFields(text, bold > 0 ? 2 : 3, bold >= letters * 0.9)) return false;
  // So is one of addresses, such as downloads, unless it says something besides.
  if (isMostlyAddresses(text) && withoutAddresses(text) === "") return false;
  if (isCaption(passage) || isBoldHeading(passage) || isNotProse(text)) return false;
  return readTopByLine(text) === undefined;
}

/** Whether a text is addresses more than words, and not addresses alone. */
export function isMostlyAddresses(text: string): boolean {
  const addresses = text.match(/https?:\/\/\S+/g)?.join("").length ?? 0;
  return addresses > text.length * 0.4 && text.length > addresses;
}

/** The sentences before the first that holds an address; empty where they are no whole ones. */
export function withoutAddresses(text: string): string {
  const sentences = splitSentences(text.slice(0, maxMenu));
  const at = sentences.findIndex((sentence) => sentence.includes("://"));
  const said = sentences
    .slice(0, at === -1 ? undefined : at)
    .join("")
    .trim();
  return endsSentence(said) && measureColumns(said) > 2 * maxLead ? said : "";
}

/** Letters; what is longer is a text. */
const maxFieldLength = 45;

/**
 * Whether a passage is some labels, two in bold or three that are not, each with a value that is no sentence, such as an article's status and date, or
 * when and where something takes place; where all of it is bold, a value may end in a full stop.
 */
function isFields(text: string, least: number, isAllBold: boolean): boolean {
  const labels = text.match(/[:：](?=\s|$)/g)?.length ?? 0;
  if (labels < least || text.length > labels * maxFieldLength) return false;
  return isAllBold || !/[.!?。！？।۔؟։](?=\s|$)/.test(text);
}

/** Whether a passage only says what is on the picture before it: all of it is emphasised, or small. */
function isCaption({ text, emphasised, picture }: TextPassage): boolean {
  return text.length <= maxCaption[picture] && emphasised >= text.replace(/\s/g, "").length * 0.9;
}

/** Whether a passage is a few words in italics, such as a remark above the text, or what stands over a list. */
export function isRemark({ text, emphasised }: TextPassage): boolean {
  return text.length <= maxRemark && emphasised >= text.replace(/\s/g, "").length * 0.9;
}

/** Whether a passage is a heading that is not marked as one: a few words, all bold, such as the title of a notice. */
export function isBoldHeading({ text, bold }: TextPassage): boolean {
  return text.length <= maxHeading && bold >= text.replace(/\s/g, "").length * 0.9 && !endsSentence(text);
}
