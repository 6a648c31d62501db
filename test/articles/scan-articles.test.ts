import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { scanArticles } from "../../src/articles/scan-articles.ts";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "gazette-articles-"));
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(dir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

test("every file is either an article or refused with its line, and the others go on", async () => {
  write("b/good.md", "---\ntitle: Good\ndate: 2026-11-20\ntags: [Town, water]\n---\nText.\n");
  write("a.md", "---\ntitle: Bad\ndate: 2024-02-30\n---\nText.\n");
  write("c.md", "---\ntitle: [\n---\nText.\n");

  const scan = await scanArticles({ dir, timeZone: "Europe/Paris" });

  expect(scan.articles.map(({ path, title, topics }) => ({ path, title, topics }))).toEqual([
    { path: "b/good.md", title: "Good", topics: ["Town", "water"] },
  ]);
  expect(scan.articles[0]?.publishedAt?.toISOString()).toBe("2026-11-19T23:00:00.000Z");
  expect(scan.refused.map(({ path, line }) => ({ path, line }))).toEqual([
    { path: "a.md", line: 3 },
    { path: "c.md", line: 3 },
  ]);
});

test("front matter in JavaScript is never executed", async () => {
  write("evil.md", '---js\n{ title: (globalThis.executed = true) }\n---\nText.\n');

  await scanArticles({ dir, timeZone: "UTC" });

  expect("executed" in globalThis).toBe(false);
});
