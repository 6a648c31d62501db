import type { FileNote } from "./parsed-file.ts";

/** Beyond so many, nobody reads on, and each takes a search through the text. */
const maxNotes = 100;

/** Notes on one text, each said once, with its first line and how often more it is so. */
export interface LineNotes {
  /** @param find where the text that the note is about starts; asked only where the note is a new one. */
  readonly add: (message: string, find: () => number | undefined) => void;
  /** In the order in which they came; further ones are only counted. */
  readonly all: () => FileNote[];
}

/** @param firstLine 1-based line of the file on which the text starts. */
export function collectLineNotes(text: string, firstLine: number): LineNotes {
  const notes = new Map<string, FileNote & { count: number }>();
  let further = 0;
  return {
    add: (message, find) => {
      const known = notes.get(message);
      if (known !== undefined) {
        known.count++;
        return;
      }
      if (notes.size >= maxNotes) {
        further++;
        return;
      }
      const at = find();
      const line = at === undefined ? undefined : firstLine + text.slice(0, at).split("\n").length - 1;
      notes.set(message, { line, message, count: 1 });
    },
    all: () => {
      const rest = `There is more of this kind, ${further} times; the first ${maxNotes} are named.`;
      const said = [...notes.values()].map(({ line, message, count }) => ({
        line,
        message: withCount(message, count - 1),
      }));
      return [...said, ...(further === 0 ? [] : [{ line: undefined, message: rest }])];
    },
  };
}

/** A sentence with how many times more it holds. */
function withCount(message: string, more: number): string {
  if (more === 0) return message;
  return `${message.replace(/\.$/, "")} (and ${more === 1 ? "once more" : `${more} times more`}).`;
}
