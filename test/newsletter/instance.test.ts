import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { adoptInstance } from "../../src/newsletter/adopt-instance.ts";
import { runDueSlots } from "../../src/newsletter/run-due-slots.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { findSlot } from "../../src/storage/slots.ts";
import { openScheduleRoom, type ScheduleRoom } from "../support/schedule-room.ts";

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
