import type { FrontMatter } from "./front-matter/front-matter.ts";
import { readText, readTranslated } from "./front-matter/fields/field-values.ts";
import { readMeta } from "./front-matter/fields/read-meta.ts";
import { withoutWordMarks } from "./template-syntax/generators/docfx-syntax.ts";
import { replaceEmojiNames } from "./template-syntax/marks/emoji-names.ts";
import { isVisible } from "./wording/one-line.ts";
import { toPlainField } from "./wording/plain-text.ts";
import { trimAtWord } from "./wording/trim-text.ts";

/** Letters; beyond, a title is cut at a word. */
const maxLength = 500;

const titleKeys = "title titles posttitle pagetitle articletitle blogtitle headline heading listtitle".split(
  " ",
);

/** What a form for new articles has for a title. */
const isTemplate = /^(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|<%[^<>]*%>|`r [^`]*`)$/;

/** The title that front matter gives, as plain text; undefined where it gives none that can be read. */
export function readTitle(fields: FrontMatter, language: string | undefined): string | undefined {
  const written =
    readTranslated(fields, titleKeys, language) ?? readSubject(fields) ?? readMeta(fields, "title") ?? "";
  const title = replaceEmojiNames(toPlainField(withoutWordMarks(written.slice(0, 2 * maxLength))));
  // Of a note of Logseq's, `heading:: true` says how it looks.
  const isSwitch = /^(?:true|false)$/i.test(title) && !fields.has("title");
  return isVisible(title) && !isTemplate.test(title) && !isTemplate.test(written) && !isSwitch
    ? trimAtWord(title, maxLength)
    : undefined;
}

/** What LiveJournal calls an entry's title; elsewhere, a subject is what an article is about. */
function readSubject(fields: FrontMatter): string | undefined {
  return fields.has("eventtime") ? readText(fields, "subject") : undefined;
}
