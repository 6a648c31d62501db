import type { Element } from "domhandler";
import type { CheckedArticle } from "./checked-edition.ts";
import { textOf, toPlainLine } from "./page/parse-html.ts";

/** A line of an article's file. */
export interface Origin {
  readonly path: string;
  readonly line: number;
}

/**
 * Finds the line of an article that a text of the page comes from; undefined: it is in none, so the theme wrote it.
 *
 * @param at - An element, near whose article it is looked for first, or the path of the only article asked.
 */
export type OriginFinder = (
  evidence: readonly string[],
  at: Element | string | undefined,
) => Origin | undefined;

/**
 * @param elements - Of the page, in order: the article whose title stands last before an element is asked first, so
 * that a text which several articles hold is found in the right one.
 */
export function createOriginFinder(
  articles: readonly CheckedArticle[],
  elements: readonly Element[],
): OriginFinder {
  const lines = new Map<CheckedArticle, readonly string[]>();
  const linesOf = (article: CheckedArticle): readonly string[] => {
    const known = lines.get(article) ?? (article.source ?? "").split(/\r\n|\r|\n/u).map(foldText);
    lines.set(article, known);
    return known;
  };
  const nearby = nearestArticles(articles, elements);
  const inOrder = (at: Element | string | undefined): readonly CheckedArticle[] => {
    if (typeof at === "string") return articles.filter(({ path }) => path === at);
    const near = at === undefined ? undefined : nearby.get(at);
    return near === undefined ? articles : [near, ...articles.filter((article) => article !== near)];
  };
  return (evidence, at) => {
    const order = inOrder(at);
    for (const text of evidence.map(foldText).filter((folded) => folded.length > 1)) {
      for (const article of order) {
        const line = linesOf(article).findIndex((candidate) => candidate.includes(text));
        if (line !== -1) return { path: article.path, line: line + 1 };
      }
    }
    return undefined;
  };
}

/** Typographic signs and case do not survive from Markdown to the page unchanged. */
function foldText(text: string): string {
  return toPlainLine(text)
    .replace(/[‘’‚]/gu, "'")
    .replace(/[“”„]/gu, '"')
    .replace(/[–—]/gu, "-")
    .replaceAll("…", "...")
    .toLowerCase();
}

function nearestArticles(
  articles: readonly CheckedArticle[],
  elements: readonly Element[],
): ReadonlyMap<Element, CheckedArticle> {
  const byTitle = new Map(articles.map((article) => [foldText(article.title), article]));
  const byUrl = new Map(
    articles.flatMap((article) => (article.url === undefined ? [] : [[article.url, article]])),
  );
  const nearest = new Map<Element, CheckedArticle>();
  let current: CheckedArticle | undefined;
  for (const element of elements) {
    if (/^h[1-6]$/u.test(element.name)) current = byTitle.get(foldText(textOf(element))) ?? current;
    else if (element.name === "a") current = byUrl.get(element.attribs["href"] ?? "") ?? current;
    if (current !== undefined) nearest.set(element, current);
  }
  return nearest;
}
