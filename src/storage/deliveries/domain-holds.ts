import type { Kysely } from "kysely";
import type { Database } from "../ledger/open-database.ts";
import type { DomainHold } from "../schema/delivery-tables.ts";
import type { Tables } from "../schema/tables.ts";

/** Holds that have not run out, by domain. */
export async function listDomainHolds(database: Database, now: Date): Promise<DomainHold[]> {
  return database
    .selectFrom("domain_holds")
    .selectAll()
    .where("until", ">", now.toISOString())
    .orderBy("domain")
    .execute();
}

/** Lets every domain go, because a person says that it is mended. */
export async function clearDomainHolds(database: Kysely<Tables>): Promise<void> {
  await database.deleteFrom("domain_holds").execute();
}
