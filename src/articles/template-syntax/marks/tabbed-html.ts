const chunk = /(?:^|\n[ \t]*\n)\t+<(?:p|ul|ol|dl|blockquote|h[1-6]|div|table|hr)(?=[\s/>])/i;

/**
 * Takes the tabs off a text that is HTML from end to end, as exports of Textile and of WordPress indent it: behind a blank line
 * a tab starts code. A text with a single paragraph of Markdown is left alone, and so is what `<pre>` holds.
 */
export function outdentTabs(markdown: string): string {
  if (!chunk.test(markdown)) return markdown;
  const lines = markdown.split("\n");
  let isBehindBlank = true;
  let isCode = false;
  const outdented: string[] = [];
  for (const line of lines) {
    const text = line.trimStart();
    if (text !== "" && !isCode && isBehindBlank && !text.startsWith("<")) return markdown;
    outdented.push(isCode ? line : text);
    isBehindBlank = text === "";
    const opening = text.lastIndexOf("<pre");
    const closing = text.lastIndexOf("</pre>");
    if (opening !== closing) isCode = opening > closing;
  }
  return outdented.join("\n");
}
