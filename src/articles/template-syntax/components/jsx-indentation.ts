/** What makes text that is indented below it its own: an item, a definition, a footnote. */
const owner = /^(?:([-*+:]|\d{1,9}[.)])([ \t]+)(?=\S)|\[\^[^\]\n]{1,80}\]:)/;
/** Columns from which CommonMark takes a line for code. */
const codeIndent = 4;

/**
 * Takes the indentation off passages that CommonMark would take for code, with what else is indented below their first line:
 * MDX indents as a program does, and has no such code. What belongs to an item of a list stays in it, and `<pre>` as it is.
 *
 * @see https://mdxjs.com/docs/what-is-mdx/#markdown
 */
export function outdentPassages(text: string): string {
  if (!/(?:^|\n)(?: {4}| {0,3}\t)/.test(text)) return text;
  /** The columns at which the items start that the current line may stand in. */
  const items: number[] = [];
  let shift = 0;
  let isBehindBlank = true;
  let isVerbatim = false;
  return text
    .split("\n")
    .map((line) => {
      const words = line.trimStart();
      if (words === "") {
        isBehindBlank = true;
        return line;
      }
      const wasVerbatim = isVerbatim;
      const [opening, closing] = [words.lastIndexOf("<pre"), words.lastIndexOf("</pre>")];
      if (opening !== closing) isVerbatim = opening > closing;
      if (wasVerbatim) return line;
      const column = countColumns(line.slice(0, line.length - words.length), 0);
      if (column < shift) shift = 0;
      const own = owner.exec(words);
      if (isBehindBlank || own !== null) while ((items.at(-1) ?? 0) > column - shift) items.pop();
      const base = items.at(-1) ?? 0;
      if (isBehindBlank && column - shift - base >= codeIndent) shift = column - base;
      isBehindBlank = false;
      const start = column - shift;
      if (own !== null) items.push(start + widthOf(own));
      return shift === 0 ? line : " ".repeat(start) + words;
    })
    .join("\n");
}

/** Columns up to the text of an item; a footnote goes on at the fourth. */
function widthOf([, mark, space = ""]: RegExpExecArray): number {
  if (mark === undefined) return codeIndent;
  const columns = countColumns(space, mark.length);
  return mark.length + (columns > codeIndent ? 1 : columns);
}

/** How many columns white space takes that starts at one; a tab goes on to the next fourth. */
function countColumns(space: string, from: number): number {
  let column = from;
  for (const char of space) column += char === "\t" ? codeIndent - (column % codeIndent) : 1;
  return column - from;
}
