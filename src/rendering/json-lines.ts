/** The lines of a JSON text, 1-based. */
export interface JsonLines {
  /** Of the name that a path ends in; of the object around it, where the name is not there. */
  readonly of: (path: readonly PropertyKey[]) => number;
  /** Of the last thing that is still JSON. */
  readonly end: number;
}

const token = /\s*(?:([{}[\],:])|("(?:[^"\\\n]|\\.)*")|(-?\d[\d.eE+-]*|true\b|false\b|null\b))/y;

/** Finds on which line each name of a JSON text stands, as far as it is JSON. */
export function listJsonLines(source: string): JsonLines {
  const lines = new Map<string, number>([["", 1]]);
  const path: (string | number)[] = [];
  let name: { readonly text: string; readonly line: number } | undefined;
  let end = 1;
  token.lastIndex = 0;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const [whole, sign, quoted] = match;
    const line = source.slice(0, match.index + whole.length).split("\n").length;
    end = line;
    if (quoted !== undefined) name = { text: quoted, line };
    else if (sign === ":" && name !== undefined) {
      path[path.length - 1] = JSON.parse(name.text) as string;
      lines.set(keyOf(path), name.line);
    } else if (sign === "{" || sign === "[") path.push(0);
    else if (sign === "}" || sign === "]") path.pop();
  }
  return {
    of: (wanted) => {
      for (let length = wanted.length; length > 0; length -= 1) {
        const line = lines.get(keyOf(wanted.slice(0, length)));
        if (line !== undefined) return line;
      }
      return 1;
    },
    end,
  };
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}
