import { namedColours } from "./named-colours.ts";

/** sRGB: red, green and blue from 0 to 255, opacity from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
export const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };

/**
 * Reads a CSS colour: hexadecimal, name, `rgb()`, `hsl()` and `transparent`.
 *
 * @returns Undefined for anything that cannot be known from the text, such as `var()` or `oklch()`.
 */
export function parseColour(text: string): Colour | undefined {
  const value = text.trim().toLowerCase();
  if (value === "transparent") return { ...black, alpha: 0 };
  const named = namedColours.get(value);
  if (named !== undefined) return parseHex(named);
  if (value.startsWith("#")) return parseHex(value.slice(1));
  const [, name, inside = ""] = /^(rgb|hsl)a?\(([^()]*)\)$/u.exec(value) ?? [];
  const parts = inside.split(/[\s,/]+/u).filter((part) => part !== "");
  if (name === undefined || parts.length < 3 || parts.length > 4) return undefined;
  const alpha = parts[3] === undefined ? 1 : parsePart(parts[3], 1);
  return name === "rgb" ? parseRgb(parts, alpha) : parseHsl(parts, alpha);
}

function parseHex(digits: string): Colour | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/u.test(digits)) return undefined;
  const long = digits.length < 6 ? digits.replace(/./gu, "$&$&") : digits;
  const part = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16);
  return { red: part(0), green: part(2), blue: part(4), alpha: long.length === 8 ? part(6) / 255 : 1 };
}

/** A number, or a percentage of `whole`. */
function parsePart(text: string, whole: number): number | undefined {
  const [, digits, percent] = /^(-?[\d.]+)(%)?$/u.exec(text) ?? [];
  const value = Number(digits);
  if (digits === undefined || Number.isNaN(value)) return undefined;
  return Math.min(whole, Math.max(0, percent === undefined ? value : (value / 100) * whole));
}

function parseRgb(parts: readonly string[], alpha: number | undefined): Colour | undefined {
  const [red, green, blue] = parts.map((part) => parsePart(part, 255));
  if (red === undefined || green === undefined || blue === undefined || alpha === undefined) return undefined;
  return { red, green, blue, alpha };
}

/** CSS Color 4, section 7.1. */
function parseHsl([hueText = "", ...rest]: readonly string[], alpha: number | undefined): Colour | undefined {
  const hue = Number.parseFloat(hueText);
  const [saturation, lightness] = rest.map((part) => parsePart(part.endsWith("%") ? part : `${part}%`, 1));
  if (Number.isNaN(hue) || saturation === undefined || lightness === undefined || alpha === undefined)
    return undefined;
  const channel = (offset: number): number => {
    const turn = (((offset + hue / 30) % 12) + 12) % 12;
    const spread = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - spread * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)));
  };
  return { red: channel(0), green: channel(8), blue: channel(4), alpha };
}

/** What is seen where `over` lies on an opaque `under`. */
export function layColour(over: Colour, under: Colour): Colour {
  const mix = (top: number, bottom: number): number => top * over.alpha + bottom * (1 - over.alpha);
  return {
    red: mix(over.red, under.red),
    green: mix(over.green, under.green),
    blue: mix(over.blue, under.blue),
    alpha: 1,
  };
}

/** WCAG 2.2, "contrast ratio": from 1 to 21, of two opaque colours. */
export function contrastRatio(one: Colour, other: Colour): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance({ red, green, blue }: Colour): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

export function formatColour({ red, green, blue }: Colour): string {
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}
