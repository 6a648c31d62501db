// What personal editions cost: an issue for 10,000 subscribers who all chose differently, against the same issue for
// 10,000 who chose nothing. Freezing, the ledger's size, memory, and the processor time of composing the messages.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { loadConfig } from "../src/config/load-config.ts";
import { issueHeaders, issueKeyOf } from "../src/newsletter/readers/address-reader.ts";
import { buildIssue } from "../src/newsletter/building/build-issue.ts";
import { openEditionShelf } from "../src/newsletter/sending/edition-shelf.ts";
import { freezeBuiltIssue, senderOf } from "../src/newsletter/freezing/freeze-built-issue.ts";
import { planIssue } from "../src/newsletter/planning/plan-issue.ts";
import { openMessageWriter } from "../src/newsletter/sending/write-messages.ts";
import { countEditions } from "../src/storage/issues/editions.ts";
import { openDatabase } from "../src/storage/ledger/open-database.ts";
import { storeSubscriptions } from "../src/storage/audience/subscribers.ts";

const readers = Number(process.argv[2] ?? 10_000);
const topics = 20;
const slot = new Date("2026-11-23T07:00:00Z");

for (const isPersonal of [false, true]) await measure(isPersonal);

async function measure(isPersonal: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gazette-readers-"));
  try {
    writeArticles(join(folder, "articles"));
    writeFileSync(
      join(folder, "gazette.config.json"),
      JSON.stringify({
        newsletters: { weekly: { selection: { firstIssue: 40, stories: 20, sections: 20, inBrief: 20 } } },
      }),
    );
    const config = await loadConfig(folder);
    const database = await openDatabase(config.data);
    const [newsletter] = config.newsletters;
    const context = { config, newsletter, cadence: "regular", database };
    const rows = Array.from({ length: readers }, (_, index) => ({
      address: `reader${index}@example.com`,
      name: `Reader ${index}`,
      language: null,
      timeZone: null,
      topics: isPersonal ? chooseTopics(index) : [],
    }));
    await storeSubscriptions(database, newsletter.key, rows, slot);
    const bytesBefore = ledgerBytes(config.data);
    const rssBefore = process.memoryUsage().rss;
    const plan = await planIssue(context, slot);
    let startedAt = cpuMs();
    const built = await buildIssue(context, plan);
    const buildMs = cpuMs() - startedAt;
    startedAt = cpuMs();
    const issue = await freezeBuiltIssue(context, built, "hand", slot);
    const freezeMs = cpuMs() - startedAt;
    if (issue === undefined) throw new Error("The issue was not frozen.");
    const editions = await countEditions(database, issue.id);
    const rss = process.memoryUsage().rss;
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
    const composeMs = await compose(context, issue.id, issue.hash);
    console.log(
      `${readers} readers, ${editions} editions: built in ${buildMs.toFixed(0)} ms, frozen in ${freezeMs.toFixed(0)} ms; ` +
        `the ledger grew by ${((ledgerBytes(config.data) - bytesBefore) / 2 ** 20).toFixed(1)} MB, ` +
        `memory by ${((rss - rssBefore) / 2 ** 20).toFixed(0)} MB; ` +
        `a message composed in ${(composeMs * 1000).toFixed(0)} µs`,
    );
    await database.destroy();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  /** Milliseconds a message, unsigned. */
  async function compose(
    { config, newsletter, database }: Parameters<typeof planIssue>[0],
    issueId: number,
    hash: string,
  ): Promise<number> {
    if (database === undefined) throw new Error("There is no ledger.");
    const sender = senderOf(newsletter);
    const shelf = await openEditionShelf(database, { id: issueId, hash }, (edition, images, { subject }) =>
      openMessageWriter(
        {
          config,
          sender,
          issueKey: issueKeyOf(newsletter.key, "regular", slot),
          issueId,
          slot,
          timeZone: "UTC",
          headers: issueHeaders(sender, { number: 1, subject, date: slot }),
          edition,
          images,
        },
        undefined,
      ),
    );
    const deliveries = await database.selectFrom("deliveries").selectAll().orderBy("address").execute();
    const startedAt = cpuMs();
    for (const { address, name, edition_key } of deliveries)
      await (
        await shelf.writerOf(edition_key)
      )({ address, name });
    return (cpuMs() - startedAt) / deliveries.length;
  }
}

/** Processor time, which a busy machine does not stretch. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function ledgerBytes(data: string): number {
  return ["gazette.sqlite", "gazette.sqlite-wal"].reduce(
    (sum, name) => sum + (statSync(join(data, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

/** Different for every reader, about half of the topics. */
function chooseTopics(index: number): string[] {
  const bits = ((index * 2_654_435_761) % 2 ** topics) | 1;
  return Array.from({ length: topics }, (_, topic) => topic)
    .filter((topic) => ((bits >> topic) & 1) === 1)
    .map((topic) => `Topic ${topic}`);
}

function writeArticles(dir: string): void {
  mkdirSync(dir, { recursive: true });
  for (let index = 0; index < 40; index += 1) {
    const date = new Date(slot.getTime() - (index + 1) * 3_600_000).toISOString();
    const front = `---\ntitle: The harbour wall passes its hundredth winter (${index})\ndate: ${date}\ntopics: [Topic ${index % topics}]\nurl: https://example.org/${index}\n---\n`;
    const body =
      "Nobody had measured the wall since it was built, so the surveyors began with a tape. ".repeat(20);
    writeFileSync(join(dir, `article-${index}.md`), `${front}\n${body}\n`);
  }
}
