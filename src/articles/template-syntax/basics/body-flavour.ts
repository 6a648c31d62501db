import { isWikiPage } from "../../files/article-extension.ts";

/** Whose Markdown a body is: that of MDX and mdsvex, of R Markdown and Quarto, of Franklin, of ikiwiki, of Kirby and Lektor, of Blade, or of all the others. */
export type BodyFlavour = "mdx" | "knitr" | "franklin" | "ikiwiki" | "kirby" | "blade" | "common";

/** The flavour that a file's name and its front matter tell. */
export function readFlavour(path: string, dialect: string): BodyFlavour {
  if (dialect === "julia") return "franklin";
  if (dialect === "parted") return "kirby";
  // Nearly every file.
  if (path.endsWith(".md") && !path.endsWith("+page.md") && !path.includes(".blade.")) return "common";
  if (/\.blade\.[a-z]+$/i.test(path)) return "blade";
  // Braces hold JavaScript in Svelte's pages as well.
  if (/\.(?:mdx|svx)$|(?:^|\/)\+page\.md$/i.test(path)) return "mdx";
  if (isWikiPage(path)) return "ikiwiki";
  return /\.(?:qmd|rmd|rmarkdown)$/i.test(path) ? "knitr" : "common";
}

/** Whether what is indented by four columns is code, as CommonMark has it: not to MDX and mdsvex. */
export function hasIndentedCode(flavour: BodyFlavour): boolean {
  return flavour !== "mdx";
}
