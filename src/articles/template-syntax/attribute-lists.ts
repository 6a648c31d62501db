/**
 * Takes out what gives elements classes, ids and sizes: kramdown's `{: .class}` and `{::options /}`, the `{#id .class}` and
 * `{width=50%}` of Pandoc, Hugo and Quarto after headings, links, pictures and code; and the marks for tables of contents.
 *
 * @param ends what else such a list may follow, as a character class.
 */
export function removeAttributeLists(markdown: string, ends: string): string {
  let text = markdown;
  if (text.includes("{")) {
    text = text
      .replace(/\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g, "")
      .replace(/^[ \t]*(?:[-*+]|\d+\.)[ \t]+.*\n[ \t]*\{:[ \t]*toc[^}\n]*\}[ \t]*$/gim, "")
      .replace(/\{:{1,2}\/?[^{}\n]*\}/g, "")
      .replace(/^(#{1,6}[ \t].*?)[ \t]*\{[#.][^{}\n]*\}[ \t]*(#*[ \t]*)$/gm, "$1")
      .replace(/^(.+?)[ \t]+\{#[\w:.-]+(?:[ \t]+\.[^{}\n]*)?\}[ \t]*(\n(?:=+|-+)[ \t]*)$/gm, "$1$2")
      .replace(/\[([^[\]\n]*)\]\{[.#][^{}\n]*\}/g, "$1")
      .replace(new RegExp(String.raw`(?<=[)\]>${ends}])\{(?:[.#][^{}\n]*|[\w-]+=[^{}\n]*)\}`, "g"), "")
      .replace(/^[ \t]*\{[.#][\w-]+(?:[ \t]+[^{}\n]*)?\}[ \t]*$/gm, "");
  }
  return text.replace(/^[ \t]*(?:\[(?:TOC|toc|_TOC_|\[_?TOC_?\])\]|\{\{\s*TOC\s*\}\}|\$\{toc\}|@\[toc\](?:\([^)\n]*\))?)[ \t]*$/gm, "");
}
