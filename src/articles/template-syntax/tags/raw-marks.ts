const mark = /\{%-?\s*(end)?raw\s*-?%\}/g;
/** A tag or its start as a text, which is how one writes it, `{{ "{% include a.html" }} %}`. */
const writtenTag = /\{\{-?\s?(?:"(\{[{%][^"\n]{0,300})"|'(\{[{%][^'\n]{0,300})')\s?-?\}\}/g;

/** Takes the marks of `raw` and the quotes around tags out of a passage that Liquid shows as it is written. */
export function withoutRawMarks(passage: string): string {
  return withoutQuotes(passage.replace(mark, ""));
}

/**
 * The same for a piece of code, which Jekyll reads too.
 *
 * @param endsElsewhere whether the text has an end of raw text whose start may be in this piece: asked where there is a start
 *   without its end, which is no Liquid unless it ends elsewhere, and is what the code shows.
 */
export function withoutRawMarksInCode(code: string, endsElsewhere: () => boolean): string {
  const open = code.includes("raw") ? withoutRawPairs(code) : code;
  return withoutQuotes(
    open.replace(mark, (all, end?: string) => (end !== undefined || endsElsewhere() ? "" : all)),
  );
}

/** The ends of raw text that a piece has no start of. */
export function findLooseEnds(code: string): string {
  return [...withoutRawPairs(code).matchAll(mark)]
    .flatMap(([all, end]) => (end === undefined ? [] : all))
    .join("");
}

/** A text without the marks that belong together; a start within raw text is a part of it. */
function withoutRawPairs(text: string): string {
  if (!text.includes("endraw")) return text;
  let result = "";
  let done = 0;
  let opening: { readonly start: number; readonly end: number } | undefined;
  for (const { 0: all, 1: end, index } of text.matchAll(mark)) {
    if (end === undefined) opening ??= { start: index, end: index + all.length };
    else if (opening !== undefined) {
      result += text.slice(done, opening.start) + text.slice(opening.end, index);
      done = index + all.length;
      opening = undefined;
    }
  }
  return result + text.slice(done);
}

function withoutQuotes(text: string): string {
  return text.replace(writtenTag, (_all, double?: string, single?: string) => double ?? single ?? "");
}
