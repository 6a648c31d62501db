import { createReadStream, existsSync } from "node:fs";
import type { Readable } from "node:stream";
import type { Config } from "../config/config.ts";
import { listHeld } from "../newsletter/editions/choose-editions.ts";
import { audienceOf } from "../newsletter/readers/describe-audience.ts";
import { chooseInterface } from "../newsletter/editions/edition-press.ts";
import { findReader } from "../newsletter/readers/find-reader.ts";
import type { ManifestFinding } from "../newsletter/manifest.ts";
import { planIssue, rulesOf, scanFolder } from "../newsletter/planning/plan-issue.ts";
import { warnOfReaders } from "../newsletter/planning/unknown-topics.ts";
import { createEditionChooser, type EditionChoice } from "../selection/editions/edition-choice.ts";
import { listKnownTopics } from "../selection/placing/known-topics.ts";
import { listWishes } from "../storage/audience/audience.ts";
import { printWarnings } from "./print-warnings.ts";
import { GazetteError } from "../platform/errors.ts";
import { normaliseAddress, parseMailbox } from "../platform/mailbox.ts";
import { forgetErasure, loadErasures } from "../storage/audience/erase-address.ts";
import { type Database, openDatabase } from "../storage/ledger/open-database.ts";
import {
  findSubscriptions,
  leaveNewsletter,
  listSubscriptions,
  storeSubscriptions,
  type SubscriptionView,
} from "../storage/audience/subscribers.ts";
import { findSuppression, suppressAddress, unsuppressAddress } from "../storage/audience/suppressions.ts";
import { importSubscribers } from "../subscribers/import-subscribers.ts";
import { type RejectedRow, splitTopics } from "../subscribers/read-subscriber-rows.ts";
import {
  type CommandContext,
  chooseNewsletter,
  openContext,
  printJson,
  printLine,
} from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";

export interface SubscriberOptions extends CommonOptions {
  readonly newsletter?: string;
  readonly topics?: string;
  readonly language?: string;
  readonly cadence?: string;
  readonly timezone?: string;
  readonly reason?: string;
  readonly suppress?: true;
  readonly rejoin?: true;
}

const pageSize = 1000;
const rejectedShown = 20;

interface Open extends Pick<CommandContext, "config" | "now"> {
  readonly database: Database;
  /** The newsletter's key. */
  readonly newsletter: string;
}

export async function withAudience(
  options: SubscriberOptions,
  work: (open: Open) => Promise<void>,
): Promise<void> {
  const context = await openContext(options);
  const { key } = chooseNewsletter(context.config, options.newsletter);
  const database = await openDatabase(context.config.data);
  try {
    await work({ ...context, database, newsletter: key });
  } finally {
    await database.destroy();
  }
}

/** `gazette subscribers import FILE`: exit code 2 where a row was refused; the others are in. */
export async function runImport(file: string, options: SubscriberOptions): Promise<void> {
  await withAudience(options, async ({ config, database, newsletter, now }) => {
    const rejected: RejectedRow[] = [];
    const input = file === "-" ? process.stdin : openList(file);
    const counts = await importSubscribers(database, newsletter, input, {
      now,
      cadences: cadencesOf(config, newsletter),
      onRejected: (row) => {
        // Memory must not grow with a list that is all wrong.
        if (rejected.length < pageSize) rejected.push(row);
      },
    });
    if (counts.rejected > 0) process.exitCode = 2;
    const unknownTopics = await findUnknownTopics({ config, now, database, newsletter });
    if (options.json === true) {
      printJson({ newsletter, counts, rejected, unknownTopics });
      return;
    }
    printWarnings(unknownTopics.map(({ message }) => message));
    const { added, updated, erased, left, repeated } = counts;
    printLine(
      `${newsletter}: ${added} added, ${updated} already there, ${left} left before and stay away, ${repeated} twice in the list, ${counts.rejected} refused.`,
    );
    if (erased > 0)
      printLine(`  ${erased} asked to be forgotten and were not taken in; \`add --rejoin\` brings one back.`);
    for (const { line, address, reason } of rejected.slice(0, rejectedShown))
      printLine(`  line ${line}: ${reason}: ${address}`);
    if (counts.rejected > rejectedShown) printLine("  and more; --json lists up to 1,000.");
  });
}

