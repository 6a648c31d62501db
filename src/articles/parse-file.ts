import { hash } from "node:crypto";

import { ArticleRefusal } from "./article-refusal.ts";
import { decodeFile } from "./files/decode-text.ts";
import {
  findGiven,
  findValue,
  isList,
  isMap,
  readNumber,
  readRank,
  readText,
  readTranslated,
} from "./front-matter/fields/field-values.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { gatherMarks } from "./front-matter/syntax/gather-marks.ts";
import {
  limitAddress,
  limitAuthors,
  limitTopics,
  type TellOfValue,
} from "./front-matter/syntax/limit-values.ts";
import { withUsualNames } from "./front-matter/syntax/local-names.ts";
import { languageKeys, normaliseLanguage } from "./front-matter/fields/normalise-language.ts";
import { findKeyLine, parseFrontMatter } from "./front-matter/syntax/parse-front-matter.ts";
import type { MonthPlace } from "./front-matter/dates/parse-date.ts";
import { isJekyllPost, readPathDate } from "./front-matter/fields/path-conventions.ts";
import { readAuthors, splitNames } from "./front-matter/fields/read-authors.ts";
import { readContext } from "./front-matter/fields/read-context.ts";
import { readDates } from "./front-matter/fields/read-dates.ts";
import { readDraft } from "./front-matter/fields/read-draft.ts";
import { readImage } from "./front-matter/fields/read-image.ts";
import { readPrinted } from "./front-matter/fields/read-printed.ts";
import { readPageSigns } from "./front-matter/fields/read-page.ts";
import { readTopics } from "./front-matter/fields/read-topics.ts";
import { lineAt, type SplitFile } from "./front-matter/syntax/split-file.ts";
import { withPostDirective } from "./front-matter/syntax/post-directive.ts";
import { splitFrontMatter } from "./front-matter/syntax/split-front-matter.ts";
import type { FileNote, ParsedArticle, ParsedFile } from "./parsed-file.ts";
import { readBodyFacts, readClosing, readOpening } from "./read-body-facts.ts";
import { readFlavour } from "./template-syntax/basics/body-flavour.ts";
import { replaceEmojiNames } from "./template-syntax/marks/emoji-names.ts";
import { deriveTitle } from "./wording/derive-title.ts";
import { withoutWordMarks } from "./template-syntax/generators/docfx-syntax.ts";
import { withoutTemplateValues } from "./template-syntax/title-values.ts";
import { isVisible } from "./wording/one-line.ts";
import { toPlainText } from "./wording/plain-text.ts";
import { trimAtWord } from "./wording/trim-text.ts";

/** Letters; beyond, a title is cut at a word. */
const maxTitleLength = 500;
const maxSummaryLength = 4000;

/**
 * Parses one file: front matter in full, of the body only what is cheap and needed. A broken file is refused with its
 * line and reason, never thrown.
 *
 * @param path relative to the articles folder.
 * @param bytes the whole file; not kept.
 * @param monthComes which of two figures is the month in the other articles of the folder, where that was found out.
 */
export function parseFile(path: string, bytes: Buffer, monthComes?: MonthPlace): ParsedFile {
  try {
    const notes: FileNote[] = [];
    const article = parseArticle(path, bytes, notes, monthComes);
    return { kind: "article", article, notes };
  } catch (error) {
    if (!(error instanceof ArticleRefusal)) throw error;
    return toRefused(path, error);
  }
}

/** A refusal as the scan keeps it. */
export function toRefused(path: string, { line, message, asksOrder }: ArticleRefusal): ParsedFile {
  return { kind: "refused", path, line, reason: message, asksOrder };
}

