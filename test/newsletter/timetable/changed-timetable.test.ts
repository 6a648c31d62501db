import { expect, test } from "vitest";
import type { NewsletterConfig } from "../../../src/config/config.ts";
import { approveDraft } from "../../../src/newsletter/review/approve-draft.ts";
import { listAlerts } from "../../../src/storage/schedule/alerts.ts";
import { listWaitingDrafts } from "../../../src/storage/schedule/drafts.ts";
import { listLastSlots } from "../../../src/storage/schedule/slots.ts";
import { openScheduleRoom, type ScheduleRoom } from "../../support/schedule-room.ts";

/** Other settings for the room's newsletter, from the next tick on. @returns Puts them back. */
function reconfigure({ run }: ScheduleRoom, settings: Partial<NewsletterConfig>): () => void {
  const { config } = run;
  const [weekly] = config.newsletters;
  Object.assign(run, { config: { ...config, newsletters: [{ ...weekly, ...settings }] } });
  return () => void Object.assign(run, { config });
}

/** The schedule of the room with another cron expression or time zone. */
function change(room: ScheduleRoom, cron: string, timeZone = "Europe/Paris"): void {
  reconfigure(room, { timeZone, cadences: [{ name: "regular", cron }] });
}

/** Another newsletter in place of the room's, one that is due once a year. @returns Puts the room's back. */
function takeOut(room: ScheduleRoom): () => void {
  return reconfigure(room, { key: "other", cadences: [{ name: "regular", cron: "0 7 1 6 *" }] });
}

const records = async ({ run }: ScheduleRoom): Promise<string[]> =>
  (
    await run.database
      .selectFrom("slots")
      .selectAll()
      .where("newsletter", "=", "weekly")
      .orderBy("slot")
      .execute()
  ).map(({ slot, outcome }) => `${slot.slice(0, 16)} ${outcome}`);

test("slots that a new schedule would have had before the change are neither missed nor sent", async () => {
  const room = await openScheduleRoom();
  await room.tickAt("2026-11-16T06:00:10Z");
  room.write("second", "2026-11-17");
  change(room, "0 8 * * *");

  await room.tickAt("2026-11-19T12:00:00Z");
  expect(room.server.completed).toHaveLength(1);
  await room.tickAt("2026-11-20T07:00:10Z");

  expect(room.server.completed).toHaveLength(2);
  expect(await records(room)).toEqual([
    "2026-11-15T12:00 started",
    "2026-11-16T06:00 sent",
    "2026-11-19T12:00 started",
    "2026-11-20T07:00 sent",
  ]);
});

test("a newsletter that comes when another one goes is asked about, because its readers would get old articles again", async () => {
  const room = await openScheduleRoom();
  await room.tickAt("2026-11-16T06:00:10Z");
  const putBack = takeOut(room);

  await room.tickAt("2026-11-16T07:00:00Z");
  expect(await listAlerts(room.run.database, new Date(0))).toMatchObject([
    {
      key: "renamed:other:regular:",
      message: 'the newsletter "other" is new, and "weekly" is none of the configuration any more',
      remedy: expect.stringContaining('call it "weekly" again') as unknown,
    },
  ]);
  putBack();
  await room.tickAt("2026-11-16T07:01:00Z");
  expect(await listAlerts(room.run.database, new Date(0))).toEqual([]);
});

test("a cadence that comes when another one goes is asked about, and a draft of the old one is refused by its name", async () => {
  const room = await openScheduleRoom({ review: "optional", reviewHours: 24, editors: "ed@harbour.town" });
  await room.tickAt("2026-11-16T06:00:10Z");
  room.write("second", "2026-11-17");
  await room.tickAt("2026-11-22T12:00:00Z");
  const [draft] = await listWaitingDrafts(room.run.database);
  const putBack = reconfigure(room, { cadences: [{ name: "mondays", cron: "0 7 * * 1" }] });

  await room.tickAt("2026-11-22T12:01:00Z");
  expect(await listAlerts(room.run.database, new Date(0))).toMatchObject([
    {
      key: "renamed:weekly:mondays:",
      message:
        'the cadence "mondays" of "The Gazette" is new, and "regular" is none of the configuration any more',
      remedy: expect.stringContaining('call it "regular" again') as unknown,
    },
  ]);
  await expect(approveDraft(room.run, draft?.hash ?? "", undefined)).rejects.toMatchObject({
    code: "draft-missing",
    message: expect.stringContaining('of the cadence "regular"') as unknown,
  });
  putBack();
  await room.tickAt("2026-11-22T12:02:00Z");
  expect(await listAlerts(room.run.database, new Date(0))).toEqual([]);
  await approveDraft(room.run, draft?.hash ?? "", undefined);
});

