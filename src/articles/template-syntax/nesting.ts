/** A mark in a text that may open or close a passage. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
}

/** What stands between a mark and the one that closes it. */
export interface Passage {
  readonly raw: string;
  /** With the marks in it replaced. */
  readonly render: () => string;
}

/** Passages within passages; a mark that stands deeper is taken for one without an end. */
const maxDepth = 30;

/** For each opening mark that has an end, by index, that end. */
export function matchClosings(marks: readonly Mark[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const [index, mark] of marks.entries()) {
    const stack = open.get(mark.name) ?? [];
    open.set(mark.name, stack);
    if (mark.isClosing) {
      const opener = stack.pop();
      if (opener !== undefined) closings.set(opener, index);
    } else if (!mark.isSelfClosing) stack.push(index);
  }
  return closings;
}

/**
 * A text with each mark, and what it encloses, replaced.
 *
 * @param marks in the order of the text.
 * @param replace is not asked about marks in a passage unless the passage is rendered.
 */
export function replaceNested<M extends { readonly start: number; readonly end: number }>(
  text: string,
  marks: readonly M[],
  closings: ReadonlyMap<number, number>,
  replace: (mark: M, passage: Passage | undefined, index: number) => string,
): string {
  const render = (from: number, to: number, first: number, depth: number): string => {
    let result = "";
    let at = from;
    for (let index = first; index < marks.length; index++) {
      const mark = marks[index];
      if (mark === undefined || mark.start >= to) break;
      if (mark.start < at) continue;
      result += text.slice(at, mark.start);
      const closing = depth > maxDepth ? undefined : marks[closings.get(index) ?? -1];
      at = (closing ?? mark).end;
      const passage =
        closing === undefined
          ? undefined
          : {
              raw: text.slice(mark.end, closing.start),
              render: () => render(mark.end, closing.start, index + 1, depth + 1),
            };
      result += replace(mark, passage, index);
    }
    return result + text.slice(at, to);
  };
  return render(0, text.length, 0, 0);
}
