import { linkTo } from "../basics/markdown-link.ts";
import { asBlock, dedent } from "../basics/cleaning.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";
import { show, type WidgetRenderer } from "./widget.ts";

/** Names of passages that are set off from the text. */
const callouts = new Set(
  "check tips accordionitem collapseitem expandable note tip warning warn info danger caution important hint alert notice callout admonition aside alertbox message infobox attention success error details expand collapse collapsible accordion quote blockquote pullquote panel spoiler question example abstract summary todo bug failure update disclaimer highlightbox pageinfo".split(
    " ",
  ),
);

const generic = new Set([
  "check",
  "accordionitem",
  "collapseitem",
  "expandable",
  "alert",
  "hint",
  "notice",
  "callout",
  "admonition",
  "aside",
  "alertbox",
  "message",
  "infobox",
  "panel",
  "expand",
  "details",
  "collapse",
  "collapsible",
  "accordion",
  "accordionitem",
  "quote",
  "blockquote",
  "pullquote",
  "highlightbox",
  "pageinfo",
]);

/** Notices, which are named by what kind they are, and never by a word of their own. */
const notices = new Set([
  "alert",
  "hint",
  "notice",
  "callout",
  "admonition",
  "alertbox",
  "message",
  "infobox",
  "pageinfo",
]);

/** Passages that a click opens. */
const folding = new Set(
  "accordionitem collapseitem expandable details expand collapse collapsible accordion spoiler".split(" "),
);

/** A passage that any of these names sets off; a tag that stands alone may be given its whole text. */
export const renderPassage: WidgetRenderer = ({ key, given, inner }) => {
  if (!callouts.has(key) || (key.endsWith("quote") && inner === undefined)) {
    const quoted = readQuote(key, given, inner);
    if (quoted !== undefined) return show(renderCallout("quote", withoutText(given), quoted));
  }
  if (!callouts.has(key)) return undefined;
  // What a click opens, over nothing, such as a table of contents.
  if (folding.has(key) && inner?.trim() === "") return show("");
  const isUntitled = pick(given, "title", "header", "heading") === undefined && given.positional.length === 0;
  if (key === "accordion" && inner !== undefined && isUntitled) return show(inner);
  const [sentence = "", ...others] = given.positional;
  const alone =
    others.length === 0 && given.named.size === 0 && /\s\S+\s/.test(sentence) ? sentence : undefined;
  const marked = inner ?? pick(given, "text", "content") ?? alone;
  return marked === undefined
    ? undefined
    : show(renderCallout(key, marked === alone ? { ...given, positional: [] } : given, marked));
};

const quoteKeys = ["text", "quote", "original", "translated", "translation", "content"];

/** What a quotation of a site's own name says, in what it encloses or in its arguments: in two languages, both. */
function readQuote(key: string, given: Arguments, inner: string | undefined): string | undefined {
  if (!key.includes("quote") || key.includes("unquote")) return undefined;
  if (inner !== undefined) return key.endsWith("quote") && inner.trim() !== "" ? inner : undefined;
  const original = pick(given, "original");
  const said = pick(given, "text", "quote", "content");
  const texts = original === undefined ? [said] : [original, pick(given, "translated", "translation")];
  const shown = texts.filter((text) => text !== undefined);
  return shown.length === 0 ? undefined : shown.join("\n\n");
}

/** Arguments but for those that hold what is quoted, which is no heading of it. */
function withoutText(given: Arguments): Arguments {
  return { ...given, named: new Map([...given.named].filter(([name]) => !quoteKeys.includes(name))) };
}

