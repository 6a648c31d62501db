import type { HelperOptions } from "handlebars";
import { dateStyles, type HelperName } from "./helper-rules.ts";
import { htmlToText } from "../text/html-to-text.ts";
import type { IssueView } from "../view/issue-view.ts";
import type { CountedPhraseName, PhraseName } from "../view/languages/interface-strings.ts";
import { linkNumber } from "../text/link-numbers.ts";
import { chooseStrings, fillPhrase, fillPlural, formatNumber, isolate } from "../view/phrases.ts";
import { isSlotName, writeSlot, writeSlotRegion, type SlotName } from "../slots/slots.ts";
import { truncate } from "../text/truncate.ts";
import { dateFormat, listFormat } from "../view/formats.ts";

/** As Handlebars calls one: the parameters, then its options. */
export type Helper = (this: unknown, ...all: unknown[]) => unknown;

/** A helper's call, taken apart. */
interface HelperCall {
  readonly parameters: readonly unknown[];
  readonly named: Readonly<Record<string, unknown>>;
  readonly view: IssueView;
}

/**
 * The helpers of templates, as helper-rules.ts lists them. Their parameters were checked before the template runs.
 *
 * @param format - Where the template's output goes: slots are escaped accordingly.
 */
export function createHelpers(format: "html" | "text"): Record<HelperName, Helper> {
  const place = format;
  return {
    date: helper(({ parameters: [day], named, view }) => dateFormatOf(view, named).format(day as Date)),
    dateRange: helper(({ parameters: [first, last], named, view }) =>
      formatRange(dateFormatOf(view, named), first as Date, last as Date),
    ),
    readingTime: helper(({ parameters: [minutes], view }) => counted(view, "readingTime", minutes)),
    number: helper(({ parameters: [value], view }) => formatNumber(value as number, view.language)),
    plural: helper(({ parameters: [count, phrase], view }) =>
      counted(view, phrase as CountedPhraseName, count),
    ),
    truncate: helper(({ parameters: [text, length] }) => truncate(text as string, length as number)),
    upper: helper(({ parameters: [text], view }) => (text as string).toLocaleUpperCase(view.language)),
    link: helper(({ parameters: [url], named }) => addCampaign(url as string, named)),
    t: helper(({ parameters: [phrase], named, view }) => {
      const values = Object.entries(named).map(
        ([name, value]) => [name, isolate(String(value), view.direction)] as const,
      );
      return fillPhrase(chooseStrings(view.language)[phrase as PhraseName], Object.fromEntries(values));
    }),
    byline: helper(({ parameters: [authors], view }) => {
      const isolated = (authors as string[]).map((name) => isolate(name, view.direction));
      const names = isolated.length === 1 ? isolated[0] : listFormat(view.language).format(isolated);
      return fillPhrase(chooseStrings(view.language).byline, { names });
    }),
    is: helper(({ parameters: [one, other] }) => one === other),
    slot: helper(({ parameters: [name] }) => writeSlot(toSlotName(name), place)),
    ifSlot(name, options) {
      return writeSlotRegion(toSlotName(name), (options as HelperOptions).fn(this));
    },
    linkNumber: helper(({ parameters: [url] }) => linkNumber(url as string)),
    plain: helper(({ parameters: [html] }) => htmlToText(html as string)),
  };
}

function helper(run: (call: HelperCall) => unknown): Helper {
  return (...all) => {
    const options = all.at(-1) as HelperOptions;
    const { root } = options.data as { root: IssueView };
    return run({ parameters: all.slice(0, -1), named: options.hash as Record<string, unknown>, view: root });
  };
}

function counted(view: IssueView, phrase: CountedPhraseName, count: unknown): string {
  return fillPlural(chooseStrings(view.language)[phrase], count as number, view.language);
}

function dateFormatOf(view: IssueView, named: Readonly<Record<string, unknown>>): Intl.DateTimeFormat {
  const style = dateStyles[(named["style"] ?? "medium") as keyof typeof dateStyles];
  return dateFormat(view.language, view.timeZone, style);
}

/** Intl has no range in words for some languages (Japanese, Chinese) and falls back to `11/15～11/22`. */
function formatRange(format: Intl.DateTimeFormat, first: Date, last: Date): string {
  const range = format.formatRange(first, last);
  if (!range.includes("/") || format.format(first).includes("/")) return range;
  const between =
    format.formatRangeToParts(first, last).find(({ source }) => source === "shared")?.value ?? "–";
  return `${format.format(first)}${between}${format.format(last)}`;
}

/** Adds `utm_` parameters that the address does not have, to web addresses only. */
function addCampaign(url: string, named: Readonly<Record<string, unknown>>): string {
  if (!/^https?:/.test(url)) return url;
  const address = new URL(url);
  for (const [name, value] of Object.entries(named)) {
    if (!address.searchParams.has(`utm_${name}`)) address.searchParams.append(`utm_${name}`, String(value));
  }
  return Object.keys(named).length === 0 ? url : address.href;
}

function toSlotName(name: unknown): SlotName {
  if (isSlotName(name)) return name;
  throw new Error(`There is no slot ${JSON.stringify(name)}.`);
}
