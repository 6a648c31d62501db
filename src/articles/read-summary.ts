import type { FrontMatter } from "./front-matter/front-matter.ts";
import { findGiven, findValue, isMap, readText, readTranslated } from "./front-matter/fields/field-values.ts";
import { readMeta } from "./front-matter/fields/read-meta.ts";
import { withoutWordMarks } from "./template-syntax/generators/docfx-syntax.ts";
import { replaceEmojiNames } from "./template-syntax/marks/emoji-names.ts";
import { joinLines } from "./wording/join-lines.ts";
import { toOneLine } from "./wording/one-line.ts";
import { toPlainField } from "./wording/plain-text.ts";

/** Letters; what is longer is cut before it is read. */
const maxLength = 4000;

const summaryKeys =
  "summary excerpt customexcerpt postexcerpt lede standfirst description desc shortdescription abstract preview spoiler lead introduction intro blurb tldr snippet metadescription seodescription seometadescription".split(
    " ",
  );
/** What such a field holds where it is a switch, a count of paragraphs or names a file. */
const notWords = /^(?:true|false|yes|no|\d{1,2}|\S*\/\S*|\S+\.(?:png|jpe?g|gif|webp|svg|avif|mp4|html?))$/i;
/** What stands there until somebody writes one. */
const placeholder =
  /^[[(<{]?(?:tbd|tba|todo|fixme|n\/?a|none|nil|null|undefined|placeholder|lorem ipsum|(?:your |post |page |article |short |a )?(?:description|summary|excerpt|abstract)(?: (?:goes )?here)?|(?:add|write|insert) (?:a |an |your |the )?(?:short )?(?:description|summary|excerpt)(?: here)?)[\])>}]?[\s.:!…-]*$|^(?:TODO|TBD|FIXME):|^lorem ipsum dolor\b/i;

/** The author's own summary; one that only says the title again is none. */
export function readSummary(
  fields: FrontMatter,
  title: string | undefined,
  language: string | undefined,
): string | undefined {
  const feed = readText(fields, "rssdescription");
  // Franklin's feeds have it written by hand, or by a program: the title, a bar, the first letters of the body, markup and all.
  const ownFeed = feed?.includes(" | ") === true ? undefined : feed;
  const written =
    readLines(fields, summaryKeys) ??
    readTranslated(fields, summaryKeys, language) ??
    readMetaSummary(fields) ??
    readMeta(fields, "description") ??
    ownFeed ??
    readSentence(fields);
  if (written === undefined || notWords.test(written) || placeholder.test(written.trim())) return undefined;
  const summary = replaceEmojiNames(
    withoutMoreLink(
      toPlainField(withoutWordMarks(written.slice(0, maxLength)).replace(/<\/?p>/g, " ")),
      title,
    ),
  );
  return /[\p{L}\p{N}]/u.test(summary) && summary.toLowerCase() !== title?.toLowerCase()
    ? summary
    : undefined;
}

/** The text of a field that has more than one line. */
function readLines(fields: FrontMatter, keys: readonly string[]): string | undefined {
  const value = findValue(fields, keys)?.value;
  return typeof value === "string" && value.trim().includes("\n")
    ? toOneLine(joinLines(value.slice(0, maxLength)))
    : undefined;
}

/** What Grav tells search engines of a page. */
function readMetaSummary(fields: FrontMatter): string | undefined {
  const meta = fields.get("metadata");
  return isMap(meta) ? readText(meta, "description") : undefined;
}

/** What WordPress puts behind the dots of a text that it cut off: `… Continue reading`, in any language, and the title. */
function withoutMoreLink(written: string, title: string | undefined): string {
  const summary = written.endsWith("]") ? written.replace(/ ?\[(?:…|\.{3})\]$/, "…") : written;
  const start = summary.lastIndexOf("…") + 1;
  const tail = summary.slice(start).replace(/[\s"“”„«»→»]+$/u, "");
  return start > 0 &&
    title !== undefined &&
    tail.endsWith(title) &&
    /^ ?[\p{L}\p{M} ]{3,40}[\s:"“„«]*$/u.test(tail.slice(0, -title.length))
    ? summary.slice(0, start)
    : summary;
}

/** Minimal Mistakes shows a tagline in the excerpt's place; elsewhere it may be a motto. A teaser may be a picture. */
function readSentence(fields: FrontMatter): string | undefined {
  return findGiven(fields, sentenceKeys)
    .map((key) => readLines(fields, [key]) ?? readText(fields, key))
    .find((text) => /\s\S+[.!?…]$/.test(text ?? ""));
}

const sentenceKeys: ReadonlySet<string> = new Set(["tagline", "teaser", "rss"]);
