const rule = /^ {0,3}\|?[ \t]*[:=-][-:|=+ \t]*$/;
const row = /^ {0,3}\|.*\|/;

/**
 * Gives kramdown's tables the form that GitHub's have: no rule above or between the rows, and a head, an empty one where there
 * is none. `finishHtml` takes an empty head away again.
 */
export function completeTables(markdown: string): string {
  if (!/^ {0,3}\|.*\|/m.test(markdown)) return markdown;
  const result: string[] = [];
  let table: string[] = [];
  const flush = (): void => {
    result.push(...completeTable(table));
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

function completeTable(lines: readonly string[]): readonly string[] {
  const isWhole = lines[0] === undefined || (!rule.test(lines[0]) && rule.test(lines[1] ?? ""));
  if (isWhole && lines.slice(2).every((line) => !rule.test(line))) return lines;
  const rows = lines.filter((line) => !rule.test(line));
  if (rows.length === 0 || (rows.length === 1 && lines.length === 1)) return lines;
  const first = lines.findIndex((line) => !rule.test(line));
  const next = lines[first + 1];
  const hasHead = next !== undefined && rule.test(next);
  const cells =
    (rows[0]?.replace(/\\\|/g, "").match(/\|/g)?.length ?? 2) - (/\|[ \t]*$/.test(rows[0] ?? "") ? 1 : 0);
  const delimiter =
    hasHead && /-/.test(next)
      ? next.replace(/[=+]/g, (mark) => (mark === "+" ? "|" : "-"))
      : `|${"---|".repeat(cells)}`;
  return hasHead
    ? [rows[0] ?? "", delimiter, ...rows.slice(1)]
    : [`|${"   |".repeat(cells)}`, `|${"---|".repeat(cells)}`, ...rows];
}
