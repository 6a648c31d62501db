import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { updateChecksPage } from "../../docs/make-checks.ts";
import { checkRuleIds } from "../../src/config/check-rules.ts";

const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "checks.md"), "utf8");

test("the page of checks is what the rules say (npm run docs)", () => {
  expect(updateChecksPage(page)).toBe(page);
});

test.each(checkRuleIds)("%s has a row with severity, remedy and source", (id) => {
  const row = page.split("\n").find((line) => line.startsWith(`| \`${id}\` |`)) ?? "";

  expect(row.split(" | ")).toHaveLength(5);
  expect(row).toMatch(/\| (?:error|warning|info) \|/u);
  for (const cell of row.split("|").slice(1, -1)) expect(cell.trim()).not.toBe("");
});
