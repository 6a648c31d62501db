import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { loadConfig } from "../../../src/config/load-config.ts";
import { approveDraft, rejectDraft } from "../../../src/newsletter/review/approve-draft.ts";
import { freezeDraft } from "../../../src/newsletter/review/freeze-draft.ts";
import { runDueSlots } from "../../../src/newsletter/slots/run-due-slots.ts";
import { storeSubscriptions } from "../../../src/storage/audience/subscribers.ts";
import { listAlerts, listUntoldAlerts } from "../../../src/storage/schedule/alerts.ts";
import { decideDraft, listDrafts, listWaitingDrafts } from "../../../src/storage/schedule/drafts.ts";
import { listIssues, listSentArticles } from "../../../src/storage/issues/issues.ts";
import { findSlot } from "../../../src/storage/schedule/slots.ts";
import { openScheduleRoom, type ScheduleRoom } from "../../support/schedule-room.ts";

const slot = { newsletter: "weekly", cadence: "regular", slot: new Date("2026-11-16T06:00:00Z") };
const reviewed = { review: "required", editors: "ed@harbour.town" };

const deskOf = ({ run }: ScheduleRoom) => run;
const drafts = async ({ run }: ScheduleRoom) => listWaitingDrafts(run.database);
const hashOf = async (room: ScheduleRoom): Promise<string> => (await drafts(room)).at(-1)?.hash ?? "";
const readers = (room: ScheduleRoom): string[] => room.mail().filter((line) => line.startsWith("ada@"));

test("at the lead time the editors get the draft with what it holds, and nothing is consumed", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");

  expect(room.mail()).toEqual([
    "ed@harbour.town: Review: The Gazette No. 1: First",
    "ed@harbour.town: [Draft] First",
  ]);
  expect(room.server.completed[0]?.raw).toContain(
    `gazette send --approve ${(await hashOf(room)).slice(0, 12)}`,
  );
  expect((await listSentArticles(room.run.database, "weekly", "regular")).size).toBe(0);
  await room.tickAt("2026-11-15T12:02:00Z");
  expect(room.mail()).toHaveLength(2);
});

test("an approved draft goes out at its slot, exactly as it was, whatever was edited since", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  const hash = await hashOf(room);
  await approveDraft(deskOf(room), hash, undefined);
  expect(readers(room)).toEqual([]);
  room.write("first", "2026-11-14", "Edited after the approval.");

  await room.tickAt("2026-11-16T06:00:10Z");

  expect(readers(room)).toHaveLength(1);
  const message = room.server.completed.find(({ to }) => to.includes("ada@harbour.town"))?.raw ?? "";
  expect(message).toContain("The first article.");
  expect(message).not.toContain("Edited after");
  expect(await listIssues(room.run.database, 10)).toMatchObject([{ hash, state: "complete", number: 1 }]);
});

test("an edit makes a new draft, the editors are told what changed, and the old hash is refused with the new one", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  const old = await hashOf(room);
  room.write("first", "2026-11-14", "Edited before the approval.");

  await expect(approveDraft(deskOf(room), old, undefined)).rejects.toMatchObject({
    code: "draft-outdated",
    message: expect.stringContaining("edited First (first.md)") as unknown,
  });
  const now = await hashOf(room);
  expect(now).not.toBe(old);
  expect(room.mail().slice(2)).toEqual([
    "ed@harbour.town: New draft: The Gazette No. 1: First",
    "ed@harbour.town: [Draft] First",
  ]);
  await expect(approveDraft(deskOf(room), old, undefined)).rejects.toMatchObject({ code: "draft-outdated" });

  await approveDraft(deskOf(room), now.slice(0, 12), undefined);
  await room.tickAt("2026-11-16T06:00:10Z");
  expect(await listIssues(room.run.database, 10)).toMatchObject([{ hash: now }]);
});

