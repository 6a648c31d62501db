import { decodeEntities } from "./decode-entities.ts";

const markup = /[*_`~[\]<\\&]/;
const knownTag =
  /<\/?(?:a|abbr|b|bdi|bdo|big|center|cite|code|del|em|figcaption|font|i|img|ins|kbd|mark|p|q|ruby|rb|rp|rt|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;

const bold = /(?<![\p{L}\p{M}\p{N}_])__(?=\S)([^\n_]{0,400}?\S)__(?![\p{L}\p{M}\p{N}_])/gu;
const boldWords =
  /(?<![\p{L}\p{M}\p{N}_])__(?=\S)([^\n_]{0,400}?\s[^\n_]{0,400}?\S)__(?![\p{L}\p{M}\p{N}_])/gu;
/** An element of a name of its own with what closes it; `Vec<T>` has none. */
const ownElement =
  /<(?!(?:script|style|iframe|svg|math|template|textarea|title)\b)([a-z][\w-]{0,40})(?:\s[^<>]{0,300})?>([^<>]{0,400})<\/\1>/gi;

/** The text a reader sees of a field, which may hold Markdown or not: names such as `__init__` and `Vec<T>` stay whole. */
export function toPlainField(text: string): string {
  return toText(text, boldWords);
}

/**
 * The text a reader sees of a line or paragraph of Markdown: no emphasis marks, link targets, images or formatting tags.
 * Lexical, for the few lines of an article that a scan looks at; `Vec<T>` stays whole.
 */
export function toPlainText(markdown: string): string {
  return toText(markdown, bold);
}

function toText(markdown: string, lowLines: RegExp): string {
  if (!markup.test(markdown)) return collapseSpaces(markdown);
  const kept: string[] = [];
  // Code and escapes are put aside, so that nothing in them counts as markup.
  const keep = (text: string): string => `\ue000${kept.push(text) - 1}\ue001`;
  const text = markdown
    .replace(/[\ue000\ue001]/g, "")
    .replace(/(?<!`)(`+)(?!`)([^`]|[^`][\s\S]{0,2000}?[^`])\1(?!`)/g, (_all, _ticks, code: string) =>
      keep(code.trim()),
    )
    .replace(/\\([!-/:-@[-`{-~])/g, (_all, char: string) => keep(char))
    .replace(/!\[[^[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])?/g, "")
    .replace(/(?<!\])\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g, "$1")
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/g, "$1")
    .replace(/<\/?br\b[^<>]*>/gi, " ")
    .replace(knownTag, "")
    .replace(ownElement, "$2")
    .replace(/(\*\*|~~)(?=\S)([^\n]{0,400}?\S)\1/g, "$2")
    .replace(lowLines, "$1")
    .replace(/(?<!\*)\*(?=[^\s*])([^\n*]*[^\s*])\*(?!\*)/g, "$1")
    .replace(/(?<![\p{L}\p{M}\p{N}_])_(?=[^\s_])([^\n_]*[^\s_])_(?![\p{L}\p{M}\p{N}_])/gu, "$1");
  return collapseSpaces(
    decodeEntities(text).replace(/\ue000(\d+)\ue001/g, (_all, index: string) => kept[Number(index)] ?? ""),
  );
}

function collapseSpaces(text: string): string {
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}
