import { GazetteError } from "../../platform/errors.ts";
import { type Mailbox, normaliseAddress, parseMailbox } from "../../platform/mailbox.ts";
import type { ReaderWish } from "../../selection/editions/edition-choice.ts";
import { findWish } from "../../storage/audience/audience.ts";
import { findSubscriptions } from "../../storage/audience/subscribers.ts";
import { sampleReader } from "./address-reader.ts";
import { createWishReader, describeAudience } from "./describe-audience.ts";
import type { NewsletterContext } from "../newsletter-context.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";

/** Whose edition is asked for: a reader's, or that of anyone who chose this. */
export interface WhoseEdition {
  readonly as?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly language?: string | undefined;
}

export interface FoundReader {
  readonly to: Mailbox;
  readonly wish: ReaderWish;
}

/**
 * What one reader would get of an issue, as far as their wish says.
 *
 * @throws GazetteError `usage` for an address that this issue does not go to, with the reason.
 */
export async function findReader(
  context: NewsletterContext,
  plan: Pick<IssuePlan, "selection">,
  whose: WhoseEdition,
): Promise<FoundReader> {
  const { topics = [], language } = whose;
  if (whose.as === undefined) return { to: sampleReader, wish: { topics, language } };
  const { newsletter, cadence, database } = context;
  const address = normaliseAddress(parseMailbox(whose.as).address);
  const named = newsletter.to.find((mailbox) => normaliseAddress(mailbox.address) === address);
  const subscription =
    database === undefined
      ? undefined
      : (await findSubscriptions(database, address)).find((row) => row.newsletter === newsletter.key);
  if (database !== undefined && subscription?.state === "active") {
    const audience = await describeAudience({ newsletter, cadence, database }, plan.selection);
    const group = await findWish(database, audience, address);
    if (group === undefined) {
      const why =
        subscription.suppressed === null
          ? `has the cadence ${subscription.cadence ?? newsletter.cadences[0]?.name ?? ""}, and this is ${cadence}`
          : `is suppressed (${subscription.suppressed})`;
      throw new GazetteError("usage", `${address} does not get this issue: it ${why}.`, {
        hint: `\`gazette subscribers show ${address}\` says what it gets.`,
      });
    }
    const wish = await createWishReader(database)(group);
    const own = { topics: whose.topics ?? wish.topics, language: whose.language ?? wish.language };
    return { to: { address, name: subscription.name }, wish: { ...wish, ...own } };
  }
  if (named !== undefined) return { to: named, wish: { topics, language } };
  const why = subscription === undefined ? "is not subscribed to" : "has left";
  throw new GazetteError("usage", `${address} ${why} ${newsletter.key}.`, {
    hint: "Name a subscriber, or try a choice out with --topics and --language.",
  });
}
