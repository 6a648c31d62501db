/** A passage that a click opens: its summary, and what stands below it. */
const folded =
  /<details(?:\s[^<>]{0,300})?>\s{0,99}<summary(?:\s[^<>]{0,300})?>((?:(?!<\/?(?:summary|details)\b)[\s\S]){1,500})<\/summary>((?:(?!<\/?details\b)[\s\S]){0,3000})<\/details>/gi;

/**
 * Sets what a passage is opened by, `<summary>`, above it in bold: in an email it is open, and those words are its heading. One
 * over nothing, as where a site puts its table of contents, goes.
 */
export function markSummaries(markdown: string): string {
  if (!/<summary/i.test(markdown)) return markdown;
  return markdown
    .replace(folded, (all, _words: string, inner: string) => (isNothing(inner) ? "" : all))
    .replace(
      /<summary(?:\s[^<>]{0,300})?>((?:(?!<\/?(?:summary|h[1-6]|p|div|ul|ol|table|details)\b)[^\n]|\n(?!\s*\n)){1,500}?)<\/summary>/gi,
      (_all, words: string) => `<p><strong>${words.trim()}</strong></p>`,
    );
}

/** Whether there is nothing that an email shows: comments, buttons, scripts, elements without words, a place of contents. */
function isNothing(html: string): boolean {
  const rest = html
    .replace(/<!--(?:(?!-->)[\s\S])*-->/g, "")
    .replace(/<(button|script|style)\b(?:(?!<\/?\1\b)[\s\S])*<\/\1>/gi, "")
    .replace(/<\/?(?:p|div|span|nav|ul|ol|br)(?:\s[^<>]*)?>/gi, "")
    .replace(/^(?:[-*]|\d\.)[ \t][^\n]*\n[ \t]*\{: ?toc\}/gm, "")
    .replace(/\[\[?_?toc_?\]?\]/gi, "");
  return rest.trim() === "";
}
