/** CommonMark and GFM with footnotes and definition lists, as unsanitised HTML. */
export async function renderMarkdown(markdown: string): Promise<string> {
  const [{ default: MarkdownIt }, { default: footnote }, { default: deflist }] = await Promise.all([
    import("markdown-it"),
    import("markdown-it-footnote"),
    import("markdown-it-deflist"),
  ]);
  const md = new MarkdownIt({ html: true, linkify: true }).use(footnote).use(deflist);
  return md.render(markdown).replaceAll("<th>", '<th scope="col">');
}
