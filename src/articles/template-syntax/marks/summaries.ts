/** Sets what a passage is opened by, `<summary>`, above it in bold: in an email it is open, and those words are its heading. */
export function markSummaries(markdown: string): string {
  if (!/<summary/i.test(markdown)) return markdown;
  return markdown.replace(
    /<summary(?:\s[^<>]{0,300})?>((?:(?!<\/?(?:summary|h[1-6]|p|div|ul|ol|table|details)\b)[^\n]|\n(?!\s*\n)){1,500}?)<\/summary>/gi,
    (_all, words: string) => `<p><strong>${words.trim()}</strong></p>`,
  );
}
