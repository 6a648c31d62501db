import { expect, onTestFinished, test } from "vitest";
import { runDueSlots } from "../../../src/newsletter/slots/run-due-slots.ts";
import { findLastSlot } from "../../../src/storage/schedule/slots.ts";
import { countDeliveries } from "../../../src/storage/deliveries/deliveries.ts";
import { listIssues } from "../../../src/storage/issues/issues.ts";
import { requeueDeliveries } from "../../../src/storage/issues/requeue-deliveries.ts";
import { listAlerts } from "../../../src/storage/schedule/alerts.ts";
import { openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { openScheduleRoom } from "../../support/schedule-room.ts";

test("the first start sends nothing that was due before it", async () => {
  const room = await openScheduleRoom();

  expect(room.events).toEqual([]);
  expect(await findLastSlot(room.run.database, "weekly", "regular")).toMatchObject({ outcome: "started" });
  expect(room.server.completed).toEqual([]);
});

test("a slot is sent once, when it is due, however often the clock ticks", async () => {
  const room = await openScheduleRoom();

  await room.tickAt("2026-11-16T05:59:59Z");
  expect(room.server.completed).toHaveLength(0);
  await room.tickAt("2026-11-16T06:00:00Z");
  await room.tickAt("2026-11-16T06:00:30Z");
  await room.tickAt("2026-11-16T06:01:00Z");

  expect(room.server.completed.map(({ to }) => to)).toEqual([["ada@harbour.town"]]);
  expect(room.events.map(({ outcome, slot }) => [outcome, slot.toISOString()])).toEqual([
    ["sent", "2026-11-16T06:00:00.000Z"],
  ]);
});

test("a slot with nothing new is skipped with its reason, and the next one goes on", async () => {
  const room = await openScheduleRoom();
  await room.tickAt("2026-11-16T06:00:00Z");
  await room.tickAt("2026-11-23T06:00:00Z");
  room.write("second", "2026-11-24");
  await room.tickAt("2026-11-30T06:00:00Z");

  expect(room.events.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ["sent", "No. 1: 1 accepted"],
    ["skipped", "nothing new to send"],
    ["sent", "No. 2: 1 accepted"],
  ]);
});

test("after downtime each missed slot has its record, and none is sent too late; nothing is lost", async () => {
  const room = await openScheduleRoom();

  await room.tickAt("2026-12-01T12:00:00Z");
  expect(room.events.map(({ outcome, slot, reason }) => [outcome, slot.toISOString(), reason])).toEqual([
    [
      "skipped",
      "2026-11-16T06:00:00.000Z",
      "missed: nothing was running that could send it, and the slot of 2026-11-30T06:00:00.000Z came after it",
    ],
    [
      "skipped",
      "2026-11-23T06:00:00.000Z",
      "missed: nothing was running that could send it, and the slot of 2026-11-30T06:00:00.000Z came after it",
    ],
    ["skipped", "2026-11-30T06:00:00.000Z", "found 30 hours late; it goes out only within 24 hours"],
  ]);
  await room.tickAt("2026-12-07T08:00:00Z");

  expect(room.events.at(-1)).toMatchObject({ outcome: "sent" });
  expect(room.server.completed).toHaveLength(1);
});

test("a server that is down leaves the issue unfinished, and the next tick sends it to those still due", async () => {
  const room = await openScheduleRoom();
  room.relay.isDown = true;

  await room.tickAt("2026-11-16T06:00:00Z");
  await room.tickAt("2026-11-16T06:01:00Z");
  // Said once, however often it is tried.
  expect(room.events.map(({ outcome }) => outcome)).toEqual(["waiting", "sent"]);
  room.relay.isDown = false;
  await room.tickAt("2026-11-16T06:02:00Z");

  expect(room.events.at(-1)).toMatchObject({
    outcome: "resumed",
    reason: "went on with No. 1: 1 accepted",
  });
  expect(room.server.completed).toHaveLength(1);
  expect(await listIssues(room.run.database, 10)).toMatchObject([{ state: "complete", number: 1 }]);
});

test("what a sender that died had on the wire of an issue that was cancelled since is settled at the next tick", async () => {
  const room = await openScheduleRoom();
  const { database } = room.run;
  await room.tickAt("2026-11-16T06:00:00Z");
  await database.updateTable("deliveries").set({ state: "in_data" }).execute();
  await database.updateTable("issues").set({ state: "cancelled" }).execute();

  await room.tickAt("2026-11-16T06:01:00Z");

  expect(await countDeliveries(database, 1)).toEqual({ uncertain: 1 });
});

test("messages of which nobody knows whether they arrived are told to the operator once, until they are sent again", async () => {
  const room = await openScheduleRoom({ to: ["ada@harbour.town", "bo@harbour.town"] });
  const { database } = room.run;
  await room.tickAt("2026-11-16T06:00:00Z");
  await database
    .updateTable("deliveries")
    .set({ state: "in_data" })
    .where("address", "like", "ada@%")
    .execute();
  await database.updateTable("issues").set({ state: "sending", completed_at: null }).execute();

  await room.tickAt("2026-11-16T06:01:00Z");
  await room.tickAt("2026-11-16T06:02:00Z");

  expect(room.events.filter(({ outcome }) => outcome === "waiting")).toMatchObject([
    { issue: 1, reason: expect.stringContaining("are uncertain") as unknown },
  ]);
  const alerts = () => listAlerts(database, new Date(0));
  expect(await alerts()).toMatchObject([
    { key: "uncertain:1", remedy: expect.stringContaining("--issue 1 --only uncertain") as unknown },
  ]);
  await requeueDeliveries(database, 1, ["uncertain"], room.clock.now);
  expect(await alerts()).toEqual([]);
  await room.tickAt("2026-11-16T06:03:00Z");
  expect(room.mail()).toHaveLength(3);
  expect(await alerts()).toEqual([]);
});

test("of exactly as many slots as are looked at together, the last one goes out", async () => {
  const room = await openScheduleRoom({ schedule: "0 * * * *" });
  const hours = 1000;

  const last = Date.parse("2026-11-15T12:00:00Z") + hours * 3_600_000;
  await room.tickAt(new Date(last + 10_000).toISOString());

  expect(room.events.at(-1)).toMatchObject({ outcome: "sent", slot: new Date(last) });
  const { count } = await room.run.database
    .selectFrom("slots")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("outcome", "=", "skipped")
    .executeTakeFirstOrThrow();
  expect(count).toBe(hours - 1);
});

test("two schedulers on one data folder send one message", async () => {
  const room = await openScheduleRoom();
  const other = await openDatabase(room.run.config.data);
  onTestFinished(() => other.destroy());

  const now = (): Date => new Date("2026-11-16T06:00:00Z");
  await Promise.all([runDueSlots({ ...room.run, now }), runDueSlots({ ...room.run, now, database: other })]);

  expect(room.server.completed).toHaveLength(1);
  expect(await listIssues(other, 10)).toHaveLength(1);
});
