import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countDeliveries } from "../../../src/storage/deliveries/deliveries.ts";
import { listAlerts } from "../../../src/storage/schedule/alerts.ts";
import { listIssues } from "../../../src/storage/issues/issues.ts";
import { findSlot, listLastSlots } from "../../../src/storage/schedule/slots.ts";
import { runDueSlots } from "../../../src/newsletter/slots/run-due-slots.ts";
import { leaveNewsletter, storeSubscriptions } from "../../../src/storage/audience/subscribers.ts";
import { openScheduleRoom } from "../../support/schedule-room.ts";

test.each([
  ["send", "2026-11-17T05:59:00Z", "sent"],
  ["send", "2026-11-17T06:00:00Z", "skipped"],
  ["skip", "2026-11-16T06:59:00Z", "sent"],
  ["skip", "2026-11-16T07:01:00Z", "skipped"],
  ["ask", "2026-11-16T07:01:00Z", "held"],
])("a missed slot with the policy %s, found at %s, is %s", async (missed, instant, outcome) => {
  const room = await openScheduleRoom({ missed });

  await room.tickAt(instant);

  expect(room.events.map((event) => event.outcome)).toEqual([outcome]);
  expect(room.server.completed).toHaveLength(outcome === "sent" ? 1 : 0);
});

test("a slot that waits for a person waits on while an earlier issue goes to its last reader", async () => {
  let isBusy = true;
  const room = await openScheduleRoom(
    { schedule: "0 7 * * *", missed: "ask", to: "ada@harbour.town, bo@harbour.town" },
    { schedule: { alertTo: "ops@harbour.town" } },
    {
      answer: (step, line) =>
        isBusy && step === "RCPT" && line.includes("bo@") ? "451 4.2.0 Later" : undefined,
    },
  );
  await room.tickAt("2026-11-16T06:00:10Z");
  room.write("second", "2026-11-16");
  await room.tickAt("2026-11-17T09:00:00Z");
  isBusy = false;
  await room.tickAt("2026-11-17T14:00:00Z");

  const alerts = await listAlerts(room.run.database, new Date(0), room.clock.now);
  expect(alerts.map(({ key }) => key)).toContain("slot:weekly:regular:2026-11-17T06:00:00.000Z");
  expect(room.mail().filter((line) => line.startsWith("bo@"))).toHaveLength(1);
});

test("a clock that runs ahead for a while decides nothing for good, and the slots come again at their time", async () => {
  const room = await openScheduleRoom();
  await room.tickAt("2026-11-16T06:00:10Z");
  await room.tickAt("2028-01-01T00:00:00Z");
  room.write("second", "2026-11-18");

  await room.tickAt("2026-11-16T06:05:00Z");
  await room.tickAt("2026-11-23T06:00:10Z");

  expect(room.server.completed).toHaveLength(2);
  const slot = new Date("2026-11-23T06:00:00Z");
  expect(await findSlot(room.run.database, { newsletter: "weekly", cadence: "regular", slot })).toMatchObject(
    {
      outcome: "sent",
    },
  );
});

test("a clock that is set back, by days or by a year, and right again later leaves each slot the record that it had", async () => {
  const room = await openScheduleRoom({ schedule: "0 7 * * *" });
  for (const day of ["16", "17", "18"]) await room.tickAt(`2026-11-${day}T06:00:10Z`);
  room.write("second", "2026-11-18");
  await room.tickAt("2026-11-19T06:00:10Z");
  const records = async () =>
    room.run.database.selectFrom("slots").selectAll().where("outcome", "!=", "started").execute();
  const before = await records();

  for (const wrong of ["2026-11-16T08:00:00Z", "2025-11-19T07:00:00Z", "2026-01-05T07:00:00Z"]) {
    await room.tickAt(wrong);
    await room.tickAt("2026-11-19T07:00:00Z");
  }

  expect(await records()).toEqual(before);
  expect(before.map(({ outcome }) => outcome)).toEqual(["sent", "skipped", "skipped", "sent"]);
  expect(room.server.completed).toHaveLength(2);
});