test("without approval a required review holds the issue, editors and operator are told once, and late approval sends it", async () => {
  const room = await openScheduleRoom(reviewed, { schedule: { alertTo: "ops@harbour.town" } });
  await room.tickAt("2026-11-15T12:01:00Z");
  const hash = await hashOf(room);

  await room.tickAt("2026-11-16T06:00:10Z");
  await room.tickAt("2026-11-16T06:01:10Z");
  expect(readers(room)).toEqual([]);
  expect(await findSlot(room.run.database, slot)).toMatchObject({ outcome: "held" });
  expect(room.mail().slice(2)).toEqual([
    "ed@harbour.town: Held: The Gazette No. 1",
    expect.stringMatching(/^ops@harbour.town: Gazette: "The Gazette" of Mon, 16 Nov 2026 07:00/u) as unknown,
  ]);

  const { isLate } = await approveDraft(deskOf(room), hash, undefined);
  expect(isLate).toBe(true);
  await room.tickAt("2026-11-16T09:00:00Z");
  expect(readers(room)).toHaveLength(1);
  expect(await findSlot(room.run.database, slot)).toMatchObject({ outcome: "sent" });
  expect(await listIssues(room.run.database, 10)).toMatchObject([{ hash }]);
});

/** The time for the next slot begins with the slot before it. */
const daily = { ...reviewed, schedule: "0 7 * * *", reviewHours: 24 };

test("what was held is approved late although the next slot's draft is out, and that one is made anew without its articles", async () => {
  const room = await openScheduleRoom(daily, { schedule: { alertTo: "ops@harbour.town" } });
  await room.tickAt("2026-11-15T12:01:00Z");
  const held = await hashOf(room);
  await room.tickAt("2026-11-16T06:00:10Z");
  expect(await drafts(room)).toMatchObject([
    { hash: held, number: 1, slot: "2026-11-16T06:00:00.000Z" },
    { number: 1, slot: "2026-11-17T06:00:00.000Z" },
  ]);
  room.write("second", "2026-11-17");
  room.clock.now = new Date("2026-11-16T06:30:00Z");

  const { isLate } = await approveDraft(deskOf(room), held.slice(0, 12), undefined);
  expect(isLate).toBe(true);
  await room.tickAt("2026-11-16T06:30:15Z");

  expect(await listIssues(room.run.database, 10)).toMatchObject([{ hash: held, number: 1 }]);
  expect(await findSlot(room.run.database, slot)).toMatchObject({ outcome: "sent" });
  expect(room.mail().slice(-3)).toEqual([
    "ed@harbour.town: New draft: The Gazette No. 2: Second",
    "ed@harbour.town: [Draft] Second",
    "ada@harbour.town: First",
  ]);
  await approveDraft(deskOf(room), await hashOf(room), undefined);
  await room.tickAt("2026-11-17T06:00:10Z");
  expect(readers(room)).toEqual(["ada@harbour.town: First", "ada@harbour.town: Second"]);
});

test("drafts of two cadences keep their numbers, and each is approved as it was shown, before its slot and after it", async () => {
  const cadences = { daily: "0 7 * * *", weekly: "0 7 * * 1" };
  const room = await openScheduleRoom({ ...reviewed, schedule: undefined, cadences, reviewHours: 6 });
  const { database } = room.run;
  const reader = (name: string, cadence: string) => ({
    address: `${name}@harbour.town`,
    name,
    language: null,
    timeZone: null,
    topics: [],
    cadence,
  });
  await storeSubscriptions(
    database,
    "weekly",
    [reader("bo", "weekly"), reader("cy", "daily")],
    room.clock.now,
  );
  await room.tickAt("2026-11-16T00:01:00Z");
  const [daily, weekly] = await drafts(room);
  expect([daily, weekly]).toMatchObject([
    { cadence: "daily", number: 1 },
    { cadence: "weekly", number: 2 },
  ]);

  await approveDraft(deskOf(room), weekly?.hash ?? "", undefined);
  await room.tickAt("2026-11-16T06:00:10Z");
  room.clock.now = new Date("2026-11-16T06:30:00Z");
  await approveDraft(deskOf(room), daily?.hash ?? "", undefined);
  await room.tickAt("2026-11-16T06:30:15Z");

  expect(await listIssues(database, 10)).toMatchObject([
    { cadence: "daily", number: 1, hash: daily?.hash },
    { cadence: "weekly", number: 2, hash: weekly?.hash },
  ]);
});

const kei = {
  address: "kei@harbour.town",
  name: "Kei",
  language: null,
  timeZone: "Asia/Tokyo",
  topics: [],
};

