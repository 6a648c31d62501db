import type { BlockBook } from "./block-book.ts";
import { vary } from "./varying.ts";

/** A list of a view whose items an edition may have or not. */
export interface VaryingList {
  readonly items: readonly unknown[];
  /** The part that each item stands for, in the same order. */
  readonly parts: readonly number[];
}

/**
 * A list for templates whose `length` is known only when an edition is put together; `each` and `if` know it by itself,
 * through a map.
 */
export function varyList<Item>(
  book: BlockBook,
  items: readonly Item[],
  parts: readonly number[],
): readonly Item[] {
  const count = vary(book, (present) => parts.filter((part) => present[part]).length);
  return new Proxy(items, {
    get: (list, name) => (name === "length" ? count : (Reflect.get(list, name) as unknown)),
  });
}
