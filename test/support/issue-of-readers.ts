import { freezeIssue } from "../../src/storage/issues/freeze-issue.ts";
import type { Database } from "../../src/storage/ledger/open-database.ts";
import { storeSubscriptions } from "../../src/storage/audience/subscribers.ts";
import type { NewSubscription } from "../../src/storage/audience/subscribers.ts";
import { frozenIssue } from "./frozen-issue.ts";

const frozenAt = "2026-11-23T07:00:00.000Z";

/** `reader000001@example.com` and so on, over a few domains. */
function readerAddress(index: number): string {
  return `reader${String(index).padStart(6, "0")}@domain${index % 5}.example`;
}

/** Freezes an issue for `count` subscribers. @returns Its id. */
export async function freezeForReaders(database: Database, count: number): Promise<number> {
  for (let from = 0; from < count; from += 5000) {
    const rows = Array.from({ length: Math.min(5000, count - from) }, (_, index): NewSubscription => ({
      address: readerAddress(from + index),
      name: `Reader ${from + index}`,
      language: null,
      timeZone: null,
      topics: [],
    }));
    await storeSubscriptions(database, "weekly", rows, new Date(frozenAt));
  }
  const issue = await freezeIssue(database, frozenIssue(frozenAt, { origin: "hand" }));
  if (issue === undefined) throw new Error("The issue was not frozen.");
  return issue.id;
}
