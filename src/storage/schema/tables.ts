import type {
  CadenceChangeTable,
  ErasureKeyTable,
  ErasureTable,
  ReportTable,
  SubscriberTable,
  SubscriptionTable,
  SuppressionTable,
} from "./audience-tables.ts";
import type { DeliveryTable, DomainHoldTable, RelayUsageTable } from "./delivery-tables.ts";
import type {
  ArticleNameTable,
  EditionImageTable,
  EditionPieceTable,
  EditionTable,
  IssueArticleTable,
  IssueSourceTable,
  IssueTable,
} from "./issue-tables.ts";
import type {
  AlertTable,
  DraftTable,
  InstanceTable,
  LeaseTable,
  SlotTable,
  TimetableTable,
} from "./schedule-tables.ts";

/** The ledger: every table by its name. */
export interface Tables {
  slots: SlotTable;
  timetables: TimetableTable;
  leases: LeaseTable;
  instance: InstanceTable;
  drafts: DraftTable;
  alerts: AlertTable;
  issues: IssueTable;
  issue_articles: IssueArticleTable;
  article_names: ArticleNameTable;
  editions: EditionTable;
  edition_images: EditionImageTable;
  edition_pieces: EditionPieceTable;
  issue_sources: IssueSourceTable;
  cadence_changes: CadenceChangeTable;
  deliveries: DeliveryTable;
  subscribers: SubscriberTable;
  subscriptions: SubscriptionTable;
  suppressions: SuppressionTable;
  reports: ReportTable;
  erasures: ErasureTable;
  erasure_key: ErasureKeyTable;
  domain_holds: DomainHoldTable;
  relay_usage: RelayUsageTable;
}
