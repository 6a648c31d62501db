import type { Element } from "domhandler";

/** CSS Fonts 4, section 3.5, at a medium size of 16 px. */
const sizeWords: Readonly<Record<string, number>> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
};

/** What browsers give an element of its own, as a multiple of its parent's size. */
const ownScale: Readonly<Record<string, number>> = {
  h1: 2,
  h2: 1.5,
  h3: 1.17,
  h5: 0.83,
  h6: 0.67,
  small: 0.83,
  sub: 0.83,
  sup: 0.83,
};

const boldElements = new Set(["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"]);

/** A CSS length in pixels; undefined for what depends on a layout. */
export function lengthPx(value: string | undefined, emPx: number): number | undefined {
  const [, digits, unit] = /^(-?\d*\.?\d+)(px|pt|em|rem|%)?$/iu.exec(value?.trim() ?? "") ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  switch (unit?.toLowerCase()) {
    case undefined:
      return number === 0 ? 0 : undefined;
    case "px":
      return number;
    case "pt":
      return (number * 4) / 3;
    case "rem":
      return number * 16;
    case "%":
      return (number / 100) * emPx;
    default:
      return number * emPx;
  }
}

export function fontSizeOf(element: Element, own: ReadonlyMap<string, string>, parentPx: number): number {
  const value =
    own.get("font-size") ?? /(?:^|\s)([\d.]+(?:px|pt|em|rem|%))/u.exec(own.get("font") ?? "")?.[1];
  if (value === undefined) return parentPx * (ownScale[element.name] ?? 1);
  const word = value.toLowerCase();
  if (word === "smaller") return parentPx / 1.2;
  if (word === "larger") return parentPx * 1.2;
  return lengthPx(word, parentPx) ?? sizeWords[word] ?? parentPx;
}

export function isBold({ name }: Element, own: ReadonlyMap<string, string>, parent: boolean): boolean {
  const value = own.get("font-weight");
  if (value === undefined) return boldElements.has(name) || parent;
  if (/^(?:inherit|unset)$/iu.test(value)) return parent;
  return /^bold/iu.test(value) || Number(value) >= 700;
}

/** A number without a unit multiplies the element's own size; what is not said is inherited in proportion. */
export function lineHeightOf(
  own: ReadonlyMap<string, string>,
  fontSizePx: number,
  parent: { readonly lineHeightPx: number; readonly fontSizePx: number },
): number {
  const value = own.get("line-height")?.trim();
  const inherited =
    parent.fontSizePx === 0 ? fontSizePx * 1.2 : (parent.lineHeightPx / parent.fontSizePx) * fontSizePx;
  if (value === undefined) return inherited;
  if (/^\d*\.?\d+$/u.test(value)) return Number(value) * fontSizePx;
  return lengthPx(value, fontSizePx) ?? inherited;
}
