/**
 * Noncharacters, which no text interchanges: they stand for what is put aside while a body is read. None comes from an article.
 *
 * @see https://www.unicode.org/faq/private_use.html#nonchar1
 */
const marks = /[\ufdd0-\ufdef]/g;

/** A text of an article's without what only we write. */
export function withoutMarks(text: string): string {
  return text.replace(marks, "");
}

/** A text with a sign for what only we write, as a message can hold it. */
export function nameMarks(text: string): string {
  return text.replace(marks, "{…}");
}

/** Whether a character is one that only we write. */
export function isMark(code: number): boolean {
  return code >= 0xfdd0 && code <= 0xfdef;
}

/** The same, written as character references, as an HTML parser would read them. */
const references = /&#(?:x0*fd[de][\da-f](?![\da-f])|0*(?:6497[6-9]|649[89]\d|6500[0-7])(?!\d));?/gi;

/** HTML without references to what only we write. */
export function withoutMarkReferences(html: string): string {
  return html.includes("&#") ? html.replace(references, "") : html;
}
