import { dedent } from "../basics/cleaning.ts";
import { renderNested, type SyntaxToken } from "../basics/nested-tokens.ts";

interface Tag extends SyntaxToken {
  readonly name: string;
  readonly isClosing: boolean;
  /** Whether what it encloses is Markdown; a closing tag says nothing. */
  readonly holdsMarkdown: boolean;
  readonly attributes: string;
}

const attribute = /(?:^|\s)markdown(?:\s*=\s*(?:"[^"]*"|'[^']*'|\w+))?(?=\s|$)/i;

/**
 * Opens the HTML that kramdown and Python's Markdown read Markdown in, `<div markdown="1">` and `<div markdown>`, with blank
 * lines, which is how CommonMark is told to.
 */
export function openHtml(markdown: string): string {
  const names = new Set<string>();
  for (const [, name = "", given = ""] of markdown.matchAll(/<([a-z][a-z0-9]*)\s([^<>]{0,500})>/gi))
    if (attribute.test(given)) names.add(name.toLowerCase());
  if (names.size === 0) return markdown;
  const tags: Tag[] = [];
  for (const match of markdown.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]{0,500})?)>/gi)) {
    const name = (match[2] ?? "").toLowerCase();
    if (!names.has(name)) continue;
    const isClosing = match[1] === "/";
    tags.push({
      start: match.index,
      end: match.index + match[0].length,
      name,
      isClosing,
      holdsMarkdown: attribute.test(match[3] ?? ""),
      attributes: (match[3] ?? "").replace(attribute, ""),
      pairs: { as: isClosing ? "closing" : "opening", names: [name] },
    });
  }
  return renderNested(markdown, tags, ({ name, isClosing, holdsMarkdown, attributes }, passage) => {
    if (isClosing) return `</${name}>`;
    const opening = `<${name}${attributes}>`;
    if (passage === undefined) return opening;
    if (!holdsMarkdown) return `${opening}${passage.render()}</${name}>`;
    const inner = dedent(passage.render()).replace(/(<\/summary>)[ \t]*\n?/gi, "$1\n\n");
    return `\n${opening}\n\n${inner.trim()}\n\n</${name}>\n`;
  });
}