/** A passage set off from the text, under its own heading, or else the word the author marked it with. */
export function renderCallout(key: string, given: Arguments, inner: string): string {
  const said = given.positional.filter((word) => !/^(?:open|closed?|true|false|\.{3})$/.test(word));
  const title =
    pick(given, "title", "summary", "header", "heading", "label") ??
    (inner === pick(given, "text") ? undefined : pick(given, "text")) ??
    said[1] ??
    (!generic.has(key) && said[0] !== undefined && isTitle(said[0]) ? said[0] : undefined);
  const look = pick(given, "class", "style") ?? "";
  const type =
    pick(given, "type", "level", "kind", "variant", "status") ??
    (isCallout(look) || notices.has(key) ? look || undefined : undefined) ??
    said[0] ??
    [...given.named].find(([name, value]) => value === "true" && callouts.has(name))?.[0];
  // A single small word that heads nothing is an icon's name.
  const isIcon = notices.has(key) && type !== undefined && /^[a-z-]+$/.test(type) && !isCallout(type);
  const word =
    [title, generic.has(key) ? (isIcon ? undefined : type) : key].find(
      (text) => text !== undefined && isLabel(text),
    ) ?? "";
  const label = word.charAt(0).toUpperCase() + word.slice(1);
  const source = renderSource(key, given);
  return callout(label, source === "" ? inner : `${inner}\n\n— ${source}`);
}

/** Whether a word or words that have no name are a title: not a kind, a class, a colour or an icon, which are written small. */
function isTitle(words: string): boolean {
  if (!isLabel(words) || isCallout(words)) return false;
  return /^(?![a-z])\S/.test(words) || (/\s/.test(words) && !/(?:^|\s)[a-z]+-[\w-]+(?:\s|$)/.test(words));
}

/** Who is quoted, from what, and where that stands; a note's address is no source, and its name not who said it. */
function renderSource(key: string, given: Arguments): string {
  const isQuote = key.endsWith("quote");
  const names = isQuote
    ? [
        pick(given, "author", "by", "name", "attribution", "speaker", "who"),
        pick(given, "source", "cite", "from", "caption", "work"),
      ]
    : [pick(given, "author"), pick(given, "source", "cite")];
  const said = [...new Set(names.filter((name) => name !== undefined))];
  const address = isQuote ? (pick(given, "url", "link") ?? "") : "";
  if (!/^https?:\/\/[^\s<>]+$/.test(address)) return said.join(", ");
  const last = said.pop() ?? "";
  return [...said, linkTo(last === "" ? address : last, address)].join(", ");
}

/** Whether a word heads a passage that is set off from the text. */
export function isCallout(word: string): boolean {
  return callouts.has(word.toLowerCase().replace(/[-_]/g, ""));
}

/** Whether such a word only says that a passage is set off, and not why. */
export function isGeneric(word: string): boolean {
  return generic.has(word.toLowerCase());
}

/** Words, which may hold code, pictures of emoji and signs such as those of `C++`; no path, colour or markup. */
export function isLabel(text: string): boolean {
  return (
    /^(?!\{)[\p{L}\p{N}\p{Ps}\p{Pi}\p{Extended_Pictographic}\p{Regional_Indicator}"'*_`¿¡\ufdd0]/u.test(
      text,
    ) &&
    /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf} \ufdd0\ufdd1]*$/u.test(text) &&
    /[\p{L}\p{N}\ufdd0]/u.test(text) &&
    !/[<>=]/.test(text)
  );
}

/** A label is bold as a whole, whatever of it its author emphasised. */
export function withoutStars(label: string): string {
  return label
    .replace(/(\*{1,3})(?=[^\s*])([^*]{1,200})(?<=[^\s*])\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]{1,200})(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu, "$2");
}

/** Markdown set off as a quotation, with a label in bold where there is one. */
export function callout(label: string, inner: string): string {
  const words = withoutStars(label)
    .replace(/\[([^[\]]{1,200})\]\([^()\s]{0,500}\)/g, "$1")
    .replace(/<!--[^>]{0,200}-->|<\/?(?:[abiu]|small|em|strong|code|kbd|span|su[bp]|br|mark)\b[^<>]*>/g, "")
    .trim();
  // Some write the word themselves as well.
  const isSaid =
    /^\s*(?:\*\*|__)([^*_\n]{1,60}?)[:：]?(?:\*\*|__)/.exec(inner)?.[1]?.toLowerCase() ===
    words.toLowerCase();
  const heading = words === "" || isSaid ? "" : `**${words.replace(/[*_\\[\]<>]/g, "\\$&")}**\n\n`;
  const text = `${heading}${dedent(inner).trim()}`;
  return text === "" ? "" : asBlock(`<blockquote>\n\n${text}\n\n</blockquote>`);
}
