import type { Observation, Rule } from "../rule.ts";

/** RFC 5321, section 4.5.3.1.6, without the line's end. */
const maxOctets = 998;

export const textPart: Rule = {
  id: "text-part",
  severity: "error",
  looksAt: "that there is a plain text, without markup and without lines that a server would break",
  source:
    "RFC 2046, section 5.1.4, multipart/alternative; RFC 5322, section 2.1.1; SpamAssassin, MIME_HTML_ONLY",
  remedy: "Mend the theme's text.hbs.",
  check: ({ edition: { text } }): Observation[] => {
    if (text.trim() === "")
      return [{ at: "issue", message: "There is no plain text for those who read text." }];
    return text.split("\n").flatMap((line, index): Observation[] => {
      const at = { textLine: index + 1 };
      if (new TextEncoder().encode(line).length > maxOctets)
        return [
          { at, message: `A line of the text is longer than ${maxOctets} octets, and servers break it.` },
        ];
      const markup =
        /<\/?(?:p|div|span|a|br|table|td|strong|em|img|h[1-6])\b[^>]*>|&(?:amp|nbsp|quot|#\d+);/iu.exec(
          line,
        )?.[0];
      return markup === undefined
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
