import type { Database } from "../ledger/open-database.ts";
import type { IssueRow } from "../schema/issue-tables.ts";

/** What the proofs of an issue's deliveries are made from. */
export type ReportedIssue = Pick<IssueRow, "id" | "newsletter" | "cadence" | "slot" | "sender">;

const keyColumns = [
  "issues.id",
  "issues.newsletter",
  "issues.cadence",
  "issues.slot",
  "issues.sender",
] as const;

/** The issues that have a delivery to an address, the newest first. */
export async function listIssuesOf(database: Database, address: string): Promise<ReportedIssue[]> {
  return database
    .selectFrom("issues")
    .innerJoin("deliveries", (join) =>
      join.onRef("deliveries.issue_id", "=", "issues.id").on("deliveries.address", "=", address),
    )
    .select(keyColumns)
    .orderBy("issues.id", "desc")
    .execute();
}

/** Issues frozen since an instant, the newest first. */
export async function listIssuesSince(database: Database, since: Date): Promise<ReportedIssue[]> {
  return database
    .selectFrom("issues")
    .select(keyColumns)
    .where("frozen_at", ">=", since.toISOString())
    .orderBy("issues.id", "desc")
    .execute();
}

/** A page of the addresses an issue goes to, in order, after `after`. */
export async function listAddressesOf(
  database: Database,
  issueId: number,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await database
    .selectFrom("deliveries")
    .select("address")
    .where("issue_id", "=", issueId)
    .where("address", ">", after)
    .orderBy("address")
    .limit(limit)
    .execute();
  return rows.map(({ address }) => address);
}