function openList(file: string): Readable {
  const stream = createReadStream(file);
  stream.once("error", (error) => {
    stream.destroy(
      new GazetteError("usage", `The list ${file} cannot be read.`, {
        hint: "Name a CSV file, or - for standard input.",
        cause: error,
      }),
    );
  });
  return stream;
}

function cadencesOf(config: Config, key: string): string[] {
  return chooseNewsletter(config, key).cadences.map(({ name }) => name);
}

/** Topics that readers chose and nobody knows; none where there are no articles to know them from. */
async function findUnknownTopics({ config, database, newsletter: key }: Open): Promise<ManifestFinding[]> {
  if (!existsSync(config.articles.dir)) return [];
  const newsletter = chooseNewsletter(config, key);
  const cadence = newsletter.cadences[0]?.name ?? "regular";
  const wishes = await listWishes(database, { ...audienceOf({ newsletter, cadence }), cadences: [] });
  if (wishes.every(({ topics }) => topics === "[]")) return [];
  const { articles } = await scanFolder({ config, newsletter }, true);
  return warnOfReaders(wishes, listKnownTopics(rulesOf(newsletter), articles));
}

/** `gazette subscribers list`: one line a subscriber, by address. */
export async function runList(options: SubscriberOptions): Promise<void> {
  await withAudience(options, async ({ database, newsletter }) => {
    const rows: SubscriptionView[] = [];
    let after = "";
    for (;;) {
      const page = await listSubscriptions(database, newsletter, after, pageSize);
      if (options.json === true) rows.push(...page);
      else for (const row of page) printLine(describe(row));
      const last = page.at(-1);
      if (page.length < pageSize || last === undefined) break;
      after = last.address;
    }
    if (options.json === true) printJson({ newsletter, subscribers: rows, count: rows.length });
  });
}

function describe({ address, name, state, suppressed, topics, cadence, language }: SubscriptionView): string {
  const notes = [
    ...(state === "left" ? ["has left"] : []),
    ...(suppressed === null ? [] : [`suppressed: ${suppressed}`]),
    ...(topics.length === 0 ? [] : [topics.join(", ")]),
    ...(cadence === null ? [] : [cadence]),
    ...(language === null ? [] : [`in ${language}`]),
  ];
  const who = name === "" ? address : `${name} <${address}>`;
  return `${who}${notes.length === 0 ? "" : `  (${notes.join("; ")})`}`;
}

/** `gazette subscribers add ADDRESS`: lifts a suppression only with `--rejoin`. */
export async function runAdd(text: string, options: SubscriberOptions): Promise<void> {
  await withAudience(options, async ({ config, database, newsletter, now }) => {
    const mailbox = parseMailbox(text);
    const address = normaliseAddress(mailbox.address);
    const rejoin = options.rejoin === true;
    if (rejoin) {
      await unsuppressAddress(database, address);
      await forgetErasure(database, address);
    } else if ((await loadErasures(database))(address)) {
      throw new GazetteError("usage", `${address} asked to be forgotten.`, {
        hint: "Where its owner asks for the newsletter again, add it with --rejoin.",
      });
    }
    const row = {
      address,
      name: mailbox.name,
      language: options.language ?? null,
      timeZone: options.timezone ?? null,
      topics: options.topics === undefined ? null : splitTopics(options.topics),
      cadence: options.cadence ?? null,
    };
    const cadences = cadencesOf(config, newsletter);
    if (row.cadence !== null && !cadences.includes(row.cadence)) {
      throw new GazetteError(
        "usage",
        `${newsletter} has no cadence "${row.cadence}"; it has ${cadences.join(", ")}.`,
        {
          hint: "Cadences are named in gazette.config.ts (newsletters.NAME.cadences).",
        },
      );
    }
    const counts = await storeSubscriptions(database, newsletter, [row], now(), {
      rejoin,
      defaultCadence: cadences[0],
    });
    if (options.topics !== undefined && options.json !== true)
      printWarnings(
        (await findUnknownTopics({ config, now, database, newsletter })).map(({ message }) => message),
      );
    if (options.json === true) {
      printJson({ newsletter, address, counts });
      return;
    }
    if (counts.left > 0) printLine(`${address} left ${newsletter} and stays away; --rejoin brings it back.`);
    else printLine(`${address} ${counts.added > 0 ? "is added to" : "is already in"} ${newsletter}.`);
  });
}

