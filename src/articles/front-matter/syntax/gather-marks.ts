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
