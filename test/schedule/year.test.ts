import { expect, test } from "vitest";
import { listIssues } from "../../src/storage/issues/issues.ts";
import {
  expectInvariants,
  expectOneRecordASlot,
  portray,
  type Portrait,
} from "../support/year/invariants.ts";
import { type Newsroom, openNewsroom } from "../support/year/newsroom.ts";
import { numberOf } from "../support/year/articles.ts";
import { createRandom, type Random } from "../support/year/random.ts";

const isSoak = process.env["GAZETTE_SOAK"] === "1";
const days = isSoak ? 365 : 10;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.parse("2026-10-10T12:00:00Z");

/** Everything that happens to a newsroom at one moment but the schedule's own work. */
async function happen(room: Newsroom, random: Random, now: number): Promise<void> {
  if (random() < 0.12) room.articles.publish(now);
  if (random() < 0.01) room.articles.publishBroken();
  if (random() < 0.05) room.articles.touch();
  if (random() < 0.03) room.articles.remove(listDone(room));
  if (random() < 0.1) room.weather.isRelayDown = !room.weather.isRelayDown;
  if (random() < 0.1) await room.decideOnDrafts(now);
  if (random() < 0.05) await room.churn(now);
}

/** Articles that are in an issue of each newsletter. */
function listDone({ watch }: Newsroom): number[] {
  return watch
    .all("SELECT path, count(DISTINCT newsletter) AS newsletters FROM issue_articles GROUP BY article_id")
    .filter(({ newsletters }) => newsletters === 3)
    .map(({ path }) => numberOf(String(path)));
}

async function work(room: Newsroom, random: Random, now: number, fate: number): Promise<void> {
  if (fate > 0.985) await room.tick(now + random() * 3 * day);
  else if (fate > 0.97) await room.tick(now - random() * 3 * day);
  else if (fate > 0.945) await room.kill(now);
  else if (fate > 0.8) await room.crash(now, Math.ceil(random() ** 2 * 600), random() < 0.2);
  else if (fate > 0.65) await room.tickTwice(now);
  else await room.tick(now);
}

test.each(isSoak ? [1, 2] : [1])(
  "a year of crashes, kills, clock jumps, overlapping schedulers, outages and late approvals: one record a slot, and invariants 1 to 11 hold (seed %i)",
  { timeout: isSoak ? 3_600_000 : 240_000 },
  async (seed) => {
    const random = createRandom(seed);
    const room = await openNewsroom(random, start);
    const portraits = new Map<number, Portrait>();
    const tallied = { ticks: 0, outages: 0, jumps: 0 };
    let now = start;
    room.articles.publish(now - day);
    for (let reader = 0; reader < 6; reader += 1) await room.churn(now);
    await room.tick(now);

    while (now < start + days * day) {
      const fate = random();
      now += fate < 0.02 ? random() * 40 * hour : (5 + random() * 175) * minute;
      const wasDown = room.weather.isRelayDown;
      await happen(room, random, now);
      await work(room, random, now, fate);
      await portray(room, portraits);
      tallied.ticks += 1;
      if (fate > 0.97) tallied.jumps += 1;
      if (!wasDown && room.weather.isRelayDown) tallied.outages += 1;
    }
    // Fair weather for a while: what was begun is finished.
    Object.assign(room.weather, { isRelayDown: false, isCalm: true });
    for (const calmEnd = now + 12 * day; now < calmEnd; now += isSoak ? hour : 3 * hour) {
      await room.decideOnDrafts(now);
      await room.tick(now);
      await portray(room, portraits);
    }

    const issues = await listIssues(room.database, 10_000);
    if (isSoak)
      console.log({
        ...tallied,
        ...room.deaths,
        issues: issues.length,
        articles: room.articles.count(),
        messages: room.taken().length,
        steps: room.watch.all(
          "SELECT source || ' -> ' || target AS step, count(*) AS count FROM steps GROUP BY 1",
        ),
        slots: room.watch.all(
          "SELECT newsletter, outcome, substr(reason, 1, 180) AS reason, count(*) AS count FROM slots WHERE outcome <> 'sent' GROUP BY 1, 2, 3",
        ),
      });
    expect(room.deaths.real).toBeGreaterThan(0);
    expect(issues.length).toBeGreaterThan(days / 4);
    await expectOneRecordASlot(room, start, now);
    await expectInvariants(room, portraits);
  },
);
