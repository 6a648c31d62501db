import { scanMarkup, type MarkupToken } from "../markup/scan-markup.ts";
import { splitSlots, writeRegionEdge, writeSlot, type SlotMark, type SlotPlace } from "./slots.ts";
import { TemplateFault } from "../templates/template-fault.ts";

/** Attributes whose value is an address. */
const addressAttributes = new Set(["href", "src", "action", "background"]);

/** A slot that stands where no value is safe; `offset` is of the HTML. */
interface Misplaced {
  readonly offset: number;
  readonly where: string;
}

/**
 * Notes in each slot where it stands, so that a reader's value is escaped for that place: text or a quoted
 * attribute, a whole address, or a part of one.
 *
 * @param mjml - What the HTML was made from, to say where a fault is.
 * @throws TemplateFault for a slot where no value is safe: in a style, a comment, or an attribute without quotes.
 */
export function placeSlots(html: string, mjml: string): string {
  let styled = false;
  const pieces = scanMarkup(html).map((token) => {
    if (token.kind === "open") styled = token.name === "style" || token.name === "script";
    const piece = html.slice(token.start, token.end);
    if (!piece.includes("\uFDD0")) return piece;
    const placed = placeInToken(token, html, styled);
    if (typeof placed === "string") return placed;
    throw new TemplateFault(
      findAgain(html, placed.offset, mjml),
      `a slot ${placed.where}`,
      "it in text, or in an attribute in double quotes",
    );
  });
  return pieces.join("");
}

function placeInToken(token: MarkupToken, html: string, styled: boolean): string | Misplaced {
  if (token.kind === "open") return placeInTag(token, html);
  const piece = html.slice(token.start, token.end);
  const offset = token.start + piece.indexOf("\uFDD0");
  if (token.kind !== "text") return { offset, where: "in a comment" };
  return styled ? { offset, where: "in a style" } : rewrite(piece, () => "html");
}

function placeInTag(tag: Extract<MarkupToken, { kind: "open" }>, html: string): string | Misplaced {
  let out = "";
  let from = tag.start;
  for (const { name, quote, start, end } of tag.attributes) {
    const value = html.slice(start, end);
    if (!value.includes("\uFDD0")) continue;
    const offset = start + value.indexOf("\uFDD0");
    if (quote === "" || name === "style" || name.startsWith("on"))
      return { offset, where: `in ${name} of <${tag.name}>` };
    out += html.slice(from, start);
    out += rewrite(value, (mark, isStart) => {
      if (!addressAttributes.has(name)) return "html";
      return isStart && mark.name.endsWith("Url") ? "url" : "urlPart";
    });
    from = end;
  }
  const rest = html.slice(from, tag.end);
  const left = rest.indexOf("\uFDD0");
  return left === -1 ? out + rest : { offset: from + left, where: `in the tag <${tag.name}>` };
}

/** An address may go on after a slot that begins it, such as with `&amp;from=letter`. */
function rewrite(piece: string, placeOf: (mark: SlotMark, isStart: boolean) => SlotPlace): string {
  const { literals, marks } = splitSlots(piece);
  return literals
    .map((literal, index) => {
      const mark = marks[index];
      if (mark === undefined) return literal;
      if (mark.kind !== "value") return literal + writeRegionEdge(mark.kind, mark.name);
      return literal + writeSlot(mark.name, placeOf(mark, index === 0 && literal === ""));
    })
    .join("");
}

/** The same slot in the MJML: the occurrence of the same count, or the last. */
function findAgain(html: string, offset: number, mjml: string): number {
  const mark = html.slice(offset, html.indexOf("\uFDD1", offset) + 1);
  let at = mjml.indexOf(mark);
  for (let seen = html.indexOf(mark); seen !== -1 && seen < offset; seen = html.indexOf(mark, seen + 1)) {
    const next = mjml.indexOf(mark, at + 1);
    if (next !== -1) at = next;
  }
  return Math.max(0, at);
}
