/** One mark and a word that starts as a heading does; what ends as a sentence does is one. */
const alone = /^#(?=[\p{Lu}\p{Lo}])[^#]{1,120}(?<![.,;:!?。，；：！？\s])[ \t]*$/u;

/**
 * kramdown and others know headings without a space, and with a wide one of East Asia, and CommonMark does not. With a single
 * `#` it may be a tag: it is a heading between blank lines, of several words or among other headings without a space.
 */
export function spaceHeadings(markdown: string): string {
  if (!/^ {0,3}#{1,6}(?![# \t\n])/m.test(markdown)) return markdown;
  const spaced = markdown
    .replace(/^( {0,3}#{1,6})[\u3000\u00a0][ \t\u3000\u00a0]*(?=\S)/gm, "$1 ")
    .replace(/^( {0,3}(#{2,6})(?=[^\s#!])[^#\n]{0,200}[^#\s\\])\2[ \t]*$/gm, "$1")
    .replace(/^( {0,3}#{2,6})(?=[^\s#!])/gm, "$1 ");
  if (!/^#[^\s#!]/m.test(spaced)) return spaced;
  const isHabit = /^#{2,6}[^\s#!]/m.test(markdown);
  const lines = spaced.split("\n");
  const isBlank = (at: number): boolean => (lines[at] ?? "").trim() === "";
  return lines
    .map((line, at) =>
      alone.test(line) && isBlank(at - 1) && isBlank(at + 1) && (isHabit || /\S\s+\S/.test(line))
        ? `# ${line.slice(1)}`
        : line,
    )
    .join("\n");
}
