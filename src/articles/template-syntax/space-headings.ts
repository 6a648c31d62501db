/** kramdown and others know headings without a space, and CommonMark does not; a single `#` may be a tag. */
export function spaceHeadings(markdown: string): string {
  return markdown.replace(/^( {0,3}#{2,6})(?=[^\s#!])/gm, "$1 ");
}
