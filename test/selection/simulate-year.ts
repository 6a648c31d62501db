import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Article } from "../../src/articles/article.ts";
import { scanArticles } from "../../src/articles/scan-articles.ts";
import { listConsumedArticles } from "../../src/selection/terms/consumed-articles.ts";
import type { PastIssue, SentIssue } from "../../src/selection/terms/ledger-view.ts";
import { selectArticles } from "../../src/selection/select-articles.ts";
import type { Selection } from "../../src/selection/terms/selection.ts";
import { defaultSelectionRules } from "../../src/selection/terms/selection-rules.ts";
import { decideWindow, type Window } from "../../src/selection/candidates/window.ts";

export interface Folder {
  readonly articles: readonly Article[];
  readonly textOf: (article: Article) => string;
}

/** Reads a real folder of Markdown; texts are what follows the front matter, without markup worth speaking of. */
export async function readFolder(dir: string): Promise<Folder> {
  const { articles } = await scanArticles({ dir, timeZone: "Europe/Paris" });
  const texts = new Map(articles.map(({ path }) => [path, toText(readFileSync(join(dir, path), "utf8"))]));
  return { articles, textOf: ({ path }) => texts.get(path) ?? "" };
}

function toText(file: string): string {
  return file
    .replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/u, "")
    .replace(/^@def \w+ = (?:"""[\s\S]*?"""|.*)$/gmu, "")
    .replace(/```[\s\S]*?```|<[^>]+>|\]\([^)]*\)|https?:\/\/\S+/gu, " ")
    .slice(0, 4_000);
}

export interface SimulatedIssue {
  readonly slot: Date;
  readonly window: Window;
  readonly selection: Selection;
}

/** Sends an issue every Monday at eight from an instant on, as if the whole folder had been there all the time. */
export function sendWeekly({ articles, textOf }: Folder, from: Date, weeks: number): SimulatedIssue[] {
  const issues: PastIssue[] = [];
  const sentIn = new Map<string, SentIssue>();
  const sent: SimulatedIssue[] = [];
  for (let week = 0; week < weeks; week++) {
    const slot = new Date(from.getTime() + week * 7 * 86_400_000);
    const context = { slot, timeZone: "Europe/Paris", language: "en", ledger: { issues, sentIn }, textOf };
    const window = decideWindow(articles, defaultSelectionRules, context);
    const selection = selectArticles(articles, defaultSelectionRules, { ...context, window });
    sent.push({ slot, window: window.window, selection });
    if (selection.held !== undefined) continue;
    const issue = { number: issues.length + 1, slot };
    issues.push({ ...issue, ...window.window });
    for (const article of listConsumedArticles(selection)) {
      sentIn.set(article.id, issue);
      sentIn.set(article.contentHash, issue);
    }
  }
  return sent;
}