/** `gazette subscribers remove ADDRESS`: takes it out of the newsletter; with `--suppress`, out of all mail. */
export async function runRemove(text: string, options: SubscriberOptions): Promise<void> {
  await withAudience(options, async ({ database, newsletter, now }) => {
    const address = normaliseAddress(parseMailbox(text).address);
    const removed = await leaveNewsletter(database, newsletter, address, now());
    const suppressed =
      options.suppress === true &&
      (await suppressAddress(database, address, "by-hand", options.reason ?? "by hand", now()));
    if (!removed && options.suppress !== true) {
      throw new GazetteError("usage", `${address} does not get ${newsletter}.`, {
        hint: "`gazette subscribers show` says what an address gets.",
      });
    }
    if (options.json === true) printJson({ newsletter, address, removed, suppressed });
    else
      printLine(`${address} gets ${options.suppress === true ? "no more mail" : `${newsletter} no more`}.`);
  });
}

/** `gazette subscribers show ADDRESS`: everything the ledger knows of an address's subscriptions. */
export async function runShow(text: string, options: SubscriberOptions): Promise<void> {
  await withAudience(options, async ({ config, database, now }) => {
    const address = normaliseAddress(parseMailbox(text).address);
    const subscriptions = await findSubscriptions(database, address);
    const suppression = await findSuppression(database, address);
    const rows = [];
    for (const row of subscriptions)
      rows.push({ ...row, next: await describeNext({ config, database, now }, row) });
    if (options.json === true) {
      printJson({ address, subscriptions: rows, suppression: suppression ?? null });
      return;
    }
    if (rows.length === 0) printLine(`${address} is not subscribed to anything.`);
    for (const row of rows) {
      printLine(`${row.newsletter}: ${describe(row)}, since ${row.joinedAt}`);
      if (row.next === null) continue;
      const { articles, of, cadence, language } = row.next;
      const parts = `${articles.length} of ${of} articles of the next ${cadence} issue, as the folder is now`;
      printLine(
        `  ${articles.length === 0 ? `no email: none of the ${of}` : parts}; in the language ${language}`,
      );
      for (const path of articles) printLine(`    ${path}`);
    }
    if (suppression !== undefined)
      printLine(
        `Gets no mail since ${suppression.created_at} (${suppression.reason}): ${suppression.detail}`,
      );
  });
}

/** What a reader would get if the next issue were built now. */
interface NextIssue {
  readonly cadence: string;
  /** Of the interface. */
  readonly language: string;
  /** Paths, in reading order. */
  readonly articles: readonly string[];
  /** How many the whole issue has. */
  readonly of: number;
}

async function describeNext(
  { config, database, now }: Omit<Open, "newsletter">,
  row: SubscriptionView,
): Promise<NextIssue | null> {
  const newsletter = config.newsletters.find(({ key }) => key === row.newsletter);
  const isServed = row.state === "active" && row.suppressed === null;
  if (newsletter === undefined || !isServed || !existsSync(config.articles.dir)) return null;
  const names = newsletter.cadences.map(({ name }) => name);
  const cadence = names.find((name) => name === row.cadence) ?? names[0] ?? "regular";
  const context = { config, newsletter, cadence, database };
  const plan = await planIssue(context, now());
  const { wish } = await findReader(context, plan, { as: row.address });
  const choose = createEditionChooser(plan.selection, plan.rules);
  const list = (choice: EditionChoice): string[] => listHeld(choice).map(({ path }) => path);
  const language = chooseInterface(wish.language, newsletter.language);
  return { cadence, language, articles: list(choose(wish)), of: list(choose({ topics: [] })).length };
}
