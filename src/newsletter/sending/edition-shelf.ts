import type { MessageImage } from "../../delivery/message/prepare-edition.ts";
import { createEditionCutter } from "../../rendering/edition-pieces.ts";
import { type EditionRecord, openEditions, readImages } from "../../storage/issues/editions.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { CutEdition, MessageWriter } from "./write-messages.ts";

/** The editions of an issue that is being sent, ready for messages. */
export interface EditionShelf {
  readonly writerOf: (key: string) => Promise<MessageWriter>;
}

/**
 * So many editions stay prepared, those used last; each has a copy of its encoded bytes, a tenth of a megabyte. What they
 * are made of is encoded once for all of them.
 */
const keptEditions = 200;

export async function openEditionShelf(
  database: Database,
  issue: Pick<IssueRow, "id" | "hash">,
  open: (edition: CutEdition, images: readonly MessageImage[], record: EditionRecord) => MessageWriter,
): Promise<EditionShelf> {
  const stored = await openEditions(database, issue.id);
  const images = await readImages(database, issue.id);
  const cut = createEditionCutter();
  const prepare = async (key: string): Promise<MessageWriter> => {
    const record = await stored.read(key);
    const edition = { html: cut(record.html), text: cut(record.text), boundarySeed: `${issue.hash} ${key}` };
    return open(edition, images, record);
  };
  const kept = new Map<string, Promise<MessageWriter>>();
  return {
    writerOf: (key) => {
      const writer = kept.get(key) ?? prepare(key);
      // The one used last stands last.
      kept.delete(key);
      kept.set(key, writer);
      const [oldest] = kept.keys();
      if (kept.size > keptEditions && oldest !== undefined) kept.delete(oldest);
      return writer;
    },
  };
}
