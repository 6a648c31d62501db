import { randomBytes } from "node:crypto";
import type { NewsletterConfig } from "../../config/config.ts";
import { type Mailbox, normaliseAddress } from "../../platform/mailbox.ts";
import { listConsumedArticles } from "../../selection/terms/consumed-articles.ts";
import { type Alongside, freezeIssue, type FrozenIssue } from "../../storage/issues/freeze-issue.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { DraftContent } from "../../storage/schedule/drafts.ts";
import { countAudience, hasAudience, type WishGroup } from "../../storage/audience/audience.ts";
import type { IssueSender } from "../readers/address-reader.ts";
import type { BuiltIssue } from "../building/build-issue.ts";
import { chooseEditions, toNewEdition } from "../editions/choose-editions.ts";
import { audienceOf, createWishReader, describeAudience } from "../readers/describe-audience.ts";
import { wholeIssue } from "../editions/edition-press.ts";
import { packSource } from "../editions/edition-source.ts";
import type { IssueManifest } from "../manifest.ts";
import type { NewsletterContext } from "../newsletter-context.ts";

export function senderOf({ key, title, from, replyTo }: NewsletterConfig): IssueSender {
  return { key, title, from, replyTo };
}

/** Readers named in the configuration, one mailbox an address. They have the newsletter's first cadence. */
export function listConfiguredReaders({
  newsletter,
  cadence,
}: Pick<NewsletterContext, "newsletter" | "cadence">): Mailbox[] {
  if (newsletter.cadences.length > 0 && newsletter.cadences[0]?.name !== cadence) return [];
  const byAddress = new Map(newsletter.to.map((mailbox) => [normaliseAddress(mailbox.address), mailbox]));
  return [...byAddress].map(([address, { name }]) => ({ address, name }));
}

/**
 * How many the next issue of the cadence would go to: those of the configuration and the subscribers, those for whom
 * nothing is left included.
 *
 * @param wishes What the subscribers ask for, where that is known already.
 */
export async function countRecipients(
  context: Pick<NewsletterContext, "newsletter" | "cadence" | "database">,
  wishes?: readonly WishGroup[],
): Promise<number> {
  const named = listConfiguredReaders(context);
  const { database } = context;
  if (database === undefined) return named.length;
  const audience = audienceOf(context);
  const subscribers =
    wishes?.reduce((sum, { readers }) => sum + readers, 0) ?? (await countAudience(database, audience));
  if (named.length === 0) return subscribers;
  const addresses = named.map(({ address }) => address);
  return named.length + subscribers - (await countAudience(database, audience, addresses));
}

/** Whether the next issue of the cadence would go to anyone. */
export async function hasRecipients(
  context: Pick<NewsletterContext, "newsletter" | "cadence" | "database">,
): Promise<boolean> {
  const { database } = context;
  if (listConfiguredReaders(context).length > 0) return true;
  return database !== undefined && (await hasAudience(database, audienceOf(context)));
}

/** Everything an issue is frozen with but its audience: number, bytes, sender, readers of the configuration. */
export function describeContent(
  context: Pick<NewsletterContext, "newsletter" | "cadence">,
  { manifest, edition, images, plan, source }: BuiltIssue,
  origin: IssueRow["origin"],
  frozenAt: Date,
): DraftContent {
  const { newsletter, cadence } = context;
  const named = listConfiguredReaders(context);
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
      manifest: packManifest(manifest),
      sender: JSON.stringify({ ...senderOf(newsletter), messageKey: randomBytes(16).toString("hex") }),
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
    editions: [
      {
        key: wholeIssue,
        subject: edition.subject,
        preheader: edition.preheader,
        html: [edition.html],
        text: [edition.text],
        readers: named.length,
      },
    ],
    images,
    source: packSource(source),
    recipients: named,
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
  const { manifest, plan, press } = built;
  const frozen: FrozenIssue = {
    ...describeContent(context, built, origin, frozenAt),
    audience: await describeAudience(context, plan.selection),
    knownWishes: built.wishes,
    chooseEditions: async (wishes, transaction) => {
      const wanted = await chooseEditions(press, wishes, createWishReader(transaction));
      const { issue, editions, readersWithoutEdition } = built.describe(wanted);
      const { hash } = issue;
      return {
        chosen: wanted.chosen,
        editions: wanted.editions.map(toNewEdition),
        issue: {
          hash,
          manifest: packManifest({
            ...manifest,
            issue: { ...manifest.issue, hash },
            editions,
            readersWithoutEdition,
          }),
        },
      };
    },
  };
  return freezeIssue(context.database, frozen, alongside);
}

/** More of them the ledger has in its own table only, so that a look at an issue stays cheap. */
const keptEditions = 100;

function packManifest(manifest: IssueManifest): string {
  return JSON.stringify({ ...manifest, editions: manifest.editions.slice(0, keptEditions) });
}
