import type { Article } from "../../src/articles/article.ts";
import { listConsumedArticles } from "../../src/selection/terms/consumed-articles.ts";
import { findNewNames } from "../../src/selection/candidates/ledger-names.ts";
import type { PastIssue, SentIssue } from "../../src/selection/terms/ledger-view.ts";
import { selectArticles } from "../../src/selection/select-articles.ts";
import type { Selection } from "../../src/selection/terms/selection.ts";
import type { SelectionRules } from "../../src/selection/terms/selection-rules.ts";
import { decideWindow, type WindowDecision } from "../../src/selection/candidates/window.ts";
import { makeArticle } from "./make-article.ts";

/** One file of a folder that lives: it is renamed and edited, and stays what it is. */
export interface LivingFile {
  readonly uid: string;
  /** A front matter `id`; without one the path is the identity. */
  readonly explicitId: boolean;
  readonly publishedAt: Date;
  readonly draft: boolean;
  readonly topics: readonly string[];
  readonly title: string;
  name: number;
  content: number;
}

function toArticle(file: LivingFile): Article {
  const path = `${file.uid}-${file.name}.md`;
  const { publishedAt, draft, topics, title } = file;
  return makeArticle({
    id: file.explicitId ? file.uid : path,
    path,
    contentHash: `${file.uid} version ${file.content}`,
    publishedAt,
    draft: draft ? "it says draft: true" : undefined,
    topics,
    title,
  });
}

export function uidOf(article: Article): string {
  return article.path.replace(/-\d+\.md$/u, "");
}

/** A ledger in memory, kept as the real one is: issues, and the names of what they used up. */
export interface Newsroom {
  readonly issues: PastIssue[];
  readonly sentIn: Map<string, SentIssue>;
}

export interface Draft {
  readonly articles: readonly Article[];
  readonly window: WindowDecision;
  readonly selection: Selection;
}

/** Decides on an issue; nothing is recorded before {@link freeze}. */
export function draftIssue(
  room: Newsroom,
  files: readonly LivingFile[],
  rules: SelectionRules,
  slot: Date,
): Draft {
  const articles = files.map(toArticle);
  const context = { slot, timeZone: "Europe/Paris", language: "en", ledger: room };
  const window = decideWindow(articles, rules, context);
  return { articles, window, selection: selectArticles(articles, rules, { ...context, window }) };
}

export function freeze(room: Newsroom, { articles, window, selection }: Draft, slot: Date): void {
  const issue = { number: room.issues.length + 1, slot };
  for (const { name, issue: known } of findNewNames(articles, room)) room.sentIn.set(name, known);
  for (const article of listConsumedArticles(selection)) {
    room.sentIn.set(article.id, issue);
    room.sentIn.set(article.contentHash, issue);
  }
  room.issues.push({ ...issue, ...window.window });
}