test("where readers further east made the slot due before its time and it was held, the next draft is made at its own lead time", async () => {
  const room = await openScheduleRoom({ ...daily, localTime: true });
  await storeSubscriptions(room.run.database, "weekly", [kei], room.clock.now);
  await room.tickAt("2026-11-15T12:01:00Z");

  await room.tickAt("2026-11-15T22:00:10Z");

  expect(await findSlot(room.run.database, slot)).toMatchObject({ outcome: "held" });
  expect((await drafts(room)).map((draft) => draft.slot)).toEqual([
    "2026-11-16T06:00:00.000Z",
    "2026-11-17T06:00:00.000Z",
  ]);
});

test("where readers further east get it before the slot, the editors are told by when", async () => {
  const room = await openScheduleRoom({ ...daily, reviewHours: 12, localTime: true });
  await storeSubscriptions(room.run.database, "weekly", [kei], room.clock.now);
  await room.tickAt("2026-11-15T12:01:00Z");

  const { text = "" } = await simpleParser(room.server.completed[0]?.raw ?? "");
  expect(text).toContain(
    "Without an editor's approval by Sun, 15 Nov 2026 23:00 Europe/Paris, when its first readers get it, it is held.",
  );
  const { dueAt } = await approveDraft(deskOf(room), await hashOf(room), undefined);
  expect(dueAt).toEqual(new Date("2026-11-15T22:00:00Z"));
});

test("the mail about a draft that is newer than the approved one says which of the two goes out", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  await approveDraft(deskOf(room), await hashOf(room), undefined);
  room.write("first", "2026-11-14", "Edited after the approval.");
  await room.tickAt("2026-11-15T12:02:00Z");

  const { text = "" } = await simpleParser(room.server.completed[2]?.raw ?? "");
  expect(text).toContain("goes out as it was unless you approve this one by its slot.");
  expect(text).toContain("To keep both this draft and the approved one from going out:");
  expect(text).not.toContain("it is held");
});

test("an article that comes after an issue was held gives the operator the new draft's command, and a slot that follows ends it", async () => {
  const room = await openScheduleRoom(daily, { schedule: { alertTo: "ops@harbour.town" } });
  await room.tickAt("2026-11-15T12:01:00Z");
  const held = await hashOf(room);
  await room.tickAt("2026-11-16T06:00:10Z");
  room.write("late", "2026-11-15");
  room.clock.now = new Date("2026-11-16T06:30:00Z");
  await expect(approveDraft(deskOf(room), held, undefined)).rejects.toMatchObject({ code: "draft-outdated" });

  const [made] = (await listDrafts(room.run.database, slot)).filter(({ state }) => state === "open");
  const alerts = async () =>
    (await listAlerts(room.run.database, new Date(0))).filter(({ key }) => key.startsWith("slot:"));
  expect(await alerts()).toMatchObject([
    { remedy: expect.stringContaining(made?.hash.slice(0, 12) ?? "no draft") as unknown },
  ]);

  await room.tickAt("2026-11-16T06:31:00Z");
  await approveDraft(deskOf(room), await hashOf(room), undefined);
  room.relay.isDown = true;
  await room.tickAt("2026-11-17T06:00:10Z");
  expect(await alerts()).toEqual([]);
});

test("a held draft is not to be approved any more once the next slot is decided, and the operator hears of the newer one", async () => {
  const room = await openScheduleRoom(daily, { schedule: { alertTo: "ops@harbour.town" } });
  await room.tickAt("2026-11-15T12:01:00Z");
  const first = await hashOf(room);
  await room.tickAt("2026-11-16T06:00:10Z");
  const second = (await drafts(room)).find(({ hash }) => hash !== first)?.hash ?? "";
  await room.tickAt("2026-11-17T06:00:10Z");

  expect((await drafts(room)).map(({ slot: at }) => at)).toEqual([
    "2026-11-17T06:00:00.000Z",
    "2026-11-18T06:00:00.000Z",
  ]);
  await expect(approveDraft(deskOf(room), first, undefined)).rejects.toMatchObject({
    code: "draft-outdated",
  });
  const alerts = await listAlerts(room.run.database, new Date(0));
  expect(alerts.map(({ key }) => key)).toEqual(["slot:weekly:regular:2026-11-17T06:00:00.000Z"]);
  expect(alerts[0]?.remedy).toContain(second.slice(0, 12));
});

