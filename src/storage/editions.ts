import type { Database } from "./open-database.ts";
import type { EditionTable } from "./schema.ts";

export interface StoredEdition {
  readonly edition: EditionTable;
  readonly images: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
}

/** The frozen bytes of one edition of an issue. */
export async function readEdition(database: Database, issueId: number, key: string): Promise<StoredEdition> {
  const edition = await database
    .selectFrom("editions")
    .selectAll()
    .where("issue_id", "=", issueId)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  const images = await database
    .selectFrom("edition_images")
    .selectAll()
    .where("issue_id", "=", issueId)
    .execute();
  return {
    edition,
    images: images.map(({ name, content_type, bytes }) => ({ name, contentType: content_type, bytes })),
  };
}
