/** What ends in a full stop and goes on: months, forms of address, initials, and the usual Latin. */
const abbreviation =
  /(?:^|[\s(\[“"'‘.-])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|Mr|Mrs|Ms|Messrs|Mme|Mlle|Dr|Prof|Rev|Hon|St|Ste|Gen|Adm|Sen|Rep|Gov|Pres|Lt|Col|Capt|Cmdr|Sgt|Maj|Jr|Sr|No|Nos|Nr|Vol|Fig|Figs|Eq|Sec|Ch|pp?|vs?|cf|etc|e\.g|i\.e|ca?|approx|est|Inc|Ltd|Co|Corp|Bros|Mt|Ft|Ave|Blvd|Dept|Univ|z\.B|d\.h|u\.a|bzw|Nr|Abs|p\.ej|Sra?|\p{Lu})\.["”’)\]]*\s+$/u;

/** What ends in a full stop and goes on where a figure follows: a version, an article, a page. */
const beforeFigure =
  /(?:^|[\s(\[])(?:[Vv]ers|Ver|[Rr]ev|[Aa]rts?|[Cc]ap|[Pp]ág|[Kk]ap|[Zz]iff|[Bb]d|Rn|[Ss]tr|[Pp]ar|[Rr]el|[Ii]ss|[Сс]тр|[Гг]л|[Рр]ис|[Сс]т|[Тт]абл)\.\s+$/u;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Cuts a paragraph into sentences, each with the white space after it; joined, they give the paragraph again. Uses the
 * rules of Unicode for the language, except that `Jan. 14`, `J. Smith` and the like end no sentence.
 *
 * @param language BCP 47; undefined: the root rules.
 */
export function splitSentences(text: string, language?: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of sentenceSegmenter(language ?? "und").segment(text)) {
    const last = sentences.at(-1);
    const tail = last?.slice(-24) ?? "";
    const goesOn =
      abbreviation.test(tail) ||
      /^[\p{Ll}\s]/u.test(segment) ||
      (/^\d/.test(segment) && beforeFigure.test(tail));
    if (last !== undefined && goesOn) {
      sentences[sentences.length - 1] = last + segment;
    } else sentences.push(segment);
  }
  return sentences;
}

/** Whether a text stops where a sentence does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return (
    /[.!?…。．！？｡‼⁇⁈⁉।॥؟۔։።။។៕︒](?:["'”’»›)\]」』）】》〉]|\s)*$/u.test(text) || isUnmarkedScript(text)
  );
}

/** Thai and Lao put no mark at the end of a sentence. */
function isUnmarkedScript(text: string): boolean {
  return /[\u0e00-\u0eff]["'”’»)\]]*\s*$/u.test(text);
}

function sentenceSegmenter(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
