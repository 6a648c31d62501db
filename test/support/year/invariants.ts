import { expect } from "vitest";
import type { IssueManifest } from "../../../src/newsletter/manifest.ts";
import { localTimesOf } from "../../../src/schedule/local-times.ts";
import { listSlotsBetween } from "../../../src/schedule/slots.ts";
import { countDeliveries, totalOf } from "../../../src/storage/deliveries/deliveries.ts";
import { listIssues } from "../../../src/storage/issues/issues.ts";
import type { IssueRow } from "../../../src/storage/schema/issue-tables.ts";
import { numberOf } from "./articles.ts";
import type { Newsroom, Taken } from "./newsroom.ts";

const hour = 3_600_000;

/** What an issue was when it was first seen: it must be the same ever after. */
export type Portrait = Pick<IssueRow, "hash" | "subject" | "recipients" | "slot" | "number" | "manifest">;

/** Looks at issues that are new since the last look. */
export async function portray(room: Newsroom, portraits: Map<number, Portrait>): Promise<void> {
  const files = room.listSeenFiles();
  for (const { id, hash, subject, recipients, slot, number, manifest, newsletter } of await listIssues(
    room.database,
    5,
  )) {
    if (portraits.has(id)) continue;
    portraits.set(id, { hash, subject, recipients, slot, number, manifest });
    const { counts } = JSON.parse(manifest) as IssueManifest;
    const { considered, ...verdicts } = counts;
    const sum = Object.values(verdicts).reduce((all, count) => all + count, 0);
    if (sum !== considered) room.seen.push(`1. issue ${id}: ${sum} verdicts on ${considered} files`);
    // A draft was made earlier, from the files that there were then.
    if (newsletter !== "weekly" && !files.includes(considered))
      room.seen.push(
        `1. issue ${id} of ${newsletter} at ${slot}: ${JSON.stringify(counts)} of ${files.join(" or ")} files`,
      );
  }
}

/** Every slot until now has exactly one record, and every sent one its issue. */
export async function expectOneRecordASlot(room: Newsroom, start: number, now: number): Promise<void> {
  const records = (await room.database.selectFrom("slots").selectAll().execute()).filter(
    ({ outcome }) => outcome !== "started",
  );
  for (const { key, timeZone, cadences } of room.config.newsletters) {
    const cron = cadences[0]?.cron ?? "";
    const until = new Date(now - 3 * hour);
    const slots = listSlotsBetween({ cron, timeZone }, new Date(start), until, 10_000);
    const own = records.filter(({ newsletter, slot }) => newsletter === key && slot <= until.toISOString());
    expect(own.map(({ slot }) => slot).sort(), `one record a slot of ${key}`).toEqual(
      slots.map((slot) => slot.toISOString()),
    );
  }
  const nameOf = ({ newsletter, slot }: { newsletter: string; slot: string }): string =>
    `${newsletter} ${slot}`;
  const issues = await listIssues(room.database, 10_000);
  expect(issues.map(nameOf).sort(), "5. one issue a sent slot").toEqual(
    records
      .filter(({ outcome }) => outcome === "sent")
      .map(nameOf)
      .sort(),
  );
}

/** Invariants 1 to 11 of ARCHITECTURE.md, each by its number; what was seen on the way is in `room.seen`. */
export async function expectInvariants(
  room: Newsroom,
  portraits: ReadonlyMap<number, Portrait>,
): Promise<void> {
  expect(room.seen, "seen on the way").toEqual([]);
  expect(room.watch.listBadSteps(), "8 and 10: steps of deliveries").toEqual([]);
  const issues = await listIssues(room.database, 10_000);
  await expectArticlesOnce(room);
  expectWindows(issues);
  for (const issue of issues) {
    const portrait = portraits.get(issue.id);
    expect(issue, "6. an issue stays as it was frozen").toMatchObject(portrait ?? {});
    const counts = await countDeliveries(room.database, issue.id);
    const total = totalOf(counts);
    expect(issue.state, `7. issue ${issue.id} is complete`).toBe("complete");
    expect(total, `7. the sums of issue ${issue.id} balance`).toBe(issue.recipients);
  }
  const messages = room.taken().filter(({ to }) => !to.endsWith("@desk.town"));
  expectOneMessageEach(messages);
  expectLocalTimes(room, issues, messages);
}

