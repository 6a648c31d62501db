/** What a click opens that holds nothing but what no email shows: a comment, a button, an element without words. */
const overNothing =
  /<details(?:\s[^<>]{0,300})?>\s*<summary(?:\s[^<>]{0,300})?>(?:(?!<\/?(?:summary|details)\b)[\s\S]){1,500}?<\/summary>(?:\s{1,99}|\[\[?_?toc_?\]?\]|(?:[-*]|\d\.)[ \t]{1,9}[^\n]{1,60}\n\{: ?toc\}|<!--(?:(?!-->)[\s\S]){0,500}-->|<(button|script|style)\b(?:(?!<\/?\1\b)[\s\S]){0,2000}<\/\1>|<\/?(?:p|div|span|nav|ul|ol|br)(?:\s[^<>]{0,300})?>){0,50}<\/details>/gi;

/**
 * Sets what a passage is opened by, `<summary>`, above it in bold: in an email it is open, and those words are its heading. One
 * over nothing, as where a site puts its table of contents, goes.
 */
export function markSummaries(markdown: string): string {
  if (!/<summary/i.test(markdown)) return markdown;
  return markdown
    .replace(overNothing, "")
    .replace(
      /<summary(?:\s[^<>]{0,300})?>((?:(?!<\/?(?:summary|h[1-6]|p|div|ul|ol|table|details)\b)[^\n]|\n(?!\s*\n)){1,500}?)<\/summary>/gi,
      (_all, words: string) => `<p><strong>${words.trim()}</strong></p>`,
    );
}
