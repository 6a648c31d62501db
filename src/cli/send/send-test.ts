import type { Outcome } from "../../delivery/outcome.ts";
import { sampleReader } from "../../newsletter/readers/address-reader.ts";
import { assertSender } from "../../newsletter/sending/assert-sender.ts";
import { buildIssue } from "../../newsletter/building/build-issue.ts";
import type { NewsletterContext } from "../../newsletter/newsletter-context.ts";
import { sendFrozenTest, sendTest } from "../../newsletter/sending/send-issue.ts";
import { GazetteError } from "../../platform/errors.ts";
import type { Mailbox } from "../../platform/mailbox.ts";
import { findLatestIssue } from "../../storage/issues/issues.ts";
import type { CommandContext } from "../command-context.ts";
import { planNextIssue } from "../plan-next-issue.ts";
import { type IssueSummary, reportNothing, reportSend, summarise } from "./report-send.ts";
import type { SendOptions } from "./send-options.ts";

/** `gazette send --to ADDRESS`: one message, marked as a test, that the ledger never hears of. */
export function sendTestTo(
  context: CommandContext,
  open: NewsletterContext,
  to: Mailbox,
  options: SendOptions,
): Promise<void> {
  return sendApart(context, open, { to, apart: "test", mark: "[Test] " }, options);
}

/**
 * `gazette send` where nobody is subscribed: one message for a sample reader, as a file.
 *
 * @throws GazetteError `recipients-missing` where a server is named: then somebody meant to send for real.
 */
export async function rehearseForNobody(
  context: CommandContext,
  open: NewsletterContext,
  options: SendOptions,
): Promise<void> {
  const { config } = context;
  const { key, title } = open.newsletter;
  // The environment speaks of the first newsletter only.
  const isFirst = config.newsletters[0].key === key;
  const readers = isFirst ? "MAIL_TO (.env)" : `newsletters.${key}.to (gazette.config.ts)`;
  if (config.delivery.relays.length > 0) {
    throw new GazetteError("recipients-missing", `Nobody receives "${title}" yet.`, {
      hint: `Name readers in ${readers}, add some with \`gazette subscribers\`, or send one test with --to you@example.com.`,
    });
  }
  process.stderr.write(
    "Nobody receives this newsletter yet, so this is a rehearsal: one message for a sample reader, and no record of it.\n" +
      `Name readers in ${readers} and a server in SMTP_URL (.env) to send for real.\n\n`,
  );
  await sendApart(context, open, { to: sampleReader, apart: "rehearsal", mark: "" }, options);
}

/** One message outside of the ledger. */
interface MessageApart {
  readonly to: Mailbox;
  readonly apart: "test" | "rehearsal";
  /** What the subject starts with. */
  readonly mark: string;
}

async function sendApart(
  context: CommandContext,
  open: NewsletterContext,
  message: MessageApart,
  options: SendOptions,
): Promise<void> {
  const chosen = await chooseShown(context, open, message, options);
  if (chosen === undefined) return;
  const isDryRun = options.dryRun === true;
  if (!isDryRun) assertSender(open);
  const startedAt = performance.now();
  const outcome = isDryRun ? undefined : await chosen.send();
  const counts = outcome === undefined ? {} : { [outcome.state]: 1 };
  const durationMs = performance.now() - startedAt;
  const { apart } = message;
  reportSend(
    { issue: chosen.issue, total: 1, counts, durationMs, handedOver: 1, isDryRun, apart },
    open,
    options,
  );
}

/** The next issue; where nothing new is there for one, the last. @returns Undefined where there is neither; it has said so. */
async function chooseShown(
  context: CommandContext,
  open: NewsletterContext,
  { to, mark }: MessageApart,
  options: SendOptions,
): Promise<{ readonly issue: IssueSummary; readonly send: () => Promise<Outcome> } | undefined> {
  const plan = await planNextIssue(context, open, options);
  const { held } = plan.selection;
  if (held === undefined) {
    const built = await buildIssue(open, plan);
    return { issue: built.manifest.issue, send: () => sendTest(open, built, to, mark) };
  }
  const { database, newsletter } = open;
  const last = database === undefined ? undefined : await findLatestIssue(database, newsletter.key);
  if (last === undefined || database === undefined) {
    reportNothing(held, options);
    return undefined;
  }
  process.stderr.write(`There is nothing new for a next issue; this is No. ${last.number} again.\n`);
  return { issue: summarise(last), send: () => sendFrozenTest({ ...open, database }, last, to, mark) };
}
