import { beforeAll, expect, test } from "vitest";

import { renderBody } from "../../src/articles/body/render-body.ts";
import { readArticleBody } from "../../src/articles/read-article-body.ts";
import { readArticleText } from "../../src/articles/read-article-text.ts";
import { makeFolder, type ArticlesFolder } from "./articles-folder.ts";
import { growingInputs } from "./growing-inputs.ts";

const small = 8000;
const factor = 4;
/** Four times the text costs four times the time, and sixteen times where something is quadratic. */
const mostGrowth = 8;
/** Below this, the clock and the collector of garbage are what is measured. */
const leastMs = 1;
const rounds = 5;

beforeAll(async () => {
  await renderBody("# Text\n\n```js\nx\n```", { toLink: () => undefined, toImage: () => undefined });
});

test.each(growingInputs)("%s: four times as much costs about four times as much", async (_name, make) => {
  const folder = makeFolder();
  // Components and expressions are read as MDX, where they mean most.
  const path = /<[A-Z]|\{\/|\{\{\{/.test(make(100)) ? "hostile.mdx" : "hostile.md";

  expect(await measureGrowth(folder, path, make)).toBeLessThan(mostGrowth);
});

/** How much longer the large text takes than the small one: by the best of some runs, and no more than are needed. */
async function measureGrowth(
  folder: ArticlesFolder,
  path: string,
  make: (letters: number) => string,
): Promise<number> {
  const measure = async (letters: number): Promise<number> => {
    folder.write(path, make(letters));
    const started = process.cpuUsage();
    await readWhole(folder, path);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  await measure(small);
  let best = { small: Infinity, large: Infinity };
  for (let round = 0; round < rounds; round++) {
    best = {
      small: Math.min(best.small, await measure(small), await measure(small)),
      large: Math.min(best.large, await measure(small * factor)),
    };
    if (growthOf(best) < mostGrowth * 0.75) break;
  }
  return growthOf(best);
}

function growthOf(best: { readonly small: number; readonly large: number }): number {
  return best.large / Math.max(best.small, leastMs);
}

/** All that is ever done with a file's text. */
async function readWhole(folder: ArticlesFolder, path: string): Promise<void> {
  const { articles } = await folder.scan({ baseUrl: "https://example.org/" });
  const [article] = articles;
  if (article === undefined) return;
  await readArticleBody(article, { dir: folder.dir, baseUrl: "https://example.org/" });
  readArticleText(path, folder.dir);
}
