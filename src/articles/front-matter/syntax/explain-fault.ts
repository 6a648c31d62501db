import { ArticleRefusal } from "../../article-refusal.ts";
import type { SplitFile } from "./split-file.ts";
import type { YamlFault } from "./yaml-parser.ts";
import { shorten } from "../../wording/shorten.ts";

/** The parser's own reason, and what to do about the faults that people make most. */
export function explainYaml({ reason, mark }: YamlFault, split: SplitFile): ArticleRefusal {
  // gray-matter hands the block over with the line end of the opening fence before it.
  const line = mark === undefined ? undefined : split.blockLine + Math.max(0, mark.line - 1);
  const refuse = (why: string, at = line): ArticleRefusal =>
    new ArticleRefusal(`The front matter is not valid YAML: ${why}.`, at);
  if (reason.includes("multiline key may not be an implicit key") && line !== undefined) {
    const rows = split.block.split("\n");
    const row = rows[line - 1 - split.blockLine]?.trim() ?? "";
    const above = rows[line - 2 - split.blockLine]?.trim() ?? "";
    if (/^[^:"]+:[ \t]+"[^"]*$/.test(above) && row.includes('"'))
      return refuse(`the quotation mark in ${JSON.stringify(shorten(above, 60))} is not closed`, line - 2);
    if (isHalfQuoted(row)) return refuse(tellHalfQuoted(row), line - 1);
    return refuse(
      `${JSON.stringify(shorten(row, 60))} is neither a field, as in "title: …", nor an item of a list, as in "- one"`,
      line - 1,
    );
  }
  if (
    /a colon is missed|bad indentation of a (?:sequence|mapping) entry/.test(reason) &&
    line !== undefined
  ) {
    const row = split.block.split("\n")[line - split.blockLine]?.trim() ?? "";
    if (goesOnBehindQuote.test(row)) return refuse(tellHalfQuoted(row));
  }
  if (reason.includes("quoted scalar")) return refuse(`${reason}; a quotation mark is not closed`);
  if (reason.includes("flow collection")) return refuse(`${reason}; a bracket is not closed`);
  if (reason.includes("unknown escape"))
    return refuse(`${reason}; in double quotes a backslash is written twice`);
  if (reason.includes("bad indentation"))
    return refuse(`${reason}; all fields start in the same column, and a long value goes on further right`);
  if (/unknown tag|unidentified alias|a line break is expected/.test(reason))
    return refuse(`${reason}; a value that starts with !, *, > or | stands in quotes`);
  if (
    reason.includes("incomplete explicit mapping pair") ||
    reason.includes("mapping values are not allowed")
  ) {
    const row = line === undefined ? "" : (split.block.split("\n")[line - split.blockLine]?.trim() ?? "");
    return refuse(
      `${row === "" ? reason : `a colon stands within the value of ${JSON.stringify(shorten(row, 60))}`}; a value with a colon in it stands in quotes`,
    );
  }
  if (reason.includes("end of the stream") && line !== undefined && isOutdented(split, line)) {
    return refuse("the line stands further left than the first field; all fields start in the same column");
  }
  if (reason.includes("cannot start any token") || reason.includes("end of the stream")) {
    return refuse(`${reason}; a value that starts with a sign such as @ or % stands in quotes`);
  }
  return refuse(reason);
}

const goesOnBehindQuote = /^[^:]+:\s*(?:"[^"]*"|'[^']*')\s*[^\s#]/;

/** Whether the value of a row starts with a quote or a bracket, as part of what it should hold. */
function isHalfQuoted(row: string): boolean {
  return /^[^:]+:\s*["'[{]/.test(row);
}

function tellHalfQuoted(row: string): string {
  return `the value in ${JSON.stringify(shorten(row, 60))} goes on behind its closing quote or bracket; put the whole value in quotes that do not occur in it`;
}

/** Whether a line starts further left than the first of the block. */
function isOutdented({ block, blockLine }: SplitFile, line: number): boolean {
  const indent = (row: string): number => row.search(/\S|$/);
  const rows = block.split("\n");
  const first = rows.find((row) => row.trim() !== "") ?? "";
  return indent(rows[line - blockLine] ?? "") < indent(first);
}

/** What to do about the faults that people make most in a row of TOML. */
export function explainToml(row: string): string {
  if (/^\s*[\w-]+\s*:/.test(row)) return '; in TOML, between +++, a field is title = "…"';
  if (/^\s*[\w-]+\s*=\s*\d{4}\D/.test(row))
    return "; in TOML, a day is 2026-11-20 and a time 2026-11-20T09:30:00Z";
  return /^\s*[\w-]+\s*=\s*[^"'\d\s[{]/.test(row) ? "; in TOML, a text stands in quotes" : "";
}
