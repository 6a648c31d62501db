import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Articles of about 3 KB, one an hour backwards from the clock of the build. */
export function writeArticles(dir: string, count: number): void {
  mkdirSync(dir);
  const paragraph =
    "The tide came up the steps of the hall and went down again without a word to anyone. ".repeat(6);
  for (let index = 0; index < count; index += 1) {
    const date = new Date(Date.UTC(2026, 10, 22) - index * 3_600_000).toISOString();
    const front = `---\ntitle: Article number ${index}\ndate: ${date}\ntopics: [${["Town", "River", "School"][index % 3] ?? ""}]\nauthor: A Writer\n---\n`;
    writeFileSync(
      join(dir, `article-${index}.md`),
      `${front}\n${Array.from({ length: 6 }, () => paragraph).join("\n\n")}\n`,
    );
  }
}
