import type { ArticleForBody } from "../article.ts";
import { withoutControls } from "../files/decode-text.ts";
import { cleanTemplateSyntax, mayHoldTemplateSyntax } from "../template-syntax/clean-template-syntax.ts";
import { moreMark } from "./make-excerpt.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { sanitiseHtml, type AddressRules } from "./sanitise-html.ts";
import { splitPlainLines } from "./split-plain-lines.ts";

export interface BodyContext {
  readonly article: ArticleForBody;
  readonly isFranklin: boolean;
  /** Told of what an email does not show: its text in the article, and a sentence. */
  readonly note: (written: string, message: string) => void;
}

export interface PreparedBody {
  readonly markdown: string;
  /** Pictures written into the body as `data:` addresses, by their number in `gazette-data:N`. */
  readonly embedded: readonly Buffer[];
  /** How much of the body the Markdown is, up to 1. */
  readonly shown: number;
}

/** Letters. No email holds more (Gmail shows 102 KB), and what is beyond it is never rendered. */
const maxBodyLength = 64 * 1024;
const maxEmbeddedBytes = 10 * 1024 * 1024;

const more =
  /<!--+\s*(?:more|truncate|excerpt|readmore|end[ _-]?excerpt)\s*--+>|\{\/\*\s*(?:more|truncate)\s*\*\/\}/i;

/** Brings a body to plain Markdown and HTML: without template syntax, with the author's mark for the excerpt as ours. */
export function prepareBody(source: string, context: BodyContext): PreparedBody {
  const embedded: Buffer[] = [];
  let text = source;
  if (text.includes(";base64,")) {
    text = text.replace(
      /data:image\/(?:png|jpe?g|gif|webp|avif);base64,([A-Za-z0-9+/]{16,}={0,2})/g,
      (_all, data: string) => {
        if (data.length > maxEmbeddedBytes) return "";
        return `gazette-data:${embedded.push(Buffer.from(data, "base64")) - 1}`;
      },
    );
  }
  const shown = Math.min(1, maxBodyLength / text.length);
  if (text.length > maxBodyLength) {
    const end = text.lastIndexOf("\n\n", maxBodyLength);
    // A tag or a link that is cut in two would stand there as text.
    text = withoutOpenEnd(text.slice(0, end > maxBodyLength / 2 ? end : maxBodyLength));
    context.note(
      "",
      `The body is longer than ${maxBodyLength / 1024} KB; an email shows the beginning of it.`,
    );
  }
  text = withoutControls(text.toWellFormed()).replace(/[\ufdd0-\ufdef]/g, "");
  text = splitPlainLines(text).replace(more, `\n\n${moreMark}\n\n`);
  if (
    !context.isFranklin &&
    !context.article.path.endsWith("x") &&
    !mayHoldTemplateSyntax(text) &&
    !/[{$=^]/.test(text)
  ) {
    return { markdown: text, embedded, shown };
  }
  const { markdown, dropped } = cleanTemplateSyntax(text, {
    title: context.article.title,
    isMdx: /\.mdx$/i.test(context.article.path),
    isFranklin: context.isFranklin,
  });
  for (const { name, written } of dropped)
    context.note(written, `${name} is not known to Gazette and is left out.`);
  return { markdown, embedded, shown };
}

/** Without a tag or a link at its end that was cut in two. */
function withoutOpenEnd(text: string): string {
  const closed = Math.max(...["]", "}", ">", "\n"].map((mark) => text.lastIndexOf(mark))) + 1;
  const open = text.slice(closed).search(/\{[{%]|<\/?[A-Za-z]|!?\[/);
  return open === -1 ? text : text.slice(0, closed + open);
}

/** Sanitised HTML of a prepared body. */
export async function renderBody(markdown: string, rules: AddressRules): Promise<string> {
  return sanitiseHtml(await renderMarkdown(markdown), rules);
}
