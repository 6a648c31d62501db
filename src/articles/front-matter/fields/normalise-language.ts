/** The fields in which an article says what language it is in; Microsoft's translations keep `Locale` as it was in the original. */
export const languageKeys = ["ms.contentlocale", "lang", "language", "locale", "pagelang"] as const;

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
  "ar az be bg bn bs ca cs da de el en es et eu fa fi fr gl he hi hr hu id is it ja ka kk ko lt lv mk ms nb nl pl pt pt-BR ro ru sk sl sq sr sv sw ta te th tr uk ur vi zh zh-Hans zh-Hant".split(
    " ",
  );
/** Names that Intl does not give, or gives in another script. */
const otherNames: readonly (readonly [name: string, tag: string])[] = [
  ["bahasa indonesia", "id"],
  ["bahasa melayu", "ms"],
  ["farsi", "fa"],
  ["हिंदी", "hi"],
  ["srpski", "sr"],
];
const usual = new Set(namedLanguages.map((tag) => tag.split("-", 1)[0] ?? tag));
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
  tag = tag === undefined ? undefined : (countries.get(tag) ?? tag);
  tag = tag !== undefined && isSpoken(tag) ? tag : readName(written);
  known.set(written, tag);
  return tag;
}

/** What programs are written in, and people too. */
const alsoProgramming = new Set(["ada", "lua"]);
let spoken: Intl.DisplayNames | undefined;

/** Whether somebody speaks the language of a tag: `php`, `sql` and `go` are tags by their form as well. */
function isSpoken(tag: string): boolean {
  const base = tag.split("-", 1)[0] ?? tag;
  if (usual.has(base)) return true;
  // Made at its first use: Intl takes long to load its names.
  spoken ??= new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return !alsoProgramming.has(base) && spoken.of(base) !== undefined;
}

/** The language of a name such as `English`, `français` or `简体中文`. */
function readName(written: string): string | undefined {
  // Made at its first use: Intl takes long to load its names.
  names ??= new Map([
    ...otherNames,
    ...namedLanguages.flatMap((tag) =>
      ["en", tag].map((locale): [string, string] => [
        (new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag).toLowerCase(),
        tag,
      ]),
    ),
  ]);
  return names.get(written.trim().toLowerCase());
}
