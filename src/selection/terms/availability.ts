import type { Article } from "../../articles/article.ts";
import type { DecisionContext } from "./decision-context.ts";
import type { LocalTime } from "../../platform/local-time.ts";
import type { VerdictKind } from "./verdict.ts";

/** A verdict before it is tied to its article. */
export interface Ruling {
  readonly kind: VerdictKind;
  readonly reason: string;
  /** The article may still come in beside a translation of it that is chosen. */
  readonly asTranslation?: boolean;
}

/** An article that can be published, as far as the article itself says. */
export type DatedArticle = Article & { readonly publishedAt: Date };

/** The last instant that counts as past for this issue: the slot, or the clock where it is later. */
export function latestPublication(context: Pick<DecisionContext, "slot" | "now">): Date {
  return context.now !== undefined && context.now > context.slot ? context.now : context.slot;
}

/**
 * Decides what the article alone decides: whether it can be published at all at this time.
 *
 * @returns undefined for a published article, which then has a date.
 */
export function judgeAvailability(article: Article, latest: Date, time: LocalTime): Ruling | undefined {
  const { publishedAt, expiresAt, updatedAt } = article;
  if (isInvalid(publishedAt) || isInvalid(expiresAt) || isInvalid(updatedAt)) {
    return {
      kind: "invalid",
      reason: "one of its dates is no instant; write dates as 2026-11-15 or 2026-11-15T09:00:00Z",
    };
  }
  if (article.draft !== undefined) {
    return {
      kind: "draft",
      reason: `marked as a draft, because ${article.draft}; change that to publish it`,
    };
  }
  if (article.page !== undefined) {
    return {
      kind: "page",
      reason: `a page of its site and no article, because ${article.page}; write type: post in its front matter to have it`,
    };
  }
  if (publishedAt === undefined) {
    const today = time.day(latest);
    return {
      kind: "undated",
      reason: `no date was found; write date: ${today} in its front matter, between two lines of --- at the top of the file, or date = ${today} between its lines of +++`,
    };
  }
  if (publishedAt.getTime() > latest.getTime()) {
    return {
      kind: "scheduled",
      reason: `dated ${time.minute(publishedAt)} ${time.timeZone}, which is still to come; it is taken once that has passed`,
    };
  }
  if (expiresAt !== undefined && expiresAt.getTime() <= latest.getTime()) {
    return {
      kind: "expired",
      reason: `expired ${time.minute(expiresAt)} ${time.timeZone}; set a later expiry date to show it`,
    };
  }
  return undefined;
}

/** Whether it has a date that is an instant. */
export function isDated(article: Article): article is DatedArticle {
  return article.publishedAt !== undefined && !isInvalid(article.publishedAt);
}

function isInvalid(date: Date | undefined): boolean {
  return date !== undefined && Number.isNaN(date.getTime());
}
