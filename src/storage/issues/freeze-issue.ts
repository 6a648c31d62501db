import { sql, type Transaction } from "kysely";
import {
  type Audience,
  type ChosenWish,
  closeCadenceChanges,
  insertAudience,
  type KnownWishes,
  listWishes,
  type WishGroup,
} from "../audience/audience.ts";
import { type NewEdition, storeEditions, type StoredImage } from "./editions.ts";
import { readVersionBeforeInsert } from "../ledger/ledger-version.ts";
import { reopenIssue } from "./issue-state.ts";
import type { Database } from "../ledger/open-database.ts";
import type { IssueRow, NewIssue } from "../schema/issue-tables.ts";
import type { Tables } from "../schema/tables.ts";

/** Everything an issue is frozen with, in one transaction, before its first message. */
export interface FrozenIssue {
  readonly issue: Omit<NewIssue, "id" | "state" | "completed_at" | "recipients" | "pause_reason">;
  readonly articles: readonly { readonly id: string; readonly contentHash: string; readonly path: string }[];
  /** New names of articles that are in earlier issues, so that a move after an edit does not send them again. */
  readonly newNames: readonly { readonly name: string; readonly knownAs: string }[];
  /** Those that are known before the audience is; among them the one of `recipients`. */
  readonly editions: readonly NewEdition[];
  readonly images: readonly StoredImage[];
  /** What editions are made from, for readers who join later; undefined: nobody can join later. */
  readonly source?: Uint8Array | undefined;
  /** Readers named in the configuration, who chose nothing. */
  readonly recipients: readonly { readonly address: string; readonly name: string }[];
  /** Their edition, and without `chooseEditions` everyone's. */
  readonly editionKey: string;
  readonly audience: Audience;
  /** What the audience was known to ask for when the issue was built: not asked again where nothing was written since. */
  readonly knownWishes?: KnownWishes | undefined;
  /** Asked within the transaction, so that what the audience wants cannot change between the answer and the deliveries. */
  readonly chooseEditions?:
    ((wishes: readonly WishGroup[], database: Database) => Promise<ChosenEditions>) | undefined;
}

/** Which edition each wish gets. */
export interface ChosenEditions {
  /** One for every wish. */
  readonly chosen: readonly ChosenWish[];
  /** Those that the issue does not have yet. */
  readonly editions: readonly NewEdition[];
  /** The issue as it stands with these editions. */
  readonly issue?: Pick<FrozenIssue["issue"], "hash" | "manifest"> | undefined;
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
  const { audience, editionKey, editions, chooseEditions } = frozen;
  try {
    return await database.transaction().execute(async (transaction) => {
      const issue = await transaction
        .insertInto("issues")
        .values({ ...frozen.issue, state: "sending", completed_at: null })
        .returningAll()
        .executeTakeFirstOrThrow();
      const wishes = (await stillKnown(transaction, frozen)) ?? (await listWishes(transaction, audience));
      await insertContent(transaction, issue, frozen);
      const choice = await chooseEditions?.(wishes, transaction);
      await storeEditions(transaction, issue.id, [...editions, ...(choice?.editions ?? [])]);
      if (choice?.issue !== undefined)
        await transaction.updateTable("issues").set(choice.issue).where("id", "=", issue.id).execute();
      const chosen = choice?.chosen ?? wishes.map((wish) => ({ ...wish, key: editionKey }));
      await insertAudience(transaction, audience, { id: issue.id, at: issue.frozen_at }, chosen);
      await insertRecipients(transaction, issue, frozen);
      await closeCadenceChanges(transaction, audience, issue.id);
      const row = await recount(transaction, issue.id);
      const readers = wishes.reduce((sum, wish) => sum + wish.readers, 0);
      if (row.recipients < readers) throw new Error(`Issue ${issue.id} has lost readers.`);
      await alongside(transaction, row);
      return row;
    });
  } catch (error) {
    if (isTaken(error)) return undefined;
    throw error;
  }
}

/** To be asked right after the first INSERT. */
async function stillKnown(
  transaction: Transaction<Tables>,
  { knownWishes }: FrozenIssue,
): Promise<readonly WishGroup[] | undefined> {
  if (knownWishes === undefined) return undefined;
  const version = await readVersionBeforeInsert(transaction);
  return version === knownWishes.version ? knownWishes.groups : undefined;
}

/**
 * Adds those who joined since an issue was frozen to its deliveries, each with their edition, and opens it again where it
 * was complete.
 *
 * @param audience - With `joinedSince`.
 * @returns How many were added.
 */
export async function addJoinedSince(
  database: Database,
  issue: Pick<IssueRow, "id">,
  audience: Audience,
  chooseEditions: (wishes: readonly WishGroup[], database: Database) => Promise<ChosenEditions>,
  now: Date,
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const wishes = await listWishes(transaction, audience);
    if (wishes.length === 0) return 0;
    const { chosen, editions } = await chooseEditions(wishes, transaction);
    await storeEditions(transaction, issue.id, editions);
    await insertAudience(transaction, audience, { id: issue.id, at: now.toISOString() }, chosen);
    await recount(transaction, issue.id);
    await reopenIssue(transaction, issue.id);
    return wishes.reduce((sum, wish) => sum + wish.readers, 0);
  });
}

/** What the editions of an issue were made from; undefined: it was frozen before that was kept. */
export async function readIssueSource(database: Database, issueId: number): Promise<Uint8Array | undefined> {
  const row = await database
    .selectFrom("issue_sources")
    .select("source")
    .where("issue_id", "=", issueId)
    .executeTakeFirst();
  return row?.source;
}

async function insertContent(
  transaction: Transaction<Tables>,
  { id: issue_id, newsletter, cadence }: IssueRow,
  { articles, newNames, images, source }: FrozenIssue,
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
  if (source !== undefined) {
    await transaction
      .insertInto("issue_sources")
      .values({ issue_id, source: Buffer.from(source) })
      .execute();
  }
  for (const { name, contentType, bytes } of images) {
    await transaction
      .insertInto("edition_images")
      .values({ issue_id, name, content_type: contentType, bytes })
      .execute();
  }
}

/** Where one of them is a subscriber too, the subscription says what they get. */
async function insertRecipients(
  transaction: Transaction<Tables>,
  { id, newsletter, frozen_at }: IssueRow,
  { recipients, editionKey }: FrozenIssue,
): Promise<void> {
  for (const rows of batches(recipients)) {
    const json = JSON.stringify(rows.map(({ address, name }) => [address, name]));
    await sql`
      INSERT INTO deliveries (issue_id, address, name, edition_key, state, updated_at)
      SELECT ${id}, value ->> 0, value ->> 1, ${editionKey}, 'pending', ${frozen_at}
      FROM json_each(${json})
      WHERE NOT EXISTS (SELECT 1 FROM suppressions WHERE suppressions.address = value ->> 0)
        AND NOT EXISTS (SELECT 1 FROM subscriptions
          WHERE subscriptions.newsletter = ${newsletter} AND subscriptions.address = value ->> 0
            AND subscriptions.state = 'active')
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

/** The slot has its issue, or an article is in one; SQLite names the table. Whatever else is refused is a fault. */
function isTaken(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "SQLITE_CONSTRAINT_UNIQUE" || error.code === "SQLITE_CONSTRAINT_PRIMARYKEY") &&
    /: (?:issues|issue_articles)\./u.test(error.message)
  );
}

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += rowsAtATime) yield rows.slice(start, start + rowsAtATime);
}
