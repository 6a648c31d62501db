import { join } from "node:path";
import { createOutboxTransport } from "../delivery/outbox-transport.ts";
import { deliverIssue } from "../delivery/deliver-issue.ts";
import type { Outcome } from "../delivery/outcome.ts";
import { createSmtpTransport } from "../delivery/smtp-transport.ts";
import type { OutgoingMessage, TransportFactory } from "../delivery/transport.ts";
import { digest } from "../delivery/message-id.ts";
import { GazetteError } from "../platform/errors.ts";
import { type Mailbox, normaliseAddress } from "../platform/mailbox.ts";
import { localDay } from "../platform/zoned-text.ts";
import type { NewsletterConfig } from "../config/config.ts";
import { countDeliveries, readEdition } from "../storage/deliveries.ts";
import { freezeIssue, setIssueState } from "../storage/issues.ts";
import { lockSender, type SenderLock } from "../storage/lock-sender.ts";
import type { Database } from "../storage/open-database.ts";
import type { DeliveryRow, DeliveryState, IssueRow } from "../storage/schema.ts";
import { composeFor, issueKeyOf, messageIdFor, type MessageSource } from "./address-reader.ts";
import type { BuiltIssue } from "./build-issue.ts";
import type { NewsletterContext } from "./newsletter-context.ts";

/** The edition that every reader gets, until readers choose topics. */
const wholeIssue = "whole";

export type DeliveryCounts = Partial<Record<DeliveryState, number>>;

/** Who receives a newsletter: one mailbox an address. */
export function listRecipients(newsletter: NewsletterConfig): Mailbox[] {
  const byAddress = new Map(newsletter.to.map((mailbox) => [normaliseAddress(mailbox.address), mailbox]));
  return [...byAddress.values()];
}

/** SMTP where a server is configured, else files in `out/outbox/`. */
export function chooseTransport({ config }: Pick<NewsletterContext, "config">): TransportFactory {
  return config.smtpUrl === undefined
    ? createOutboxTransport(join(config.out, "outbox"))
    : createSmtpTransport(config.smtpUrl);
}

/**
 * Freezes an issue in the ledger: number, bytes, recipients, Message-IDs.
 *
 * @returns Undefined where another process froze this slot or one of these articles first.
 */
export async function freezeBuiltIssue(
  context: NewsletterContext & { readonly database: Database },
  built: BuiltIssue,
  origin: IssueRow["origin"],
  frozenAt: Date,
): Promise<IssueRow | undefined> {
  const { newsletter, cadence, database } = context;
  const { manifest, edition, images, plan } = built;
  const source = { newsletter, issueKey: issueKeyOf(newsletter.key, cadence, plan.slot) };
  return freezeIssue(database, {
    issue: {
      newsletter: newsletter.key,
      cadence,
      slot: plan.slot.toISOString(),
      number: plan.number,
      origin,
      since: manifest.issue.since,
      until: manifest.issue.until,
      subject: manifest.issue.subject,
      preheader: manifest.issue.preheader,
      hash: manifest.issue.hash,
      manifest: JSON.stringify(manifest),
      frozen_at: frozenAt.toISOString(),
    },
    articles: plan.selection.verdicts
      .filter(({ inIssue }) => inIssue)
      .map(({ article: { id, contentHash, path } }) => ({ id, contentHash, path })),
    editions: [{ key: wholeIssue, html: edition.html, text: edition.text }],
    images,
    recipients: listRecipients(newsletter).map(({ address, name }) => ({
      address: normaliseAddress(address),
      name,
      editionKey: wholeIssue,
      messageId: messageIdFor(source, normaliseAddress(address)),
    })),
  });
}

/**
 * Makes this process the sender of the data folder for as long as `work` runs.
 *
 * @throws GazetteError `issue-state` where another process is sending.
 */
export async function asSender<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock: SenderLock | undefined = lockSender(dataDir);
  if (lock === undefined) {
    throw new GazetteError("issue-state", `Another Gazette is sending from ${dataDir} at this moment.`, {
      hint: "Wait until it has finished; `gazette status` shows how far it is.",
    });
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

export interface SendProgress {
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onOutcome: (delivery: DeliveryRow, outcome: Outcome) => void;
}

/**
 * Sends what of a frozen issue is still due, and completes it when every delivery is final. The caller holds the
 * sender's lock.
 *
 * @returns How many deliveries are in each state afterwards.
 */
export async function sendFrozenIssue(
  context: NewsletterContext & { readonly database: Database },
  issue: IssueRow,
  progress: SendProgress,
): Promise<DeliveryCounts> {
  const { database, newsletter, cadence } = context;
  const slot = new Date(issue.slot);
  const { edition, images } = await readEdition(database, issue.id, wholeIssue);
  const source: MessageSource = {
    newsletter,
    issueKey: issueKeyOf(newsletter.key, cadence, slot),
    frozenAt: new Date(issue.frozen_at),
    edition: { subject: issue.subject, preheader: issue.preheader, html: edition.html, text: edition.text },
    images,
  };
  await deliverIssue({
    database,
    issueId: issue.id,
    transport: chooseTransport(context),
    compose: (delivery) => toMessage(source, slot, { name: delivery.name, address: delivery.address }),
    ...progress,
  });
  const counts = await countDeliveries(database, issue.id);
  const open = (counts.pending ?? 0) + (counts.leased ?? 0) + (counts.in_data ?? 0) + (counts.deferred ?? 0);
  if (open === 0) await setIssueState(database, issue.id, "complete", progress.now());
  return counts;
}

/** Sends one message of an issue that the ledger does not know: a test, or a rehearsal. */
export async function sendTest(
  context: NewsletterContext,
  built: BuiltIssue,
  to: Mailbox,
  subjectMark: string,
): Promise<Outcome> {
  const { newsletter, cadence } = context;
  const { edition, images, plan } = built;
  const source: MessageSource = {
    newsletter,
    issueKey: `${issueKeyOf(newsletter.key, cadence, plan.slot)}/test/${plan.slot.toISOString()}`,
    frozenAt: plan.slot,
    edition: { ...edition, subject: `${subjectMark}${edition.subject}` },
    images,
  };
  const transport = await chooseTransport(context).open();
  try {
    return await transport.deliver(await toMessage(source, plan.slot, to), () => Promise.resolve());
  } finally {
    await transport.close();
  }
}

async function toMessage(source: MessageSource, slot: Date, to: Mailbox): Promise<OutgoingMessage> {
  const { newsletter } = source;
  const day = localDay(slot, newsletter.timeZone);
  const name = to.address.replace(/[^\w.@+-]/gu, "_").slice(0, 100);
  return {
    envelope: { from: newsletter.from.address, to: to.address },
    fileName: `${day}-${newsletter.key}-${name}-${digest(`${source.issueKey}\n${to.address}`).slice(0, 8)}.eml`,
    raw: await composeFor(source, to),
  };
}
