import { listConsumedArticles } from "../../selection/terms/consumed-articles.ts";
import type { Selection } from "../../selection/terms/selection.ts";
import {
  type Audience,
  listEditionArticles,
  listSharedIssues,
  type WishGroup,
} from "../../storage/audience/audience.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import type { ReaderWish } from "../../selection/editions/edition-choice.ts";
import type { NewsletterContext } from "../newsletter-context.ts";

type WithDatabase = Pick<NewsletterContext, "newsletter" | "cadence"> & { readonly database: Database };

/** The subscribers of a newsletter's cadence, whatever they had of other cadences. */
export function audienceOf({
  newsletter,
  cadence,
}: Pick<NewsletterContext, "newsletter" | "cadence">): Audience {
  const cadences = newsletter.cadences.map(({ name }) => name);
  return { newsletter: newsletter.key, cadence, cadences, sharedIssues: [] };
}

/** The subscribers an issue goes to, with what they had of its articles in issues of other cadences. */
export async function describeAudience(
  context: WithDatabase,
  selection: Pick<Selection, "verdicts">,
): Promise<Audience> {
  const names = listConsumedArticles(selection).flatMap(({ id, contentHash }) => [id, contentHash]);
  const { newsletter, cadence, database } = context;
  return {
    ...audienceOf(context),
    sharedIssues: await listSharedIssues(database, newsletter.key, cadence, names),
  };
}

/** Turns wishes as the ledger has them into wishes as editions are chosen by; what editions held is read once. */
export function createWishReader(database: Database | undefined): (group: WishGroup) => Promise<ReaderWish> {
  const held = new Map<string, Promise<readonly string[]>>();
  const readHeld = async (edition: string): Promise<readonly string[]> => {
    const [id = "", key = ""] = edition.split(" ");
    if (database === undefined) return [];
    const known = held.get(edition) ?? listEditionArticles(database, Number(id), key);
    held.set(edition, known);
    return known;
  };
  return async ({ topics, language, history }) => ({
    topics: JSON.parse(topics) as string[],
    language: language === "" ? undefined : language,
    received:
      history === "" ? undefined : new Set((await Promise.all(history.split(",").map(readHeld))).flat()),
  });
}
