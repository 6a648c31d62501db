import type { Reader } from "../edition.ts";

/** The values that differ between two readers of one edition. */
export const slotNames = [
  "address",
  "name",
  "unsubscribeUrl",
  "preferencesUrl",
] as const satisfies readonly (keyof Reader)[];
export type SlotName = (typeof slotNames)[number];

/*
 * Markers are built from Unicode noncharacters (U+FDD0 to U+FDEF), which no text may contain: `cleanText` takes
 * them out of every value before rendering, so no article can forge a slot.
 */
const open = "\uFDD0";
const close = "\uFDD1";

/** Where a slot stands decides how its value is escaped. */
export type SlotPlace = "html" | "url" | "urlPart" | "text";

const pattern = /\uFDD0([?/]?)(?:(\w+):)?(\w+)\uFDD1/g;

export interface SlotMark {
  readonly kind: "value" | "start" | "end";
  readonly name: SlotName;
  /** `html` until `placeSlots` has looked. */
  readonly place: SlotPlace;
}

export function isSlotName(name: unknown): name is SlotName {
  return slotNames.some((known) => known === name);
}

export function writeSlot(name: SlotName, place: SlotPlace): string {
  return `${open}${place}:${name}${close}`;
}

/** A part that is left out where the reader's value is empty. */
export function writeSlotRegion(name: SlotName, content: string): string {
  return `${writeRegionEdge("start", name)}${content}${writeRegionEdge("end", name)}`;
}

/** One end of such a part, as `splitSlots` found it. */
export function writeRegionEdge(kind: "start" | "end", name: SlotName): string {
  return `${open}${kind === "start" ? "?" : "/"}${name}${close}`;
}

/** A text cut at its slots: `literals` has one piece more than `marks`. */
export interface SplitText {
  readonly literals: readonly string[];
  readonly marks: readonly SlotMark[];
}

export function splitSlots(source: string): SplitText {
  const literals: string[] = [];
  const marks: SlotMark[] = [];
  let from = 0;
  for (const match of source.matchAll(pattern)) {
    const [whole, sign, place, name] = match;
    if (!isSlotName(name)) throw new Error(`A marker names an unknown slot: ${String(name)}.`);
    literals.push(source.slice(from, match.index));
    marks.push({
      kind: sign === "?" ? "start" : sign === "/" ? "end" : "value",
      name,
      place: toPlace(place),
    });
    from = match.index + whole.length;
  }
  literals.push(source.slice(from));
  return { literals, marks };
}

function toPlace(text: string | undefined): SlotPlace {
  return text === "url" || text === "urlPart" || text === "text" ? text : "html";
}
