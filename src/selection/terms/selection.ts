import type { Article } from "../../articles/article.ts";
import type { Verdict } from "./verdict.ts";

export interface SelectedSection {
  readonly key: string;
  readonly title: string;
  readonly articles: readonly Article[];
}

/** Articles about one event. */
export interface SameStoryGroup {
  readonly shown: Article;
  /** Linked under it. */
  readonly others: readonly Article[];
}

/** An article that is shown, and all versions of it, itself among them. */
export interface TranslationGroup {
  readonly shown: Article;
  /** Languages are BCP 47. */
  readonly versions: readonly { readonly article: Article; readonly language: string }[];
}

/** What one issue holds, and why every other article is not in it. */
export interface Selection {
  /** One for each article, same length and order as given. */
  readonly verdicts: readonly Verdict[];
  readonly lead?: Article | undefined;
  readonly sections: readonly SelectedSection[];
  readonly inBrief: readonly Article[];
  readonly more: readonly Article[];
  readonly sameStory: readonly SameStoryGroup[];
  /** Articles of the issue that there are in several languages. */
  readonly translations: readonly TranslationGroup[];
  /** Why the issue is held back; undefined: it may go out. A held issue consumes nothing. */
  readonly held?: string | undefined;
}
