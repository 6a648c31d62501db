/** A piece of template syntax, in the order of the text. */
export interface SyntaxToken {
  readonly start: number;
  readonly end: number;
  /** By what names an opening is closed, or the one that a closing closes; undefined: it stands alone. */
  readonly pairs: { readonly as: "opening" | "closing"; readonly names: readonly string[] } | undefined;
}

/** What stands between an opening and its closing. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly raw: string;
  /** What it becomes; made when it is first asked for, and only once, since it may hold such passages itself. */
  readonly render: () => string;
  /** The same for a part of it. */
  readonly renderPart: (start: number, end: number) => string;
}

/** Passages within passages; what nests beyond reason is taken for a token that stands alone. */
const maxDepth = 30;
/** After so many openings without an end, a text is no template, and looking for their ends is all cost. */
export const maxUnclosed = 200;

/**
 * A text with each of its tokens replaced, from the outside inwards.
 *
 * @param replace what a token becomes, with all it encloses where it has a closing; a closing without opening is asked for too.
 */
export function renderNested<Token extends SyntaxToken>(
  text: string,
  tokens: readonly Token[],
  replace: (token: Token, passage: Passage | undefined, index: number) => string,
): string {
  const closings = matchClosings(tokens);
  const render = (from: number, to: number, first: number, depth: number): string => {
    let result = "";
    let at = from;
    for (let index = first; index < tokens.length; index++) {
      const token = tokens[index];
      if (token === undefined || token.start >= to) break;
      if (token.start < at) continue;
      result += text.slice(at, token.start);
      at = token.end;
      const end = depth > maxDepth ? undefined : closings.get(index);
      const closing = tokens[end ?? -1];
      if (end === undefined || closing === undefined) {
        result += replace(token, undefined, index);
        continue;
      }
      const inside = (start: number, stop: number): string => render(start, stop, index + 1, depth + 1);
      result += replace(token, toPassage(text, token.end, closing.start, inside), index);
      at = closing.end;
      index = end;
    }
    return result + text.slice(at, to);
  };
  return render(0, text.length, 0, 0);
}

function toPassage(
  text: string,
  start: number,
  end: number,
  renderPart: (start: number, end: number) => string,
): Passage {
  let made: string | undefined;
  return {
    start,
    end,
    raw: text.slice(start, end),
    render: () => (made ??= renderPart(start, end)),
    renderPart,
  };
}

/** For each opening, by index, the index of its closing: the next of its name that no later opening takes. */
function matchClosings(tokens: readonly SyntaxToken[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const [index, { pairs }] of tokens.entries()) {
    if (pairs === undefined) continue;
    for (const name of pairs.names) {
      const stack = open.get(name);
      if (pairs.as === "closing") {
        const opener = stack?.pop();
        if (opener !== undefined) closings.set(opener, index);
      } else if (stack === undefined) open.set(name, [index]);
      else stack.push(index);
    }
  }
  return closings;
}

/**
 * A text without the passages from an opening mark to the next closing one; where a closing one is missing, the rest stays,
 * and is searched for it only once.
 *
 * @param opening global.
 * @param closing global.
 */
export function removePassages(text: string, opening: RegExp, closing: RegExp): string {
  let result = "";
  let done = 0;
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    closing.lastIndex = opening.lastIndex;
    if (closing.exec(text) === null) break;
    result += text.slice(done, match.index);
    done = closing.lastIndex;
    opening.lastIndex = done;
  }
  return result + text.slice(done);
}
