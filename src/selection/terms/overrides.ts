import type { Article } from "../../articles/article.ts";

/** What an editor decided by hand for one slot: the data of its `issue.md`. */
export interface IssueOverrides {
  /**
   * Paths (or ids) of articles that go first, in this order, whatever window, topics, language and limits of the first issue say. A pin
   * does not send twice, nor publish a draft.
   */
  readonly pinned: readonly string[];
  /** Paths (or ids) of articles that this issue leaves out. */
  readonly leftOut: readonly string[];
  readonly subject: string | undefined;
  readonly preheader: string | undefined;
  /** The opening note, Markdown as written. */
  readonly openingNote: string | undefined;
}

/** Overrides as selection asks them. */
export interface AppliedOverrides {
  /** Its place among the pinned ones, from 0. */
  readonly pinOf: (article: Article) => number | undefined;
  readonly isLeftOut: (article: Article) => boolean;
}

/** An article that is both pinned and left out is left out. */
export function applyOverrides(overrides: IssueOverrides | undefined): AppliedOverrides {
  const pins = new Map((overrides?.pinned ?? []).map((name, index) => [toName(name), index]));
  const leftOut = new Set((overrides?.leftOut ?? []).map(toName));
  const isLeftOut = (article: Article): boolean =>
    leftOut.size > 0 && (leftOut.has(toName(article.path)) || leftOut.has(article.id));
  return {
    isLeftOut,
    pinOf: (article) => {
      if (pins.size === 0 || isLeftOut(article)) return undefined;
      return pins.get(toName(article.path)) ?? pins.get(article.id);
    },
  };
}

/** What an editor named and no article is called: worth a warning, because it is most often a slip of the pen. */
export function findUnknownNames(overrides: IssueOverrides, articles: readonly Article[]): string[] {
  const known = new Set(articles.flatMap((article) => [toName(article.path), article.id]));
  return [...new Set([...overrides.pinned, ...overrides.leftOut])].filter((name) => !known.has(toName(name)));
}

/** `./posts/a.md`, `/posts/a.md` and `posts\a.md` name one file. */
function toName(path: string): string {
  return path
    .trim()
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/u, "");
}
