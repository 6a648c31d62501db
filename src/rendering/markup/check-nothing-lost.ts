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
  const kept = readTexts(html, ["body"])
    .map(({ bare }) => bare)
    .join("");
  let from = 0;
  // MJML puts the preview text first in the body.
  for (const { bare, start, end } of readTexts(mjml, ["mj-preview", "mj-body"])) {
    const found = kept.slice(from, from + bare.length + additions).indexOf(bare);
    if (found === -1) {
      throw new TemplateFault(
        start,
        `text that MJML drops: "${shorten(mjml.slice(start, end))}"`,
        "it inside an <mj-text>, <mj-table>, <mj-button> or <mj-raw>",
      );
    }
    from += found + bare.length;
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

interface TextPiece {
  /** Without white space. */
  readonly bare: string;
  readonly start: number;
  readonly end: number;
}

/** The text of the elements named, piece by piece. */
function readTexts(source: string, elements: readonly string[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let inside: string | undefined;
  for (const token of scanMarkup(source)) {
    if (token.kind === "open" && elements.includes(token.name)) inside = token.name;
    else if (token.kind === "close" && token.name === inside) inside = undefined;
    if (inside === undefined || token.kind !== "text") continue;
    const bare = source.slice(token.start, token.end).replace(/\s+/g, "");
    if (bare !== "") pieces.push({ bare, start: token.start, end: token.end });
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
  const plain = splitSlots(text).literals.join("…").replace(/\s+/g, " ").trim();
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
