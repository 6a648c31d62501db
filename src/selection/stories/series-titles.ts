import { splitWords } from "./story-words.ts";

const numeral = /^(?:v?\d[\p{L}\p{N}._]*|[ivx]{1,5})$/u;
const version = /^v?\d+\.\d/u;
const months = new Set([
  ..."january february march april may june july august september october november december".split(" "),
  ..."jan feb mar apr may jun jul aug sep oct nov dec".split(" "),
]);

/**
 * Whether two titles are instalments of a series: the same word is followed by another number ("Part I" and "Part II",
 * "Node.js 18.1" and "Node.js 18.2", "World (September" and "World (October"), or they name versions and none in common. Such
 * articles are written from one mould and so are lexically close, but each has its own news.
 */
export function areInstalments(a: string, b: string): boolean {
  const first = readNumerals(a);
  const second = readNumerals(b);
  if (first.versions.size > 0 && second.versions.size > 0 && !hasAny(first.versions, second.versions))
    return true;
  for (const [word, numerals] of first.after) {
    const others = second.after.get(word);
    if (others !== undefined && !hasAll(others, numerals) && !hasAll(numerals, others)) return true;
  }
  return false;
}

function hasAny(set: ReadonlySet<string>, items: ReadonlySet<string>): boolean {
  return [...items].some((item) => set.has(item));
}

function hasAll(set: ReadonlySet<string>, items: ReadonlySet<string>): boolean {
  return [...items].every((item) => set.has(item));
}

interface TitleNumerals {
  /** The word before: the numbers and months that follow it. */
  readonly after: ReadonlyMap<string, ReadonlySet<string>>;
  readonly versions: ReadonlySet<string>;
}

function readNumerals(title: string): TitleNumerals {
  const after = new Map<string, Set<string>>();
  const versions = new Set<string>();
  let before = "";
  for (const word of splitWords(title).map((item) => item.toLowerCase())) {
    if (!numeral.test(word) && !months.has(word)) {
      before = word;
      continue;
    }
    const value = word.replace(/^v(?=\d)/u, "");
    const known = after.get(before) ?? new Set();
    after.set(before, known.add(value));
    if (version.test(word)) versions.add(value);
  }
  return { after, versions };
}
