/** A tag in a text, without what it encloses. */
interface Place {
  readonly start: number;
  readonly end: number;
  /** What stands between it and its closing; undefined for one that stands alone. */
  readonly raw: string | undefined;
}

/** A picture that nothing is said of. */
const onlyPicture = /^\s*<figure>(<img [^<>]*>)<\/figure>\s*$/;
/** What an item or a quotation starts with, where nothing else stands before the tag on its line. */
const itemStart = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})$/;
const quoteStart = /^[ \t]{0,3}(?:>[ \t]?)+$/;

/**
 * What a tag becomes, so that it stays within what it stands in: one line in a row of a table, which a block would end; a plain
 * picture in a sentence; the indentation of an item of a list and the marks of a quotation before each of its lines.
 */
export function fitPlace(shown: string, text: string, { start, end, raw }: Place): string {
  if (!shown.includes("\n")) return shown;
  const from = Math.max(0, start - maxAbove);
  const lineStart = from + text.slice(from, start).lastIndexOf("\n") + 1;
  const lead = start - lineStart > maxLead ? "" : text.slice(lineStart, start);
  const isOneLine = raw === undefined || !raw.includes("\n");
  if (isOneLine && /^[ \t]{0,3}\|/.test(text.slice(lineStart, lineStart + 8)))
    return shown
      .replace(/<\/?(?:blockquote|figure|figcaption)>/g, "")
      .replace(/\s*\n\s*/g, " ")
      .trim();
  const [, picture] = onlyPicture.exec(shown) ?? [];
  if (picture !== undefined && raw === undefined && isBesideWords(text, start, end)) return picture;
  if (itemStart.test(lead)) return shown.trimStart().replaceAll("\n", `\n${lead.replace(/\S/g, " ")}`);
  if (quoteStart.test(lead) && isOneLine) return shown.replaceAll("\n", `\n${lead}`);
  return lead !== "" && lead.trim() === "" && isOfItem(text, lineStart, lead)
    ? shown.replaceAll("\n", `\n${lead}`)
    : shown;
}

/** Whether words stand on the line before or behind a tag, and not only other tags. */
function isBesideWords(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - maxBeside), start).replace(/[^]*\n/, "");
  const behind = text.slice(end, end + maxBeside).replace(/\n[^]*/, "");
  return [before, behind].some((beside) =>
    /[\p{L}\p{N}]/u.test(beside.replace(/<[^<>]*>|\{[{%][^{}]*\}/g, "")),
  );
}

/** Letters beside a tag in which words are looked for. */
const maxBeside = 200;
/** Letters; what is longer is no lead of an item, or of a quotation. */
const maxLead = 60;
/** Letters above a tag in which the item is looked for that it belongs to. */
const maxAbove = 2000;

/** Whether a line of this indentation belongs to an item of a list above it. */
function isOfItem(text: string, lineStart: number, indent: string): boolean {
  const lines = text.slice(Math.max(0, lineStart - maxAbove), lineStart).split("\n");
  const outer = lines.findLast((line) => line.trim() !== "" && !line.startsWith(indent)) ?? "";
  const [item] = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(outer) ?? [];
  return item !== undefined && item.length <= indent.length + 1;
}
