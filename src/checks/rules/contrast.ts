import type { Element } from "domhandler";
import { contrastRatio, formatColour } from "../page/colour.ts";
import type { CheckedPage } from "../page/checked-page.ts";
import { type ComputedStyle, hasDarkScheme, type Medium } from "../page/computed-styles.ts";
import { shownTexts } from "../page/shown-texts.ts";
import type { Observation, Rule } from "../rule.ts";

const source = "WCAG 1.4.3, Contrast (Minimum): 4.5:1, and 3:1 for text of 24 px, or of 18.66 px in bold";
const width = 600;

export const contrastLight: Rule = {
  id: "contrast-light",
  severity: "warning",
  looksAt: "text against its background on a light screen, as far as the styles tell; an error below 3:1",
  source,
  remedy: "Make the text darker or its background lighter in the theme's colours.",
  check: (page) => findLowContrast(page, { scheme: "light", width }),
};

export const contrastDark: Rule = {
  id: "contrast-dark",
  severity: "warning",
  looksAt: "the same on a dark screen, where the page has styles for one",
  source,
  remedy:
    "Set the colour under `prefers-color-scheme: dark` too, with !important over the element's own style.",
  check: (page) => (hasDarkScheme(page, page.sheets) ? findLowContrast(page, { scheme: "dark", width }) : []),
};

interface Pair {
  readonly first: Element;
  readonly text: string;
  readonly style: ComputedStyle;
  readonly ratio: number;
  readonly wanted: number;
  count: number;
}

/** One observation for each pair of colours: a theme repeats its mistakes. */
function findLowContrast(page: CheckedPage, medium: Medium): Observation[] {
  const pairs = new Map<string, Pair>();
  for (const { element, text, style } of shownTexts(page, medium)) {
    const { colour, background, fontSizePx, bold } = style;
    if (colour === undefined || background === undefined) continue;
    const wanted = fontSizePx >= 24 || (bold && fontSizePx >= 18.66) ? 3 : 4.5;
    const ratio = contrastRatio(colour, background);
    if (ratio >= wanted) continue;
    const key = `${formatColour(colour)} ${formatColour(background)} ${wanted}`;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, { first: element, text, style, ratio, wanted, count: 1 });
    else pair.count += 1;
  }
  return [...pairs.values()].map(({ first, text, style, ratio, wanted, count }) => ({
    at: first,
    severity: ratio < 3 ? "error" : "warning",
    message:
      `"${text.slice(0, 40)}" is ${formatColour(style.colour ?? { red: 0, green: 0, blue: 0, alpha: 1 })} on ` +
      `${formatColour(style.background ?? { red: 0, green: 0, blue: 0, alpha: 1 })} on a ${medium.scheme} screen, ` +
      `${ratio.toFixed(2)}:1; at least ${wanted}:1 is needed${count > 1 ? ` (${count} texts)` : ""}.`,
  }));
}
