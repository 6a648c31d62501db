import type { ArticleForBody } from "../article.ts";
import { withoutControls } from "../files/decode-text.ts";
import { trimEndOf } from "../../platform/trim-end.ts";
import { hasIndentedCode, type BodyFlavour } from "../template-syntax/basics/body-flavour.ts";
import { showTypes } from "../template-syntax/basics/cleaning.ts";
import { readItemIndent } from "../template-syntax/basics/item-indent.ts";
import { cleanTemplateSyntax } from "../template-syntax/clean-template-syntax.ts";
import { removeFormLabels } from "./form-labels.ts";
import { removeNoteMarks } from "./hidden-note-marks.ts";
import { moreMark } from "./make-excerpt.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { sanitiseHtml, type AddressRules } from "./sanitise-html.ts";
import { splitPlainLines } from "./split-plain-lines.ts";

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
  /** Pictures written into the body as `data:` addresses, by their number in `gazette-data:N`. */
  readonly embedded: readonly Buffer[];
  /** How much of the body the Markdown is, up to 1. */
  readonly shown: number;
}

/** Letters. No email holds more (Gmail shows 102 KB), and what is beyond it is never rendered. */
const maxBodyLength = 64 * 1024;
const maxEmbeddedBytes = 10 * 1024 * 1024;

/** Letters of a comment that marks an excerpt; what is longer says something. */
const longestMark = 200;

const isSpace = (char: string): boolean => char === " " || char === "\t";

/** Letters before a mark in which it is looked for what stands on its line. */
const lineReach = 200;

/** The comments of Hugo, Jekyll, Docusaurus, Gatsby, Drupal and Nikola. */
const more =
  /^(?:<!--+\s*(?:more|truncate|break|excerpt|read ?more|end|end[ _-]?excerpt|teaser_end(?::.*)?)\s*--+>)$/i;
/**
 * MDX' comment, a comment whose hyphens an editor made dashes, Middleman's word, Nikola's comment in reStructuredText,
 * Grav's line, Wintersmith's element and what an export from WordPress leaves.
 */
const otherMore =
  /<![-–—]{1,4}[ \t]{0,9}(?:more|break|truncate|excerpt)[ \t]{0,9}(?:[-–—]{0,3}[–—]|[–—][-–—]{0,3})>|\{\/\*\s*(?:more|truncate)\s*\*\/\}|^READMORE[ \t]*$|^SPLIT\\?_SUMMARY\\?_BEFORE\\?_THIS[ \t]*$|^\.\. TEASER_END(?::.*)?$|(?<=\n[ \t]*\n)===[ \t]*(?=\n[ \t]*\n)|<span class=["']more["']>\s*<\/span>|<a (?:id|name)=["']more(?:-\d+)?["']>\s*<\/a>/m;

/** Puts our mark where the author ended the excerpt; a comment within another comment ends that one, and marks nothing. */
function markMore(text: string, separator: string | undefined): string {
  const other = otherMore.exec(text);
  const found: { at: number; length: number }[] =
    other === null ? [] : [{ at: other.index, length: other[0].length }];
  const own = separator === undefined ? -1 : text.indexOf(separator);
  if (separator !== undefined && own !== -1) found.push({ at: own, length: separator.length });
  for (let at = text.indexOf("<!--"); at !== -1;) {
    const end = text.indexOf("-->", at + 4);
    if (end === -1) break;
    const isCode = text.charAt(at - 1) === "`" && text.charAt(end + 3) === "`";
    if (end - at < longestMark && !isCode && more.test(text.slice(at, end + 3))) {
      found.push({ at, length: end + 3 - at });
      break;
    }
    at = text.indexOf("<!--", end);
  }
  const first = found.sort((a, b) => a.at - b.at)[0];
  if (first === undefined) return text;
  const [before, after] = [text.slice(0, first.at), text.slice(first.at + first.length)];
  // Within a line, an item or an HTML paragraph, a blank line would end it.
  const [line = ""] = /[^\n]*$/.exec(before.slice(-lineReach)) ?? [];
  const isWithin = line.trim() !== "" || /^<(?:a|span) /.test(text.slice(first.at, first.at + 6));
  // Beside a mark that shows nothing, a space shows nothing either.
  if (isWithin) return (/^(?:\s|$)/.test(after) ? trimEndOf(before, isSpace) : before) + moreMark + after;
  return `${before}\n\n${readItemIndent(before)}${moreMark}\n\n${after}`;
}

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
  flavour: BodyFlavour = "common",
): Promise<string> {
  const html = await renderMarkdown(markdown, hasIndentedCode(flavour));
  return (await sanitiseHtml(removeNoteMarks(removeFormLabels(showTypes(html))), rules)).replace(
    lostAddress,
    "",
  );
}
