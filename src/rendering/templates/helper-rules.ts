import { en } from "../view/languages/en.ts";
import { slotNames } from "../slots/slots.ts";
import type { DataType } from "./template-data.ts";

/** What a helper takes: each parameter by the kinds of data it may be, or the literal words allowed. */
export interface HelperRule {
  readonly about: string;
  /** An example. */
  readonly use: string;
  readonly parameters: readonly (
    readonly DataType["kind"][] | { readonly words: readonly string[] } | "any"
  )[];
  /** Named values: allowed words, or anything. */
  readonly named: Readonly<Record<string, readonly string[] | "any">>;
  /** Used as `{{#name}}…{{/name}}`, and only so. */
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
  date: {
    about: "A date in the newsletter’s language and time zone.",
    use: '{{date firstDay style="long"}}',
    parameters: [["date"]],
    named: style,
  },
  dateRange: {
    about: "From one date to another, what they share written once.",
    use: '{{dateRange firstDay lastDay style="day"}}',
    parameters: [["date"], ["date"]],
    named: style,
  },
  readingTime: {
    about: "Minutes as a phrase, such as “4 min read”.",
    use: "{{readingTime minutes}}",
    parameters: [["number"]],
    named: {},
  },
  number: {
    about: "A number in the language’s digits and grouping.",
    use: "{{number storyCount}}",
    parameters: [["number"]],
    named: {},
  },
  plural: {
    about: "A counted phrase in the right form, such as “3 stories”.",
    use: '{{plural storyCount "storyCount"}}',
    parameters: [["number"], { words: countedPhrases }],
    named: {},
  },
  truncate: {
    about: "At most so many characters, cut after a sentence or a word.",
    use: "{{truncate excerpt 120}}",
    parameters: [["text"], ["number"]],
    named: {},
  },
  upper: {
    about: "In capitals, by the language’s rules; for plain text.",
    use: "{{upper title}}",
    parameters: [["text"]],
    named: {},
  },
  link: {
    about:
      "An address with `utm_` parameters added, each unless it is there already. Without names, the address as it is.",
    use: '{{link url source="weekly" medium="email" campaign=key}}',
    parameters: [["address"]],
    named: { source: "any", medium: "any", campaign: "any", term: "any", content: "any" },
  },
  t: {
    about:
      "One of Gazette’s own phrases, in the newsletter’s language; what stands in braces in a phrase is given by name.",
    use: '{{t "inBrief"}}',
    parameters: [{ words: phrases }],
    named: Object.fromEntries(
      ["number", "dates", "names", "title", "address"].map((name) => [name, "any" as const]),
    ),
  },
  byline: {
    about: "Names as a by-line, such as “By Ada and Tom”.",
    use: "{{byline authors}}",
    parameters: [["list"]],
    named: {},
  },
  is: {
    about: "Are two values the same?",
    use: '{{#if (is role "lead")}}',
    parameters: ["any", "any"],
    named: {},
  },
  slot: {
    about: "A value of the reader, filled in for each copy and escaped for where it stands.",
    use: '{{slot "unsubscribeUrl"}}',
    parameters: [{ words: slotNames }],
    named: {},
  },
  ifSlot: {
    about: "Left out for readers whose value is empty.",
    use: '{{#ifSlot "name"}}…{{/ifSlot}}',
    parameters: [{ words: slotNames }],
    named: {},
    isBlock: true,
  },
  linkNumber: {
    about: "`[3]`: the number of an address in the plain text; the same address keeps its number.",
    use: "{{linkNumber url}}",
    parameters: [["address"]],
    named: {},
  },
  plain: {
    about: "HTML as plain text, for the text template.",
    use: "{{plain html}}",
    parameters: [["html"]],
    named: {},
  },
} as const satisfies Record<string, HelperRule>;

export type HelperName = keyof typeof helperRules;
