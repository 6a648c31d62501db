import { sql } from "kysely";
import { countDeliveries, countOpen, type DeliveryCounts, totalOf } from "../deliveries/deliveries.ts";
import type { Database } from "../ledger/open-database.ts";
import type { IssueRow, IssueState } from "../schema/issue-tables.ts";

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

/**
 * The number the newsletter's next issue will bear: one more than the highest, with the drafts that wait for their slots;
 * 1 for the first. A slot that was held and the next one of its cadence share a number: it goes to the one that is sent first.
 *
 * @param own The slot it is for: its own draft, which the issue takes the place of, does not count. Where it has one, its number
 * stays as long as no issue and no draft of another cadence has it: editors approve what they were shown. Drafts of later slots
 * of the cadence count then only once they are approved.
 */
export async function nextIssueNumber(
  database: Database,
  newsletter: string,
  own?: { readonly cadence: string; readonly slot: Date },
): Promise<number> {
  const issues = database.selectFrom("issues").where("newsletter", "=", newsletter);
  const issued = await issues
    .select((expression) => expression.fn.max("number").as("highest"))
    .executeTakeFirst();
  const drafts = await database
    .selectFrom("drafts")
    .select(["id", "cadence", "slot", "state", "number"])
    .where("newsletter", "=", newsletter)
    .where("state", "in", ["open", "approved", "rejected"])
    .execute();
  const slot = own?.slot.toISOString() ?? "";
  const isOwn = (draft: { readonly cadence: string; readonly slot: string }): boolean =>
    draft.cadence === own?.cadence && draft.slot === slot;
  const ownNumber = drafts.filter(isOwn).toSorted((a, b) => b.id - a.id)[0]?.number;
  const counts = (draft: (typeof drafts)[number]): boolean => {
    if (draft.state === "rejected" || isOwn(draft)) return false;
    if (draft.cadence !== own?.cadence) return true;
    return draft.slot > slot && (ownNumber === undefined || draft.state === "approved");
  };
  const drafted = drafts.filter(counts).map(({ number }) => number);
  if (ownNumber !== undefined && !drafted.includes(ownNumber)) {
    const itsIssue = await issues.select("id").where("number", "=", ownNumber).executeTakeFirst();
    if (itsIssue === undefined) return ownNumber;
  }
  return Math.max(issued?.highest ?? 0, ...drafted) + 1;
}

/** Which slots of a cadence from `first` to `last`, both included, have their issue. */
export async function listSlotsWithIssue(
  database: Database,
  newsletter: string,
  cadence: string,
  first: Date,
  last: Date,
): Promise<Set<string>> {
  const rows = await database
    .selectFrom("issues")
    .select("slot")
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence)
    .where("slot", ">=", first.toISOString())
    .where("slot", "<=", last.toISOString())
    .execute();
  return new Set(rows.map(({ slot }) => slot));
}

/** The manifest of the cadence's newest issue that was not cancelled. */
export async function findLastManifest(
  database: Database,
  newsletter: string,
  cadence: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom("issues")
    .select("manifest")
    .where("newsletter", "=", newsletter)
    .where("cadence", "=", cadence)
    .where("state", "not in", ["cancelled", "failed"])
    .orderBy("slot", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.manifest;
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

/** The issue of a newsletter, or of one cadence of it, with the latest slot that was not cancelled. */
export async function findLatestIssue(
  database: Database,
  newsletter: string,
  cadence?: string,
): Promise<IssueRow | undefined> {
  return database
    .selectFrom("issues")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .$if(cadence !== undefined, (query) => query.where("cadence", "=", cadence ?? ""))
    .where("state", "!=", "cancelled")
    .orderBy("slot", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
}

export async function findIssue(database: Database, id: number): Promise<IssueRow | undefined> {
  return database.selectFrom("issues").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Issues of a newsletter that were begun and not finished, the oldest first. */
export async function listUnfinishedIssues(database: Database, newsletter: string): Promise<IssueRow[]> {
  return inState(database, newsletter, "sending").execute();
}

/** Issues that were begun and not finished, of newsletters other than `known`. */
export async function listStrayIssues(
  database: Database,
  known: readonly string[],
): Promise<Pick<IssueRow, "id" | "number" | "newsletter">[]> {
  return database
    .selectFrom("issues")
    .select(["id", "number", "newsletter"])
    .where("state", "=", "sending")
    .where("newsletter", "not in", [...known])
    .execute();
}

/** The issue of a newsletter that is paused, where there is one; the oldest first. */
export async function findPausedIssue(database: Database, newsletter: string): Promise<IssueRow | undefined> {
  return inState(database, newsletter, "paused").executeTakeFirst();
}

/** The oldest slot first. */
function inState(database: Database, newsletter: string, state: IssueState) {
  return database
    .selectFrom("issues")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .where("state", "=", state)
    .orderBy("slot");
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
  const total = totalOf(counts);
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
