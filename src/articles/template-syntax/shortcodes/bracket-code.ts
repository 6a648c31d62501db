import { asBlock, type Cleaning } from "../basics/cleaning.ts";
import { renderCode } from "../widgets/code-block.ts";

/** What encloses code: plugins' names for it, and the languages that WordPress.com takes for names. */
const names =
  "sourcecode code cc ccw crayon prism pre actionscript3 bash clojure coldfusion cpp csharp css delphi diff erlang fsharp go groovy html java javascript js javafx matlab objc perl php powershell python ruby scala shell sql text vb xml yaml";
const named = names.split(" ").join("|");

const opening = new RegExp(String.raw`\[(?:${named})[\s=\]]`);
/** With paragraphs around that were set about it. */
const enclosed = new RegExp(
  String.raw`(?:<p>[ \t]{0,9})?\[(${named})((?:[ \t=][^\]\n]{0,200})?)\](?!\()((?:(?!\[\1[\s=\]])[\s\S]){0,20000}?)\[\/\1\](?:[ \t]{0,9}<\/p>)?`,
  "g",
);
/** Names that say how it is shown, not in which language it is. */
const anyLanguage = /^(?:sourcecode|code|ccw?|crayon|prism|pre|text)$/;

/**
 * Puts code in brackets aside: `[sourcecode language="php"] … [/sourcecode]` and its like of WordPress' plugins, and Grav's
 * `[prism]`.
 *
 * @see https://wordpress.com/support/wordpress-editor/blocks/syntax-highlighter-code-block/
 */
export function setAsideBracketCode(markdown: string, { keep }: Cleaning): string {
  if (!opening.test(markdown) || !markdown.includes("[/")) return markdown;
  return markdown.replace(enclosed, (all, name: string, settings: string, written: string, at: number) => {
    // HTML says of it that it is code.
    if (/<(?:pre|code)(?:\s[^<>]{0,200})?>\s{0,20}$/i.test(markdown.slice(Math.max(0, at - 300), at)))
      return written;
    // Named in a sentence, `[css] and [/css]` enclose nothing.
    if (!written.includes("\n") && /^ | $/.test(written)) return all;
    const code = withoutParagraphs(written);
    const language =
      /(?:language-|(?:language|lang)=["']?)([\w+#-]+)/.exec(settings)?.[1] ??
      (anyLanguage.test(name) ? "" : name);
    return asBlock(keep(renderCode(code, language).trim()));
  });
}

/** Code as it was before something that took it for a text set it in paragraphs. */
function withoutParagraphs(code: string): string {
  if (!/<\/?p>|^<br ?\/?>|&(?:lt|quot|amp);/.test(code)) return code;
  const text = code
    .replace(/<\/?p>|<br ?\/?>(?=\n)/g, "")
    .replace(/^<hr ?\/?>\n/gm, "")
    .replace(/<pre><code>|<\/code><\/pre>/g, "");
  // What is shown as `<` was written so twice over where code stood within it.
  return unescapeOnce(/&amp;(?:lt|gt|quot);/.test(text) ? unescapeOnce(text) : text);
}

function unescapeOnce(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