function parseArticle(
  path: string,
  fileBytes: Buffer,
  notes: FileNote[],
  monthComes: MonthPlace | undefined,
): ParsedArticle {
  const { bytes } = decodeFile(fileBytes);
  let split = gatherMarks(bytes, splitFrontMatter(bytes));
  let fields = parseFrontMatter(split);
  if (fields === undefined) {
    split = { dialect: "none", block: "", blockLine: 1, bodyStart: 0 };
    fields = new Map<string, string>();
  }
  fields = withPostDirective(fields, bytes, split);
  const written = fields;
  fields = withUsualNames(fields);
  if (bytes.length === 0) throw new ArticleRefusal("The file is empty.");

  const opening = (): string => readOpening(bytes, split);
  const closing = (): string => readClosing(bytes, split);
  const bodyLine = (): number => lineAt(bytes, split.bodyStart);
  const dates = readDates(fields, { path, split, opening, closing, bodyLine, monthComes }, notes);
  const language = readLanguage(fields, split, notes);
  const context = readContext(fields);
  const givenTitle =
    readTitle(fields, language) ?? (context === undefined ? undefined : readText(fields, "name"));
  const told = (key: string, message: string): void => {
    notes.push({ line: findKeyLine(split, key), message });
  };
  const shorten = (key: string, value: string | undefined): string | undefined =>
    limitAddress(key, value, told);
  const givenAuthors = limitAuthors(readAuthors(fields), told);
  const body = readBodyFacts(bytes, split, {
    needsOpening: givenTitle === undefined,
    needsByLine: givenAuthors.length === 0,
    flavour: readFlavour(path, split.dialect),
    readField: (field) => readPrinted(written, field),
  });
  notes.push(...body.notes);
  return {
    path,
    explicitId: shorten("id", readText(fields, "id", "uid", "guid", "uuid")),
    permalink: shorten("permalink", readPermalink(fields)),
    slug: shorten("slug", readText(fields, "slug", "postslug")),
    title:
      givenTitle === undefined
        ? context !== undefined && body.opening.trim() === ""
          ? `${context.sign} ${context.title ?? context.address.replace(/^https?:\/\/(?:www\.)?|\/$/g, "")}`
          : deriveTitle(body.opening, path)
        : withoutTemplateValues(givenTitle, body.dropped),
    ...dates,
    published: dates.published ?? readPathDate(path),
    draft: readDraft(path, fields, split, notes),
    ...readPageSigns(path, fields),
    // Of a review, `star: 4` is what it gives.
    featured:
      readRank(fields, "featured", "isfeatured", "featuredpost") ||
      /^(?:true|yes)$/i.test(readText(fields, "star") ?? ""),
    pinned: readRank(fields, "pinned", "pin", "sticky", "top", "istop"),
    topics: limitTopics(
      withLineTopics(readTopics(fields, isJekyllPost(path, readText(fields, "layout"))), opening).filter(
        (topic) => !isOwnLanguage(topic, language),
      ),
      told,
    ),
    authors: givenAuthors.length > 0 ? givenAuthors : splitNames(body.byLine ?? ""),
    summary: readSummary(fields, givenTitle, language),
    language,
    translationKey: readText(fields, "translationkey", "translationid", "ref", "pageid"),
    canonical: shorten("canonical", readCanonical(fields)),
    image: readImage(fields),
    weight: readWeight(fields, told),
    contentHash: hash("sha256", fileBytes),
  };
}

/** HackMD's line of tags, a heading of the last level, where front matter gives none. */
const tagLine = /^###### tags:[ \t]*(\S.{0,500})$/im;

