import type { RefusedFile } from "./article.ts";
import type { MonthPlace } from "./front-matter/dates/parse-date.ts";
import type { ParsedArticle, ParsedFile } from "./parsed-file.ts";
import { readParsedFile } from "./read-parsed-file.ts";

/**
 * Reads the files again whose dates, such as 05/06/2026, can be two days, now that the other articles of the folder may show
 * which figure its authors mean for the month. Where they show nothing, or not all the same, each stays refused.
 *
 * @param articles those that were taken.
 */
export function readByOrder(
  dir: string,
  unordered: readonly RefusedFile[],
  articles: readonly ParsedArticle[],
): ParsedFile[] {
  const order = findFolderOrder(articles);
  return unordered.map((refusal) => {
    if (order === undefined) return { kind: "refused", ...refusal, asksOrder: false };
    const parsed = readParsedFile(dir, refusal.path, order);
    if (parsed.kind === "refused") return { ...parsed, asksOrder: false };
    const { line } = refusal;
    const message = `The date is read with the month ${order}, as the other articles of the folder write theirs.`;
    return { ...parsed, notes: [{ line, message }, ...parsed.notes] };
  });
}

/** Which of two figures is the month in all the dates of a folder that tell. */
function findFolderOrder(articles: readonly ParsedArticle[]): MonthPlace | undefined {
  const orders = new Set<MonthPlace>();
  for (const { monthComes } of articles) if (monthComes !== undefined) orders.add(monthComes);
  const [only] = orders;
  return orders.size === 1 ? only : undefined;
}
