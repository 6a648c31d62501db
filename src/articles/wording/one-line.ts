import { withoutControls } from "../files/decode-text.ts";
import { withoutMarks } from "./internal-marks.ts";

const ordinary = /^[\x20-\x7e]*$/;

/**
 * Text that stays on its line: white space collapsed, control characters and our own marks out, lone surrogates replaced, and writing
 * directions that it opens closed again, so that it turns nothing around it.
 */
export function toOneLine(text: string): string {
  if (ordinary.test(text)) return text.includes("  ") ? text.replace(/ {2,}/g, " ").trim() : text.trim();

  const clean = withoutMarks(withoutControls(text.toWellFormed()))
    .replace(/[\x80-\x9f\u2028\u2029]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return /[\u202a-\u202e\u2066-\u2069]/.test(clean) ? closeDirections(clean) : clean;
}

/** Adds what ends the embeddings and isolates that are still open at the end, and drops ends without a start. */
function closeDirections(text: string): string {
  const open: string[] = [];
  let result = "";
  for (const char of text) {
    if (/[\u202a\u202b\u202d\u202e]/.test(char)) open.push("\u202c");
    else if (/[\u2066-\u2068]/.test(char)) open.push("\u2069");
    else if (char === "\u202c" || char === "\u2069") {
      if (open.at(-1) !== char) continue;
      open.pop();
    }
    result += char;
  }
  return result + open.reverse().join("");
}

/** Whether there is anything in a text that a reader would see. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}
