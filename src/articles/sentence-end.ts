const abbreviation =
  /(?:^|[\s(“"])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|No|vs|etc|e\.g|i\.e|approx|Inc|Ltd|Co|\p{Lu})\.["”’)]*\s*$/u;

const segmenters = new Map<string, Intl.Segmenter>();

/** Cuts a paragraph into sentences; `Jan. 14` and `J. Smith` end none. Joined, they give the paragraph again. */
export function splitSentences(text: string, language = "en"): string[] {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
    segmenters.set(language, segmenter);
  }
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = sentences.at(-1);
    if (last !== undefined && abbreviation.test(last)) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}

/** Whether a text stops where a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？।؟۔።:]["'”’»)\]」』）]*$/u.test(text.trimEnd());
}

/** Shortens at a word's end and marks the cut; a text that fits comes back unchanged. */
export function trimAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const words = new Intl.Segmenter(undefined, { granularity: "word" });
  let end = 0;
  for (const { index, segment, isWordLike } of words.segment(text.slice(0, maxLength + 60))) {
    if (index + segment.length > maxLength - 1) break;
    if (isWordLike === true) end = index + segment.length;
  }
  return `${text.slice(0, end === 0 ? maxLength - 1 : end)}…`;
}