test("a clock that was never set starts nothing, so that nothing is missed once it is set", async () => {
  const room = await openScheduleRoom();
  await room.run.database.deleteFrom("slots").execute();

  await room.tickAt("1970-01-01T00:00:20Z");
  await room.tickAt("1970-01-01T00:00:35Z");
  expect(room.events.map(({ outcome }) => outcome)).toEqual(["waiting"]);
  await room.tickAt("2026-11-15T12:00:00Z");
  await room.tickAt("2026-11-16T06:00:10Z");

  expect(room.events.map(({ outcome }) => outcome)).toEqual(["waiting", "sent"]);
  expect(room.server.completed).toHaveLength(1);
  expect(await listAlerts(room.run.database, new Date(0))).toEqual([]);
});

test("an issue that cannot be built fails its slot, the operator is told once, and the next slot has its articles", async () => {
  const room = await openScheduleRoom({ theme: "nowhere" }, { schedule: { alertTo: "ops@harbour.town" } });

  await room.tickAt("2026-11-16T06:00:10Z");
  await room.tickAt("2026-11-16T06:01:10Z");

  expect(room.events.map(({ outcome }) => outcome)).toEqual(["failed"]);
  expect(room.mail()).toHaveLength(1);
  expect(await listIssues(room.run.database, 10)).toEqual([]);
});

test.each([
  ["missing", () => undefined],
  ["empty, as where a share is not mounted", (folder: string) => mkdirSync(folder)],
])(
  "a folder of articles that is %s at a slot is told once and waited for, and the slot is sent",
  async (_, leave) => {
    const room = await openScheduleRoom({ schedule: "0 7 * * *" });
    await room.tickAt("2026-11-16T06:00:10Z");
    room.write("second", "2026-11-16");
    const [folder, away] = [join(room.folder, "articles"), join(room.folder, "away")];
    renameSync(folder, away);
    leave(folder);

    await room.tickAt("2026-11-17T06:00:10Z");
    await room.tickAt("2026-11-17T09:00:00Z");
    expect(await listAlerts(room.run.database, new Date(0))).toMatchObject([
      {
        key: "again:weekly:regular:2026-11-17T06:00:00.000Z",
        remedy: expect.stringMatching(
          /(?:ARTICLES_DIR|articles).*It is tried again every minute\.$/u,
        ) as unknown,
        message: expect.not.stringMatching(/\.$/u) as unknown,
      },
    ]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(away, folder);
    await room.tickAt("2026-11-17T12:00:00Z");

    expect(room.events.map(({ outcome }) => outcome)).toEqual(["sent", "waiting", "sent"]);
    expect(room.mail()).toEqual(["ada@harbour.town: First", "ada@harbour.town: Second"]);
    expect(await listAlerts(room.run.database, new Date(0))).toEqual([]);
  },
);

test("a folder that never had an article is no news, and nobody is bothered", async () => {
  const room = await openScheduleRoom();
  rmSync(join(room.folder, "articles", "first.md"));

  await room.tickAt("2026-11-16T06:00:10Z");

  expect(room.events).toMatchObject([{ outcome: "skipped", reason: "nothing new to send" }]);
  expect(await listAlerts(room.run.database, new Date(0))).toEqual([]);
});

test("a slot that waited for its articles until the next one came was not missed because nothing ran", async () => {
  const room = await openScheduleRoom({ schedule: "0 7 * * *" });
  const [folder, away] = [join(room.folder, "articles"), join(room.folder, "away")];
  renameSync(folder, away);
  await room.tickAt("2026-11-16T06:00:10Z");
  await room.tickAt("2026-11-17T06:00:10Z");

  expect(room.events.map(({ reason }) => reason)).toEqual([
    expect.stringContaining("no folder of articles"),
    "missed: its issue could not be made, and the slot of 2026-11-17T06:00:00.000Z came after it",
    expect.stringContaining("no folder of articles"),
  ]);
  expect((await listAlerts(room.run.database, new Date(0))).map(({ key }) => key)).toEqual([
    "again:weekly:regular:2026-11-17T06:00:00.000Z",
  ]);
});

test("where the mail server is gone from the configuration, an issue waits for it and does not end in files", async () => {
  const room = await openScheduleRoom();
  await room.tickAt("2026-11-16T06:00:10Z");
  room.write("second", "2026-11-18");
  room.clock.now = new Date("2026-11-23T06:00:10Z");
  const { config } = room.run;
  await runDueSlots({ ...room.run, config: { ...config, delivery: { ...config.delivery, relays: [] } } });

  expect(room.events.at(-1)).toMatchObject({ outcome: "sent", reason: "No. 2: frozen, and not sent yet" });
  expect(await listAlerts(room.run.database, new Date(0), room.clock.now)).toMatchObject([
    {
      message: expect.stringMatching(
        /waits: no mail server is configured any more, .*127\.0\.0\.1/u,
      ) as unknown,
    },
  ]);
  await room.tickAt("2026-11-23T07:00:00Z");
  expect(room.mail()).toEqual(["ada@harbour.town: First", "ada@harbour.town: Second"]);
});

test("a newsletter that nobody receives is told to the operator once, until an issue of it goes out", async () => {
  const room = await openScheduleRoom(
    { schedule: "0 7 * * *", to: [] },
    { schedule: { alertTo: "ops@harbour.town" } },
  );

  await room.tickAt("2026-11-16T06:00:10Z");
  await room.tickAt("2026-11-17T06:00:10Z");

  expect(room.events.map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
    "skipped: nobody receives it",
    "skipped: nobody receives it",
  ]);
  expect(room.mail()).toEqual([expect.stringMatching(/^ops@harbour.town: .*skipped: nobody receives it$/u)]);
});

