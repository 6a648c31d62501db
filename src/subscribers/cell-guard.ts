/**
 * Where spreadsheets begin a formula when a list is opened in them, in ASCII and full width: at the start of a cell, and after
 * whatever may separate cells, since a spreadsheet may be set to another separator than the list's and then breaks the cell
 * there, quotes or not (OWASP, "CSV Injection"). Quotes before it count, so that guarding and unguarding are each other's
 * opposite.
 */
const bare = /(^|[,;|\t\r\n])("*)('*)(?=[=+\-@＝＋－＠\t\r])/gu;
const guarded = /(^|[,;|\t\r\n])("*)'('*)(?=[=+\-@＝＋－＠\t\r])/gu;

/** A text in which no spreadsheet finds a formula: with a quote before each place that begins like one. */
export function guardCell(text: string): string {
  return text.replace(bare, "$1$2'$3");
}

/** The text that `guardCell` was given. */
export function unguardCell(text: string): string {
  return text.replace(guarded, "$1$2$3");
}
