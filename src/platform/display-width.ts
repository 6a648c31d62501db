import { createRequire } from "node:module";
import type { default as StringWidth } from "string-width";

/** Latin, Greek and Cyrillic letters and their signs, and the noncharacters that stand for what is not known yet: each a column wide. */
const oneColumnEach =
  /^[\x20-\x7E\xA0-\xAC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u2000-\u200A\u2010-\u2027\u20AC\uFDD0-\uFDEF]*$/;

let stringWidth: typeof StringWidth | undefined;

/** How many columns a line takes in a terminal or in plain mail: Chinese, Japanese and Korean characters and emoji take two. */
export function displayWidth(line: string): number {
  if (oneColumnEach.test(line)) return line.length;
  // Its expressions and segmenter take 16 ms to make, which most issues in Latin letters need not pay.
  stringWidth ??= (createRequire(import.meta.url)("string-width") as { default: typeof StringWidth }).default;
  return stringWidth(line);
}
