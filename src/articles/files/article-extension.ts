/** The names of files that hold articles, or are made into ones. */
export const articleExtension = /\.(?:md|markdown|mdown|mdwn|mkdn?|mdx|qmd|rmd|rmarkdown)$/i;

/** Whether a file is a page of ikiwiki, whose name is its title. */
export function isWikiPage(path: string): boolean {
  return /\.mdwn$/i.test(path);
}
