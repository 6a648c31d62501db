import stringWidth from "string-width";
import { linkNumberMark } from "./helpers.ts";

const columns = 76;

/** Numbers the links, wraps long lines by display width, and evens out blank lines. */
export function finishText(text: string): string {
  let number = 0;
  const numbered = text.replaceAll(linkNumberMark, () => String((number += 1)));
  const lines = numbered.split("\n").flatMap((line) => wrapLine(line.trimEnd()));
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

function wrapLine(line: string): string[] {
  const words = line.split(" ");
  const lines: string[] = [];
  let current = words[0] ?? "";
  for (const word of words.slice(1)) {
    if (stringWidth(`${current} ${word}`) <= columns) current += ` ${word}`;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}