test("what an editor rejected can be approved after all while the next slot's draft waits", async () => {
  const room = await openScheduleRoom(daily);
  await room.tickAt("2026-11-15T12:01:00Z");
  const hash = await hashOf(room);
  await rejectDraft(deskOf(room), hash);
  await room.tickAt("2026-11-16T06:00:10Z");
  expect(await drafts(room)).toHaveLength(1);

  await approveDraft(deskOf(room), hash, undefined);
  await room.tickAt("2026-11-16T06:01:00Z");
  expect(await listIssues(room.run.database, 10)).toMatchObject([{ hash, number: 1 }]);
});

test("a decision on a draft that went out or was replaced meanwhile is refused, and changes nothing", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  const [waiting] = await listDrafts(room.run.database, slot);
  const draft = waiting ?? expect.fail("no draft");
  await approveDraft(deskOf(room), draft.hash, undefined);
  await room.tickAt("2026-11-16T06:00:10Z");

  expect(await decideDraft(room.run.database, draft, "rejected", room.clock.now)).toBe(false);
  expect(await decideDraft(room.run.database, draft, "approved", room.clock.now)).toBe(false);
  expect(await listDrafts(room.run.database, slot)).toMatchObject([{ state: "sent" }]);
});

test("a draft that an edit replaced is refused once its slot has its issue, and nothing is made anew", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  const old = await hashOf(room);
  room.write("first", "2026-11-14", "Edited before the approval.");
  await room.tickAt("2026-11-15T12:02:00Z");
  await approveDraft(deskOf(room), await hashOf(room), undefined);
  await room.tickAt("2026-11-16T06:00:10Z");
  room.write("second", "2026-11-16");
  const mail = room.mail();

  for (const decided of [approveDraft(deskOf(room), old, undefined), rejectDraft(deskOf(room), old)])
    await expect(decided).rejects.toMatchObject({
      code: "issue-state",
      message: expect.stringContaining(
        "Mon, 16 Nov 2026 07:00 Europe/Paris, whose issue went out",
      ) as unknown,
    });
  expect(await drafts(room)).toEqual([]);
  expect(room.mail()).toEqual(mail);
});

test("a draft that is approved twice leaves the newer one waiting, and the editors get that once", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  const approved = await hashOf(room);
  await approveDraft(deskOf(room), approved, undefined);
  room.write("first", "2026-11-14", "Edited after the approval.");
  await room.tickAt("2026-11-15T12:02:00Z");
  const newer = await hashOf(room);
  const mail = room.mail();

  await approveDraft(deskOf(room), approved, undefined);
  await room.tickAt("2026-11-15T12:03:00Z");

  expect(await drafts(room)).toMatchObject([
    { hash: approved, state: "approved" },
    { hash: newer, state: "open" },
  ]);
  expect(room.mail()).toEqual(mail);
  await rejectDraft(deskOf(room), newer);
  await expect(rejectDraft(deskOf(room), approved)).rejects.toMatchObject({
    message: `Draft ${approved.slice(0, 12)} was replaced by draft ${newer.slice(0, 12)}.`,
  });
});

test("a draft that waits when review is switched off waits no more once its slot has its issue", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  const [newsletter] = room.run.config.newsletters;
  const unreviewed = { ...newsletter, review: { ...newsletter.review, mode: "none" as const } };

  room.clock.now = new Date("2026-11-16T06:00:10Z");
  await runDueSlots({ ...room.run, config: { ...room.run.config, newsletters: [unreviewed] } });

  expect(readers(room)).toHaveLength(1);
  expect(await drafts(room)).toEqual([]);
});

test("a draft that an editor rejects while it is being frozen stays unsent", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  const [waiting] = await listDrafts(room.run.database, slot);
  const draft = waiting ?? expect.fail("no draft");
  await rejectDraft(deskOf(room), draft.hash);

  const context = { config: room.run.config, newsletter: room.run.config.newsletters[0] };
  const open = { ...context, cadence: "regular", database: room.run.database };
  expect(await freezeDraft(open, draft, room.clock.now, () => Promise.resolve())).toBeUndefined();
  expect(await listIssues(room.run.database, 10)).toEqual([]);
});

test("an issue that was held consumes nothing: the next slot's draft has its articles", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-16T06:00:10Z");
  room.write("second", "2026-11-17");

  await room.tickAt("2026-11-22T06:30:00Z");
  await approveDraft(deskOf(room), await hashOf(room), undefined);
  await room.tickAt("2026-11-23T06:00:10Z");

  const [issue] = await listIssues(room.run.database, 10);
  expect(issue).toMatchObject({ number: 1, slot: "2026-11-23T06:00:00.000Z" });
  expect([...(await listSentArticles(room.run.database, "weekly", "regular")).keys()]).toHaveLength(4);
});

