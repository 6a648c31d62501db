/** What an inbox shows of an edition before it is opened. */
export interface InboxTexts {
  readonly subject: string;
  readonly preheader: string;
}

/** Which parts of a compiled issue an edition has: a flag for each, by its number; and its own words for the inbox. */
export type PresentParts = readonly boolean[] & { readonly inbox: InboxTexts };

/**
 * What was noted while an issue was rendered once for all its editions: the conditions of its blocks, and the texts
 * that depend on what an edition holds. Each is known by its place in the list.
 */
export interface BlockBook {
  readonly conditions: ((present: PresentParts) => boolean)[];
  readonly texts: ((present: PresentParts) => string)[];
}

/*
 * Markers are made of noncharacters, which no value holds (see clean-text.ts). In HTML the edges of a block are
 * comments, because MJML keeps a comment wherever it stands and drops bare text between sections.
 */
const pattern = /(?:<!--)?\uFDE0([?/~])(\d+)\uFDE1(?:-->)?/g;

export interface BlockMark {
  readonly kind: "start" | "end" | "text";
  readonly id: number;
}

/** Wraps what only editions of a condition show. */
export function writeBlock(
  book: BlockBook,
  condition: (present: PresentParts) => boolean,
  content: string,
  format: "html" | "text",
): string {
  if (content === "") return "";
  const id = book.conditions.push(condition) - 1;
  const edge = (sign: string): string => {
    const mark = `\uFDE0${sign}${id}\uFDE1`;
    return format === "html" ? `<!--${mark}-->` : mark;
  };
  return `${edge("?")}${content}${edge("/")}`;
}

/** Stands for a text that is known only when an edition is put together. */
export function writeVaryingText(book: BlockBook, read: (present: PresentParts) => string): string {
  return `\uFDE0~${book.texts.push(read) - 1}\uFDE1`;
}

/** A source cut at its markers: `literals` has one piece more than `marks`. */
export function splitBlocks(source: string): { literals: string[]; marks: BlockMark[] } {
  const literals: string[] = [];
  const marks: BlockMark[] = [];
  let from = 0;
  for (const match of source.matchAll(pattern)) {
    const [whole, sign, id] = match;
    literals.push(source.slice(from, match.index));
    marks.push({ kind: sign === "?" ? "start" : sign === "/" ? "end" : "text", id: Number(id) });
    from = match.index + whole.length;
  }
  literals.push(source.slice(from));
  return { literals, marks };
}
