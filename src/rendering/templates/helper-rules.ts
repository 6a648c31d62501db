import { en } from "../view/languages/en.ts";
import { slotNames } from "../slots/slots.ts";
import type { DataType } from "./template-data.ts";

/** What a helper takes: each parameter by the kinds of data it may be, or the literal words allowed. */
export interface HelperRule {
  readonly use: string;
  readonly parameters: readonly (
    readonly DataType["kind"][] | { readonly words: readonly string[] } | "any"
  )[];
  /** Named values: allowed words, or anything. `undefined`: see `phrase`. */
  readonly named: Readonly<Record<string, readonly string[] | "any">>;
  readonly isBlock?: boolean;
}

/** The `style`s of dates, by name. */
export const dateStyles = {
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  medium: { day: "numeric", month: "long", year: "numeric" },
  day: { day: "numeric", month: "long" },
  short: { day: "numeric", month: "short" },
  weekday: { weekday: "long" },
  year: { year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const phrases = Object.entries(en)
  .filter(([, value]) => typeof value === "string")
  .map(([name]) => name);
const countedPhrases = Object.entries(en)
  .filter(([, value]) => typeof value === "object")
  .map(([name]) => name);
const style = { style: Object.keys(dateStyles) };

/** What a template may call beside Handlebars' own `if`, `unless`, `each`, `with` and `lookup`. */
export const helperRules = {
  date: { use: '{{date firstDay style="long"}}', parameters: [["date"]], named: style },
  dateRange: {
    use: '{{dateRange firstDay lastDay style="day"}}',
    parameters: [["date"], ["date"]],
    named: style,
  },
  readingTime: { use: "{{readingTime minutes}}", parameters: [["number"]], named: {} },
  number: { use: "{{number storyCount}}", parameters: [["number"]], named: {} },
  plural: {
    use: '{{plural storyCount "storyCount"}}',
    parameters: [["number"], { words: countedPhrases }],
    named: {},
  },
  truncate: { use: "{{truncate excerpt 120}}", parameters: [["text"], ["number"]], named: {} },
  upper: { use: "{{upper title}}", parameters: [["text"]], named: {} },
  link: {
    use: '{{link url source="weekly" medium="email" campaign=key}}',
    parameters: [["address"]],
    named: { source: "any", medium: "any", campaign: "any", term: "any", content: "any" },
  },
  t: {
    use: '{{t "inBrief"}}',
    parameters: [{ words: phrases }],
    named: Object.fromEntries(
      ["number", "dates", "names", "title", "address"].map((name) => [name, "any" as const]),
    ),
  },
  byline: { use: "{{byline authors}}", parameters: [["list"]], named: {} },
  is: { use: '{{#if (is role "lead")}}', parameters: ["any", "any"], named: {} },
  slot: { use: '{{slot "unsubscribeUrl"}}', parameters: [{ words: slotNames }], named: {} },
  ifSlot: {
    use: '{{#ifSlot "name"}}…{{/ifSlot}}',
    parameters: [{ words: slotNames }],
    named: {},
    isBlock: true,
  },
  linkNumber: { use: "{{linkNumber url}}", parameters: [["address"]], named: {} },
  plain: { use: "{{plain html}}", parameters: [["html"]], named: {} },
} as const satisfies Record<string, HelperRule>;

export type HelperName = keyof typeof helperRules;
