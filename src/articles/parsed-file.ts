import type { ImageReference } from "./article.ts";
import type { MonthPlace } from "./front-matter/dates/parse-date.ts";
import type { WrittenDate } from "../platform/zone-time.ts";

/** Something worth telling about a file, as the index keeps it. */
export interface FileNote {
  readonly line: number | undefined;
  readonly message: string;
}

/**
 * What a file says of itself, whoever reads it: a function of its path and bytes alone, so that the index may keep it.
 * Zone, base address and the other files come in with `toArticles`.
 */
export interface ParsedArticle {
  /** Relative to the articles folder, with forward slashes. */
  readonly path: string;
  /** The author's own `id`. */
  readonly explicitId: string | undefined;
  /** An address on the site, absolute or from the root, with no placeholder in it. */
  readonly permalink: string | undefined;
  /** The address on the site that a pattern in its place makes, from the root; no identity, since it goes by the date and the title. */
  readonly address: string | undefined;
  readonly slug: string | undefined;
  readonly title: string;
  readonly published: WrittenDate | undefined;
  /** A date before which it is not to be seen (Hugo's `publishDate`), where there is one beside `published`. */
  readonly embargo: WrittenDate | undefined;
  readonly updated: WrittenDate | undefined;
  readonly expires: WrittenDate | undefined;
  /** What holds it back, in words that follow "because"; undefined: nothing does. */
  readonly draft: string | undefined;
  /** What shows that it is a page of its site and no article, in words that follow "because". */
  readonly page: string | undefined;
  /** It says that it is a post, or lies in `_posts`. */
  readonly isPost: boolean;
  readonly featured: boolean;
  readonly pinned: boolean;
  readonly topics: readonly string[];
  readonly authors: readonly string[];
  readonly summary: string | undefined;
  readonly language: string | undefined;
  readonly translationKey: string | undefined;
  /** An absolute http(s) address. */
  readonly canonical: string | undefined;
  readonly image: ImageReference | undefined;
  readonly weight: number | undefined;
  readonly contentHash: string;
  /** What its dates prove of its author: which of two figures is the month. */
  readonly monthComes: MonthPlace | undefined;
}

export type ParsedFile =
  | { readonly kind: "article"; readonly article: ParsedArticle; readonly notes: readonly FileNote[] }
  | {
      readonly kind: "refused";
      readonly path: string;
      readonly line: number | undefined;
      readonly reason: string;
      /** Whether it could be taken, if the other articles of the folder showed which figure of its date is the month. */
      readonly asksOrder: boolean;
    };

/** Raised by whoever changes what a file is parsed to: an index of another version is not believed. */
export const parserVersion = 78;
