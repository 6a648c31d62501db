import { endsSentence } from "./split-sentences.ts";

/** Of the longest line; where one is shorter although the next word had room in it, its author ended it there. */
const early = 0.7;

/**
 * The lines of a field as one, where a line that its author ended without a mark, such as when something takes place, is
 * parted from the next sentence by a dash: `Friday at six – The boats come home.` Lines that an editor wrapped are joined.
 */
export function joinLines(text: string): string {
  const lines = text.trim().split(/\r?\n/);
  const longest = Math.max(...lines.map((line) => line.trim().length));
  let joined = "";
  let isBlank = false;
  let above = "";
  for (const written of lines) {
    const line = written.trim();
    if (line === "") {
      isBlank = joined !== "";
      continue;
    }
    const [first = ""] = line.split(/\s/, 1);
    const isEnded = isBlank || above.length + 1 + first.length <= longest * early;
    const isOwn =
      isEnded && !endsSentence(above) && /[\p{L}\p{N})]$/u.test(above) && /^[\p{Lu}\p{N}]/u.test(line);
    joined += joined === "" ? line : `${isOwn ? " –" : ""} ${line}`;
    above = line;
    isBlank = false;
  }
  return joined;
}
