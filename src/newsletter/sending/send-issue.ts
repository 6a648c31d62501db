import { deliverIssue, type DeliveryRun } from "../../delivery/deliver-issue.ts";
import type { Outcome } from "../../delivery/outcome.ts";
import type { OutgoingMessage } from "../../delivery/transport.ts";
import type { Mailbox } from "../../platform/mailbox.ts";
import type { DeliveryCounts } from "../../storage/deliveries/deliveries.ts";
import { completeIfSettled } from "../../storage/issues/issues.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import type { DeliveryRow } from "../../storage/schema/delivery-tables.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import { issueHeaders, issueKeyOf } from "../readers/address-reader.ts";
import type { BuiltIssue } from "../building/build-issue.ts";
import { chooseRelays, openSigner, policyOf } from "./choose-relays.ts";
import { wholeIssue } from "../editions/edition-press.ts";
import { openEditionShelf } from "./edition-shelf.ts";
import { senderOf } from "../freezing/freeze-built-issue.ts";
import { frozenSenderOf } from "../readers/frozen-sender.ts";
import type { NewsletterContext } from "../newsletter-context.ts";
import { cutWhole, openMessageWriter } from "./write-messages.ts";

export interface SendProgress {
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onOutcome: (delivery: DeliveryRow, outcome: Outcome) => void;
}

export interface SentIssue {
  /** How many deliveries are in each state afterwards. */
  readonly counts: DeliveryCounts;
  readonly run: DeliveryRun;
}

/**
 * Sends what of a frozen issue is still due, and completes it when every delivery is settled. The caller holds the
 * sender's lock.
 *
 * @throws GazetteError `dkim-invalid` where a key cannot sign, and what `deliverIssue` throws; nothing is lost.
 */
export async function sendFrozenIssue(
  context: NewsletterContext & { readonly database: Database },
  issue: IssueRow,
  progress: SendProgress,
): Promise<SentIssue> {
  const { config, database, newsletter } = context;
  const signer = openSigner(config.delivery);
  const slot = new Date(issue.slot);
  const sender = frozenSenderOf(issue, senderOf(newsletter));
  const shelf = await openEditionShelf(database, issue, (edition, images, { subject }) =>
    openMessageWriter(
      {
        config,
        sender,
        issueKey: issueKeyOf(issue.newsletter, issue.cadence, slot),
        issueId: issue.id,
        slot,
        timeZone: newsletter.timeZone,
        headers: issueHeaders(sender, { number: issue.number, subject, date: new Date(issue.frozen_at) }),
        edition,
        images,
      },
      signer,
    ),
  );
  const run = await deliverIssue({
    database,
    issueId: issue.id,
    relays: chooseRelays(config),
    policy: policyOf(config.delivery, newsletter),
    compose: async ({ address, name, edition_key }) => (await shelf.writerOf(edition_key))({ address, name }),
    ...progress,
  });
  return { run, counts: await completeIfSettled(database, issue.id, progress.now()) };
}

/** Sends a test of an issue that is frozen, as its readers get it; the ledger does not change. */
export async function sendFrozenTest(
  context: NewsletterContext & { readonly database: Database },
  issue: IssueRow,
  to: Mailbox,
  subjectMark: string,
): Promise<Outcome> {
  const { config, database, newsletter } = context;
  const sender = frozenSenderOf(issue, senderOf(newsletter));
  const slot = new Date(issue.slot);
  const signer = openSigner(config.delivery);
  const shelf = await openEditionShelf(database, issue, (edition, images, { subject }) =>
    openMessageWriter(
      {
        config,
        sender,
        issueKey: `${issueKeyOf(issue.newsletter, issue.cadence, slot)}/test`,
        issueId: 0,
        slot,
        timeZone: newsletter.timeZone,
        headers: issueHeaders(sender, {
          number: issue.number,
          subject: `${subjectMark}${subject}`,
          date: new Date(issue.frozen_at),
        }),
        edition,
        images,
      },
      signer,
    ),
  );
  return handOver(context, await (await shelf.writerOf(wholeIssue))(to));
}

async function handOver({ config }: NewsletterContext, message: OutgoingMessage): Promise<Outcome> {
  const [relay] = chooseRelays(config);
  const transport = await relay.transport.open();
  try {
    return await transport.deliver(message, () => Promise.resolve());
  } finally {
    await transport.close();
  }
}

/** Sends one message of an issue that the ledger does not know: a test, or a rehearsal. */
export async function sendTest(
  context: NewsletterContext,
  built: BuiltIssue,
  to: Mailbox,
  subjectMark: string,
): Promise<Outcome> {
  const { config, newsletter, cadence } = context;
  const { edition, images, plan } = built;
  const sender = senderOf(newsletter);
  const write = openMessageWriter(
    {
      config,
      sender,
      issueKey: `${issueKeyOf(newsletter.key, cadence, plan.slot)}/test`,
      issueId: 0,
      slot: plan.slot,
      timeZone: newsletter.timeZone,
      headers: issueHeaders(sender, {
        number: plan.number,
        subject: `${subjectMark}${edition.subject}`,
        date: plan.slot,
      }),
      edition: cutWhole(edition),
      images,
    },
    openSigner(config.delivery),
  );
  return handOver(context, await write(to));
}
