import type { Database } from "./open-database.ts";
import type { DomainHold } from "./schema/delivery-tables.ts";

/** Holds a domain until an instant; a longer hold that is there already stands. */
export async function holdDomain(database: Database, hold: DomainHold): Promise<void> {
  await database
    .insertInto("domain_holds")
    .values(hold)
    .onConflict((conflict) =>
      conflict
        .column("domain")
        .doUpdateSet(hold)
        .where((expression) => expression("domain_holds.until", "<", hold.until)),
    )
    .execute();
}

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
export async function clearDomainHolds(database: Database): Promise<void> {
  await database.deleteFrom("domain_holds").execute();
}
