import type { ReaderWish } from "../../selection/editions/edition-choice.ts";
import type { Article } from "../../articles/article.ts";
import { listShown } from "../../selection/terms/list-shown.ts";
import type { ChosenWish, WishGroup } from "../../storage/audience/audience.ts";
import type { NewEdition } from "../../storage/issues/editions.ts";
import { type ComposedEdition, type EditionPress, wholeIssue } from "./edition-press.ts";

/** One edition, and who gets it. */
export interface AddressedEdition {
  readonly edition: ComposedEdition;
  /** Of the wish that most of its readers have; empty: everything. */
  readonly topics: readonly string[];
  /** How many different wishes it answers. */
  readonly wishes: number;
  readonly readers: number;
}

/** Which edition each wish gets. */
export interface EditionsOfWishes {
  readonly chosen: readonly ChosenWish[];
  /** Those that somebody gets, most readers first. */
  readonly editions: readonly AddressedEdition[];
  /** How many readers get none, because nothing is left for them. */
  readonly withoutEdition: number;
}

/**
 * Composes the edition of every wish, each different one once.
 *
 * @param wishes - Most readers first.
 */
export async function chooseEditions(
  press: EditionPress,
  wishes: readonly WishGroup[],
  toWish: (group: WishGroup) => Promise<ReaderWish>,
): Promise<EditionsOfWishes> {
  const chosen: ChosenWish[] = [];
  const byKey = new Map<string, AddressedEdition>();
  let withoutEdition = 0;
  for (const group of wishes) {
    const { topics, language, history, readers } = group;
    const wish = await toWish(group);
    const edition = await press.compose(wish);
    chosen.push({ topics, language, history, key: edition?.key });
    if (edition === undefined) {
      withoutEdition += readers;
      continue;
    }
    const before = byKey.get(edition.key) ?? { edition, topics: wish.topics, wishes: 0, readers: 0 };
    byKey.set(edition.key, {
      ...before,
      wishes: before.wishes + 1,
      readers: before.readers + readers,
    });
  }
  const editions = [...byKey.values()].sort(
    (a, b) => b.readers - a.readers || (a.edition.key < b.edition.key ? -1 : 1),
  );
  return { chosen, editions, withoutEdition };
}

/** As the ledger stores it. */
export function toNewEdition({ edition, readers }: AddressedEdition): NewEdition {
  const { key, subject, preheader, html, text, choice } = edition;
  const articles = listHeld(choice).map(({ id }) => id);
  return {
    key,
    subject,
    preheader,
    html,
    text,
    articles: key === wholeIssue ? undefined : [...new Set(articles)],
    readers,
  };
}

/** Everything an edition holds, shown or linked, in reading order. */
export function listHeld(choice: ComposedEdition["choice"]): Article[] {
  const linked = new Map(choice.sameStory.map(({ shown, others }) => [shown, others]));
  return [
    ...listShown(choice).flatMap((article) => [article, ...(linked.get(article) ?? [])]),
    ...choice.more,
  ];
}
