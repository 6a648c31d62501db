import type { Rule } from "../rule.ts";

export const articleLoss: Rule = {
  id: "article-loss",
  severity: "warning",
  looksAt: "that no link and no picture of an article had to be left out because it leads nowhere",
  source: "CommonMark links and images are relative to a page, and a mail has none (RFC 3986, section 5.1)",
  remedy:
    "Mend the address in the article; where relative links are meant for the website, set `articles.baseUrl`.",
  check: ({ edition }) =>
    edition.losses.map(({ path, line, message, isShown }) => ({
      at: { article: path, line },
      message,
      // A reader of the excerpt does not miss what stands further down.
      severity: isShown ? "warning" : "info",
    })),
};
