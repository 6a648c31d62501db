import { endsSentence, splitSentences } from "../wording/split-sentences.ts";
import { measureColumns } from "../wording/trim-text.ts";
import { trimEndOf } from "../../platform/trim-end.ts";
import type { TextPassage } from "./walk-html.ts";

/** Columns; what is longer says enough. */
const maxItem = 60;
const maxItems = 180;

/**
 * The text of the first passage. A sentence that leads to a list is given with the first items of it, and a list as its first
 * items.
 */
export function joinList(passages: readonly TextPassage[]): string {
  const [first, next] = passages;
  if (first === undefined) return "";
  if (first.kind === "item") return joinItems(passages);
  if (next?.kind !== "item" || !/[:：]$/.test(first.text) || splitSentences(first.text).length > 1)
    return first.text;
  return `${first.text}${first.text.endsWith("：") ? "" : " "}${joinItems(passages.slice(1))}`;
}

/**
 * The first item of a list; where it is a few words and no sentence, with those behind it as far as they fit, as one line:
 * `boats: a new hull; two sails; nets`.
 */
function joinItems(passages: readonly TextPassage[]): string {
  let joined = "";
  for (const [at, { kind, text, depth }] of passages.entries()) {
    if (kind !== "item") break;
    const above = passages[at - 1];
    if (above === undefined) joined = text;
    else {
      // What follows the first is shown at least in part.
      if ((at > 1 && measureColumns(joined + text) > maxItems) || endsSentence(above.text)) break;
      joined = withSign(joined, depth > above.depth) + text;
    }
    if (measureColumns(text) > maxItem) break;
  }
  return joined;
}

/** What parts items: a colon before what lies within one, a semicolon before another, as the script writes them. */
function withSign(items: string, goesDeeper: boolean): string {
  const text = trimEndOf(items, (char) => /[\s\p{Pd}]/u.test(char));
  if (/[：；，、]$/.test(text)) return text;
  if (/[:;,]$/.test(text)) return `${text} `;
  if (/[\u2e80-\u9fff]/.test(text)) return text + (goesDeeper ? "：" : "；");
  if (goesDeeper) return `${text}: `;
  return /\p{Script=Arabic}/u.test(text) ? `${text}؛ ` : `${text}; `;
}
