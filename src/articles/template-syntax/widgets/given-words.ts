import { isPictureName } from "../../../platform/picture-name.ts";
import { asBlock, dedent, unknownValue } from "../basics/cleaning.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";
import { isLabel, withoutStars } from "./callouts.ts";
import { namePerson } from "./people.ts";
import type { Widget } from "./widget.ts";

/** What heads a text, whatever it is the title of: `cardtitle`; not what a page or a program is called, nor whether there is one. */
const titleKey = /^(?!sub|meta|seo|og|nav|page|site|show|hide|no|has|is|with).{0,20}(?:title|heading)$/;
/** What a reader reads besides a title, in the order in which it is shown. */
const textKeys = ["subtitle", "text", "description", "desc", "content", "quote", "caption", "label"];
/** What says how a thing looks, or where it stands. */
const lookKeys = new Set(
  "color colour bgcolor background bg textcolor icon iconcolor class classname style theme variant type kind size width height align position id key lang language date weight level order animation delay loading rounded border target rel".split(
    " ",
  ),
);
/** What speaks to machines, or asks something of who is on the page. */
const asking =
  /^(?:seo|head|meta|metadata|metatags|helmet|opengraph|schema|jsonld|layout|ads?|adsense|giscus)$|newsletter|subscri|signup|comment|share|form$|cookie|captcha/;
/** What shows a sign, or what stands elsewhere, and calls it by a name. */
const pointing =
  /ico|emoji|svg|glyph|logo|flag|symbol|lucide|avatar|include|partial|snippet|import|slot|template|layout|anchor|component|demo|param|data|code|embed|chart|graph|map$|^(?:fa[brsl]?|mdi|bi)$/;

/**
 * The words that a shortcode, a tag or a component of a name that is not known is given and that stands alone. Within a line
 * these are a text or a name, on lines of their own prose under its title. It is a loss where it is given more than these.
 *
 * @returns undefined where it is given no words: a setting may be a word too.
 */
export function renderGivenWords(name: string, given: Arguments, isInText: boolean): Widget | undefined {
  const key = name
    .toLowerCase()
    .replace(/^.*[./]/, "")
    .replace(/[-_]/g, "");
  if (isInText) {
    const phrase = given.named.get("text") ?? namePerson(name, given) ?? readName(key, given);
    if (phrase !== undefined) return { markdown: phrase, isLoss: false };
  }
  const title = readTitle(given);
  const texts = readTexts(given);
  const isWorded = [title, ...texts].some(isProse) || (title !== "" && texts.length > 0);
  if (!isWorded || asking.test(key)) return undefined;
  const parts = [title === "" ? "" : `**${withoutStars(title)}**`, ...texts].filter((part) => part !== "");
  const shown = new Set([title, ...texts]);
  const isLoss =
    given.positional.length > 0 ||
    [...given.named].some(
      ([setting, value]) => !lookKeys.has(setting) && value !== "" && !shown.has(value.trim()),
    );
  return { markdown: isInText ? parts.join(" – ") : asBlock(parts.join("\n\n")), isLoss };
}

/** What a tag of a name that is not known encloses, under the title and the prose that it gives to a block. */
export function underTitle(given: Arguments, inner: string): string {
  const title = readTitle(given);
  const parts = [title === "" ? "" : `**${withoutStars(title)}**`, ...readTexts(given).filter(isProse)];
  const above = parts.filter((part) => part !== "").join("\n\n");
  return inner.includes("\n") && above !== "" ? asBlock(`${above}\n\n${dedent(inner).trim()}`) : inner;
}

/** Empty where there is none that could head a text. */
function readTitle(given: Arguments): string {
  const own = [...given.named.keys()].find((key) => titleKey.test(key)) ?? "";
  const title = pick(given, "title", "heading", "summary", "header", own)?.trim() ?? "";
  return isLabel(title) && !isPictureName(title) && !/^(?:true|false|\d+)$/.test(title) ? title : "";
}

/** Texts that are given by name, one of each; not an address, an identifier or a value that is not known. */
function readTexts(given: Arguments): string[] {
  const texts = textKeys.map((key) => given.named.get(key)?.trim() ?? "");
  return [...new Set(texts)].filter(
    (text) =>
      /\p{L}/u.test(text) &&
      !text.includes(unknownValue) &&
      !/^[a-z\d][\w./:#-]*$/.test(text) &&
      !/^(?:https?:|\.{0,2}\/)\S*$/.test(text),
  );
}

/** Words enough for a sentence; scripts that do not part them are counted by letters. */
function isProse(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return (
    words.length >= 4 ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{8}/u.test(text)
  );
}

/** A name that something is called by, in letters and spaces: `name="Fishy Rice Bowl"`, `"Phone"`; a sign has one too. */
function readName(key: string, given: Arguments): string | undefined {
  const [only] = given.named.size === 0 && given.positional.length === 1 ? given.positional : [];
  const name = (only ?? pick(given, "name", "label", "title"))?.trim();
  return name !== undefined && !pointing.test(key) && !asking.test(key) && isProperName(name)
    ? name
    : undefined;
}

/** Written as a name is, and not as what a program calls by one. */
function isProperName(name: string): boolean {
  return (
    /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(name) &&
    /\p{L}.*\p{L}/u.test(name) &&
    name.length <= longestName &&
    name
      .split(/[ '’-]{1,3}/)
      .every((word, at) => /^(?:\p{L}[\p{Ll}\p{Lo}\p{M}]*|\d+)$/u.test(word) && (at > 0 || word !== ""))
  );
}

/** Letters. */
const longestName = 80;
