import { ArticleRefusal } from "../../article-refusal.ts";
import { toFrontMatter, type FrontMatter } from "../front-matter.ts";
import { findJsonFaultLine } from "./scan-json.ts";
import type { SplitFile } from "./split-file.ts";

/**
 * Reads an object of JSON, with its braces or without.
 *
 * @throws ArticleRefusal with the line of the fault.
 */
export function parseJson(split: SplitFile): FrontMatter {
  const text = split.block.trim();
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith("{") ? text : `{${text}}`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const row = /line (\d+) column/.exec(error.message)?.[1] ?? findJsonFaultLine(text);
    const reason = error.message
      .replace(/ in JSON at position.*/s, "")
      .replace(/, .*is not valid JSON$/s, "");
    throw new ArticleRefusal(
      `The front matter is not valid JSON: ${reason}.`,
      row === undefined ? split.blockLine : split.blockLine + Number(row) - 1,
    );
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) return new Map();
  return toFrontMatter(data, (value) =>
    typeof value === "number" || typeof value === "boolean" ? String(value) : undefined,
  );
}
