import type { NewsletterConfig } from "../config/config.ts";
import { type Mailbox, normaliseAddress } from "../platform/mailbox.ts";
import { listConsumedArticles } from "../selection/consumed-articles.ts";
import { type Alongside, freezeIssue, type FrozenIssue } from "../storage/freeze-issue.ts";
import type { Database } from "../storage/open-database.ts";
import type { IssueRow } from "../storage/schema.ts";
import { countSubscriptions } from "../storage/subscribers.ts";
import type { IssueSender } from "./address-reader.ts";
import type { BuiltIssue } from "./build-issue.ts";
import type { NewsletterContext } from "./newsletter-context.ts";

/** The edition that every reader gets, until readers choose topics. */
export const wholeIssue = "whole";

export function senderOf({ key, title, from, replyTo }: NewsletterConfig): IssueSender {
  return { key, title, from, replyTo };
}

/** Readers named in the configuration: one mailbox an address. */
export function listConfiguredReaders(newsletter: NewsletterConfig): Mailbox[] {
  const byAddress = new Map(newsletter.to.map((mailbox) => [normaliseAddress(mailbox.address), mailbox]));
  return [...byAddress].map(([address, { name }]) => ({ address, name }));
}

/** How many the next issue would go to: those of the configuration and the subscribers. */
export async function countRecipients({
  newsletter,
  database,
}: Pick<NewsletterContext, "newsletter" | "database">): Promise<number> {
  const named = listConfiguredReaders(newsletter);
  if (database === undefined) return named.length;
  const except = named.map(({ address }) => address);
  return named.length + (await countSubscriptions(database, newsletter.key, except));
}

/** Everything an issue is frozen with: number, bytes, sender, readers of the configuration. */
export function describeFrozen(
  { newsletter, cadence }: Pick<NewsletterContext, "newsletter" | "cadence">,
  { manifest, edition, images, plan }: BuiltIssue,
  origin: IssueRow["origin"],
  frozenAt: Date,
): FrozenIssue {
  return {
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
      sender: JSON.stringify(senderOf(newsletter)),
      frozen_at: frozenAt.toISOString(),
    },
    articles: listConsumedArticles(plan.selection).map(({ id, contentHash, path }) => ({
      id,
      contentHash,
      path,
    })),
    newNames: plan.newNames.map(({ article, name }) => ({
      name,
      knownAs: name === article.id ? article.contentHash : article.id,
    })),
    editions: [{ key: wholeIssue, html: edition.html, text: edition.text }],
    images,
    recipients: listConfiguredReaders(newsletter),
    editionKey: wholeIssue,
  };
}

/**
 * Freezes an issue in the ledger; Message-IDs follow from issue and recipient.
 *
 * @returns Undefined where another process froze this slot or one of these articles first.
 */
export async function freezeBuiltIssue(
  context: NewsletterContext & { readonly database: Database },
  built: BuiltIssue,
  origin: IssueRow["origin"],
  frozenAt: Date,
  alongside?: Alongside,
): Promise<IssueRow | undefined> {
  return freezeIssue(context.database, describeFrozen(context, built, origin, frozenAt), alongside);
}
