import { type Database } from "./open-database.ts";
import type { IssueRow, IssueState, NewIssue } from "./schema.ts";

/** Everything an issue is frozen with, in one transaction, before its first message. */
export interface FrozenIssue {
  readonly issue: Omit<NewIssue, "id" | "state" | "completed_at">;
  readonly articles: readonly { readonly id: string; readonly contentHash: string; readonly path: string }[];
  readonly editions: readonly { readonly key: string; readonly html: string; readonly text: string }[];
  readonly images: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
  readonly recipients: readonly {
    readonly address: string;
    readonly name: string;
    readonly editionKey: string;
    readonly messageId: string;
  }[];
}

/** Rows an INSERT carries at a time: SQLite allows 32,766 variables a statement. */
const rowsAtATime = 1000;

/**
 * Records an issue with its articles, editions and recipients, all or nothing, in the state `sending`.
 *
 * @returns Undefined where the slot has its issue already, or one of the articles went out in another: someone else was
 * faster, and nothing is recorded.
 */
export async function freezeIssue(database: Database, frozen: FrozenIssue): Promise<IssueRow | undefined> {
  try {
    return await database.transaction().execute(async (transaction) => {
      const issue = await transaction
        .insertInto("issues")
        .values({ ...frozen.issue, state: "sending", completed_at: null })
        .returningAll()
        .executeTakeFirstOrThrow();
      const { id: issue_id, newsletter, cadence } = issue;
      for (const rows of batches(frozen.articles)) {
        await transaction
          .insertInto("issue_articles")
          .values(
            rows.map(({ id, contentHash, path }) => ({
              issue_id,
              newsletter,
              cadence,
              article_id: id,
              content_hash: contentHash,
              path,
            })),
          )
          .execute();
      }
      for (const edition of frozen.editions) {
        await transaction
          .insertInto("editions")
          .values({ issue_id, ...edition })
          .execute();
      }
      for (const { name, contentType, bytes } of frozen.images) {
        await transaction
          .insertInto("edition_images")
          .values({ issue_id, name, content_type: contentType, bytes })
          .execute();
      }
      for (const rows of batches(frozen.recipients)) {
        await transaction
          .insertInto("deliveries")
          .values(
            rows.map(({ address, name, editionKey, messageId }) => ({
              issue_id,
              address,
              name,
              edition_key: editionKey,
              message_id: messageId,
              state: "pending" as const,
              code: null,
              enhanced_code: null,
              response: null,
              host: null,
              updated_at: issue.frozen_at,
            })),
          )
          .execute();
      }
      return issue;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CONSTRAINT");
}

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += rowsAtATime) yield rows.slice(start, start + rowsAtATime);
}

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

/** The issue of a newsletter that was begun and not finished, where there is one; the oldest first. */
export async function findUnfinishedIssue(
  database: Database,
  newsletter: string,
): Promise<IssueRow | undefined> {
  return database
    .selectFrom("issues")
    .selectAll()
    .where("newsletter", "=", newsletter)
    .where("state", "=", "sending")
    .orderBy("slot")
    .executeTakeFirst();
}

/** Moves an issue to a state; `completed` gives the instant for a final one. */
export async function setIssueState(
  database: Database,
  id: number,
  state: IssueState,
  completedAt: Date | undefined,
): Promise<void> {
  await database
    .updateTable("issues")
    .set({ state, completed_at: completedAt?.toISOString() ?? null })
    .where("id", "=", id)
    .execute();
}
