import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { defaultSelectionRules } from "../../src/selection/terms/selection-rules.ts";
import { verdictKinds } from "../../src/selection/terms/verdict.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/selection.md"), "utf8");

test("the page explains every verdict, and no other", () => {
  const table = page.slice(page.indexOf("## Every verdict"));
  const rows = [...table.matchAll(/^\| `([a-z-]+)` \|/gmu)].map(([, kind]) => kind);

  expect(rows).toEqual([...verdictKinds]);
});

test("the page names the defaults that are in force", () => {
  const {
    maxStories,
    maxSections,
    maxPerSection,
    maxInBrief,
    maxMore,
    lateDays,
    firstIssueArticles,
    sameStory,
  } = defaultSelectionRules;

  expect(page).toContain(`| stories in all sections | ${maxStories} |`);
  expect(page).toContain(`| sections | ${maxSections} |`);
  expect(page).toContain(`| stories in one section | ${maxPerSection} |`);
  expect(page).toContain(`| In brief | ${maxInBrief} |`);
  expect(page).toContain(`| links under "more on the web" | ${maxMore} |`);
  expect(page).toContain(`up to ${lateDays} days before the slot`);
  expect(page).toContain(`the newest ${firstIssueArticles} articles`);
  expect(page).toContain(`From a likeness of ${String(sameStory.threshold)} on`);
  expect(page).toContain("at most five days apart");
  expect(sameStory.maxDaysApart).toBe(5);
});
