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

  printRows("articles", [
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
  ]);
  const peakMb = Math.max(coldRun.peakMb, warmRun.peakMb);
  console.log(
    `peak memory: first scan ${coldRun.peakMb.toFixed(0)} MB, warm scan ${warmRun.peakMb.toFixed(0)} MB (limit ${maxPeakMb})`,
  );
  if (peakMb > maxPeakMb) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run({ args: [file, ...rest] }: BenchCommand): { files: number; scanMs: number; peakMb: number } {
  const { status, stdout, stderr } = spawnSync(file, rest, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as { files: number; scanMs: number; peakMb: number };
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
