import type { Element } from "domhandler";
import { black, type Colour, layColour, parseColour, white } from "./colour.ts";
import { matchedDeclarations } from "./cascade.ts";
import { fontSizeOf, isBold, lineHeightOf } from "./font.ts";
import type { Medium } from "./media-query.ts";
import { parentOf, type ParsedHtml } from "./parse-html.ts";
import type { StyleSheet } from "./style-sheets.ts";

export type { Medium } from "./media-query.ts";

/** What is known of an element as shown. */
export interface ComputedStyle {
  /** Undefined: it cannot be known from the page. */
  readonly colour: Colour | undefined;
  /** The opaque colour behind its text; undefined under a picture or a colour that cannot be known. */
  readonly background: Colour | undefined;
  readonly fontSizePx: number;
  readonly bold: boolean;
  readonly lineHeightPx: number;
  readonly display: string;
  /** Not shown to a reader who looks. */
  readonly hidden: boolean;
  /** The declarations that won, by property. */
  readonly own: ReadonlyMap<string, string>;
}

/** Gives the computed style of an element; each is computed once. */
export type Styler = (element: Element) => ComputedStyle;

const inlineElements = new Set(
  "a abbr b bdi bdo br cite code del dfn em font i img ins kbd mark q s samp small span strong sub sup time u var".split(
    " ",
  ),
);

export function createStyler(parsed: ParsedHtml, sheets: readonly StyleSheet[], medium: Medium): Styler {
  const declared = matchedDeclarations(sheets, medium);
  const canvas = canvasOf(parsed, sheets, medium);
  const known = new Map<Element, ComputedStyle>();
  // From the outermost in, so that a deep page needs no deep stack.
  return (element) => {
    const chain: Element[] = [];
    for (let at: Element | undefined = element; at !== undefined && !known.has(at); at = parentOf(at))
      chain.push(at);
    for (const each of chain.reverse()) {
      const parent = parentOf(each);
      const around = (parent === undefined ? undefined : known.get(parent)) ?? canvas;
      known.set(each, compute(each, declared(each), around, canvas));
    }
    return known.get(element) ?? canvas;
  };
}

/** Whether the page says it has a dark look of its own. */
export function hasDarkScheme({ elements }: ParsedHtml, sheets: readonly StyleSheet[]): boolean {
  const isDark = (value: string | undefined): boolean => /\bdark\b/iu.test(value ?? "");
  return (
    elements.some(
      ({ name, attribs }) =>
        name === "meta" &&
        /^(?:supported-)?color-schemes?$/iu.test(attribs["name"] ?? "") &&
        isDark(attribs["content"]),
    ) ||
    sheets.some(({ rules }) =>
      rules.some(
        ({ within, declarations }) =>
          within.some(({ params }) => /prefers-color-scheme\s*:\s*dark/iu.test(params)) ||
          declarations.some(({ property, value }) => property === "color-scheme" && isDark(value)),
      ),
    )
  );
}

/** What shows where the page says nothing: white, or a program's dark grey (as in Chromium) on a page made for it. */
function canvasOf(parsed: ParsedHtml, sheets: readonly StyleSheet[], medium: Medium): ComputedStyle {
  const dark = medium.scheme === "dark" && hasDarkScheme(parsed, sheets);
  return {
    colour: dark ? white : black,
    background: dark ? { red: 18, green: 18, blue: 18, alpha: 1 } : white,
    fontSizePx: 16,
    bold: false,
    lineHeightPx: 19,
    display: "block",
    hidden: false,
    own: new Map(),
  };
}

function compute(
  element: Element,
  own: ReadonlyMap<string, string>,
  parent: ComputedStyle,
  canvas: ComputedStyle,
): ComputedStyle {
  const fontSizePx = fontSizeOf(element, own, parent.fontSizePx);
  const display = own.get("display") ?? (inlineElements.has(element.name) ? "inline" : "block");
  const background = backgroundOf(own, parent.background, canvas.background);
  const colour = colourOf(element, own, parent, canvas);
  return {
    colour: colour === undefined || background === undefined ? undefined : layColour(colour, background),
    background,
    fontSizePx,
    bold: isBold(element, own, parent.bold),
    lineHeightPx: lineHeightOf(own, fontSizePx, parent),
    display,
    hidden: parent.hidden || isHidden(own, display, fontSizePx),
    own,
  };
}

function colourOf(
  element: Element,
  own: ReadonlyMap<string, string>,
  parent: ComputedStyle,
  canvas: ComputedStyle,
): Colour | undefined {
  const value = own.get("color");
  if (value !== undefined)
    return /^(?:inherit|unset|currentcolor)$/iu.test(value) ? parent.colour : parseColour(value);
  // A link without a colour is the program's blue: light on dark, dark on light.
  if (element.name !== "a" || element.attribs["href"] === undefined) return parent.colour;
  return parseColour(canvas.colour === white ? "#9e9eff" : "#0000ee");
}

function backgroundOf(
  own: ReadonlyMap<string, string>,
  parent: Colour | undefined,
  canvas: Colour | undefined,
): Colour | undefined {
  if (/url\(|gradient\(/iu.test(own.get("background-image") ?? "")) return undefined;
  const value = own.get("background-color");
  if (value === undefined || /^(?:none|inherit|initial|unset|transparent)$/iu.test(value)) return parent;
  const colour = parseColour(value);
  if (colour === undefined) return undefined;
  if (colour.alpha === 1) return colour;
  const under = parent ?? canvas;
  return under === undefined || parent === undefined ? undefined : layColour(colour, under);
}

function isHidden(own: ReadonlyMap<string, string>, display: string, fontSizePx: number): boolean {
  const clipped = (own.get("overflow") ?? "").startsWith("hidden");
  const isZero = (property: string): boolean => /^0(?:px|%|em)?$/u.test(own.get(property) ?? "");
  return (
    display === "none" ||
    own.get("visibility") === "hidden" ||
    isZero("opacity") ||
    (clipped && (isZero("max-height") || isZero("height") || isZero("max-width")) && fontSizePx <= 1)
  );
}
