import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../../../src/config/load-config.ts";
import { runDueSlots } from "../../../src/newsletter/slots/run-due-slots.ts";
import type { SlotEvent } from "../../../src/newsletter/timetable/schedule-run.ts";
import { listIssues } from "../../../src/storage/issues/issues.ts";
import { openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("a schedule does not send an issue with an error; the slot's record says why, and the articles stay for the next", async () => {
  const folder = temporaryFolder({
    "articles/bridge.md":
      "---\ntitle: The bridge reopens\ndate: 2026-11-20\n---\nLorem ipsum dolor sit amet.\n",
    "gazette.config.json": JSON.stringify({
      newsletters: { weekly: { schedule: "0 7 * * 1", to: "ada@harbour.town" } },
    }),
  });
  const config = await loadConfig(folder);
  const database = await openDatabase(config.data);
  onTestFinished(() => database.destroy());
  const events: SlotEvent[] = [];
  const tickAt = (instant: string): Promise<unknown> =>
    runDueSlots({
      config,
      database,
      signal: new AbortController().signal,
      now: () => new Date(instant),
      onOutcome: () => undefined,
      onEvent: (event) => events.push(event),
    });

  await tickAt("2026-11-22T12:00:00Z");
  await tickAt("2026-11-23T07:00:30Z");

  expect(events.at(-1)).toMatchObject({ outcome: "failed" });
  expect(events.at(-1)?.reason).toContain("Filler text was left in");
  expect(await listIssues(database, 10)).toEqual([]);
});
