import { sql } from "kysely";
import { countDeliveries, countOpen, type DeliveryCounts } from "./deliveries.ts";
import type { Database } from "./open-database.ts";
import type { IssueRow } from "./schema.ts";

/** Issues of a newsletter and cadence that consumed their articles, oldest slot first. */
export async function listConsumingIssues(
  database: Database,
  newsletter: string,
  cadence: string,
): Promise<IssueRow[]> {
  return database
    .selectFrom("issues")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence)
    .where("state", "not in", ["cancelled", "failed"])
    .orderBy("slot")
    .execute();
}

/** For each article that is in an issue of the newsletter and cadence: that issue. Keyed by id and by content hash. */
export async function listSentArticles(
  database: Database,
  newsletter: string,
  cadence: string,
): Promise<Map<string, { readonly number: number; readonly slot: Date }>> {
  const rows = await database
    .selectFrom("issue_articles")
    .innerJoin("issues", "issues.id", "issue_articles.issue_id")
    .select(["article_id", "content_hash", "number", "slot"])
    .where("issue_articles.newsletter", "=", newsletter)
    .where("issue_articles.cadence", "=", cadence)
    .execute();
  const sent = new Map<string, { readonly number: number; readonly slot: Date }>();
  for (const { article_id, content_hash, number, slot } of rows) {
    const issue = { number, slot: new Date(slot) };
    sent.set(article_id, issue);
    sent.set(content_hash, issue);
  }
  const names = await database
    .selectFrom("article_names")
    .select(["name", "known_as"])
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence)
    .orderBy(sql`rowid`)
    .execute();
  // In the order they were given, because a later name may lean on an earlier one.
  for (const { name, known_as } of names) {
    const issue = sent.get(known_as);
    if (issue !== undefined && !sent.has(name)) sent.set(name, issue);
  }
  return sent;
}

/** The number the newsletter's next issue will bear: one more than the highest; 1 for the first. */
export async function nextIssueNumber(database: Database, newsletter: string): Promise<number> {
  const row = await database
    .selectFrom("issues")
    .select((expression) => expression.fn.max("number").as("highest"))
    .where("newsletter", "=", newsletter)
    .executeTakeFirst();
  return (row?.highest ?? 0) + 1;
}

/** The newest issue of a newsletter that has a slot, whatever its cadence. */
export async function findIssueOfSlot(
  database: Database,
  newsletter: string,
  slot: string,
): Promise<IssueRow | undefined> {
  return database
    .selectFrom("issues")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .where("slot", "=", slot)
    .orderBy("id", "desc")
    .executeTakeFirst();
}

/** Newest slot first. */
export async function listIssues(database: Database, limit: number): Promise<IssueRow[]> {
  return database
    .selectFrom("issues")
    .selectAll()
    .orderBy("slot", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export async function findIssue(database: Database, id: number): Promise<IssueRow | undefined> {
  return database.selectFrom("issues").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Issues of a newsletter that were begun and not finished, the oldest first. */
export async function listUnfinishedIssues(database: Database, newsletter: string): Promise<IssueRow[]> {
  return database
    .selectFrom("issues")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .where("state", "=", "sending")
    .orderBy("slot")
    .execute();
}

/** The issue of a newsletter that is paused, where there is one; the oldest first. */
export async function findPausedIssue(database: Database, newsletter: string): Promise<IssueRow | undefined> {
  return database
    .selectFrom("issues")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .where("state", "=", "paused")
    .orderBy("slot")
    .executeTakeFirst();
}

/**
 * Completes an issue whose deliveries are all settled. A `sending` issue with rows that want a sender stays as it is.
 *
 * @throws Error where the states do not add up to the recipients: a row was lost or made twice, and that is our bug.
 * @returns The counts it was decided on.
 */
export async function completeIfSettled(
  database: Database,
  issueId: number,
  now: Date,
): Promise<DeliveryCounts> {
  const counts = await countDeliveries(database, issueId);
  if (countOpen(counts) > 0) return counts;
  const issue = await findIssue(database, issueId);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (issue === undefined || issue.recipients !== total) {
    throw new Error(`Issue ${issueId} has ${issue?.recipients ?? 0} recipients and ${total} deliveries.`);
  }
  await database
    .updateTable("issues")
    .set({ state: "complete", completed_at: now.toISOString() })
    .where("id", "=", issueId)
    .where("state", "=", "sending")
    .execute();
  return counts;
}
