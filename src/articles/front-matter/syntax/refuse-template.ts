import { ArticleRefusal } from "../../article-refusal.ts";
import { maxKeyLength, type SplitFile } from "./split-file.ts";

/**
 * @param last the last row, 1-based, that can be at fault. @default all
 * @throws ArticleRefusal for a block that a program is yet to fill in, such as one of Hugo's archetypes.
 */
export function refuseTemplate({ block, blockLine }: SplitFile, last?: number): void {
  const rows = block
    .split("\n")
    .slice(0, last)
    .map((row) => row.slice(0, maxKeyLength));
  const at = rows.findIndex((row) => /\{\{.*\}\}|<%.*%>/.test(row));
  if (at === -1) return;
  const part = /\{\{.*?\}\}|<%.*?%>/.exec(rows[at] ?? "")?.[0] ?? "";
  throw new ArticleRefusal(
    `The front matter is a template that is yet to be filled in: ${JSON.stringify(part)}; name the file in articles.ignore if it is no article.`,
    blockLine + at,
  );
}
