import { splitSlots, writeSlot, type SlotPlace } from "./slots.ts";

/** Marks each slot with the place it stands in: HTML text, a whole address in `href` or `src`, or a part of one. */
export function placeSlots(html: string): string {
  const { literals, marks } = splitSlots(html);
  let out = literals[0] ?? "";
  marks.forEach((mark, index) => {
    const before = literals[index] ?? "";
    const after = literals[index + 1] ?? "";
    if (mark.kind === "value") out += writeSlot(mark.name, placeOf(before, mark.name.endsWith("Url")));
    else out += `\uFDD0${mark.kind === "start" ? "?" : "/"}${mark.name}\uFDD1`;
    out += after;
  });
  return out;
}

function placeOf(before: string, isUrl: boolean): SlotPlace {
  if (/\s(?:href|src)="$/.test(before)) return isUrl ? "url" : "urlPart";
  return /\s(?:href|src)="[^"]*$/.test(before) ? "urlPart" : "html";
}
