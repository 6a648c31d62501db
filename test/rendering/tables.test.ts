import { expect, test } from "vitest";

import { makeIssue, makeStory } from "./make-issue.ts";
import { openPageForTests } from "./open-browser.ts";
import { renderCopy, themeNames } from "./render-copy.ts";

const page = openPageForTests();

test.each(themeNames)("two tables in a row are two in %s, not one", async (theme) => {
  const table = "<table><thead><tr><th>Part</th></tr></thead><tbody><tr><td>Rope</td></tr></tbody></table>";
  const lead = makeStory({ isWhole: true, html: `${table}\n${table}` });
  const { html } = await renderCopy(makeIssue({ lead }), theme);
  await page().setContent(html);

  const [first, second] = await page()
    .locator("[tabindex] > table")
    .evaluateAll((tables) => tables.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  expect((second?.top ?? 0) - (first?.bottom ?? 0)).toBeGreaterThanOrEqual(16);
});