/** 2 and 4: each article, however it was edited or moved, is in one issue of each newsletter. */
async function expectArticlesOnce({ database, config, articles }: Newsroom): Promise<void> {
  const all = Array.from({ length: articles.count() }, (_, index) => index + 1);
  for (const { key } of config.newsletters) {
    const consumed = await database
      .selectFrom("issue_articles")
      .select("path")
      .where("newsletter", "=", key)
      .execute();
    const numbers = consumed.map(({ path }) => numberOf(path)).sort((one, two) => one - two);
    expect(numbers, `2. every article is in one issue of ${key}`).toEqual(all);
  }
}

/** 3: half-open windows. */
function expectWindows(issues: readonly IssueRow[]): void {
  for (const { manifest, id } of issues) {
    const { issue, articles } = JSON.parse(manifest) as IssueManifest;
    for (const { date, path } of articles)
      expect(Date.parse(date), `3. ${path} in issue ${id}`).toBeLessThan(Date.parse(issue.until));
  }
}

/** 11, and what it is for: nobody has an issue twice. And 6: all of an issue's readers get the same version of a story. */
function expectOneMessageEach(messages: readonly Taken[]): void {
  const ids = new Map<string, string>();
  const pairs = new Map<string, string>();
  const versions = new Map<string, Map<string, string>>();
  const accepted: string[] = [];
  for (const { to, raw, code } of messages) {
    const issue = /^Feedback-ID: ([^:\s]+):/mu.exec(raw)?.[1] ?? "none";
    const messageId = /^Message-ID: (\S+)/mu.exec(raw)?.[1] ?? "none";
    const pair = `${issue} ${to}`;
    expect(ids.get(pair) ?? messageId, `11. the Message-ID of ${pair}`).toBe(messageId);
    expect(pairs.get(messageId) ?? pair, `11. who has ${messageId}`).toBe(pair);
    ids.set(pair, messageId);
    pairs.set(messageId, pair);
    if (code === undefined || code < 400) accepted.push(pair);
    const known = versions.get(issue) ?? new Map<string, string>();
    versions.set(issue, known);
    for (const [, story = "", version = ""] of raw.replaceAll("=\r\n", "").matchAll(/story-(\d+)-v(\d)/gu)) {
      expect(known.get(story) ?? version, `6. story ${story} of ${issue}`).toBe(version);
      known.set(story, version);
    }
  }
  expect(accepted.length - new Set(accepted).size, "somebody was sent an issue twice").toBe(0);
}

/** A time further off than this was written by a clock that was wrong: nobody waits for it. */
const believableMs = 52 * hour;

/** Nobody gets an issue before its time on their own clocks, by the clock of the process that sent it. */
function expectLocalTimes(
  { watch }: Newsroom,
  issues: readonly IssueRow[],
  messages: readonly Taken[],
): void {
  const zoneOf = new Map(
    watch
      .all("SELECT address, time_zone AS zone FROM subscribers")
      .map(({ address, zone }) => [String(address), String(zone)]),
  );
  let looked = 0;
  for (const { newsletter, number, slot } of issues) {
    if (newsletter !== "local") continue;
    const times = localTimesOf(new Date(slot), "Europe/Paris", [...new Set(zoneOf.values())]);
    for (const { to, at, raw } of messages) {
      if (!raw.includes(`\r\nFeedback-ID: local-${number}:`)) continue;
      const due = times.get(zoneOf.get(to) ?? "") ?? new Date(slot);
      if (due.getTime() - at > believableMs) continue;
      looked += 1;
      expect(at, `${to} of local ${number}`).toBeGreaterThanOrEqual(due.getTime());
    }
  }
  expect(looked, "messages at local times").toBeGreaterThan(0);
}