test("what a clock that ran ahead decided and raised is not shown as what there is now", async () => {
  const room = await openScheduleRoom();
  await room.tickAt("2026-11-16T06:00:10Z");
  await room.tickAt("2027-06-03T06:00:00Z");

  const { database } = room.run;
  const now = new Date("2026-12-01T12:00:00Z");
  expect(await listLastSlots(database, now)).toMatchObject([
    { outcome: "sent", slot: new Date("2026-11-16T06:00:00Z") },
  ]);
  expect(await listAlerts(database, new Date(0), now)).toEqual([]);
  expect(await listAlerts(database, new Date(0), new Date("2027-06-03T06:01:00Z"))).not.toEqual([]);
});

test("an alert that cannot be told by mail is told when the server is back", async () => {
  const room = await openScheduleRoom({}, { schedule: { alertTo: "ops@harbour.town" } });
  room.relay.isDown = true;
  await room.tickAt("2026-11-16T06:00:10Z");
  expect(await listAlerts(room.run.database, new Date(0))).toMatchObject([{ told_at: null, attempts: 1 }]);
  room.relay.isDown = false;

  await room.tickAt("2026-11-16T06:02:00Z");

  expect(room.mail()).toEqual(["ada@harbour.town: First"]);
});

test("readers get an issue at the slot's time of day in their own zone, each once, and the first of them decide when it is made", async () => {
  const room = await openScheduleRoom({ localTime: true, to: [] });
  const reader = (name: string, timeZone: string | null) => ({
    address: `${name}@harbour.town`,
    name,
    language: null,
    timeZone,
    topics: [],
  });
  await storeSubscriptions(
    room.run.database,
    "weekly",
    [
      reader("paris", null),
      reader("tokyo", "Asia/Tokyo"),
      reader("lima", "America/Lima"),
      reader("odd", "Not/AZone"),
    ],
    room.clock.now,
  );
  const sent = (): string[] => room.mail().map((line) => line.split("@")[0] ?? "");

  await room.tickAt("2026-11-15T21:59:00Z");
  expect(sent()).toEqual([]);
  await room.tickAt("2026-11-15T22:00:00Z");
  expect(sent()).toEqual(["tokyo"]);
  expect(room.events.at(-1)?.reason).toBe("No. 1: 1 accepted, 3 deferred until their own time of day");
  await room.tickAt("2026-11-16T05:59:00Z");
  expect(sent()).toEqual(["tokyo"]);
  await room.tickAt("2026-11-16T06:00:00Z");
  expect(sent().sort()).toEqual(["odd", "paris", "tokyo"]);
  await room.tickAt("2026-11-16T12:00:00Z");

  expect(sent().sort()).toEqual(["lima", "odd", "paris", "tokyo"]);
  expect(await listIssues(room.run.database, 10)).toMatchObject([
    { state: "complete", slot: "2026-11-16T06:00:00.000Z" },
  ]);
});