test("an optional review sends by itself, and not what an editor rejected", async () => {
  const room = await openScheduleRoom({ review: "optional", editors: "ed@harbour.town" });
  await room.tickAt("2026-11-15T12:01:00Z");
  await room.tickAt("2026-11-16T06:00:10Z");
  expect(readers(room)).toHaveLength(1);

  room.write("second", "2026-11-17");
  await room.tickAt("2026-11-22T06:30:00Z");
  await rejectDraft(deskOf(room), await hashOf(room));
  await room.tickAt("2026-11-23T06:00:10Z");
  expect(readers(room)).toHaveLength(1);
  expect(room.events.at(-1)).toMatchObject({ outcome: "held", reason: "an editor rejected it" });
});

test("editors who could not be reached get the draft when they can be, before the slot", async () => {
  const room = await openScheduleRoom({ review: "optional", editors: "ed@harbour.town" });
  await room.server.stop();
  room.write("first", "2026-11-14", "Edited while no mail left.");
  for (const at of ["12:01:00", "12:01:15", "12:01:30"]) await room.tickAt(`2026-11-15T${at}Z`);
  expect(room.events.slice(1)).toMatchObject([
    { outcome: "waiting", reason: expect.stringContaining("could not be reached") as unknown },
  ]);
  await room.server.restart();
  await room.tickAt("2026-11-15T14:00:00Z");
  await room.tickAt("2026-11-15T15:00:00Z");

  expect(room.mail().slice(2)).toEqual([
    "ed@harbour.town: New draft: The Gazette No. 1: First",
    "ed@harbour.town: [Draft] First",
  ]);
  expect(await listUntoldAlerts(room.run.database, new Date("2030-01-01"))).toEqual([]);
});

test("an editor whose mailbox was busy gets the draft later, and the others get it once", async () => {
  let isBusy = true;
  const room = await openScheduleRoom(
    { review: "optional", editors: "ed@harbour.town, flo@harbour.town" },
    {},
    {
      answer: (step, line) =>
        step === "RCPT" && isBusy && line.includes("flo@") ? "450 4.2.1 Busy" : undefined,
    },
  );
  await room.tickAt("2026-11-15T12:01:00Z");
  isBusy = false;
  for (const at of ["12:30", "13:30", "14:30"]) await room.tickAt(`2026-11-15T${at}:00Z`);

  expect(room.mail()).toEqual([
    "ed@harbour.town: Review: The Gazette No. 1: First",
    "ed@harbour.town: [Draft] First",
    "flo@harbour.town: Review: The Gazette No. 1: First",
    "flo@harbour.town: [Draft] First",
  ]);
});

test("an article that was moved since the draft is named once, as moved", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  const folder = join(room.folder, "articles");
  mkdirSync(join(folder, "later"));
  renameSync(join(folder, "first.md"), join(folder, "later", "first.md"));
  await room.tickAt("2026-11-15T12:02:00Z");

  const { text = "" } = await simpleParser(room.server.completed[2]?.raw ?? "");
  expect(text).toMatch(/\[moved\] First\s+later\/first\.md, was first\.md/u);
  expect(text).not.toMatch(/\[(?:new|gone)\]/u);
});

/** From the next tick on. */
async function nameEditors(room: ScheduleRoom, editors: string): Promise<void> {
  const file = join(room.folder, "gazette.config.json");
  const settings = JSON.parse(readFileSync(file, "utf8")) as { newsletters: { weekly: { editors: string } } };
  settings.newsletters.weekly.editors = editors;
  writeFileSync(file, JSON.stringify(settings));
  const { newsletters } = await loadConfig(room.folder);
  Object.assign(room.run, { config: { ...room.run.config, newsletters } });
}

test("an editor who is named while a draft waits gets it, once, and the others do not get it again", async () => {
  const room = await openScheduleRoom(reviewed);
  await room.tickAt("2026-11-15T12:01:00Z");
  await nameEditors(room, "ed@harbour.town, flo@harbour.town");
  for (const at of ["12:02", "12:03", "13:00"]) await room.tickAt(`2026-11-15T${at}:00Z`);

  expect(room.mail().slice(2)).toEqual([
    "flo@harbour.town: Review: The Gazette No. 1: First",
    "flo@harbour.town: [Draft] First",
  ]);
});