function withLineTopics(topics: readonly string[], opening: () => string): readonly string[] {
  if (topics.length > 0) return topics;
  const line = tagLine.exec(opening())?.[1] ?? "";
  const coded = [...line.matchAll(/`([^`]{1,100})`/g)].map(([, tag = ""]) => tag.trim());
  return coded.length > 0
    ? coded
    : line
        .split(/[,，、]/)
        .map((tag) => tag.trim().replace(/^#/, ""))
        .filter((tag) => tag !== "");
}

/** What a form for new articles has for a title. */
const isTemplate = /^(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|<%[^<>]*%>|`r [^`]*`)$/;

function readTitle(fields: FrontMatter, language: string | undefined): string | undefined {
  const written =
    readTranslated(fields, titleKeys, language) ?? readSubject(fields) ?? readMeta(fields, "title") ?? "";
  const title = replaceEmojiNames(toPlainText(withoutWordMarks(written.slice(0, 2 * maxTitleLength))));
  // Of a note of Logseq's, `heading:: true` says how it looks.
  const isSwitch = /^(?:true|false)$/i.test(title) && !fields.has("title");
  return isVisible(title) && !isTemplate.test(title) && !isTemplate.test(written) && !isSwitch
    ? trimAtWord(title, maxTitleLength)
    : undefined;
}

/** What LiveJournal calls an entry's title; elsewhere, a subject is what an article is about. */
function readSubject(fields: FrontMatter): string | undefined {
  return fields.has("eventtime") ? readText(fields, "subject") : undefined;
}

/** What Remix' routes say of themselves, in a map or in a list of maps. */
function readMeta(fields: FrontMatter, name: "title" | "description"): string | undefined {
  const meta = fields.get("meta");
  if (isMap(meta)) return readText(meta, name);
  const entries = isList(meta) ? meta.filter(isMap) : [];
  const told = entries.map((entry) =>
    name === "title" || readText(entry, "name") !== name ? readText(entry, name) : readText(entry, "content"),
  );
  return told.find((text) => text !== undefined);
}

const titleKeys = "title titles posttitle pagetitle articletitle blogtitle headline heading listtitle".split(
  " ",
);
const summaryKeys =
  "summary excerpt customexcerpt postexcerpt description desc shortdescription abstract preview spoiler lead introduction intro blurb tldr snippet metadescription seodescription seometadescription".split(
    " ",
  );
/** What such a field holds where it is a switch, a count of paragraphs or names a file. */
const notWords = /^(?:true|false|yes|no|\d{1,2}|\S*\/\S*|\S+\.(?:png|jpe?g|gif|webp|svg|avif|mp4|html?))$/i;

/** The author's own summary; one that only says the title again is none. */
function readSummary(
  fields: FrontMatter,
  title: string | undefined,
  language: string | undefined,
): string | undefined {
  const feed = readText(fields, "rssdescription");
  // Franklin's feeds have it written by hand, or by a program: the title, a bar, the first letters of the body, markup and all.
  const ownFeed = feed?.includes(" | ") === true ? undefined : feed;
  const written =
    readTranslated(fields, summaryKeys, language) ??
    readMetaSummary(fields) ??
    readMeta(fields, "description") ??
    ownFeed ??
    readSentence(fields);
  if (written === undefined || notWords.test(written)) return undefined;
  const summary = replaceEmojiNames(
    withoutMoreLink(
      toPlainText(withoutWordMarks(written.slice(0, maxSummaryLength)).replace(/<\/?p>/g, " ")),
      title,
    ),
  );
  return /[\p{L}\p{N}]/u.test(summary) && summary !== title ? summary : undefined;
}

/** What Grav tells search engines of a page. */
function readMetaSummary(fields: FrontMatter): string | undefined {
  const meta = fields.get("metadata");
  return isMap(meta) ? readText(meta, "description") : undefined;
}

/** What WordPress puts behind the dots of a text that it cut off: `… Continue reading`, in any language, and the title. */
function withoutMoreLink(written: string, title: string | undefined): string {
  const summary = written.replace(/ ?\[(?:…|\.{3})\]$/, "…");
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
    .map((key) => readText(fields, key))
    .find((text) => /\s\S+[.!?…]$/.test(text ?? ""));
}

const sentenceKeys: ReadonlySet<string> = new Set(["tagline", "teaser", "rss"]);

function readWeight(fields: FrontMatter, told: TellOfValue): number | undefined {
  const written = readText(fields, "weight", "order");
  const weight = readNumber(fields, "weight", "order");
  if (written !== undefined && weight === undefined)
    told(
      fields.has("weight") ? "weight" : "order",
      `weight is ${JSON.stringify(written.slice(0, 80))}, which is no number, and is left out.`,
    );
  return weight;
}

function readLanguage(fields: FrontMatter, split: SplitFile, notes: FileNote[]): string | undefined {
  const written = readText(fields, ...languageKeys);
  if (written === undefined) return undefined;
  const language = normaliseLanguage(written);
  if (language === undefined) {
    notes.push({
      line: findKeyLine(split, fields.has("lang") ? "lang" : "language"),
      message: `${JSON.stringify(written.slice(0, 80))} is not a language tag, such as en or zh-TW, and is left out.`,
    });
  }
  return language;
}

/** Whether a topic only says in which language the article is; `IT` is more often computers than Italian. */
function isOwnLanguage(topic: string, language: string | undefined): boolean {
  if (topic.length !== 2) return false;
  const short = topic.toLowerCase();
  return short !== "it" && short === language?.slice(0, 2).toLowerCase();
}

/** A permalink with placeholders (`/:year/:title/`, `{{ slug }}`) or that switches the page off is no address of its own. */
function readPermalink(fields: FrontMatter): string | undefined {
  if (findValue(fields, permalinkKeys) === undefined) return undefined;
  const written = permalinkKeys
    .map((key) => readText(fields, key))
    .find((text) => text !== undefined && isAddress(text));
  if (written === undefined) return undefined;
  return /^https?:\/\/\S+$/i.test(written) ? readAddress(written) : `/${written.replace(/^\.?\/+/, "")}`;
}

const permalinkKeys = ["permalink", "dgpermalink", "url", "path"];

/** Not a pattern, such as `/:year/:title/`. The folders of Obsidian's gardens may hold spaces. */
function isAddress(written: string): boolean {
  const signs = written.startsWith("/") ? /[:{}<>\t\r\n]/ : /[:{}<>\s]/;
  return !signs.test(written.replace(/^https?:/, "")) && !/^(?:true|false)$/.test(written);
}

function readCanonical(fields: FrontMatter): string | undefined {
  const written =
    readText(fields, "canonical", "canonicalurl", "canonicallink", "externalurl") ?? readRedirect(fields);
  return written === undefined ? undefined : readAddress(written);
}

/** Where jekyll-redirect-from sends whoever opens the article: on another site, it is all that there is of it. */
function readRedirect(fields: FrontMatter): string | undefined {
  const value = fields.get("redirectto");
  const written = isList(value) ? value[0] : value;
  return typeof written === "string" ? written : undefined;
}

function readAddress(written: string): string | undefined {
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  return url.username === "" && url.password === "" ? url.href : undefined;
}
