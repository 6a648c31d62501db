import type { HelperOptions } from "handlebars";
import type { IssueView } from "./issue-view.ts";
import { isSlotName, writeSlot, writeSlotRegion } from "./slots.ts";
import { chooseStrings, fillPhrase, fillPlural } from "./strings.ts";
import type { CountedPhraseName, InterfaceStrings, PhraseName } from "./languages/interface-strings.ts";

/** What a template may call beside Handlebars' own `if`, `unless`, `each`, `with` and `lookup`. */
export const helperNames = [
  "date",
  "dateRange",
  "readingTime",
  "plural",
  "truncate",
  "link",
  "t",
  "byline",
  "is",
  "slot",
  "ifSlot",
  "linkNumber",
] as const;

/** Stands for "the next number" in the plain text until an edition is put together. */
export const linkNumberMark = "\uFDD2";

type Helper = (this: unknown, ...parameters: unknown[]) => unknown;

/** @param format - Where the template's output goes: slots are escaped accordingly. */
export function createHelpers(format: "html" | "text"): Record<(typeof helperNames)[number], Helper> {
  return {
    date: (...all) => {
      const { first, view, hash } = read(all);
      return formatter(view, hash).format(toDate(first));
    },
    dateRange: (...all) => {
      const { first, second, view, hash } = read(all);
      return formatter(view, hash).formatRange(toDate(first), toDate(second));
    },
    readingTime: (...all) => {
      const { first, view } = read(all);
      return fillPlural(strings(view).readingTime, Number(first), view.language);
    },
    plural: (...all) => {
      const { first, second, view } = read(all);
      return fillPlural(strings(view)[String(second) as CountedPhraseName], Number(first), view.language);
    },
    truncate: (...all) => {
      const { first, second } = read(all);
      return truncate(String(first), Number(second));
    },
    link: (...all) => {
      const { first, hash } = read(all);
      return addCampaign(String(first), hash);
    },
    t: (...all) => {
      const { first, view, hash } = read(all);
      return fillPhrase(strings(view)[String(first) as PhraseName], hash);
    },
    byline: (...all) => {
      const { first, view } = read(all);
      const names = new Intl.ListFormat(view.language, { type: "conjunction" }).format(first as string[]);
      return fillPhrase(strings(view).byline, { names });
    },
    is: (...all) => all[0] === all[1],
    slot: (...all) => writeSlot(toSlotName(all[0]), format),
    ifSlot(...all) {
      const name = toSlotName(all[0]);
      const options = all.at(-1) as HelperOptions;
      return writeSlotRegion(name, options.fn(this));
    },
    linkNumber: () => linkNumberMark,
  };
}

function read(all: readonly unknown[]): {
  first: unknown;
  second: unknown;
  view: IssueView;
  hash: Record<string, unknown>;
} {
  const options = all.at(-1) as HelperOptions;
  const [first, second] = all.slice(0, -1);
  const { root } = options.data as { root: IssueView };
  return { first, second, view: root, hash: options.hash as Record<string, unknown> };
}

function strings(view: IssueView): InterfaceStrings {
  return chooseStrings(view.language);
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value;
  throw new Error(`expected a date, found ${JSON.stringify(value)}`);
}

const styles = {
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  medium: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short" },
  day: { day: "numeric", month: "long" },
  time: { hour: "numeric", minute: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function formatter(view: IssueView, hash: Record<string, unknown>): Intl.DateTimeFormat {
  const style = String(hash["style"] ?? "medium");
  if (!(style in styles))
    throw new Error(`style="${style}": expected one of ${Object.keys(styles).join(", ")}`);
  return new Intl.DateTimeFormat(view.language, {
    timeZone: view.timeZone,
    ...styles[style as keyof typeof styles],
  });
}

/** Cuts at a word within `length` characters as a reader counts them, and says so with an ellipsis. */
export function truncate(text: string, length: number): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  if (characters.length <= length) return text;
  const cut = characters.slice(0, Math.max(0, length - 1)).join("");
  const atWord = cut.replace(/\s+\S*$/u, "");
  return `${(atWord.length > cut.length / 2 ? atWord : cut).replace(/[\s,.;:–—-]+$/u, "")}…`;
}

function addCampaign(url: string, hash: Readonly<Record<string, unknown>>): string {
  if (!/^https?:/.test(url) || Object.keys(hash).length === 0) return url;
  const address = new URL(url);
  for (const [name, value] of Object.entries(hash)) {
    if (!address.searchParams.has(`utm_${name}`)) address.searchParams.set(`utm_${name}`, String(value));
  }
  return address.href;
}

function toSlotName(name: unknown) {
  if (isSlotName(name)) return name;
  throw new Error(`there is no slot ${JSON.stringify(name)}`);
}