test("an editor who is taken out while the server puts them off is waited for no more", async () => {
  const room = await openScheduleRoom(
    { ...reviewed, editors: "ed@harbour.town, gone@harbour.town" },
    {},
    {
      answer: (step, line) => (step === "RCPT" && line.includes("gone@") ? "451 4.2.0 Later" : undefined),
    },
  );
  await room.tickAt("2026-11-15T12:01:00Z");
  await nameEditors(room, "ed@harbour.town");
  const before = room.events.length;
  for (const at of ["12:10", "12:20", "13:00"]) await room.tickAt(`2026-11-15T${at}:00Z`);

  expect(room.events.slice(before)).toEqual([]);
  expect(room.mail()).toHaveLength(2);
  expect(await listAlerts(room.run.database, new Date(0))).toEqual([]);
});

test("a draft whose page cannot be written is told to the editors all the same", async () => {
  const room = await openScheduleRoom({ review: "optional", editors: "ed@harbour.town" });
  rmSync(room.run.config.out, { recursive: true, force: true });
  writeFileSync(room.run.config.out, "a file where the folder should be");
  room.write("first", "2026-11-14", "Edited while nothing could be written.");
  await room.tickAt("2026-11-15T12:01:00Z");

  expect(room.mail().slice(2)).toEqual([
    "ed@harbour.town: New draft: The Gazette No. 1: First",
    "ed@harbour.town: [Draft] First",
  ]);
});

test("a fault that many articles have is told to the editors once, with its places", async () => {
  const room = await openScheduleRoom({ ...reviewed, reviewHours: 12 });
  for (const name of ["a", "b", "c", "d", "e", "f", "g"])
    room.write(name, "2026-11-14", "It is [at the quay](some/where).");

  await room.tickAt("2026-11-15T18:01:00Z");

  const { text = "" } = await simpleParser(room.server.completed[0]?.raw ?? "");
  expect(text.match(/is relative/gu)).toHaveLength(1);
  expect(text).toMatch(/6 more like it: \w\.md:5, \w\.md:5, \w\.md:5, \w\.md:5 and 2 more places\./u);
});

test("editors who could not be sent a draft get the one of now when the server is back, once", async () => {
  const room = await openScheduleRoom({ ...reviewed, reviewHours: 12 });
  room.relay.isDown = true;
  await room.tickAt("2026-11-15T18:01:00Z");
  await room.tickAt("2026-11-15T18:07:00Z");
  expect(room.events.map(({ outcome }) => outcome)).toEqual(["waiting"]);
  room.write("first", "2026-11-14", "Edited while nobody could be told.");
  await room.tickAt("2026-11-15T18:08:00Z");
  room.relay.isDown = false;

  await room.tickAt("2026-11-15T18:14:00Z");
  await room.tickAt("2026-11-15T18:20:00Z");

  expect(room.mail()).toEqual([
    "ed@harbour.town: Review: The Gazette No. 1: First",
    "ed@harbour.town: [Draft] First",
  ]);
  expect(room.server.completed[1]?.raw).toContain("Edited while nobody could be told");
});

test("a folder that is missing while a draft waits is told with its remedy and as no fault of ours, until it is back", async () => {
  const room = await openScheduleRoom(reviewed);
  const [folder, away] = [`${room.folder}/articles`, `${room.folder}/away`];
  renameSync(folder, away);

  await room.tickAt("2026-11-15T12:01:00Z");
  await room.tickAt("2026-11-15T12:02:00Z");
  expect(room.events.map(({ outcome, fault }) => ({ outcome, fault }))).toEqual([
    { outcome: "draft", fault: undefined },
    { outcome: "waiting", fault: undefined },
  ]);
  expect(await listAlerts(room.run.database, new Date(0))).toMatchObject([
    { remedy: expect.stringContaining("ARTICLES_DIR") as unknown },
  ]);
  renameSync(away, folder);
  await room.tickAt("2026-11-15T13:00:00Z");

  expect(await listAlerts(room.run.database, new Date(0))).toEqual([]);
  expect((await drafts(room)).map(({ state }) => state)).toEqual(["open"]);
});
