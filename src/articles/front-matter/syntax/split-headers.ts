import { maxUnusualLength, type SplitFile } from "./split-file.ts";

const headerLine = /^[A-Za-z_][\w -]{0,30}:(?:[ \t].*)?$/;

/** What Jina Reader writes above a page that it saved, with blank lines between. */
const savedPage = /^(Title: .*\n(?:\n?[A-Z][A-Za-z ]{2,30}: .*\n){0,9})\n?Markdown Content:[ \t]*(?:\n|$)/;

/**
 * `Title: …` and its like from the first line on, up to a blank line, `---` or Bear Blog's `___`; they must name a title.
 * What ends in `---` is YAML whose opening fence was left out, as Hexo has it, and may name a day instead. Where both stand there, any other line
 * ends them too, as it does in Python's Markdown.
 */
export function splitHeaders(bytes: Buffer, start: number, line: number): SplitFile | undefined {
  const head = bytes.toString("utf8", start, Math.min(bytes.length, start + maxUnusualLength));
  if (!/^[A-Za-z][\w -]{0,30}:/.test(head)) return undefined;
  const saved = savedPage.exec(head);
  if (saved !== null) {
    const bodyStart = start + Buffer.byteLength(saved[0]);
    return { dialect: "headers", block: saved[1] ?? "", blockLine: line, bodyStart };
  }
  let length = 0;
  let hasTitle = false;
  let hasDay = false;
  let hasDate = false;
  for (const row of head.split("\n")) {
    if (row.trim() === "" || /^(?:---+|___+)[ \t]*$/.test(row)) {
      const block = head.slice(0, length);
      const bodyStart = start + Buffer.byteLength(block) + Buffer.byteLength(row) + 1;
      const dialect = row.startsWith("---") ? "yaml" : "headers";
      return hasTitle || (hasDay && dialect === "yaml")
        ? { dialect, block, blockLine: line, bodyStart: Math.min(bodyStart, bytes.length) }
        : undefined;
    }
    if (!headerLine.test(row) && (length === 0 || !/^(?:[ \t]+\S|- )/.test(row))) {
      if (!hasTitle || !hasDate) return undefined;
      const block = head.slice(0, length);
      return { dialect: "headers", block, blockLine: line, bodyStart: start + Buffer.byteLength(block) };
    }
    hasTitle ||= /^title[ \t]*:[ \t]*\S/i.test(row);
    hasDay ||= /^date[ \t]*:[ \t]*\d{4}[-/]\d/i.test(row);
    hasDate ||= /^date[ \t]*:[ \t]*\S*\d/i.test(row);
    length += row.length + 1;
  }
  return undefined;
}

/** Nikola's `.. title: …` and its like, in a comment or bare; they must name a title. */
export function splitNikola(bytes: Buffer, start: number, line: number): SplitFile | undefined {
  const head = bytes.toString("utf8", start, Math.min(bytes.length, start + maxUnusualLength));
  const found = /^(<!--[ \t]*\n)?((?:[ \t]*\.\. [\w-]+:.*\n)+)(?:\s*-->[ \t]*\n?)?/.exec(head);
  const block = found?.[2] ?? "";
  if (found === null || !/^[ \t]*\.\. title:[ \t]*\S/m.test(block)) return undefined;
  return {
    dialect: "headers",
    block,
    blockLine: found[1] === undefined ? line : line + 1,
    bodyStart: start + Buffer.byteLength(found[0]),
  };
}
