import type { KyselyPlugin } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import {
  countSending,
  examineInstance,
  findDoubt,
  type InstancePlace,
} from "../../../src/storage/ledger/instance.ts";
import { type Database, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const now = new Date("2026-11-23T07:00:00Z");

/** Two processes' views of one data folder. */
async function openTwice(): Promise<{ place: InstancePlace; first: Database; second: Database }> {
  const folder = temporaryFolder();
  const [first, second] = [await openDatabase(folder), await openDatabase(folder)];
  onTestFinished(async () => {
    await first.destroy();
    await second.destroy();
  });
  return { place: { dataDir: folder, name: undefined, stateDir: `${folder}/state` }, first, second };
}

/** A view on which something else happens between each answer of the ledger and what is made of it. */
function interrupted(database: Database, meanwhile: () => Promise<unknown>): Database {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await meanwhile();
      return result;
    },
  };
  return database.withPlugin(plugin);
}

test("sends that another process counts during the look raise no doubt", async () => {
  const { place, first, second } = await openTwice();
  await examineInstance(first, place, now);
  const busy = interrupted(first, () => countSending(second, place));

  expect(await findDoubt(busy, place)).toBeUndefined();
  expect(await examineInstance(busy, place, now)).toBeUndefined();
});
