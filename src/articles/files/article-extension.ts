/** The names of files that hold articles, or are made into ones. */
export const articleExtension = /\.(?:md|markdown|mdown|mdwn|mkdn?|mdx|qmd|rmd|rmarkdown)$/i;
