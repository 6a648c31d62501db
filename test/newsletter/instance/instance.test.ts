import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { adoptInstance } from "../../../src/newsletter/instance/adopt-instance.ts";
import { examineHealth } from "../../../src/newsletter/health/examine-health.ts";
import { runDueSlots } from "../../../src/newsletter/slots/run-due-slots.ts";
import { ledgerFileOf, openDatabase } from "../../../src/storage/ledger/open-database.ts";
import { findSlot } from "../../../src/storage/schedule/slots.ts";
import { openScheduleRoom, type ScheduleRoom } from "../../support/schedule-room.ts";

const slot = { newsletter: "weekly", cadence: "regular", slot: new Date("2026-11-16T06:00:00Z") };

/** A scheduler on another data folder, at the room's clock. */
async function runOn(room: ScheduleRoom, data: string, instance = room.run.config.instance) {
  const database = await openDatabase(data);
  onTestFinished(() => database.destroy());
  const run = { ...room.run, database, config: { ...room.run.config, data, instance } };
  return { run, end: await runDueSlots(run) };
}

test("a copy of the data folder sends nothing until a person says so, and says it once", async () => {
  const room = await openScheduleRoom();
  const copy = join(room.folder, "copy");
  cpSync(room.run.config.data, copy, { recursive: true });
  room.clock.now = new Date("2026-11-16T06:00:10Z");

  const { run, end } = await runOn(room, copy);
  expect(end).toBe("doubted");
  await runDueSlots(run);
  expect(room.events.map(({ outcome }) => outcome)).toEqual(["held"]);
  expect(room.server.completed).toEqual([]);

  expect(await adoptInstance(run, "skip")).toEqual({ skipped: 1, paused: [] });
  expect(await runDueSlots(run)).not.toBe("doubted");
  expect(room.server.completed).toEqual([]);
  expect(await findSlot(run.database, slot)).toMatchObject({ outcome: "skipped" });
  // The first folder does not know of it, and goes on.
  expect(await runDueSlots(room.run)).toBe("done");
  expect(room.server.completed).toHaveLength(1);
});

test.each(["beside", "outside"])(
  "an old snapshot put back in place is noticed by the count kept %s of the ledger",
  async (where) => {
    const room = await openScheduleRoom();
    const { data } = room.run.config;
    const snapshot = join(room.folder, "snapshot");
    cpSync(data, snapshot, { recursive: true });
    await room.tickAt("2026-11-16T06:00:10Z");
    expect(room.server.completed).toHaveLength(1);
    await room.run.database.destroy();

    for (const suffix of ["", "-wal", "-shm"]) rmSync(join(data, `gazette.sqlite${suffix}`), { force: true });
    const isAll = where === "outside";
    for (const name of ["gazette.sqlite", "gazette.sqlite-wal", ...(isAll ? ["instance.json"] : [])])
      cpSync(join(snapshot, name), join(data, name));
    if (!isAll) rmSync(join(room.folder, "state"), { recursive: true });
    room.clock.now = new Date("2026-11-16T08:00:00Z");

    expect((await runOn(room, data)).end).toBe("doubted");
    expect(room.server.completed).toHaveLength(1);
  },
);

test("an installation with a name of its own is the same on any machine and in any folder", async () => {
  const room = await openScheduleRoom();
  const named = { name: "runner", stateDir: undefined };
  const copy = join(room.folder, "copy");
  await adoptInstance({ ...room.run, config: { ...room.run.config, instance: named } }, "send");
  cpSync(room.run.config.data, copy, { recursive: true });
  room.clock.now = new Date("2026-11-16T06:00:10Z");

  expect((await runOn(room, copy, named)).end).toBe("done");
  expect(room.server.completed).toHaveLength(1);
});

test("a ledger that is replaced under a running scheduler stops it: it sends by neither, and says what to do", async () => {
  const room = await openScheduleRoom();
  const { data } = room.run.config;
  const ledger = join(data, "gazette.sqlite");
  cpSync(ledger, join(room.folder, "older.sqlite"));
  await room.tickAt("2026-11-16T06:00:10Z");
  renameSync(join(room.folder, "older.sqlite"), ledger);
  room.write("second", "2026-11-18");

  await expect(room.tickAt("2026-11-23T06:00:10Z")).rejects.toMatchObject({
    code: "storage-failed",
    message: expect.stringContaining("removed or replaced while Gazette runs") as unknown,
  });
  expect(room.server.completed).toHaveLength(1);
  const health = await examineHealth(room.run, () => Promise.resolve([]));
  expect(health).toMatchObject({ ok: false, problems: [expect.stringContaining("removed or replaced")] });
});

test("a disk that is full when an issue is frozen keeps it waiting, and it goes out once when there is room", async () => {
  const room = await openScheduleRoom();
  const { sqlite } = ledgerFileOf(room.run.database);
  room.write("long", "2026-11-14", "A long story. ".repeat(4000));
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
  const pages = Number(sqlite.pragma("page_count", { simple: true }));
  sqlite.pragma(`max_page_count = ${pages + 3}`);

  await room.tickAt("2026-11-16T06:00:10Z");
  await room.tickAt("2026-11-16T06:01:10Z");
  expect(room.server.completed).toEqual([]);
  expect(room.events).toMatchObject([{ outcome: "waiting" }]);
  sqlite.pragma("max_page_count = 1000000");
  await room.tickAt("2026-11-16T06:02:10Z");

  expect(room.mail()).toHaveLength(1);
  expect(await findSlot(room.run.database, slot)).toMatchObject({ outcome: "sent" });
});
