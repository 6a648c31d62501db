// Writes the table of docs/checks.md from the rules themselves: `npm run docs`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../src/checks/rules.ts";

const file = join(import.meta.dirname, "checks.md");
const start = "<!-- generated: checks -->";
const end = "<!-- end of generated -->";

/** Every rule as a row, in the order in which they run. */
function renderRules(): string {
  const rows = rules.map(({ id, severity, looksAt, source, remedy }) =>
    [`\`${id}\``, severity, looksAt, remedy, source].map((cell) => cell.replaceAll("|", "\\|")).join(" | "),
  );
  return [
    "| check | severity | looks at | remedy | source |",
    "|---|---|---|---|---|",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}

/** The page with its generated part brought up to date. */
export function updateChecksPage(page: string): string {
  const [before, rest] = [page.slice(0, page.indexOf(start) + start.length), page.slice(page.indexOf(end))];
  return `${before}\n\n${renderRules()}\n\n${rest}`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(file, updateChecksPage(readFileSync(file, "utf8")));
