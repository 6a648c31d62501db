/** The names of files that hold articles, or are made into ones; Middleman runs Ruby in `story.html.md.erb`, DocPad its own; Lektor's file is called `contents.lr` in every folder. */
export const articleExtension =
  /\.(?:(?:md|markdown)(?:\.erb|\.eco)?|mdown|mdwn|mkdn?|mdx|mdoc|svx|qmd|rmd|rmarkdown)$|(?<=(?:^|\/)contents(?:\+[\w-]{1,20})?)\.lr$/i;

/** Whether a file is a page of ikiwiki, whose name is its title. */
export function isWikiPage(path: string): boolean {
  return /\.mdwn$/i.test(path);
}
