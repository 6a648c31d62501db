import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import type { VerdictKind } from "../../src/selection/terms/verdict.ts";
import { type Folder, readFolder, sendWeekly, type SimulatedIssue } from "./simulate-year.ts";

const dayMs = 86_400_000;
const samples = join(import.meta.dirname, "../../articles");
/** A folder of real folders, such as blogs checked out side by side; set in the long run, not in the everyday one. */
const corpora = process.env["GAZETTE_CORPORA"];
const folders = [
  samples,
  ...(corpora === undefined ? [] : readdirSync(corpora).map((name) => join(corpora, name))),
];

/** Mondays at eight, one in each year that the folder has articles of, and one before the last year of it. */
function startsOf({ articles }: Folder): Date[] {
  const times = articles.flatMap(({ publishedAt }) => publishedAt?.getTime() ?? []).sort((a, b) => a - b);
  const starts: Date[] = [];
  for (let time = (times[0] ?? 0) + 7 * dayMs; time < (times.at(-1) ?? 0); time += 365 * dayMs)
    starts.push(new Date(time));
  return starts;
}

describe.each(folders.filter((dir) => existsSync(dir)))("a year of weekly issues over %s", (dir) => {
  test("has every article in exactly one issue, or a verdict that says why not", async () => {
    const folder = await readFolder(dir);
    expect(folder.articles.length).toBeGreaterThan(0);
    for (const start of startsOf(folder)) checkYear(folder, sendWeekly(folder, start, 53));
  }, 300_000);
});

function checkYear(folder: Folder, year: readonly SimulatedIssue[]): void {
  const timesSent = new Map<string, number>();
  for (const { selection } of year) {
    expect(selection.verdicts).toHaveLength(folder.articles.length);
    if (selection.held !== undefined) continue;
    for (const { article, inIssue } of selection.verdicts) {
      if (inIssue) timesSent.set(article.path, (timesSent.get(article.path) ?? 0) + 1);
    }
  }
  expect([...timesSent.values()].filter((times) => times > 1)).toEqual([]);

  const first = year.find(({ selection }) => selection.held === undefined);
  const last = year.at(-1);
  if (first === undefined || last === undefined) return;
  // Of the day that the newest articles begin in the middle of, the earlier ones are told that they are too many.
  const tooMany = new Set(
    first.selection.verdicts
      .filter(({ reason }) => reason.includes("not among the newest"))
      .map(({ article }) => article.path),
  );
  const unpublished: readonly VerdictKind[] = ["draft", "undated", "expired", "invalid", "duplicate-id"];
  for (const { article, kind, reason, inIssue } of last.selection.verdicts) {
    const { path, publishedAt } = article;
    if (timesSent.has(path)) expect(inIssue || kind === "already-sent").toBe(true);
    else if (kind === "already-sent") expect(reason).toMatch(/^its translation|under another name|its id/u);
    else if (publishedAt === undefined || unpublished.includes(kind)) expect(unpublished).toContain(kind);
    else if (publishedAt < first.window.since || tooMany.has(path))
      expect([path, kind]).toEqual([path, "before-window"]);
    else expect([path, kind]).toEqual([path, publishedAt > last.slot ? "scheduled" : "in an issue"]);
  }
}

/** The pairs of real articles that are one story, looked at one by one. */
const related = [
  ["Security updates for all active release lines, September 2016", "Node.js 6.7.0 (Current)"],
  ["November 2020 Security Releases", "Node.js 15.2.1 (Current)"],
  ['Node v4.2.3 "Argon" (LTS)', "December Security Release Summary"],
  ["June 2018 Security Releases", "Node.js 9.11.2 (Current)"],
  ["Announcing the release of Julia 1.0", "Julia 1.0 Anunciando el release de Julia 1.0 (Spanish)"],
];

describe.runIf(corpora !== undefined)("in real folders", () => {
  test("no two unrelated articles are joined, week by week and in one go", async () => {
    const joined = new Set<string>();
    for (const dir of folders.filter((name) => name !== samples)) {
      const folder = await readFolder(dir);
      const [start] = startsOf(folder);
      if (start === undefined) continue;
      for (let offset = 0; offset < 7; offset++) {
        const from = new Date(start.getTime() + offset * dayMs);
        for (const { selection } of sendWeekly(folder, from, 53 * 15)) {
          for (const { shown, others } of selection.sameStory) {
            for (const other of others) joined.add([shown.title, other.title].sort().join(" | "));
          }
        }
      }
    }

    const known = new Set(related.map((pair) => [...pair].sort().join(" | ")));
    expect([...joined].filter((pair) => !known.has(pair))).toEqual([]);
    expect(joined.size).toBeGreaterThan(0);
  }, 900_000);
});