test("who leaves before their own morning gets nothing of an issue that others have already, and who comes back does", async () => {
  const room = await openScheduleRoom({ localTime: true, to: [] });
  const { database } = room.run;
  const reader = (name: string, timeZone: string) => ({
    address: `${name}@harbour.town`,
    name,
    language: null,
    timeZone,
    topics: [],
  });
  const lima = reader("lima", "America/Lima");
  const readers = [reader("tokyo", "Asia/Tokyo"), lima, reader("quito", "America/Lima")];
  await storeSubscriptions(database, "weekly", readers, room.clock.now);
  await room.tickAt("2026-11-15T22:00:00Z");

  const leftAt = new Date("2026-11-16T01:00:00Z");
  for (const name of ["lima", "quito"])
    expect(await leaveNewsletter(database, "weekly", `${name}@harbour.town`, leftAt)).toBe(true);
  await storeSubscriptions(database, "weekly", [lima], leftAt, { rejoin: true });
  await room.tickAt("2026-11-16T12:00:00Z");

  expect(room.mail()).toEqual(["tokyo@harbour.town: First", "lima@harbour.town: First"]);
  const [issue] = await listIssues(database, 1);
  expect(issue).toMatchObject({ state: "complete" });
  expect(await countDeliveries(database, issue?.id ?? 0)).toEqual({ accepted: 2, skipped: 1 });
});

test("a clock that ran ahead while the server was down sends nobody their issue before their own time", async () => {
  const room = await openScheduleRoom({ localTime: true, to: [] });
  const lima = { address: "lima@harbour.town", name: "", language: null, topics: [] };
  await storeSubscriptions(
    room.run.database,
    "weekly",
    [{ ...lima, timeZone: "America/Lima" }],
    room.clock.now,
  );
  await room.tickAt("2026-11-16T06:00:00Z");
  room.relay.isDown = true;
  await room.tickAt("2026-11-16T13:00:00Z");
  room.relay.isDown = false;

  await room.tickAt("2026-11-16T06:05:00Z");
  expect(room.mail()).toEqual([]);
  await room.tickAt("2026-11-16T12:00:00Z");

  expect(room.mail()).toEqual(["lima@harbour.town: First"]);
});

const putOff = (step: string): string | undefined => (step === "RCPT" ? "451 4.2.0 Later" : undefined);
const unreachable = (step: string): "drop" | undefined => (step === "greeting" ? "drop" : undefined);

test.each([
  [
    "whom the server put off, by a clock days ahead",
    putOff,
    ["2026-11-16T06:00:00Z", "2026-11-18T20:00:00Z"],
  ],
  [
    "whom the server put off, by a clock days behind",
    putOff,
    ["2026-11-16T06:00:00Z", "2026-11-13T06:00:00Z"],
  ],
  ["whose issue was made by a clock ahead, with the server down", unreachable, ["2026-11-16T13:00:00Z"]],
])(
  "who waits for their own time, and %s, gets the issue at that time and not before",
  async (_, answer, ticks) => {
    let isTrouble = true;
    const room = await openScheduleRoom(
      { localTime: true, to: [] },
      {},
      { answer: (step) => (isTrouble ? answer(step) : undefined) },
    );
    const lima = { address: "lima@harbour.town", name: "", language: null, topics: [] };
    await storeSubscriptions(
      room.run.database,
      "weekly",
      [{ ...lima, timeZone: "America/Lima" }],
      room.clock.now,
    );
    for (const instant of ticks) await room.tickAt(instant);
    expect(await listIssues(room.run.database, 10)).toHaveLength(1);
    isTrouble = false;

    await room.tickAt("2026-11-16T06:05:00Z");
    await room.tickAt("2026-11-16T11:59:00Z");
    expect(room.mail()).toEqual([]);
    await room.tickAt("2026-11-16T12:00:00Z");

    expect(room.mail()).toEqual(["lima@harbour.town: First"]);
  },
);
