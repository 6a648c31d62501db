import type { Observation, Rule } from "../rule.ts";

export const textPart: Rule = {
  id: "text-part",
  severity: "error",
  looksAt: "that there is a plain text, without markup",
  source: "RFC 2046, section 5.1.4, multipart/alternative; SpamAssassin, MIME_HTML_ONLY",
  remedy: "Mend the theme's text.hbs.",
  check: ({ edition: { text }, texts }): Observation[] => {
    if (text.trim() === "")
      return [{ at: "issue", message: "There is no plain text for those who read text." }];
    return text.split("\n").flatMap((line, index): Observation[] => {
      const at = { textLine: index + 1 };
      const markup =
        /<\/?(?:p|div|span|a|br|table|td|strong|em|img|h[1-6])\b[^>]*>|&(?:amp|nbsp|quot|#\d+);/iu.exec(
          line,
        )?.[0];
      // What the page shows as text is meant: an article about HTML.
      return markup === undefined || texts.some(({ data }) => data.includes(markup))
        ? []
        : [
            {
              at,
              evidence: [line.trim(), markup],
              severity: "warning",
              message: `The text holds markup: ${markup.slice(0, 60)}`,
            },
          ];
    });
  },
};
