import type { Cleaning } from "../basics/cleaning.ts";

/** What PyMdown's Snippets and Markdown-Include put in from other files, each file on a line, or several between two marks. */
const snippets =
  /^[ \t]*-{1,9}8<-{1,9}(?:[ \t]+["'].*|[ \t]*\n(?:(?![ \t]*-{1,9}8<)[^\n]*\n){1,50}?[ \t]*-{1,9}8<-{1,9}[ \t]*)$/gm;
const inclusion = /^[ \t]*\{![ \t]{0,3}[^{}!\n]{1,300}![ \t]{0,3}\}[ \t]*$/gm;
/** What mkdocstrings writes of a program, by its name, with its settings below. */
const programParts =
  /^:::[ \t]+[A-Za-z_]\w{0,60}(?:\.\w{1,60}){1,9}[ \t]*$(?:\n(?:[ \t]*\n)?(?: {4}|\t)[^\n]*)*/gm;

/**
 * Takes out what extensions of MkDocs put into a text where the site is built: from other files, and from programs.
 *
 * @see https://facelessuser.github.io/pymdown-extensions/extensions/snippets
 */
export function replaceMkdocs(markdown: string, cleaning: Cleaning): string {
  const dropAs =
    (name: string) =>
    (written: string): string => {
      cleaning.drop(name, written.trim().split("\n", 1)[0] ?? "");
      return "";
    };
  let text = markdown;
  if (text.includes("-8<-")) text = text.replace(snippets, dropAs("--8<--"));
  if (text.includes("{!")) text = text.replace(inclusion, dropAs("{! … !}"));
  return text.includes("::: ") ? text.replace(programParts, dropAs(":::")) : text;
}
