/** The fields in which an article says what language it is in. */
export const languageKeys = ["lang", "language", "locale", "pagelang"] as const;

/** What people write for a language after the country where it is spoken. */
const countries: ReadonlyMap<string, string> = new Map([
  ["cn", "zh"],
  ["jp", "ja"],
  ["kr", "ko"],
  ["vn", "vi"],
  ["ua", "uk"],
  ["cz", "cs"],
  ["gr", "el"],
  ["dk", "da"],
]);

/** Languages that are also called by their names, in English or in themselves. */
const namedLanguages =
  "ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id is it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sq sr sv sw ta te th tr uk ur vi zh zh-Hans zh-Hant".split(
    " ",
  );
let names: ReadonlyMap<string, string> | undefined;

const known = new Map<string, string | undefined>();

/**
 * A language tag in its canonical form, `zh_tw` as `zh-TW`, `jp` as `ja`, `English` as `en`; undefined for what is no language.
 *
 * @see BCP 47
 */
export function normaliseLanguage(written: string): string | undefined {
  if (known.has(written)) return known.get(written);
  let tag: string | undefined;
  try {
    tag = Intl.getCanonicalLocales(
      written
        .trim()
        .replace(/[.@].*$/, "")
        .replaceAll("_", "-"),
    )[0];
  } catch {
    tag = undefined;
  }
  // A word of five to eight letters is well-formed, and no language has one.
  if (tag !== undefined && /^[a-z]{4,}(?:-|$)/i.test(tag)) tag = undefined;
  tag = tag === undefined ? readName(written) : (countries.get(tag) ?? tag);
  known.set(written, tag);
  return tag;
}

/** The language of a name such as `English`, `français` or `简体中文`. */
function readName(written: string): string | undefined {
  // Made at its first use: Intl takes long to load its names.
  names ??= new Map(
    namedLanguages.flatMap((tag) =>
      ["en", tag].map((locale): [string, string] => [
        (new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag).toLowerCase(),
        tag,
      ]),
    ),
  );
  return names.get(written.trim().toLowerCase());
}
