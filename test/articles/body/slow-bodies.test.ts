import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

test.each([
  ":a[",
  ":a{",
  "::a\n",
  "/// a\n",
  "[caption]",
  '[FIGURE a="',
  "\n[FIGURE a=b",
  "\n[INFO]\n[/INFO",
  "[sourcecode]",
  "<br>\n*a",
  "<b>\n",
  '\n\n<img src="',
  '{% assign a = "b" %}{{ a }}',
  "[[a #1]] ",
  "{~~a~>",
  "**（",
  "| a |\n",
  "<!-- a",
  "$_{a",
])("a body full of %j takes no time that anyone would notice", async (written) => {
  const folder = makeFolder({ "a.md": post(written.repeat(65_000 / written.length)) });
  await folder.body();
  const started = performance.now();

  await folder.body();

  expect(performance.now() - started).toBeLessThan(2000);
});
