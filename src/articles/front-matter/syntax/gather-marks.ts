import type { FrontMatter } from "../front-matter.ts";
import { parseMarks } from "./parse-marks.ts";
import type { SplitFile } from "./split-file.ts";

const wanted = /(?<![\\`])\[\[!(?:meta|tag|taglink)\s/;
/** A line in a fence or behind four spaces shows how it is written, and says nothing of the article. */
const fence = /^ {0,3}(?:>[ \t]?)*(```|~~~)/;

/**
 * Adds the marks of ikiwiki that stand within the text, or at its end, to those above it: there they count as well. The
 * block keeps every line in its place, and those without a mark are empty.
 *
 * @param bytes UTF-8 with LF line ends, no byte order mark.
 */
export function gatherMarks(bytes: Buffer, split: SplitFile): SplitFile {
  if (split.dialect !== "marks" && split.dialect !== "none") return split;
  if (!bytes.includes("[[!meta", split.bodyStart) && !bytes.includes("[[!tag", split.bodyStart)) return split;
  let isCode = false;
  const rows = bytes
    .toString("utf8", split.bodyStart)
    .split("\n")
    .map((row) => {
      if (fence.test(row)) isCode = !isCode;
      return isCode || /^(?: {4}|\t)/.test(row) || !wanted.test(row) ? "" : row;
    });
  if (rows.every((row) => row === "")) return split;
  return { ...split, dialect: "marks", block: split.block + rows.join("\n") };
}

/**
 * Fields, and those of ikiwiki's marks in the text where front matter of another kind gives no day, as where a blog is half
 * on its way from one generator to another; front matter counts first.
 */
export function withMarks(fields: FrontMatter, bytes: Buffer, split: SplitFile): FrontMatter {
  if (fields.has("date") || split.dialect === "marks" || split.dialect === "none") return fields;
  const marks = gatherMarks(bytes, { ...split, dialect: "none", block: "" });
  return marks.dialect === "marks" ? new Map([...parseMarks(marks.block), ...fields]) : fields;
}
