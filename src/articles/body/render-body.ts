import type { ArticleForBody } from "../article.ts";
import { withoutControls } from "../files/decode-text.ts";
import type { BodyFlavour } from "../template-syntax/basics/body-flavour.ts";
import { showTypes } from "../template-syntax/basics/cleaning.ts";
import { cleanTemplateSyntax } from "../template-syntax/clean-template-syntax.ts";
import { removeFormLabels } from "./form-labels.ts";
import { removeNoteMarks } from "./hidden-note-marks.ts";
import { markMore } from "./mark-more.ts";
import { commonMark, renderMarkdown, type MarkdownKind } from "./render-markdown.ts";
import { sanitiseHtml, type AddressRules } from "./sanitise-html.ts";
import { splitPlainLines } from "./split-plain-lines.ts";
import { takeEmbedded } from "./take-embedded.ts";
import { withoutMarks } from "../wording/internal-marks.ts";

export interface BodyContext {
  readonly article: ArticleForBody;
  /** What its front matter says that the author ends the excerpt with; undefined: one of the usual marks. */
  readonly separator: string | undefined;
  readonly flavour: BodyFlavour;
  /** What the article's own front matter says, by the path of a field. */
  readonly readField: (path: string) => string | undefined;
  /** Told of what an email does not show: its text in the article, and a sentence. */
  readonly note: (written: string, message: string) => void;
}

export interface PreparedBody {
  readonly markdown: string;
  /** Pictures written into the body as `data:` addresses, in base64, by their number in `gazette-data:N`. */
  readonly embedded: readonly string[];
  /** How much of the body the Markdown is, up to 1. */
  readonly shown: number;
}

/** Letters. No email holds more (Gmail shows 102 KB), and what is beyond it is never rendered. */
const maxBodyLength = 64 * 1024;

/** Brings a body to plain Markdown and HTML: without template syntax, with the author's mark for the excerpt as ours. */
export function prepareBody(source: string, context: BodyContext): PreparedBody {
  const { text: taken, embedded } = takeEmbedded(source);
  let text = taken;
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
  text = withoutMarks(withoutControls(text.toWellFormed()));
  text = markMore(splitPlainLines(text), context.separator);
  const { markdown, dropped } = cleanTemplateSyntax(text, {
    title: context.article.title,
    flavour: context.flavour,
    readField: context.readField,
  });
  for (const { message, written } of dropped) context.note(written, message);
  return { markdown, embedded, shown };
}

/** Without a tag or a link at its end that was cut in two. */
function withoutOpenEnd(text: string): string {
  const closed = Math.max(...["]", "}", ">", "\n"].map((mark) => text.lastIndexOf(mark))) + 1;
  const open = text.slice(closed).search(/\{[{%]|<\/?[A-Za-z]|!?\[/);
  return open === -1 ? text : text.slice(0, closed + open);
}

/** What stands for an address, left in a text by a link that is none. */
const lostAddress = /gazette-(?:site:|(?:post|wiki|asset):[^\s<>()"']*)/g;

/** Sanitised HTML of a prepared body. */
export async function renderBody(
  markdown: string,
  rules: AddressRules,
  kind: MarkdownKind = commonMark,
): Promise<string> {
  const html = await renderMarkdown(markdown, kind);
  return (await sanitiseHtml(removeNoteMarks(removeFormLabels(showTypes(html))), rules)).replace(
    lostAddress,
    "",
  );
}
