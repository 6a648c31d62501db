import type { WrittenDate } from "../../../platform/zone-time.ts";
import { isLoneByLine, readTopByLine } from "../../wording/by-line.ts";
import { toPlainText } from "../../wording/plain-text.ts";
import { foldKey } from "../front-matter.ts";
import { readLocalName } from "../syntax/local-names.ts";
import { parseDate } from "../dates/parse-date.ts";

/** A date that stands above the text, and where. */
export interface BodyDate {
  readonly written: WrittenDate;
  /** 0-based, among the lines of the opening. */
  readonly line: number;
  readonly text: string;
}

/** Lines with something in them that are looked at: title, picture, by-line, labels. */
const maxLines = 8;
const labels = new Set(
  "date day posted postedon published publishedon publicationdate publishdate written writtenon created createdon createdat".split(
    " ",
  ),
);
/** The same of a version, below the heading that names it; elsewhere, it is that of a film or of a record. */
const releaseLabels = new Set(["released", "releasedon", "releasedate", "dateofrelease"]);
const ofVersion = /(?:^|[\sv([])\d+\.\d+|^release\b|\brelease notes?\b/i;
const releaseVerb = /^released\s+(?:on\s+)?/i;
const localLabels = new Set(["date", "published", "created"]);
/** What says without a colon that a day follows on which something was published. */
const verb =
  /^(?:posted|published|written|publié|parus?|veröffentlicht|erschienen|publicad[oa]|pubblicato|geplaatst|gepubliceerd|opublikowano|publikováno|publicerad|publisert|udgivet|julkaistu|опубликовано|опубліковано|发布于|發佈於|發布於|发表于|發表於|写于|寫於|作成日|投稿日|公開日|작성일)(?:\s*(?:on|at|le|am|den|el|em|il|op|dnia))?\s+/iu;
const eastAsianVerb = /^(?:发布于|發佈於|發布於|发表于|發表於|写于|寫於)/u;
/** The same, said behind the day. */
const verbBehind =
  /(?<=[\d日일])\s*(?:(?:작성|게시|등록|발행)(?:됨|함)?|(?:作成|公開|投稿|掲載)|(?:发布|發[佈布]|发表|發表|撰[写寫]))$/u;
/** What parts a by-line into who and when. */
const separator = /\s*[|·•｜—–]\s*|\s+-\s+|,?\s+by\s+|\s+on\s+/i;
/** In a title: `2026-11-20 Reeds`, `Reeds (2026-11-20)`. */
const inTitle =
  /^((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?=$|[\s:：–—-])|[(（\[【]((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)[)）\]】]$/u;
/** What East Asian diaries say behind the day: `2026年11月20日 星期五 晴`, `2026년 11월 20일 금요일 맑음`. */
const weather =
  /[\s,，、]+(?:(?:天气|天氣|天気|날씨)\s*(?:[:：]\s*)?)?(?:晴れ?|晴天|阴天?|陰天?|曇り?|くもり|多[云雲]|[小中大]?雨|阵雨|陣雨|[小中大]?雪|大?[风風]|[雾霧]|맑음|흐림|비|눈|바람)$/u;
/** `1.2.0 (2026-11-20)` and `[1.2.0] - 2026-11-20` head a list of releases. */
const release = /^\[?v?\d+\.\d/i;
const comment = /^(?:<!--|\[\/\/\]:\s*#\s*\()\s*date\s*[:=]([^>]+)(?:-->|\))$/i;
const time = /^<(?:time\b[^>]*\bdatetime=["']?|datetime\b[^<>]{0,100}>\s{0,9})([^"'<>\s]+)/i;
const boldLine = /^\*\*[^*\n]{8,40}\*\*[ \t]*$/;
const picture = /^!\[[^\]]*\]\([^)]*\)$|^!\[\[[^\]]*\]\]$|^<(?:img|figure|picture|p|div|center)\b[^>]*>$/i;

/**
 * The date that an article gives in a line of its own above its text, alone or in a by-line: `*November 20, 2026*`,
 * `Published on 2026-11-20 by Ada`, `日期：2026-11-20`, or in its title. Undefined for a date of change, for one that can be
 * two days, and for a list of days, as of releases.
 *
 * @param opening the first few thousand letters of the body.
 */
export function readBodyDate(opening: string): BodyDate | undefined {
  if (!/\d/.test(opening)) return undefined;
  let looked = 0;
  let hasTitle = false;
  let isRelease = false;
  const lines = opening.split("\n");
  for (const [line, row] of lines.entries()) {
    const text = row.trim();
    if (text === "" || picture.test(text) || /^(?:[=-]{3,}|\*{3,}|_{3,})$/.test(text)) continue;
    if (++looked > maxLines) return undefined;
    // The cells of a table are days of their own.
    if (text.startsWith("|") || /^[ \t]*:?-+:?[ \t]*\|/.test(lines[line + 1] ?? "")) return undefined;
    const heading = /^#{1,6}(?=\s)/.exec(text)?.[0].length;
    const isTitle = heading === 1 && !hasTitle;
    hasTitle ||= heading === 1;
    if (isTitle) isRelease = ofVersion.test(toLine(text));
    const found = isTitle ? readTitleDate(toLine(text)) : readLineDate(text, isRelease);
    if (found !== undefined) {
      // Headings that are days, one after the other, are the days of a list.
      return heading !== undefined && !isTitle && hasOtherDay(lines, line)
        ? undefined
        : { written: found, line, text: toLine(text) };
    }
    // A first line right above a by-line is the title.
    if (looked === 1 && !hasTitle && isLoneByLine(toLine(lines[line + 1] ?? ""))) continue;
    // Substack's subtitle, and below it the day in bold.
    if (
      looked === 2 &&
      heading === 2 &&
      boldLine.test(lines.slice(line + 1).find((next) => next.trim() !== "") ?? "")
    )
      continue;
    if (heading !== undefined ? !isTitle : !isAboveText(text, lines[line + 1])) return undefined;
  }
  return undefined;
}

/** Letters; a longer text is not all in its opening. */
const maxClosed = 2500;

/**
 * The day alone on the last line of a short text, as poems and letters end with the day on which they were written; undefined
 * where another line is a day too, as in a diary or a list.
 */
export function readClosingDate(opening: string): BodyDate | undefined {
  if (opening.length > maxClosed) return undefined;
  const lines = opening.trimEnd().split("\n");
  const text = (lines.at(-1) ?? "").trim();
  const written = lines.length > 2 && (lines.at(-2) ?? "").trim() === "" ? toDay(toLine(text)) : undefined;
  if (written === undefined || /^[|>#+*-]\s/.test(text)) return undefined;
  const isOnly = lines.slice(0, -1).every((line) => !/\d{4}/.test(line) || toDay(toLine(line)) === undefined);
  return isOnly ? { written, line: lines.length - 1, text: toLine(text) } : undefined;
}

const exported =
  /^By \[[^\]\n]{1,200}\]\(https:\/\/medium\.com\/[^()\n]{0,300}\) on \[([^\]\n]{8,40})\]\([^()\n]{0,500}\)\.?\n(?:[^\n]{0,500}\n){0,6}Exported from \[?Medium\b/m;

/** The day on which a text was published that Medium exported, by the line below it. */
export function readExportDate(closing: string): Pick<BodyDate, "written" | "text"> | undefined {
  const text = closing.includes("Exported from ") ? exported.exec(closing)?.[1] : undefined;
  const written = text === undefined ? undefined : toDay(text);
  return text === undefined || written === undefined ? undefined : { written, text };
}

function toLine(text: string): string {
  return toPlainText(text.slice(0, 300).replace(/^(?:[>#\-*+]+\s+)+/, "")).trim();
}

function readTitleDate(title: string): WrittenDate | undefined {
  const found = inTitle.exec(title);
  if (found?.[2] !== undefined && release.test(title)) return undefined;
  return toDay(found?.[1] ?? found?.[2] ?? title);
}

function readLineDate(text: string, isRelease: boolean): WrittenDate | undefined {
  const marked = comment.exec(text)?.[1]?.trim() ?? time.exec(text)?.[1];
  if (marked !== undefined) return toDay(marked);
  const line = toLine(text);
  if (line.length > 120 || (text.startsWith("#") && release.test(line))) return undefined;
  const parts = [...line.split(separator), line.replace(/^by\s[^,]{2,60},\s+/i, ""), line];
  for (const part of parts) {
    const value = withoutLabel(part, isRelease);
    const day = toDay(value);
    if (day === undefined) continue;
    // What is quoted has its own date, and a sentence its own dashes.
    const isTold = verb.test(line) || (isRelease && releaseVerb.test(line));
    const isBare = value === part && !isTold && !startsWithBy.test(line);
    if (isBare && (text.startsWith(">") || (part !== line && !isByLine(line, part)))) return undefined;
    return day;
  }
  return undefined;
}

const startsWithBy = /^by\s/i;

/** Whether a line that a day is a part of is no sentence: `Ada Writer | 20 November 2026`, `20 November 2026 by Ada`. */
function isByLine(line: string, day: string): boolean {
  return !/[.!?。！？।۔؟։]$/.test(line) && (line.startsWith(day) || !/\s(?:by|on)\s/i.test(line));
}

function withoutLabel(part: string, isRelease: boolean): string {
  const [, label = "", value = ""] = /^([\p{L}\p{M} ]{2,30}?)\s*[:：]\s*(.+)$/u.exec(part) ?? [];
  const key = foldKey(label.trim());
  const isLabel = labels.has(key) || (isRelease && releaseLabels.has(key));
  if (value !== "" && (isLabel || localLabels.has(readLocalName(key) ?? ""))) return value;
  const day = isRelease ? part.replace(releaseVerb, "") : part;
  return day.replace(eastAsianVerb, "").replace(verb, "").replace(verbBehind, "").trim();
}

/** A day of a time in which articles are written, in figures with a year or in words. */
function toDay(text: string): WrittenDate | undefined {
  if (text.length < 8 || !/(?<!\d)(?:19|20)\d{2}(?!\d)|[年٠-٩۰-۹๐-๙]/u.test(text)) return undefined;
  const parsed = parseDate(text.replace(weather, ""));
  return parsed.kind === "date" ? parsed.written : undefined;
}

function hasOtherDay(lines: readonly string[], at: number): boolean {
  return lines.some((line, index) => {
    if (index === at || !/^#{2,6}\s.*\d{4}/.test(line)) return false;
    return toDay(toLine(line)) !== undefined;
  });
}

/** Whether a line is still above the text: a by-line, a label, a title that is underlined. */
function isAboveText(text: string, next: string | undefined): boolean {
  if (/^(?:=+|-{3,})\s*$/.test(next ?? "")) return true;
  const line = toLine(text);
  return (
    readTopByLine(line) !== undefined ||
    /^[\p{L}\p{M} ]{2,30}\s*[:：]\s*\S.{0,80}$/u.test(line) ||
    /^<!--.*-->$|^\[\/\/\]:/.test(text)
  );
}
