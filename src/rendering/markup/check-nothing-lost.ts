import { scanMarkup } from "./scan-markup.ts";
import { splitSlots } from "../slots/slots.ts";
import { TemplateFault } from "../templates/template-fault.ts";

/** How much text MJML's own elements may add between two pieces of ours, such as the blank of an `<mj-spacer>`. */
const additions = 64;

/**
 * Compares the text of the MJML with the text of the HTML made from it: MJML drops in silence what stands where
 * it expects none, such as text directly in a column.
 *
 * @throws TemplateFault at the first text, or slot, that got lost.
 */
export function checkNothingLost(mjml: string, html: string): void {
  const kept = textOf(html, "body")
    .map(({ text }) => text)
    .join("");
  // MJML puts the preview text first in the body.
  const preview = textOf(mjml, "mj-preview", "mj-preview")
    .map(({ text }) => text)
    .join("");
  let from = kept.startsWith(preview) ? preview.length : 0;
  for (const { text, start } of textOf(mjml, "mj-body")) {
    const found = kept.slice(from, from + text.length + additions).indexOf(text);
    if (found === -1)
      throw new TemplateFault(
        start,
        `text that MJML drops: "${shorten(text)}"`,
        "it inside an <mj-text>, <mj-table>, <mj-button> or <mj-raw>",
      );
    from += found + text.length;
  }
  const left = countMarks(html);
  for (const [mark, count] of countMarks(mjml)) {
    if ((left.get(mark) ?? 0) >= count) continue;
    throw new TemplateFault(
      mjml.indexOf(mark),
      `the slot ${mark.replace(/[\uFDD0\uFDD1]/g, "")} where MJML drops it`,
      "it inside the text or an attribute of an element",
    );
  }
}

/** Text without white space, piece by piece, from the start of one element to the end of another. */
function textOf(source: string, element: string, until?: string): { text: string; start: number }[] {
  const pieces: { text: string; start: number }[] = [];
  let inside = false;
  for (const token of scanMarkup(source)) {
    if (token.kind === "open" && token.name === element) inside = true;
    else if (token.kind === "close" && token.name === until) inside = false;
    if (!inside || token.kind !== "text") continue;
    const text = source.slice(token.start, token.end);
    const bare = text.replace(/\s+/g, "");
    if (bare !== "") pieces.push({ text: bare, start: token.start + text.search(/\S/) });
  }
  return pieces;
}

function countMarks(source: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [mark] of source.matchAll(/\uFDD0[^\uFDD1]*\uFDD1/g))
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}

function shorten(text: string): string {
  const { literals } = splitSlots(text);
  const plain = literals.join("…");
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
