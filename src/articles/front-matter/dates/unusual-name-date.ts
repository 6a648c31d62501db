import type { WrittenDate } from "../../../platform/zone-time.ts";
import { withoutEnding } from "../../files/file-name.ts";
import { parseDate, type ParsedDate } from "./parse-date.ts";

/** With the time behind a `T`, as programs name what they export. */
const withTime =
  /^((?:19|20)\d{2})-?(\d{2})-?(\d{2})T(\d{2})[-:.]?(\d{2})(?:[-:.]?(\d{2})(?:\.\d{3})?)?(Z)?(?=[-_. ]|$)/;
/**
 * At the end, or in brackets at either end: `title-2026-11-20`, `title (2026-11-20)`, `【2026-11-20】标题`. At the end with
 * two figures each: `server-2026.1.5` is a version, and `final-2026-3-2` a score.
 */
const atEnd = /(?:^|[^\d])((?:19|20)\d{2}([-_.])\d{2}\2\d{2})[\])）】」]?$/;
const inBracketsAtEnd = /[[(（【「]((?:19|20)\d{2}([-_./])\d{1,2}\2\d{1,2})[\])）】」]$/;
const inBrackets = /^[[(（【「]((?:19|20)\d{2}([-_./])\d{1,2}\2\d{1,2})[\])）】」]/;
const spaced = /^((?:19|20)\d{2})([ ·])(\d{1,2})\2(\d{1,2})(?=[ ·_-]|$)/;
const eastAsian = /(?:19|20)\d{2}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日号號일]/;
/** `20-11-2026-title`, `20.11.2026`. */
const dayFirst = /^\d{1,2}([-_.])\d{1,2}\1(?:19|20)\d{2}(?=[-_. ]|$)/;
const mayBeginSo = /\d[-_.](?:19|20)\d{2}/;
/** `20 Nov 2026 title`, `5 de março de 2026`, `Nov 20, 2026 - title`. */
const worded =
  /^(?:\d{1,2}\.?[ _-](?:de[ _-])?\p{L}{3,}\.?[ _-](?:de[ _-])?|\p{L}{3,}\.?[ _-]\d{1,2},?[ _-])(?:19|20)\d{2}(?=[-_. ,]|$)/u;
const wordedFolders =
  /(?:^|\/)((?:19|20)\d{2})\/(?:\d{2}[-_. ]+)?(\p{L}{3,})\/(\d{1,2})(?=[-_. /][^/]*$|\/index\.)/u;

/**
 * The date in a file's name, or in that of its bundle's folder, where it stands in an unusual place or form:
 * `title-2026-11-20.md`, `[2026-11-20] title.md`, `20.11.2026.md`, `2026年11月20日 题目.md`, `20 Nov 2026 title.md`,
 * `2026-11-20T0930-title.md`, `2026/November/20-title.md`. Undefined for what is no day, or can be two.
 */
export function readUnusualNameDate(path: string): WrittenDate | undefined {
  for (const text of findDates(ownName(path), path)) {
    const parsed = text === undefined ? undefined : parseDate(text);
    if (parsed?.kind === "date") return parsed.written;
  }
  return undefined;
}

/** The figures of a day that a name begins with, as they are written, and what they can be; the year stands last. */
export function readNameFigures(
  path: string,
): { readonly text: string; readonly parsed: ParsedDate } | undefined {
  const text = mayBeginSo.test(path) ? dayFirst.exec(ownName(path))?.[0] : undefined;
  return text === undefined ? undefined : { text, parsed: parseDate(text.replaceAll("_", "-")) };
}

/** The name of the file, or of the folder that it is the index of. */
function ownName(path: string): string {
  const names = path.split("/");
  const file = names.pop() ?? "";
  return /^index\.\w/i.test(file) ? (names.pop() ?? "") : withoutEnding(file);
}

function* findDates(name: string, path: string): Generator<string | undefined> {
  const timed = withTime.exec(name);
  if (timed !== null) {
    const [, year = "", month = "", day = "", hour = "", minute = "", second = "00", zone = ""] = timed;
    yield `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
    yield `${year}-${month}-${day}`;
  }
  yield inBrackets.exec(name)?.[1];
  yield inBracketsAtEnd.exec(name)?.[1]?.replaceAll(/[_.]/g, "-");
  yield atEnd.exec(name)?.[1]?.replaceAll(/[_.]/g, "-");
  const [, year, , month, day] = spaced.exec(name) ?? [];
  if (year !== undefined) yield `${year}-${month ?? ""}-${day ?? ""}`;
  yield eastAsian.exec(name)?.[0];
  yield dayFirst.exec(name)?.[0].replaceAll("_", "-");
  yield worded.exec(name)?.[0].replaceAll(/[_-]/g, " ");
  const folders = wordedFolders.exec(path);
  if (folders !== null) yield `${folders[3] ?? ""} ${folders[2] ?? ""} ${folders[1] ?? ""}`;
}
