import { unknownValue } from "../template-syntax/basics/cleaning.ts";
import { endsSentence, splitSentences } from "../wording/split-sentences.ts";
import { isWhole, measureColumns } from "../wording/trim-text.ts";
import { isProse, maxLead } from "./prose-passages.ts";
import type { TextPassage } from "./walk-html.ts";

/** What a template would have put behind a label is the one thing that a passage says. */
const labelOfNothing = new RegExp(`^[^.!?:：]{1,60}[:：]\\s*${unknownValue}\\s*$`);
/** One word, as a form's answer is; in East Asia it may be a sentence. */
const word = /^[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+$/v;
/** Columns; what is shorter and ends in a comma, such as `Dear friends of the harbour,`, greets. */
const maxSalutation = 40;
const greeting =
  /^(?:hello|hi|hey|xin chào|chào|halo|hai|assalamu ?['’]?alaikum|السلام عليكم|مرحبا|أهلا|سلام|שלום|नमस्ते|大家好|各位好|哈[囉喽]|嗨|你好|こんにち[はわ]|こんばん[はわ]|みなさん|안녕하세요|สวัสดี|olá|hola|ciao|salut|bonjour|hallo|hej|привет|merhaba|cześć|ahoj)(?![\p{L}\p{M}]{0,2}[-'’])[^.。?？:：;；,，、!！]{0,30}[!！。.~～…]{0,3}$/iu;

/** Whether a passage only leads to what an article says: a greeting, a word, a label, a day. */
export function isLead({ text }: TextPassage): boolean {
  if (labelOfNothing.test(text) || isDayOfSomething(text)) return true;
  const columns = measureColumns(text);
  return (
    (columns <= maxSalutation && (greeting.test(text) || /[,，]$/.test(text))) ||
    (columns <= maxLead && (word.test(text) || /[:：]$/.test(text)))
  );
}

/** Whether a passage is facts up to a day, such as what was reviewed and when, and no sentence. */
function isDayOfSomething(text: string): boolean {
  return (
    /[:：]\s*(?:\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./]\d{4})$/.test(text) &&
    !/[.!?…]\s+\p{Lu}/u.test(text)
  );
}

/** Columns; what is longer says something, though without a full stop. */
const maxFragment = 60;
/** Of the passage below it; lines of a poem or a letter are less unlike. */
const leastTimes = 4;
/** Columns; what is shorter is no more of a text than the words above it. */
const leastText = 160;
/** Columns; what is longer says what the code below it does. */
const maxCodeLabel = 24;
/** Columns; what is shorter may be a remark between two pieces of code. */
const leastBelowCode = 60;
/** Passages; what stands further below code says no more what it is about. */
const maxBelow = 24;

/**
 * Whether the first of some passages is a few words without a sentence's end, such as who took part, that stand above a text with
 * one, or a label above code: no opening, as there is another.
 */
export function isFragment([passage, next, ...below]: readonly TextPassage[], title: string): boolean {
  if (passage === undefined || next === undefined) return false;
  const columns = measureColumns(passage.text);
  if (columns > maxFragment || isWhole(passage.text) || splitSentences(passage.text).length > 1) return false;
  const isText = (other: TextPassage): boolean => endsSentence(other.text) && isProse(other, title);
  if (next.kind === "code")
    return (
      columns <= maxCodeLabel &&
      !/[:：]$/.test(passage.text) &&
      below.slice(0, maxBelow).some((other) => measureColumns(other.text) >= leastBelowCode && isText(other))
    );
  return measureColumns(next.text) >= Math.max(leastText, leastTimes * columns) && isText(next);
}
