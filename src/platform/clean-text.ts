/*
 * Control characters but tab, line feed and return; Unicode's noncharacters, which our own markers are made of (see
 * slots/slots.ts); and the marks that turn the direction of all that follows (UAX 9), which no author writes by hand.
 */
const neverText =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

/** Takes out of a value what no text may hold, halves of characters included; lines stay. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(neverText, "");
}

/** The same on one line: every run of white space becomes a blank. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}
