import type { Article } from "../../src/articles/article.ts";

let made = 0;

/** An ordinary published article; tests name only what matters to them. */
export function makeArticle(fields: Partial<Article> = {}): Article {
  made++;
  const id = fields.id ?? `article-${made}`;
  return {
    id,
    path: `${id}.md`,
    title: `Title of ${id}`,
    publishedAt: new Date("2026-11-18T09:00:00Z"),
    updatedAt: undefined,
    expiresAt: undefined,
    draft: undefined,
    topics: [],
    authors: [],
    summary: undefined,
    language: undefined,
    translationKey: undefined,
    url: undefined,
    image: undefined,
    weight: undefined,
    featured: false,
    pinned: false,
    contentHash: `hash-of-${id}`,
    ...fields,
  };
}
