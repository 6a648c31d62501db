import { trimEndOf } from "../../platform/trim-end.ts";
import { readItemIndent } from "../template-syntax/basics/item-indent.ts";
import { closesFence, fence } from "../template-syntax/basics/mask-code.ts";
import { moreMark } from "./make-excerpt.ts";

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

/** Puts our mark where the author ended the excerpt, and takes theirs away; in code, a mark is code. */
export function markMore(text: string, separator: string | undefined): string {
  const found = findMark(text, separator);
  if (found === undefined) return text;
  const [before, after] = [text.slice(0, found.at), text.slice(found.at + found.length)];
  // Within a line, an item or an HTML paragraph, a blank line would end it.
  const [line = ""] = /[^\n]*$/.exec(before.slice(-lineReach)) ?? [];
  const isWithin = line.trim() !== "" || /^<(?:a|span) /.test(text.slice(found.at, found.at + 6));
  // Beside a mark that shows nothing, a space shows nothing either.
  if (isWithin) return (/^(?:\s|$)/.test(after) ? trimEndOf(before, isSpace) : before) + moreMark + after;
  return `${before}\n\n${readItemIndent(before)}${moreMark}\n\n${after}`;
}

/** The first mark of any kind; a comment within another comment ends that one, and marks nothing. */
function findMark(text: string, separator: string | undefined): { at: number; length: number } | undefined {
  const other = otherMore.exec(text);
  const found: { at: number; length: number }[] =
    other === null ? [] : [{ at: other.index, length: other[0].length }];
  const own = separator === undefined ? -1 : text.indexOf(separator);
  if (separator !== undefined && own !== -1) found.push({ at: own, length: separator.length });
  let fences: FenceReader | undefined;
  for (let at = text.indexOf("<!--"); at !== -1;) {
    const end = text.indexOf("-->", at + 4);
    if (end === -1) break;
    const isMore = end - at < longestMark && more.test(text.slice(at, end + 3));
    const isSpan = text.charAt(at - 1) === "`" && text.charAt(end + 3) === "`";
    fences ??= isMore ? readFences(text) : undefined;
    if (isMore && !isSpan && fences?.isInCode(at) !== true) {
      found.push({ at, length: end + 3 - at });
      break;
    }
    at = text.indexOf("<!--", end);
  }
  return found.sort((a, b) => a.at - b.at)[0];
}

interface FenceReader {
  /** Whether a place is in fenced code; each place asked for lies behind the one before. */
  readonly isInCode: (at: number) => boolean;
}

function readFences(text: string): FenceReader {
  let read = 0;
  let marks: string | undefined;
  return {
    isInCode: (at) => {
      for (let end = text.indexOf("\n", read); end !== -1 && end < at; end = text.indexOf("\n", read)) {
        const line = text.slice(read, end);
        read = end + 1;
        const [, , opening, behind = ""] = marks === undefined ? (fence.exec(line) ?? []) : [];
        if (marks !== undefined) marks = closesFence(line, marks) ? undefined : marks;
        else if (opening !== undefined && !(opening.startsWith("`") && behind.includes("`"))) marks = opening;
      }
      return marks !== undefined;
    },
  };
}
