import { writeVaryingText, type BlockBook, type PresentParts } from "./block-book.ts";

const readers = new WeakMap<object, (present: PresentParts) => unknown>();

/**
 * A value for templates that is known only when an edition is put together. Shown as it is, it leaves a marker;
 * helpers and blocks read it through `readVarying`.
 *
 * @param escape - For a text that is shown as it is: makes it fit for where the template's output goes.
 */
export function vary(
  book: BlockBook,
  read: (present: PresentParts) => unknown,
  escape: (text: string) => string = (text) => text,
): object {
  const value = { toString: () => writeVaryingText(book, (present) => escape(String(read(present)))) };
  readers.set(value, read);
  return value;
}

/** How to read such a value for an edition; undefined: it is an ordinary one. */
export function readVarying(value: unknown): ((present: PresentParts) => unknown) | undefined {
  return typeof value === "object" && value !== null ? readers.get(value) : undefined;
}
