import { endsSentence } from "../wording/split-sentences.ts";
import { measureColumns } from "../wording/trim-text.ts";
import { trimEndOf } from "../../platform/trim-end.ts";
import type { TextPassage } from "./walk-html.ts";

/** Columns; what is longer says enough. */
const maxItem = 60;
const maxItems = 180;

/**
 * The first item of a list; where it is a few words and no sentence, with those behind it as far as they fit, as one line:
 * `boats: a new hull; two sails; nets`.
 */
export function joinItems(passages: readonly TextPassage[]): string {
  let joined = "";
  let above: TextPassage | undefined;
  for (const passage of passages) {
    const { kind, text, depth } = passage;
    if (kind !== "item") break;
    if (above === undefined) joined = text;
    else {
      if (measureColumns(joined + text) > maxItems || endsSentence(above.text)) break;
      joined = withSign(joined, depth > above.depth) + text;
    }
    if (measureColumns(text) > maxItem) break;
    above = passage;
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
