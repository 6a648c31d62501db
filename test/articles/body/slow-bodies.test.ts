import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** What fills a body, and what may stand before and behind it. */
const fillings: readonly (readonly [repeated: string, before?: string, behind?: string])[] = [
  [":a["],
  [":a{"],
  ["::a\n"],
  ["/// a\n"],
  ["[caption]"],
  ['[FIGURE a="'],
  ["\n[FIGURE a=b"],
  ["\n[INFO]\n[/INFO"],
  ["[sourcecode]"],
  ["<br>\n*a"],
  ["<b>\n"],
  ['\n\n<img src="'],
  ['{% assign a = "b" %}{{ a }}'],
  ["[[a #1]] "],
  ["{~~a~>"],
  ["**（"],
  ["| a |\n"],
  ["^[a]"],
  ["<!-- a"],
  ["$_{a"],
  ["\u00a0", "{{ x }} z\n\n&nbsp;", "y"],
];

test.each(fillings)(
  "a body full of %j takes no time that anyone would notice",
  async (repeated = "", before = "", behind = "") => {
    const filling = repeated.repeat(65_000 / repeated.length);
    const folder = makeFolder({ "a.md": post(`${before}${filling}${behind}`) });
    await folder.body();
    const started = performance.now();

    await folder.body();

    expect(performance.now() - started).toBeLessThan(2000);
  },
);
