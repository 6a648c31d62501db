import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../../../src/config/load-config.ts";
import { runDueSlots } from "../../../src/newsletter/slots/run-due-slots.ts";
import type { SlotEvent } from "../../../src/newsletter/timetable/schedule-run.ts";
import { listIssues } from "../../../src/storage/issues/issues.ts";
import { openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { startScriptedSmtpServer } from "../../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Each message takes a quarter of a second: the server says that it has it one character at a time. */
const slowly = { bytes: "250 2.0.0 Taken\r\n", everyMs: 15 };
const readers = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${name}${index}@harbour.town`).join(", ");

/** Newsletters on one slow server, with a clock that goes a minute a second, from just before seven on. */
async function openNewsroom(newsletters: Readonly<Record<string, object>>, more: object = {}) {
  const server = await startScriptedSmtpServer({
    extensions: ["PIPELINING"],
    answer: (step) => (step === "data-end" ? slowly : undefined),
  });
  const folder = temporaryFolder({
    ".env": `SMTP_URL=${server.url}\n`,
    "articles/first.md": "---\ntitle: First\ndate: 2026-11-14\n---\nThe first article.\n",
    "gazette.config.json": JSON.stringify({ newsletters, ...more }),
  });
  const config = await loadConfig(folder);
  const database = await openDatabase(config.data);
  onTestFinished(() => database.destroy());
  const events: SlotEvent[] = [];
  const start = Date.parse("2026-11-16T06:59:50Z");
  const run = {
    config: { ...config, instance: { name: undefined, stateDir: undefined } },
    database,
    signal: new AbortController().signal,
    onOutcome: () => undefined,
    onEvent: (event: SlotEvent) => events.push(event),
    turns: { turnMs: 400, lookEveryMs: 100 },
  };
  await runDueSlots({ ...run, now: () => new Date(start) });
  events.length = 0;
  return {
    server,
    events,
    database,
    send: async () => {
      const startedAt = performance.now() - 500;
      await runDueSlots({ ...run, now: () => new Date(start + (performance.now() - startedAt) * 60) });
    },
    /** Addresses in the order that the server took messages for them; digits left out. */
    order: () => server.completed.map(({ to: [address = ""] }) => address.replace(/\d*@.*/u, "")),
  };
}

test(
  "while one long send runs, the slot of another newsletter is made and sent, drafts and alerts go out, and nobody is sent to twice",
  { timeout: 60_000 },
  async () => {
    const room = await openNewsroom(
      {
        large: { schedule: "0 7 * * *", to: readers("large", 60) },
        small: { schedule: "1 7 * * *", to: readers("small", 2) },
        reviewed: {
          schedule: "2 8 * * *",
          to: "ada@harbour.town",
          review: "required",
          reviewHours: 1,
          editors: "ed@harbour.town",
        },
        broken: { schedule: "1 7 * * *", theme: "nowhere", to: "bob@harbour.town" },
      },
      { schedule: { alertTo: "ops@harbour.town" }, delivery: { connections: 4 } },
    );

    await room.send();

    const order = room.order();
    const lastLarge = order.lastIndexOf("large");
    expect(order.filter((name) => name === "large")).toHaveLength(60);
    expect(order.filter((name) => name === "small")).toHaveLength(2);
    for (const name of ["small", "ed", "ops"]) {
      expect(order, name).toContain(name);
      expect(order.lastIndexOf(name), `${name} waited for all of the long send`).toBeLessThan(lastLarge);
    }
    const addresses = room.server.completed.flatMap(({ to }) => to).filter((to) => !/^(?:ed|ops)@/u.test(to));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(await listIssues(room.database, 10)).toMatchObject([{ state: "complete" }, { state: "complete" }]);
    // One line an issue, however many turns it took.
    expect(room.events.filter(({ outcome }) => outcome === "sent").map(({ reason }) => reason)).toEqual([
      "No. 1: 2 accepted",
      "No. 1: 60 accepted",
    ]);
  },
);

test(
  "two long sends share the server turn by turn, and its connections are never doubled",
  { timeout: 60_000 },
  async () => {
    const room = await openNewsroom(
      {
        one: { schedule: "0 7 * * *", to: readers("one", 18) },
        two: { schedule: "0 7 * * *", to: readers("two", 18) },
      },
      { delivery: { connections: 2 } },
    );

    await room.send();

    const order = room.order();
    expect(order).toHaveLength(36);
    const changes = order.filter((name, index) => index > 0 && order[index - 1] !== name).length;
    expect(changes).toBeGreaterThanOrEqual(4);
    expect(room.server.mostOpen()).toBeLessThanOrEqual(2);
    expect(await listIssues(room.database, 10)).toMatchObject([{ state: "complete" }, { state: "complete" }]);
  },
);