test("a slot that the schedule had before and after the change is sent, also where the change is noticed just after it", async () => {
  const room = await openScheduleRoom();
  change(room, "0 7 * * 1,4");

  await room.tickAt("2026-11-16T06:00:10Z");
  await room.tickAt("2026-11-16T06:01:10Z");

  expect(room.server.completed).toHaveLength(1);
  expect(await records(room)).toEqual([
    "2026-11-15T12:00 started",
    "2026-11-16T06:00 sent",
    "2026-11-16T06:00 started",
  ]);
  // What people are shown is the last slot that was decided, and not that somebody edited the configuration.
  expect(await listLastSlots(room.run.database, room.clock.now)).toMatchObject([{ outcome: "sent" }]);
});

test("a change of the time zone around a slot sends each article once, and each slot has one record", async () => {
  const room = await openScheduleRoom();
  await room.tickAt("2026-11-16T06:00:10Z");
  // Seven o'clock comes a second time on this Monday, in New York.
  change(room, "0 7 * * 1", "America/New_York");
  await room.tickAt("2026-11-16T06:01:00Z");
  await room.tickAt("2026-11-16T12:00:10Z");
  expect(room.server.completed).toHaveLength(1);

  // It has been already on this one, in Paris.
  room.write("second", "2026-11-17");
  await room.tickAt("2026-11-23T11:59:00Z");
  change(room, "0 7 * * 1", "Europe/Paris");
  await room.tickAt("2026-11-23T12:00:10Z");
  expect(room.server.completed).toHaveLength(1);
  await room.tickAt("2026-11-30T06:00:10Z");

  expect(room.server.completed).toHaveLength(2);
  expect(await records(room)).toEqual([
    "2026-11-15T12:00 started",
    "2026-11-16T06:00 sent",
    "2026-11-16T06:01 started",
    "2026-11-16T12:00 skipped",
    "2026-11-23T12:00 started",
    "2026-11-30T06:00 sent",
  ]);
});

test("an issue that is unfinished when its cadence gets another name is finished all the same", async () => {
  const room = await openScheduleRoom();
  room.relay.isDown = true;
  await room.tickAt("2026-11-16T06:00:10Z");
  reconfigure(room, { cadences: [{ name: "mondays", cron: "0 7 * * 1" }] });
  room.relay.isDown = false;

  await room.tickAt("2026-11-16T06:02:00Z");

  expect(room.mail()).toEqual(["ada@harbour.town: First"]);
});

test("of a newsletter that was taken out for a week and put back, no slot is missed and none is sent late", async () => {
  const room = await openScheduleRoom({ schedule: "0 7 * * *" });
  await room.tickAt("2026-11-16T06:00:10Z");
  const putBack = takeOut(room);
  room.write("second", "2026-11-17");
  await room.tickAt("2026-11-16T12:00:00Z");
  await room.tickAt("2026-11-20T12:00:00Z");
  putBack();

  await room.tickAt("2026-11-23T09:00:00Z");
  expect(room.mail()).toEqual(["ada@harbour.town: First"]);
  expect(await listAlerts(room.run.database, new Date(0))).toEqual([]);
  await room.tickAt("2026-11-24T06:00:10Z");

  expect(room.mail()).toEqual(["ada@harbour.town: First", "ada@harbour.town: Second"]);
  expect(await records(room)).toEqual([
    "2026-11-15T12:00 started",
    "2026-11-16T06:00 sent",
    "2026-11-23T09:00 started",
    "2026-11-24T06:00 sent",
  ]);
});

test.each([
  ["was lost for some hours around its slot", "2026-11-16T03:00:00Z", "2026-11-16T09:00:00Z"],
  [
    "is put back just before its slot, and found just after it",
    "2026-11-15T13:00:00Z",
    "2026-11-23T06:01:00Z",
  ],
])("a newsletter whose configuration %s sends at that slot", async (_, out, back) => {
  const room = await openScheduleRoom();
  const putBack = takeOut(room);
  await room.tickAt(out);
  putBack();

  await room.tickAt(back);

  expect(room.mail()).toEqual(["ada@harbour.town: First"]);
});

test("an issue that is unfinished when its newsletter is taken out is told, and no longer when it is back", async () => {
  const room = await openScheduleRoom();
  room.relay.isDown = true;
  await room.tickAt("2026-11-16T06:00:10Z");
  const putBack = takeOut(room);
  room.relay.isDown = false;
  const alerts = async (): Promise<string[]> =>
    (await listAlerts(room.run.database, new Date(0))).map(({ key }) => key);

  await room.tickAt("2026-11-16T07:00:00Z");
  expect(await alerts()).toContain("stray:1");
  putBack();
  await room.tickAt("2026-11-16T08:00:00Z");

  expect(await alerts()).toEqual([]);
  expect(room.mail()).toEqual(["ada@harbour.town: First"]);
});
