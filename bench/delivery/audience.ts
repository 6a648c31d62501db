import { freezeIssue } from "../../src/storage/issues/freeze-issue.ts";
import type { Database } from "../../src/storage/ledger/open-database.ts";
import { storeSubscriptions } from "../../src/storage/audience/subscribers.ts";
import { makeLetter } from "./letter.ts";

const at = new Date("2026-11-23T07:00:00Z");
const rowsAtATime = 5000;

/** Subscribes `reader0000000@example.com` and so on. */
export async function storeReaders(database: Database, count: number): Promise<void> {
  for (let from = 0; from < count; from += rowsAtATime) {
    const rows = Array.from({ length: Math.min(rowsAtATime, count - from) }, (_, index) => ({
      address: `reader${String(from + index).padStart(7, "0")}@example.com`,
      name: `Reader ${from + index}`,
      language: null,
      timeZone: null,
      topics: [],
    }));
    await storeSubscriptions(database, "weekly", rows, at);
  }
}

/** Freezes the letter for everyone who is subscribed, as the first issue of the ledger. */
export async function freezeLetter(database: Database): Promise<void> {
  const instant = at.toISOString();
  const { html, text } = makeLetter();
  const subject = "What the tides said";
  await freezeIssue(database, {
    issue: {
      newsletter: "weekly",
      cadence: "regular",
      slot: instant,
      number: 1,
      origin: "hand",
      since: instant,
      until: instant,
      subject,
      preheader: "",
      hash: "",
      manifest: "{}",
      frozen_at: instant,
    },
    articles: [],
    newNames: [],
    editions: [{ key: "whole", subject, preheader: "", html: [html], text: [text], readers: 1 }],
    images: [],
    recipients: [],
    editionKey: "whole",
    audience: { newsletter: "weekly", cadence: "regular", cadences: ["regular"], sharedIssues: [] },
  });
}
