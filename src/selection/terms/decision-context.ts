import type { Article } from "../../articles/article.ts";
import type { IssueOverrides } from "./overrides.ts";
import type { LedgerView } from "./ledger-view.ts";

/** What window and selection need besides the articles and the rules. */
export interface DecisionContext {
  /** The instant the issue is due. */
  readonly slot: Date;
  /** The clock, where it is later than the slot (an issue that is caught up). @default the slot */
  readonly now?: Date | undefined;
  /** IANA name. */
  readonly timeZone: string;
  readonly ledger: LedgerView;
  /** The issue's language, BCP 47. */
  readonly language: string;
  /**
   * Plain text of an article (its opening is enough for same stories, the whole body for keywords). Asked only for
   * articles of the window. Undefined: titles and summaries have to do.
   */
  readonly textOf?: ((article: Article) => string | undefined) | undefined;
  readonly overrides?: IssueOverrides | undefined;
}
