import { keptEnd, keptStart, type Cleaning } from "../basics/cleaning.ts";

const keptMark = new RegExp(`${keptStart}(\\d+)${keptEnd}`, "g");
const rule = /^ {0,3}\|?[ \t]*[:=-][-:|=+ \t]*$/;
const row = /^ {0,3}\|.*\|/;

/**
 * Gives kramdown's tables the form that GitHub's have: no rule above or between the rows, and a head, an empty one where there
 * is none. `finishHtml` takes an empty head away again.
 */
export function completeTables(markdown: string, { kept, keep }: Cleaning): string {
  if (!/^ {0,3}\|.*\|/m.test(markdown)) return markdown;
  const result: string[] = [];
  let table: string[] = [];
  // A bar within code parts no cells.
  const keepBars = (line: string): string =>
    line.replace(keptMark, (mark, index: string) => {
      const code = kept[Number(index)] ?? "";
      return /^`[^\n]*[^\\]\|/.test(code) ? keep(code.replace(/(?<!\\)\|/g, "\\|")) : mark;
    });
  const flush = (): void => {
    // Rows right behind other text belong to what that is.
    const isTable = (result.at(-1) ?? "").trim() === "";
    result.push(...(isTable ? completeTable(table).map((line) => keepBars(line)) : table));
    table = [];
  };
  for (const line of markdown.split("\n")) {
    if (row.test(line) || (/^ {0,3}\|/.test(line) && rule.test(line))) table.push(line);
    else {
      flush();
      result.push(line);
    }
  }
  flush();
  return result.join("\n");
}

/** Hexo's renderer drew a table whose bars are doubled below its head, as long as it had as many cells so. */
function withSingleBars(rule: string, columns: number): string {
  const single = rule.replace(/\|{2,}/g, "|");
  return single !== rule && countCells(single) === columns && countCells(rule) !== columns ? single : rule;
}

function countCells(line: string): number {
  const text = line.trim().replaceAll("\\|", "");
  return text.split("|").length - (text.startsWith("|") ? 1 : 0) - (text.endsWith("|") ? 1 : 0);
}

function completeTable(written: readonly string[]): readonly string[] {
  const [top = "", below = ""] = written;
  const lines = rule.test(below) ? written.with(1, withSingleBars(below, countCells(top))) : written;
  // Below the head, a row of single dashes holds dashes.
  const head = lines.findIndex((line) => !rule.test(line));
  const isRule = (line: string, at: number): boolean =>
    rule.test(line) && (at <= head + 1 || /-{3}|={3}/.test(line));
  const rows = lines.filter((line, at) => !isRule(line, at));
  const [first] = rows;
  if (first === undefined || lines.length === 1) return lines;
  const next = lines[head + 1] ?? "";
  const hasHead = isRule(next, head + 1);
  if (hasHead && head === 0 && rows.length === lines.length - 1) return lines;
  const bars = first.replaceAll("\\|", "").split("|").length - 1;
  const columns = bars - (/\|[ \t]*$/.test(first) ? 1 : 0);
  const plain = `|${"---|".repeat(columns)}`;
  const aligned = next.includes("-") ? next.replaceAll("+", "|").replaceAll("=", "-") : plain;
  return hasHead ? [first, aligned, ...rows.slice(1)] : [`|${"   |".repeat(columns)}`, plain, ...rows];
}
