import { closesFence, fence } from "../basics/mask-code.ts";

const start = /^[ \t]*[\u200b\ufeff]+[ \t]*/;

/**
 * A text without the spaces of no width that its lines start with: Typora keeps an indented line from being code with one,
 * and behind it no fence is one. Within a fence that has none, one keeps the fences shown there from ending it, and stays.
 */
export function removeWidthlessStarts(markdown: string): string {
  if (!/[\u200b\ufeff]/.test(markdown)) return markdown;
  let open: { readonly marks: string; readonly isBehindSpace: boolean } | undefined;
  const lines = markdown.split("\n").map((line) => {
    const bare = line.replace(start, "");
    if (open === undefined) {
      const [, , marks = "", info = ""] = fence.exec(bare) ?? [];
      if (marks !== "" && !(marks.startsWith("`") && info.includes("`")))
        open = { marks, isBehindSpace: bare !== line };
      return bare;
    }
    const shown = open.isBehindSpace || fence.exec(bare) === null ? bare : line;
    if (closesFence(shown, open.marks)) open = undefined;
    return shown;
  });
  return lines.join("\n");
}
