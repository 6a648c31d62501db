import { toPlainText } from "./plain-text.ts";

const closing =
  /^((?:\p{Lu}[\p{L}'’.-]*)(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|la|bin|al))+)\s+(?:is|was)\s+(?:an?|the|\p{L}+)\b[^.]*\b(?:at|of|for|with|in|professor|editor|writer|author|journalist|reporter|columnist)\b/u;

/** The name that a closing by-line gives ("… is a senior research fellow at …"), looked for in the last line only. */
export function findClosingAuthor(body: string): string | undefined {
  const lastLine = body.trimEnd().split("\n").at(-1) ?? "";
  if (lastLine.length > 400) return undefined;
  return closing.exec(toPlainText(lastLine))?.[1];
}
