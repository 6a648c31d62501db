import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { updatePage } from "../../docs/make-configuration.ts";
import { environmentNames } from "../../src/config/environment.ts";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs", "configuration.md"), "utf8");

test("the page of settings is what the schema says (npm run docs)", () => {
  expect(updatePage(page)).toBe(page);
});

test.each(environmentNames)("%s is in .env.example and in the page of settings", (name) => {
  expect(readFileSync(join(root, ".env.example"), "utf8")).toMatch(new RegExp(`^${name}=$`, "mu"));
  expect(page).toContain(`\`${name}\``);
});
