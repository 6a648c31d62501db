import { hash } from "node:crypto";

import { ArticleRefusal } from "./article-refusal.ts";
import { decodeFile } from "./files/decode-text.ts";
import { readNumber, readRank, readText } from "./front-matter/fields/field-values.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { gatherMarks, withMarks } from "./front-matter/syntax/gather-marks.ts";
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
import { readCanonical, readPatternAddress, readPermalink } from "./front-matter/fields/read-addresses.ts";
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
import { readSummary } from "./read-summary.ts";
import { readTitle } from "./read-title.ts";
import { readFlavour } from "./template-syntax/basics/body-flavour.ts";
import { deriveTitle } from "./wording/derive-title.ts";
import { withoutTemplateValues } from "./template-syntax/title-values.ts";
import { shorten } from "./wording/shorten.ts";

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
    if (error instanceof ArticleRefusal) return toRefused(path, error);
    // What is too much for a parser does not take the other files with it.
    if (!(error instanceof RangeError)) throw error;
    return toRefused(
      path,
      new ArticleRefusal(`The file is too long or too deep to be read: ${error.message}.`),
    );
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
  fields = withMarks(withPostDirective(fields, bytes, split), bytes, split);
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
  const limit = (key: string, value: string | undefined): string | undefined =>
    limitAddress(key, value, told);
  const givenAuthors = limitAuthors(readAuthors(fields), told);
  const body = readBodyFacts(bytes, split, {
    needsOpening: givenTitle === undefined,
    needsByLine: givenAuthors.length === 0,
    flavour: readFlavour(path, split.dialect),
    readField: (field) => readPrinted(written, field),
  });
  notes.push(...body.notes);
  const draft = readDraft(path, fields, split, notes);
  const signs = readPageSigns(path, fields);
  const title =
    givenTitle === undefined
      ? context !== undefined && body.opening.trim() === ""
        ? `${context.sign} ${context.title ?? context.address.replace(/^https?:\/\/(?:www\.)?|\/$/g, "")}`
        : deriveTitle(body.opening, path)
      : withoutTemplateValues(givenTitle, body.dropped);
  const published = dates.published ?? readPathDate(path);
  const permalink = readPermalink(fields);
  // Spelt out, so that every article has the same shape for the engine.
  return {
    path,
    explicitId: limit("id", readText(fields, "id", "uid", "guid", "uuid")),
    permalink: limit("permalink", permalink),
    slug: limit("slug", readText(fields, "slug", "postslug")),
    title,
    published,
    embargo: dates.embargo,
    updated: dates.updated,
    expires: dates.expires,
    monthComes: dates.monthComes,
    draft,
    page: signs.page,
    isPost: signs.isPost,
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
    address:
      permalink === undefined
        ? limit("permalink", readPatternAddress(fields, { path, title, published }))
        : undefined,
    canonical: limit("canonical", readCanonical(fields)),
    image: readImage(fields),
    weight: readWeight(fields, told),
    contentHash: hash("sha256", fileBytes),
  };
}

/** HackMD's line of tags, a heading of the last level, and a comment of categories. */
const tagLine = /^(?:###### tags:[ \t]*|<!--[ \t]?category[ \t]?--[ \t]+)(\S.{0,500})$/im;

/** A line of nothing but tags, as Obsidian has them in a text: two at least, since one may be a heading without its space. */
const hashLine =
  /^#\p{L}[\p{L}\p{M}\p{N}_/-]{0,60}(?:[ \t]{1,9}#\p{L}[\p{L}\p{M}\p{N}_/-]{0,60}){1,30}[ \t]*$/mu;

/** The topics that a line of the text names, where front matter gives none. */
function withLineTopics(topics: readonly string[], opening: () => string): readonly string[] {
  if (topics.length > 0) return topics;
  const text = opening();
  const hashes = hashLine.exec(text)?.[0];
  if (hashes !== undefined) return hashes.split("#").flatMap((tag) => tag.trim() || []);
  const line = (tagLine.exec(text)?.[1] ?? "").trimEnd().replace(/-->$/, "");
  const coded = [...line.matchAll(/`([^`]{1,100})`/g)].map(([, tag = ""]) => tag.trim());
  return coded.length > 0
    ? coded
    : line
        .split(/[,，、]/)
        .map((tag) => tag.trim().replace(/^#/, ""))
        .filter((tag) => tag !== "");
}

function readWeight(fields: FrontMatter, told: TellOfValue): number | undefined {
  const written = readText(fields, "weight", "order");
  const weight = readNumber(fields, "weight", "order");
  if (written !== undefined && weight === undefined)
    told(
      fields.has("weight") ? "weight" : "order",
      `weight is ${JSON.stringify(shorten(written, 80))}, which is no number, and is left out.`,
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
      message: `${JSON.stringify(shorten(written, 80))} is not a language tag, such as en or zh-TW, and is left out.`,
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
