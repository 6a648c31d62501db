import { toOneLine } from "../../wording/one-line.ts";
import type { FrontMatter, FrontMatterValue } from "../front-matter.ts";
import { normaliseLanguage } from "./normalise-language.ts";

/** Tables that generators keep an article's own fields in: Hugo's `params`, Zola's `extra` and `taxonomies`, Grav's `taxonomy`. */
const innerTables = ["params", "extra", "taxonomies", "taxonomy"];

/** What themes' own samples put where something is to be filled in, and many blogs still have. */
const samples = new Set([
  "https://canonical.url/to/page",
  "Desc Text.",
  "Examples of text, typography, math equations, diagrams, flowcharts, pictures, videos, and more.",
  "Examples and code for displaying images in posts.",
  "<image path/url>",
  "<alt text>",
  "<text>",
]);

/** The front matter that was searched last, and its tables: one is searched some thirty times, and hardly any has tables. */
let searched: { readonly fields: FrontMatter; readonly tables: readonly FrontMatter[] } | undefined;

function findTables(fields: FrontMatter): readonly FrontMatter[] {
  if (searched?.fields !== fields)
    searched = { fields, tables: innerTables.map((table) => fields.get(table)).filter(isMap) };
  return searched.tables;
}

/** The first of some keys that has a value, looked for at the top and then in the generators' own tables. */
export function findValue(
  fields: FrontMatter,
  keys: readonly string[],
): { key: string; value: FrontMatterValue } | undefined {
  const found = findOwn(fields, keys);
  if (found !== undefined) return found;
  for (const table of findTables(fields)) {
    const inner = findOwn(table, keys);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Those of some keys that front matter has, at the top or in a table; one search for many keys, of which few are there. */
export function findGiven(fields: FrontMatter, keys: { readonly has: (key: string) => boolean }): string[] {
  const given: string[] = [];
  for (const key of fields.keys()) if (keys.has(key)) given.push(key);
  for (const table of findTables(fields))
    for (const key of table.keys()) if (keys.has(key) && !given.includes(key)) given.push(key);
  return given;
}

function findOwn(
  fields: FrontMatter,
  keys: readonly string[],
): { key: string; value: FrontMatterValue } | undefined {
  for (const key of keys) {
    const value = fields.get(key);
    if (value === undefined || value === null || value === "") continue;
    if (typeof value !== "string" || !samples.has(value)) return { key, value };
  }
  return undefined;
}

/** One line of text; undefined where there is none, or where the value is a list or a map. */
export function readText(fields: FrontMatter, ...keys: readonly string[]): string | undefined {
  return toText(findValue(fields, keys)?.value);
}

function toText(value: FrontMatterValue | undefined): string | undefined {
  const text = typeof value === "string" ? toOneLine(value) : "";
  return text === "" || text === "~" || text === "null" ? undefined : text;
}

/**
 * As `readText`; of a map of languages, `title: { th: …, en: … }`, what it says in the article's own, or else in the first.
 *
 * @param language BCP 47.
 */
export function readTranslated(
  fields: FrontMatter,
  keys: readonly string[],
  language: string | undefined,
): string | undefined {
  const value = findValue(fields, keys)?.value;
  if (!isMap(value)) return toText(value);
  // Keys are folded: `zh-Hans` stands there as `zhhans`.
  const languages = [...value.keys()].map((key) => ({
    key,
    tag: key.replace(/^([a-z]{2})-?(?=[a-z])/, "$1-"),
  }));
  const isOfLanguages =
    languages.some(({ key }) => key.length === 2) &&
    languages.every(
      ({ tag }) => /^[a-z]{2}(?:-[a-z]{2,4})?$/.test(tag) && normaliseLanguage(tag) !== undefined,
    );
  if (!isOfLanguages) return undefined;
  const spoken = languages.filter(({ key }) => readText(value, key) !== undefined);
  const short = language?.slice(0, 2).toLowerCase();
  const own =
    spoken.find(({ tag }) => normaliseLanguage(tag) === language) ??
    spoken.find(({ key }) => key === short) ??
    spoken.find(({ key }) => key.slice(0, 2) === short) ??
    spoken[0];
  return own === undefined ? undefined : readText(value, own.key);
}

/** Yes and no, as people write them who name the fields in their own language. */
const yes = new Set(
  "true yes on 1 ja oui sí si sì sim tak ano áno da да так evet igen kyllä jah ναι نعم بله כן हाँ हां ใช่ có ya 是 はい 예 네".split(
    " ",
  ),
);
const no = new Set(
  "false no off 0 nein nee nej nei non não nao nie ne не нет ні hayır hayir nem ei όχι لا خیر לא नहीं ไม่ không tidak 否 不是 いいえ 아니요 아니오".split(
    " ",
  ),
);

/** Undefined where the key is absent or its value is neither yes nor no. */
export function readBoolean(fields: FrontMatter, ...keys: readonly string[]): boolean | undefined {
  const answer =
    readText(fields, ...keys)
      ?.normalize("NFC")
      .toLowerCase() ?? "";
  return yes.has(answer) ? true : no.has(answer) ? false : undefined;
}

export function readNumber(fields: FrontMatter, ...keys: readonly string[]): number | undefined {
  const text = readText(fields, ...keys);
  const number = text === undefined ? NaN : Number(text.replaceAll("_", ""));
  return Number.isFinite(number) ? number : undefined;
}

/** Whether a field that is yes, or a place among those that are, such as Hexo's `sticky: 100`, is given and not zero. */
export function readRank(fields: FrontMatter, ...keys: readonly string[]): boolean {
  if (findValue(fields, keys) === undefined) return false;
  return keys.some((key) => readBoolean(fields, key) ?? (readNumber(fields, key) ?? 0) > 0);
}

export function isMap(value: FrontMatterValue | undefined): value is FrontMatter {
  return value instanceof Map;
}

export function isList(value: FrontMatterValue | undefined): value is readonly FrontMatterValue[] {
  return Array.isArray(value);
}
