import { sql, type Transaction } from "kysely";
import type { Database } from "./open-database.ts";
import type { IssueRow, NewIssue, Tables } from "./schema.ts";

/** Everything an issue is frozen with, in one transaction, before its first message. */
export interface FrozenIssue {
  readonly issue: Omit<NewIssue, "id" | "state" | "completed_at" | "recipients" | "pause_reason">;
  readonly articles: readonly { readonly id: string; readonly contentHash: string; readonly path: string }[];
  /** New names of articles that are in earlier issues, so that a move after an edit does not send them again. */
  readonly newNames: readonly { readonly name: string; readonly knownAs: string }[];
  readonly editions: readonly { readonly key: string; readonly html: string; readonly text: string }[];
  readonly images: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
  /** Readers named in the configuration. The newsletter's subscribers are added by the ledger itself. */
  readonly recipients: readonly { readonly address: string; readonly name: string }[];
  /** The edition that everyone gets. */
  readonly editionKey: string;
}

/** What is recorded in the same transaction as the issue; when it throws, nothing is. */
export type Alongside = (transaction: Transaction<Tables>, issue: IssueRow) => Promise<void>;

/** Rows an INSERT carries at a time: SQLite allows 32,766 variables a statement. */
const rowsAtATime = 1000;

/**
 * Records an issue with its articles, editions and recipients, all or nothing, in the state `sending`. A recipient on the
 * suppression list gets no delivery.
 *
 * @returns Undefined where the slot has its issue already, or one of the articles went out in another: someone else was
 * faster, and nothing is recorded.
 */
export async function freezeIssue(
  database: Database,
  frozen: FrozenIssue,
  alongside: Alongside = () => Promise.resolve(),
): Promise<IssueRow | undefined> {
  try {
    return await database.transaction().execute(async (transaction) => {
      const issue = await transaction
        .insertInto("issues")
        .values({ ...frozen.issue, state: "sending", completed_at: null })
        .returningAll()
        .executeTakeFirstOrThrow();
      await insertContent(transaction, issue, frozen);
      await insertSubscribers(transaction, issue, frozen.editionKey);
      await insertRecipients(transaction, issue, frozen);
      const counted = await recount(transaction, issue.id);
      await alongside(transaction, counted);
      return counted;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  }
}

/**
 * Adds those who joined since an issue was frozen to its deliveries, and opens it again where it was complete.
 *
 * @returns How many were added.
 */
export async function addJoinedSince(
  database: Database,
  issue: IssueRow,
  editionKey: string,
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    await insertSubscribers(transaction, issue, editionKey);
    const { recipients } = await recount(transaction, issue.id);
    const added = recipients - issue.recipients;
    if (added > 0 && issue.state === "complete") {
      await transaction
        .updateTable("issues")
        .set({ state: "sending", completed_at: null })
        .where("id", "=", issue.id)
        .execute();
    }
    return added;
  });
}

async function insertContent(
  transaction: Transaction<Tables>,
  { id: issue_id, newsletter, cadence }: IssueRow,
  { articles, newNames, editions, images }: FrozenIssue,
): Promise<void> {
  for (const rows of batches(newNames)) {
    await transaction
      .insertInto("article_names")
      .values(rows.map(({ name, knownAs }) => ({ newsletter, cadence, name, known_as: knownAs })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const rows of batches(articles)) {
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
  for (const edition of editions) {
    await transaction
      .insertInto("editions")
      .values({ issue_id, ...edition })
      .execute();
  }
  for (const { name, contentType, bytes } of images) {
    await transaction
      .insertInto("edition_images")
      .values({ issue_id, name, content_type: contentType, bytes })
      .execute();
  }
}

/** One statement for the whole audience: a million rows never pass through this process. */
async function insertSubscribers(
  transaction: Transaction<Tables>,
  { id, newsletter, frozen_at }: IssueRow,
  editionKey: string,
): Promise<void> {
  await sql`
    INSERT INTO deliveries (issue_id, address, name, language, edition_key, state, updated_at)
    SELECT ${id}, subscriptions.address, subscribers.name, subscribers.language, ${editionKey}, 'pending', ${frozen_at}
    FROM subscriptions
    JOIN subscribers ON subscribers.address = subscriptions.address
    WHERE subscriptions.newsletter = ${newsletter} AND subscriptions.state = 'active'
      AND NOT EXISTS (SELECT 1 FROM suppressions WHERE suppressions.address = subscriptions.address)
    ORDER BY subscriptions.address
    ON CONFLICT DO NOTHING`.execute(transaction);
}

async function insertRecipients(
  transaction: Transaction<Tables>,
  { id, frozen_at }: IssueRow,
  { recipients, editionKey }: FrozenIssue,
): Promise<void> {
  for (const rows of batches(recipients)) {
    const json = JSON.stringify(rows.map(({ address, name }) => [address, name]));
    await sql`
      INSERT INTO deliveries (issue_id, address, name, edition_key, state, updated_at)
      SELECT ${id}, value ->> 0, value ->> 1, ${editionKey}, 'pending', ${frozen_at}
      FROM json_each(${json})
      WHERE NOT EXISTS (SELECT 1 FROM suppressions WHERE suppressions.address = value ->> 0)
      ON CONFLICT DO NOTHING`.execute(transaction);
  }
}

async function recount(transaction: Transaction<Tables>, issueId: number): Promise<IssueRow> {
  return transaction
    .updateTable("issues")
    .set((expression) => ({
      recipients: expression
        .selectFrom("deliveries")
        .select(sql<number>`count(*)`.as("count"))
        .where("issue_id", "=", issueId),
    }))
    .where("id", "=", issueId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CONSTRAINT");
}

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += rowsAtATime) yield rows.slice(start, start + rowsAtATime);
}
