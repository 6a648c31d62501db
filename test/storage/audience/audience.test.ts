import { expect, onTestFinished, test } from "vitest";
import { listWishes, readWishes } from "../../../src/storage/audience/audience.ts";
import { countDeliveries } from "../../../src/storage/deliveries/deliveries.ts";
import { freezeIssue } from "../../../src/storage/issues/freeze-issue.ts";
import { type Database, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { type NewSubscription, storeSubscriptions } from "../../../src/storage/audience/subscribers.ts";
import { frozenIssue } from "../../support/frozen-issue.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const at = new Date("2026-11-23T07:00:00Z");
const slot = at.toISOString();
const { audience } = frozenIssue(slot);

async function open(folder: string): Promise<Database> {
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  return database;
}

async function subscribe(database: Database, from: number, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index): NewSubscription => {
    const number = from + index;
    return {
      address: `reader${number}@example.com`,
      name: "",
      language: number % 3 === 0 ? "fr" : null,
      timeZone: null,
      topics: number % 2 === 0 ? [] : ["Harbour"],
    };
  });
  await storeSubscriptions(database, "weekly", rows, at);
}

test("what a large audience asks for is read beside other work, and is what reading it at once gives", async () => {
  const database = await open(temporaryFolder());
  for (let from = 0; from < 51_000; from += 3000) await subscribe(database, from, 3000);

  const reading = readWishes(database, audience);
  await database.selectFrom("subscribers").select("address").limit(1).execute();
  const { groups } = await reading;

  expect(groups).toEqual(await listWishes(database, audience));
  expect(groups.map(({ readers }) => readers).reduce((sum, readers) => sum + readers)).toBe(51_000);
  expect(groups).toHaveLength(4);
});

test.each(["nobody", "another process", "this process"] as const)(
  "wishes that were read before %s wrote to the ledger are taken over only where they still hold",
  async (who) => {
    const folder = temporaryFolder();
    const database = await open(folder);
    await subscribe(database, 0, 10);
    const knownWishes = await readWishes(database, audience);
    if (who !== "nobody") await subscribe(who === "this process" ? database : await open(folder), 10, 5);
    const asked: number[] = [];

    const issue = await freezeIssue(database, {
      ...frozenIssue(slot),
      knownWishes,
      chooseEditions: (wishes) => {
        asked.push(wishes.reduce((sum, { readers }) => sum + readers, 0));
        expect(wishes === knownWishes.groups).toBe(who === "nobody");
        return Promise.resolve({ chosen: wishes.map((wish) => ({ ...wish, key: "whole" })), editions: [] });
      },
    });

    const readers = who === "nobody" ? 10 : 15;
    expect(asked).toEqual([readers]);
    expect(await countDeliveries(database, issue?.id ?? 0)).toEqual({ pending: readers });
  },
);
