/**
 * What spreadsheets run as a formula when a list is opened in them, in ASCII and full width. Quotes before it count, so that
 * guarding and unguarding are each other's opposite.
 */
const dangerous = /^'*[=+\-@＝＋－＠\t\r]/u;

/** A text that no spreadsheet takes for a formula: with a quote before it where it begins like one. */
export function guardCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text that `guardCell` was given. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text;
}
