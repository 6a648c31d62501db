import type { Cleaning } from "../basics/cleaning.ts";

/** Fields between fences, with a title among them. */
const fenced =
  /---(?<=(?:\n[ \t]*\n|^\s*)---)[ \t]*\n((?:[A-Za-z][\w-]{0,40}:(?:[ \t][^\n]*)?\n){2,20})---[ \t]*(?:\n|$)/g;

/** Takes out front matter that was pasted into a text again: fields between fences that say the article's own title. */
export function removeRepeatedFrontMatter(markdown: string, { title }: Cleaning): string {
  if (title === "" || !markdown.includes("---")) return markdown;
  return markdown.replace(fenced, (all, fields: string) =>
    /^title:[ \t](.*)$/m
      .exec(fields)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, "$2") === title
      ? ""
      : all,
  );
}
