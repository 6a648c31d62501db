// Reading 100,000 articles: all of them against gray-matter in a loop, none of them (the index knows them) against `find`,
// and 1,000 changed ones against reading 1,000 alone.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchCommand, compareCommands, median } from "./compare-commands.ts";
import { printRows } from "./print-rows.ts";

const count = 100_000;
const changedCount = 1000;
const maxPeakMb = 400;

const folder = mkdtempSync(join(tmpdir(), "gazette-bench-"));
const dir = join(folder, "articles");
const index = join(folder, "articles.index");
const node = (name: string, script: string, ...args: string[]): BenchCommand => ({
  name,
  args: [process.execPath, join(import.meta.dirname, script), ...args],
  cwd: folder,
});

try {
  for (let number = 0; number < count; number++) writeArticle(dir, number, 0);
  const scan = node("a warm scan of 100,000 files", "articles-scan.ts", dir, index);
  const cold = node("a first scan of 100,000 files", "articles-scan.ts", dir, index, "fresh");
  const loop = node("gray-matter in a loop", "articles-gray-matter.ts", dir);
  const find: BenchCommand = {
    name: "find",
    args: ["find", dir, "-type", "f", "-printf", "%s %T@\\n"],
    cwd: folder,
  };

  const first = compareCommands(cold, loop, 5);
  const coldRun = run(cold);
  // The clock's tick in which the last files were written has passed: the index believes all of them.
  run(scan);
  const warm = compareCommands(scan, find, 15);
  const warmRun = run(scan);

  const alone = join(folder, "alone");
  for (let number = 0; number < changedCount; number++) writeArticle(alone, number, 0);
  const pairs = Array.from({ length: 5 }, (_, round) => {
    for (let number = 0; number < changedCount; number++) writeArticle(dir, number * 97, round + 1);
    const changed = run(scan).scanMs;
    return {
      changed: Math.max(0, changed - run(scan).scanMs),
      alone: run(node("alone", "articles-scan.ts", alone, join(folder, "alone.index"), "fresh")).scanMs,
    };
  });

  const rows = [
    { ...first, limit: 1.5 },
    { ...warm, limit: 4 },
    {
      a: "what 1,000 changed files add to a warm scan",
      b: "a first scan of 1,000 files alone",
      runs: pairs.length,
      medianMsA: median(pairs.map(({ changed }) => changed)),
      medianMsB: median(pairs.map(({ alone }) => alone)),
      ratio: median(pairs.map(({ changed, alone }) => changed / alone)),
      limit: 2,
    },
  ];
  const figures = [
    { what: "peak memory of a first scan of 100,000 files", value: coldRun.peakMb },
    { what: "peak memory of a warm scan of 100,000 files", value: warmRun.peakMb },
    { what: "peak memory of a first explain --json of 100,000 files", value: explain() },
    { what: "peak memory of another explain --json of 100,000 files", value: explain() },
  ].map((figure) => ({ ...figure, unit: "MB", limit: maxPeakMb }));
  printRows("articles", rows, figures);
  if (figures.some(({ value }) => value > maxPeakMb)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run({ args: [file, ...rest] }: BenchCommand): { files: number; scanMs: number; peakMb: number } {
  const { status, stdout, stderr } = spawnSync(file, rest, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { files: number; scanMs: number; peakMb: number };
}

/** The peak memory in MB of the real command over all the articles; its data folder stays between two calls. */
function explain(): number {
  const launcher = join(import.meta.dirname, "..", "bin", "gazette.js");
  // What is imported beforehand says at the end how much memory the whole process took.
  const measure = `process.once("exit", () => console.error(process.resourceUsage().maxRSS / 1024));`;
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(measure)}`,
      launcher,
      "explain",
      "--articles",
      dir,
      "--json",
    ],
    { cwd: folder, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stderr.trim().split("\n").at(-1));
}

/** An article of about 3 KB, as a blog of many years has them. */
function writeArticle(root: string, number: number, edition: number): void {
  const year = 2000 + (number % 25);
  const month = String((number % 12) + 1).padStart(2, "0");
  const day = String((number % 28) + 1).padStart(2, "0");
  const folderOfMonth = join(root, String(year), month);
  if (number < 300) mkdirSync(folderOfMonth, { recursive: true });
  const front = [
    `title: "Article number ${number}: water, edition ${edition}"`,
    `date: ${year}-${month}-${day} 10:00:00 +0100`,
    `author: ${["Ada Writer", "Max Reader", "Li Wei"][number % 3] ?? ""}`,
    "tags:",
    "  - water",
    `  - town ${number % 50}`,
    `description: What the council said about water on day ${number}.`,
    `slug: article-${number}`,
  ].join("\n");
  const paragraph = "The tide came up the steps of the hall and went down again without a word to anyone. "
    .repeat(6)
    .trim();
  const body = Array.from({ length: 5 }, () => paragraph).join("\n\n");
  writeFileSync(
    join(folderOfMonth, `article-${number}.md`),
    `---\n${front}\n---\n\n# A heading\n\n${body}\n`,
  );
}
