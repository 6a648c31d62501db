import { isContentWord, splitWords } from "./story-words.ts";

/** What two articles are compared by. */
export interface StoryText {
  readonly title: string;
  /** The opening, plain text; may be empty. */
  readonly opening: string;
}

/** Terms of one text with their weights; the squares add up to 1. */
type Vector = ReadonlyMap<string, number>;

/**
 * Counts as this many further texts that stand behind every issue, so that the rarity of a word means something in an
 * issue of two.
 */
const priorTexts = 20;
/** The title says what the story is: its words count like so many in the opening. */
const titleWeight = 2;
/** Fewer words in common than this are chance, whatever the cosine of two short texts. */
const minSharedWords = 4;

/**
 * Prepares the comparison of an issue's articles by TF-IDF cosine.
 *
 * @param otherTitles Titles of the folder's other articles: a word in many of them ("Jekyll", "released") is the
 * folder's subject, and no sign of one event.
 * @returns The cosine, from 0 to 1, of the texts at two places; 0 for fewer than four words in common.
 */
export function compareStories(
  texts: readonly StoryText[],
  otherTitles: readonly string[],
): (a: number, b: number) => number {
  const counts = texts.map(countWords);
  const documents = countDocuments(counts.map((count) => count.keys()));
  const background = countDocuments(otherTitles.map((title) => new Set(splitWords(title))));
  const rarity = (word: string): number => {
    const expected = (priorTexts * (background.get(word) ?? 0)) / (otherTitles.length + priorTexts);
    return Math.max(0, Math.log((texts.length + priorTexts) / ((documents.get(word) ?? 0) + expected)));
  };
  const vectors = counts.map((count) => toVector(count, rarity));
  return (a, b) => cosine(vectors[a] ?? new Map(), vectors[b] ?? new Map());
}

function countWords({ title, opening }: StoryText): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of splitWords(text))
      if (isContentWord(word)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  add(title, titleWeight);
  add(opening, 1);
  return counts;
}

function countDocuments(texts: readonly Iterable<string>[]): Map<string, number> {
  const documents = new Map<string, number>();
  for (const text of texts) for (const word of text) documents.set(word, (documents.get(word) ?? 0) + 1);
  return documents;
}

function toVector(counts: ReadonlyMap<string, number>, rarity: (word: string) => number): Vector {
  const vector = new Map<string, number>();
  let squares = 0;
  for (const [word, count] of counts) {
    const weight = (1 + Math.log(count)) * rarity(word);
    if (weight === 0) continue;
    vector.set(word, weight);
    squares += weight * weight;
  }
  for (const [word, weight] of vector) vector.set(word, weight / Math.sqrt(squares));
  return vector;
}

function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  let shared = 0;
  for (const [word, weight] of small) {
    const other = large.get(word);
    if (other === undefined) continue;
    sum += weight * other;
    shared++;
  }
  return shared < minSharedWords ? 0 : sum;
}
