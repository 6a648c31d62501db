import { sql, type Transaction } from "kysely";
import type { Database } from "../ledger/open-database.ts";
import type { Tables } from "../schema/tables.ts";

/** One edition of an issue, in pieces that others may share. Joined, the pieces are its HTML and its text. */
export interface EditionRecord {
  readonly key: string;
  readonly subject: string;
  readonly preheader: string;
  readonly html: readonly string[];
  readonly text: readonly string[];
}

export interface NewEdition extends EditionRecord {
  /** Ids of the articles it holds, shown or linked; undefined: all of the issue. */
  readonly articles?: readonly string[] | undefined;
  /** How many get it; 0: it is kept for those who may join. */
  readonly readers: number;
}

export interface StoredImage {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Reads the editions of an issue, whose pieces it holds in memory once. */
export interface EditionReader {
  /** @throws Error for a key that the issue does not have. */
  read(key: string): Promise<EditionRecord>;
}

export async function openEditions(database: Database, issueId: number): Promise<EditionReader> {
  const rows = await database
    .selectFrom("edition_pieces")
    .select(["number", "content"])
    .where("issue_id", "=", issueId)
    .execute();
  const pieces = new Map(rows.map(({ number, content }) => [number, content]));
  const join = (ranges: string): string[] =>
    unpackNumbers(ranges).map((number) => {
      const content = pieces.get(number);
      if (content === undefined) throw new Error(`Issue ${issueId} has no piece ${number}.`);
      return content;
    });
  const query = database
    .selectFrom("editions")
    .select(["key", "subject", "preheader", "html", "text"])
    .where("issue_id", "=", issueId);
  const held = new Map((await query.limit(heldEditions).execute()).map((row) => [row.key, row]));
  return {
    read: async (key) => {
      const row = held.get(key) ?? (await query.where("key", "=", key).executeTakeFirstOrThrow());
      return { ...row, html: join(row.html), text: join(row.text) };
    },
  };
}

/** Editions without their pieces, a kilobyte each; more of them are asked for one by one. */
const heldEditions = 20_000;

/** The pictures that travel with an issue. */
export async function readImages(database: Database, issueId: number): Promise<StoredImage[]> {
  const images = await database
    .selectFrom("edition_images")
    .selectAll()
    .where("issue_id", "=", issueId)
    .execute();
  return images.map(({ name, content_type, bytes }) => ({ name, contentType: content_type, bytes }));
}

/** How many different editions of an issue somebody gets. */
export async function countEditions(database: Database, issueId: number): Promise<number> {
  const { count } = await database
    .selectFrom("editions")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("issue_id", "=", issueId)
    .where("readers", ">", 0)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many readers got no email, because nothing of the issue was left for them. */
export async function countWithoutEdition(database: Database, issueId: number): Promise<number> {
  const { count } = await database
    .selectFrom("deliveries")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("issue_id", "=", issueId)
    .where("state", "=", "skipped")
    .where("edition_key", "=", "")
    .executeTakeFirstOrThrow();
  return count;
}

/** SQLite allows 32,766 variables a statement. */
const rowsAtATime = 1000;

/** Stores editions that an issue does not have yet, each piece once. One whose key is there stays as it is, with more readers. */
export async function storeEditions(
  transaction: Transaction<Tables>,
  issueId: number,
  editions: readonly NewEdition[],
): Promise<void> {
  const known = await transaction
    .selectFrom("edition_pieces")
    .select(["number", "content"])
    .where("issue_id", "=", issueId)
    .execute();
  const numbers = new Map(known.map(({ number, content }) => [content, number]));
  const fresh: { issue_id: number; number: number; content: string }[] = [];
  const numberOf = (content: string): number => {
    const before = numbers.get(content);
    if (before !== undefined) return before;
    const number = numbers.size;
    numbers.set(content, number);
    fresh.push({ issue_id: issueId, number, content });
    return number;
  };
  // By key, as they lie on the disk: ten thousand in any other order would be written several times over.
  const ordered = editions.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const rows = ordered.map(({ key, subject, preheader, html, text, articles, readers }) => ({
    issue_id: issueId,
    key,
    subject,
    preheader,
    html: packNumbers(html.map(numberOf)),
    text: packNumbers(text.map(numberOf)),
    articles: articles === undefined ? null : JSON.stringify(articles),
    readers,
  }));
  for (let start = 0; start < fresh.length; start += rowsAtATime)
    await transaction
      .insertInto("edition_pieces")
      .values(fresh.slice(start, start + rowsAtATime))
      .execute();
  for (let start = 0; start < rows.length; start += rowsAtATime)
    await transaction
      .insertInto("editions")
      .values(rows.slice(start, start + rowsAtATime))
      .onConflict((conflict) =>
        conflict.columns(["issue_id", "key"]).doUpdateSet((expression) => ({
          readers: sql<number>`${expression.ref("editions.readers")} + ${expression.ref("excluded.readers")}`,
        })),
      )
      .execute();
}

/** `0-3 7` for 0, 1, 2, 3, 7: an edition is mostly runs of the issue's pieces. */
export function packNumbers(numbers: readonly number[]): string {
  const runs: string[] = [];
  let start = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    if (numbers[at + 1] === number + 1) continue;
    const first = numbers[start] ?? 0;
    runs.push(first === number ? String(number) : `${first}-${number}`);
    start = at + 1;
  }
  return runs.join(" ");
}

export function unpackNumbers(text: string): number[] {
  const numbers: number[] = [];
  for (const run of text === "" ? [] : text.split(" ")) {
    const [first = "", last = first] = run.split("-");
    for (let number = Number(first); number <= Number(last); number += 1) numbers.push(number);
  }
  return numbers;
}
