import { expect, test } from "vitest";
import { findAttention, type Looked } from "../../src/cli/find-attention.ts";
import type { IssueStatus } from "../../src/cli/status-view.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const now = new Date("2026-11-26T09:00:00Z");

const unfinished: IssueStatus = {
  id: 7,
  newsletter: "weekly",
  cadence: "regular",
  number: 3,
  slot: "2026-11-26T08:00:00.000Z",
  state: "sending",
  subject: "News",
  deliveries: { accepted: 2, deferred: 1 },
  editions: 1,
  withoutEdition: 0,
  perMinute: 0,
  pauseReason: null,
  nextAttemptAt: "2026-11-26T09:20:00.000Z",
};

const configOf = (newsletters: Readonly<Record<string, unknown>>) =>
  loadConfig(
    temporaryFolder({ "articles/one.md": "", "gazette.config.json": JSON.stringify({ newsletters }) }),
  );

const attentionTo = async (issue: Partial<IssueStatus>, looked: Partial<Looked> = {}) => {
  const config = await configOf({ weekly: {} });
  const issues = [{ ...unfinished, ...issue }];
  return findAttention({
    config,
    issues,
    holds: [],
    alerts: [],
    drafts: [],
    overdue: [],
    isScheduled: true,
    now,
    ...looked,
  });
};

const notFinished = { issue: 7, message: "weekly No. 3 is not finished", command: "gazette send weekly" };

test("an issue that waits for its retry or its readers' morning needs nobody where a schedule runs", async () => {
  expect(await attentionTo({})).toEqual([]);
  expect(await attentionTo({}, { isScheduled: false })).toEqual([notFinished]);
});

test("an issue that is being sent needs nobody", async () => {
  expect(await attentionTo({ deliveries: { pending: 100 }, nextAttemptAt: null, perMinute: 40 })).toEqual([]);
});

test("an issue whose time has come, and that nothing sends, needs a person", async () => {
  expect(await attentionTo({ nextAttemptAt: "2026-11-26T08:40:00.000Z" })).toEqual([notFinished]);
  expect(await attentionTo({ deliveries: { pending: 2, deferred: 1 } })).toEqual([notFinished]);
});

test("readers whom the server deferred for too long are not forgotten", async () => {
  expect(await attentionTo({ state: "complete", deliveries: { accepted: 2, expired: 1 } })).toEqual([
    {
      issue: 7,
      message: "weekly No. 3: 1 given up, because the server deferred them too long",
      command: "gazette status 7",
    },
  ]);
});

test("what keeps an issue from going on is said, with where to look", async () => {
  const alert = {
    key: "sending:7",
    message: 'No. 3 of "The Weekly" waits: No SMTP server answers at 127.0.0.1:25.',
    remedy: "It goes on by itself.",
    raised_at: "2026-11-26T08:00:00.000Z",
    told_at: null,
    told_to: "[]",
    attempts: 0,
    next_attempt_at: null,
  };
  expect(await attentionTo({ deliveries: { pending: 2 } }, { alerts: [alert] })).toEqual([
    { issue: 7, message: alert.message, command: "gazette doctor" },
  ]);
});

test("what a server refused of the issue before the last is history", async () => {
  const older = {
    ...unfinished,
    id: 6,
    number: 2,
    state: "complete",
    deliveries: { accepted: 9, failed: 1 },
  } as const;
  const last = { ...older, id: 7, number: 3 };
  const other = { ...older, id: 5, newsletter: "daily" };

  const found = await attentionTo({}, { issues: [last, older, other] });

  expect(found.map(({ issue }) => issue)).toEqual([7, 5]);
});

test("a draft calls for a person where its issue is held without one, and at its newsletter's time", async () => {
  const draft = { newsletter: "digest", cadence: "regular", slot: "2026-11-27T06:00:00.000Z", number: 4 };
  const open = { ...draft, hash: "a".repeat(64), state: "open" as const };
  const approved = { ...draft, hash: "b".repeat(64), state: "approved" as const };
  const rejected = { ...draft, hash: "c".repeat(64), state: "rejected" as const };
  const folder = temporaryFolder({
    "articles/one.md": "",
    "gazette.config.json": JSON.stringify({
      newsletters: { digest: { timeZone: "Europe/Paris", review: "required", editors: "ed@harbour.town" } },
    }),
  });
  const required = await loadConfig(folder);
  const [newsletter] = required.newsletters;
  const optional = {
    ...required,
    newsletters: [{ ...newsletter, review: { ...newsletter.review, mode: "optional" as const } }] as const,
  };
  const of = async (drafts: Looked["drafts"], config: Looked["config"] = required) =>
    attentionTo({ newsletter: "digest", state: "complete" }, { drafts, config });

  expect(await of([open])).toEqual([
    {
      issue: null,
      message: "draft of digest No. 4 for Fri, 27 Nov 2026 07:00 Europe/Paris waits for an editor",
      command: "gazette send --approve aaaaaaaaaaaa",
    },
  ]);
  expect(await of([approved, open])).toEqual([]);
  expect(await of([rejected])).toEqual([]);
  expect(await of([open], optional)).toEqual([]);
});

test("an issue whose newsletter is called otherwise now is told once, with a command that works", async () => {
  const config = await configOf({ harbour: {} });
  const due = { deliveries: { pending: 2 } };
  const alert = {
    key: "stray:7",
    message: 'No. 3 of "weekly" is not finished, and no newsletter is called that any more',
    remedy: "`gazette cancel 7` ends it.",
    raised_at: now.toISOString(),
    told_at: now.toISOString(),
    told_to: "[]",
    attempts: 0,
    next_attempt_at: null,
  };

  expect(await attentionTo(due, { config })).toMatchObject([{ command: "gazette cancel 7" }]);
  expect(await attentionTo(due, { config, alerts: [alert] })).toMatchObject([
    { command: "gazette cancel 7" },
  ]);
});

test("a draft of a cadence that is no more waits for nobody", async () => {
  const draft = {
    newsletter: "weekly",
    cadence: "regular",
    slot: "2026-11-27T07:00:00.000Z",
    number: 4,
    hash: "0123456789abcdef",
    state: "open" as const,
  };
  const reviewed = { review: "required", editors: "ed@harbour.town" };
  const done = { state: "complete" } as const;

  const config = await configOf({ weekly: reviewed });
  expect(await attentionTo(done, { config, drafts: [draft] })).toMatchObject([
    { command: "gazette send --approve 0123456789ab" },
  ]);
  const renamed = await configOf({ weekly: { ...reviewed, cadences: { morning: "daily" } } });
  expect(await attentionTo(done, { config: renamed, drafts: [draft] })).toEqual([]);
});
