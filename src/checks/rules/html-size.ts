import type { Rule } from "../rule.ts";

/** 102 KB, counted as the mail programs do: 1,024 bytes each. */
const clipBytes = 102 * 1024;

export const htmlSize: Rule = {
  id: "html-size",
  severity: "error",
  looksAt: "the bytes of the page: an error above Gmail's clip, a warning above the budget",
  source: "Gmail clips a message at 102 KB and hides the rest, with it the unsubscribe link",
  remedy:
    "Show fewer stories (`selection.stories`, `selection.inBrief`), or let more articles lead to the web by a canonical address.",
  check: ({ edition: { html }, options: { budgetBytes } }) => {
    const bytes = new TextEncoder().encode(html).length;
    if (bytes > clipBytes)
      return [{ at: "issue", message: `The page is ${inKb(bytes)}; Gmail clips a message at 102 KB.` }];
    if (bytes <= budgetBytes) return [];
    return [
      {
        at: "issue",
        severity: "warning",
        message: `The page is ${inKb(bytes)}; the budget is ${inKb(budgetBytes)}, and Gmail clips at 102 KB.`,
      },
    ];
  },
};

function inKb(bytes: number): string {
  return `${(bytes / 1024).toFixed(1).replace(/\.0$/u, "")} KB`;
}
