import type { CheckRuleId } from "../config/check-rules.ts";
import type { ClientSupport } from "./clients/client-support.ts";

/** A picture that travels with the issue. */
export interface CheckedImage {
  /** As `cid:NAME` or `images/NAME` in the page. */
  readonly name: string;
  readonly bytes: number;
  /** Pixels; 0 where the file could not be read as a picture. */
  readonly width: number;
  readonly height: number;
}

/** An article of the issue, as far as a finding may be traced back to it. */
export interface CheckedArticle {
  /** Relative to the articles folder. */
  readonly path: string;
  readonly title: string;
  readonly url: string | undefined;
  readonly publishedAt: Date | undefined;
  /** The Markdown file as text; undefined: it cannot be read any more, and findings name the page only. */
  readonly source: string | undefined;
}

/** What an article names and an issue cannot show: a link or a picture that leads nowhere. */
export interface ArticleLoss {
  readonly path: string;
  /** 1-based; undefined: the place was not found. */
  readonly line: number | undefined;
  /** One sentence. */
  readonly message: string;
  /** Whether the issue shows the article whole, so that a reader would miss it. */
  readonly isShown: boolean;
}

/** What came of asking a web server for a link. */
export interface LinkState {
  readonly url: string;
  /** HTTP status of the answer; undefined: there was none. */
  readonly status: number | undefined;
  /** Why there was none, such as `no answer within 5 s`; `not asked` where the limit was reached. */
  readonly reason: string;
}

/** An issue as one reader gets it, with everything the checks may look at. */
export interface CheckedEdition {
  readonly html: string;
  readonly text: string;
  readonly subject: string;
  readonly preheader: string;
  /** The clock. */
  readonly now: Date;
  readonly slot: Date;
  /** Half-open, as the window. */
  readonly since: Date;
  readonly until: Date;
  readonly images: readonly CheckedImage[];
  readonly articles: readonly CheckedArticle[];
  readonly losses: readonly ArticleLoss[];
  /** The sender's postal address as configured; undefined: none is. */
  readonly postalAddress: string | undefined;
  /** What the page may call its unsubscribe link, in its language. */
  readonly unsubscribeWords: readonly string[];
  /** What was learnt about the links; empty without `--online`. */
  readonly linkStates: readonly LinkState[];
}

/** What the operator set, and what the rules look things up in. */
export interface CheckOptions {
  /** Bytes of HTML from which a page is called large; Gmail clips at 102 KB whatever this says. */
  readonly budgetBytes: number;
  /** Rules that are switched off, with the reason. */
  readonly off: ReadonlyMap<CheckRuleId, string>;
  readonly support: ClientSupport;
}
