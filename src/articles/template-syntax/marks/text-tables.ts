import { asBlock, dedent } from "../basics/cleaning.ts";

/** A line that parts the rows of a grid. */
const gridRule = /^ {0,3}\+(?:[-=:]+\+)+[ \t]*$/;
/** Two columns or more, each over or under its dashes. */
const columnRule = /^ {0,3}-{2,}(?: +-{2,})+[ \t]*$/;
const fullRule = /^ {0,3}-{6,}[ \t]*$/;
/** What other dialects enclose code in: a table in it is shown as it was printed. */
const enclosedCode =
  /\{[{%][<%]?-?\s*(?:highlight|code|raw|prism|terminal|console|pre|source)|<pre\b|\[code/i;
const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/;
const caption = /^ {0,3}(?:[Tt]able)?:[ \t]+(\S.*)$/;
/** A block within a cell: an item of a list, a heading, a quotation, code. */
const block = /^ {0,3}(?:[-*+]|\d{1,9}[.)]|#{1,6}|>)[ \t]|^[ \t]*(?:`{3}|~{3})/;

/** Lines within which a table ends. */
const maxLines = 500;

interface Table {
  /** Undefined: it has none. */
  readonly head: readonly string[] | undefined;
  readonly rows: readonly (readonly string[])[];
  /** The number of the first line behind it. */
  readonly end: number;
}

/**
 * Gives the tables that Pandoc draws the form of GitHub's, or HTML where a cell holds more than a line can: grids of `+---+`,
 * as databases print them too, and columns over dashes, with one line a row or several. What does not fit its own columns
 * stays as it is.
 *
 * @see https://pandoc.org/MANUAL.html#tables
 */
export function drawTables(markdown: string): string {
  if (!/^ {0,3}(?:\+[-=:]{2,}|-{2,} +-{2})/m.test(markdown) || enclosedCode.test(markdown)) return markdown;
  const lines = markdown.split("\n");
  const result: string[] = [];
  let open = "";
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined && open === "") open = mark;
    else if (mark !== undefined && mark.startsWith(open)) open = "";
    const isFree = open === "" && (result.at(-1) ?? "").trim() === "";
    const table = isFree ? (readGrid(lines, at) ?? readColumns(lines, at) ?? readLong(lines, at)) : undefined;
    if (table === undefined) {
      result.push(line);
      continue;
    }
    const said = readCaption(lines, table.end);
    result.push(...renderTable(table).split("\n"), "");
    if (said !== undefined) result.push(said.text, "");
    at = (said?.end ?? table.end) - 1;
  }
  return result.join("\n");
}

function readGrid(lines: readonly string[], start: number): Table | undefined {
  const first = lines[start]?.trimEnd() ?? "";
  if (!gridRule.test(first)) return undefined;
  const columns = first.split("+").length - 2;
  const groups: string[][] = [];
  const rules = [first];
  let end = start + 1;
  for (let group: string[] = []; end < Math.min(lines.length, start + maxLines); end++) {
    const line = lines[end]?.trimEnd() ?? "";
    if (gridRule.test(line)) {
      if (line.split("+").length - 2 !== columns || group.length === 0) return undefined;
      groups.push(group);
      rules.push(line);
      group = [];
    } else if (/^ {0,3}\|.*\|$/.test(line)) group.push(line);
    else if (group.length > 0) return undefined;
    else break;
  }
  if (groups.length === 0 || (lines[end]?.trim() ?? "") !== "") return undefined;
  const hasHead = rules[1]?.includes("=") === true;
  // Databases print a row a line, and rules around the head and around all.
  const isPrinted = !hasHead && groups.length === 2 && groups[0]?.length === 1;
  const parted = isPrinted ? [...(groups[0] ?? []), ...(groups[1] ?? [])].map((line) => [line]) : groups;
  const rows: string[][] = [];
  for (const group of parted) {
    const cells = readGridRow(group, first, columns);
    if (cells === undefined) return undefined;
    rows.push(cells);
  }
  return hasHead || isPrinted ? { head: rows[0], rows: rows.slice(1), end } : { head: undefined, rows, end };
}

/** The cells of a row, by the places of the rule's corners, or else, where letters are wide, by the bars. */
function readGridRow(group: readonly string[], rule: string, columns: number): string[] | undefined {
  const corners = [...rule.matchAll(/\+/g)].map(({ index }) => index);
  const cells: string[][] = [];
  for (const line of group) {
    const fits = line.length === rule.length && corners.every((at) => line.charAt(at) === "|");
    const parts = fits
      ? corners.slice(0, -1).map((at, index) => line.slice(at + 1, corners[index + 1]))
      : line.trim().split("|").slice(1, -1);
    if (parts.length !== columns) return undefined;
    for (const [index, part] of parts.entries()) (cells[index] ??= []).push(part.trimEnd());
  }
  return cells.map((rows) => dedent(rows.join("\n")).replace(/^\n+|\s+$/g, ""));
}

/** One line a row, below a head and its dashes, or between two rows of dashes. */
function readColumns(lines: readonly string[], start: number): Table | undefined {
  const isHeadless = columnRule.test(lines[start] ?? "");
  const rule = lines[isHeadless ? start : start + 1] ?? "";
  const first = lines[start] ?? "";
  if (!columnRule.test(rule) || first.trim() === "") return undefined;
  const edges = readEdges(rule);
  const rows: string[][] = [];
  let end = start + (isHeadless ? 1 : 2);
  let isClosed = false;
  for (; end < Math.min(lines.length, start + maxLines); end++) {
    const line = lines[end] ?? "";
    if (line.trim() === "") break;
    if (columnRule.test(line) || fullRule.test(line)) {
      isClosed = true;
      end++;
      break;
    }
    const cells = cutRow([line], edges);
    if (cells === undefined) return undefined;
    rows.push(cells);
  }
  const head = isHeadless ? undefined : cutRow([first], edges);
  // Dashes below a line of words are a rule more often.
  const isFilled = (rows[0] ?? []).filter((cell) => cell !== "").length > 1;
  if (rows.length === 0 || !isFilled || (isHeadless ? !isClosed : head === undefined)) return undefined;
  if ((lines[end]?.trim() ?? "") !== "") return undefined;
  return { head, rows, end };
}

/** Several lines a row, with a blank line between rows, within two rules. */
function readLong(lines: readonly string[], start: number): Table | undefined {
  if (!fullRule.test(lines[start] ?? "")) return undefined;
  const at = lines
    .slice(start + 1, start + 10)
    .findIndex((line) => columnRule.test(line) || line.trim() === "");
  const under = start + 1 + at;
  const rule = lines[under] ?? "";
  if (at < 1 || !columnRule.test(rule)) return undefined;
  const edges = readEdges(rule);
  const head = cutRow(lines.slice(start + 1, under), edges);
  const rows: string[][] = [];
  let row: string[] = [];
  for (let end = under + 1; end < Math.min(lines.length, start + maxLines); end++) {
    const line = lines[end] ?? "";
    const isEnd = fullRule.test(line) && (lines[end + 1]?.trim() ?? "") === "";
    if (!isEnd && line.trim() !== "") row.push(line);
    else if (row.length > 0) {
      const cells = cutRow(row, edges);
      if (cells === undefined) return undefined;
      rows.push(cells);
      row = [];
    }
    if (isEnd) return head === undefined || rows.length === 0 ? undefined : { head, rows, end: end + 1 };
  }
  return undefined;
}

/** Where each column starts, by its dashes. */
function readEdges(rule: string): readonly number[] {
  return [...rule.matchAll(/-+/g)].map((run) => run.index);
}

/** The cells of a row; undefined where letters stand in front of a column, right behind the one before. */
function cutRow(rows: readonly string[], edges: readonly number[]): string[] | undefined {
  const isCut = rows.some((row) =>
    edges.slice(1).some((edge) => /\S/.test(row.charAt(edge - 1)) && /\S/.test(row.charAt(edge))),
  );
  if (isCut) return undefined;
  return edges.map((edge, index) =>
    rows
      .map((row) => row.slice(index === 0 ? 0 : edge, edges[index + 1]).trim())
      .join(" ")
      .trim(),
  );
}

/** What a table is called, a blank line below it at most. */
function readCaption(
  lines: readonly string[],
  end: number,
): { readonly text: string; readonly end: number } | undefined {
  const at = (lines[end] ?? "").trim() === "" ? end + 1 : end;
  const first = caption.exec(lines[at] ?? "")?.[1];
  if (first === undefined) return undefined;
  let last = at + 1;
  while (last < at + 10 && (lines[last] ?? "").trim() !== "") last++;
  const words = [first, ...lines.slice(at + 1, last)].map((line) => line.trim()).join(" ");
  const text = words.replace(/\s*\{[#.][^{}]*\}$/, "");
  return { text: text.includes("*") ? text : `*${text}*`, end: last };
}

function renderTable({ head, rows }: Table): string {
  const isPlain = [...(head ?? []), ...rows.flat()].every(
    (cell) => !/\n[ \t]*\n/.test(cell) && !cell.split("\n").some((line) => block.test(line)),
  );
  if (isPlain) {
    const toRow = (cells: readonly string[]): string =>
      `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, " ").replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
    const width = rows[0]?.length ?? 0;
    return asBlock(
      [toRow(head ?? Array<string>(width).fill(" ")), `|${"---|".repeat(width)}`, ...rows.map(toRow)].join(
        "\n",
      ),
    );
  }
  // The blank lines let Markdown into the cells.
  const toHtml = (cells: readonly string[], name: string): string =>
    `<tr>\n${cells.map((cell) => `<${name}>\n\n${cell}\n\n</${name}>`).join("\n")}\n</tr>`;
  const top = head === undefined ? "" : `<thead>\n${toHtml(head, "th")}\n</thead>\n`;
  return asBlock(
    `<table>\n${top}<tbody>\n${rows.map((cells) => toHtml(cells, "td")).join("\n")}\n</tbody>\n</table>`,
  );
}
