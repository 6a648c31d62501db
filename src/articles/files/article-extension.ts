/** The endings of files that hold articles, or are made into ones; Lektor's file has the same name in every folder. */
export const articleExtension =
  /\.(?:md|markdown|mdown|mdwn|mkdn?|mdx|qmd|rmd|rmarkdown)$|(?<=(?:^|\/)contents(?:\+[\w-]{1,20})?)\.lr$/i;

/** Whether a file is a page of ikiwiki, whose name is its title. */
export function isWikiPage(path: string): boolean {
  return /\.mdwn$/i.test(path);
}
