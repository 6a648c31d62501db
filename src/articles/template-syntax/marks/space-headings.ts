/** One mark and a word that starts as a heading does; what ends as a sentence does is one. */
const alone = /^#(?=[\p{Lu}\p{Lo}])[^#]{1,120}(?<![.,;:!?。，；：！？\s])[ \t]*$/u;
/** The same where it has several words, or ends in a colon as no tag does. */
const plain = /^#(?=\p{L})(?=.*\S\s+\S|.*[:：][ \t]*$)[^#]{1,120}(?<![.,;!?。，；！？\s])[ \t]*$/u;

/**
 * kramdown and others know headings without a space, and with a wide one of East Asia, and CommonMark does not. With a single
 * `#` it may be a tag: it is a heading between blank lines, of several words or among other headings without a space. Two lines
 * that can be no tags show that headings are written so.
 */
export function spaceHeadings(markdown: string): string {
  if (!/^ {0,3}#{1,6}(?![# \t\n])/m.test(markdown)) return markdown;
  const spaced = markdown
    .replace(/^( {0,3}#{1,6})[\u3000\u00a0][ \t\u3000\u00a0]*(?=\S)/gm, "$1 ")
    .replace(/^( {0,3}(#{2,6})(?=[^\s#!])[^#\n]{0,200}[^#\s\\])\2[ \t]*$/gm, "$1")
    .replace(/^( {0,3}#{2,6})(?=[^\s#!])/gm, "$1 ");
  if (!/^#[^\s#!]/m.test(spaced)) return spaced;
  const lines = spaced.split("\n");
  const isBlank = (at: number): boolean => (lines[at] ?? "").trim() === "";
  const stand = new Set(
    lines.flatMap((line, at) => (line.startsWith("#") && isBlank(at - 1) && isBlank(at + 1) ? [at] : [])),
  );
  const plainOnes = [...stand].filter((at) => plain.test(lines[at] ?? "")).length;
  const isHabit = plainOnes > 1 || /^#{2,6}[^\s#!]/m.test(markdown);
  return lines
    .map((line, at) =>
      stand.has(at) &&
      ((alone.test(line) && (isHabit || /\S\s+\S/.test(line))) || (plainOnes > 1 && plain.test(line)))
        ? `# ${line.slice(1)}`
        : line,
    )
    .join("\n");
}
