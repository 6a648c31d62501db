import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { updatePage } from "../../docs/make-themes.ts";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import { makeFullIssue } from "../rendering/make-issue.ts";
import { templatesDir } from "../rendering/render-copy.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/themes.md"), "utf8");

test("the page of themes lists the data and helpers that templates are checked against (npm run docs)", () => {
  expect(updatePage(page)).toBe(page);
});

test("a theme made as the page says, from a copy and the page's theme.json, renders", async () => {
  const dir = temporaryFolder();
  cpSync(join(templatesDir, "brief"), join(dir, "harbour"), { recursive: true });
  writeFileSync(join(dir, "harbour/theme.json"), /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "");
  const theme = await loadTheme("harbour", [dir, templatesDir]);
  expect(theme.description).toBe("A letter in blue.");
  expect((await renderEdition(makeFullIssue(5), theme)).html).toContain("#0b5a7a");
});
