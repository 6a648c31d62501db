import { beforeAll, expect, test } from "vitest";

import { readArticleBody } from "../../src/articles/read-article-body.ts";
import { renderBody } from "../../src/articles/body/render-body.ts";
import { makeFolder, post } from "./articles-folder.ts";
import { hostileFiles } from "./hostile-list.ts";

beforeAll(async () => {
  // What every process pays once is not what a hostile file costs.
  await renderBody("# Text\n\n```js\nx\n```", { toLink: () => undefined, toImage: () => undefined });
});

test.each(Object.entries(hostileFiles))(
  "%s: refused or harmless within 50 ms, and the rest of the folder unharmed",
  async (_name, [content, outcome]) => {
    const folder = makeFolder({ "hostile.md": content, "good.md": post("A good article.") });

    const { value: scan, ms: scanMs } = await measure(() => folder.scan());

    const { articles, refused } = scan;
    const hostile = articles.find(({ path }) => path === "hostile.md");
    expect(hostile?.title ?? refused[0]?.reason ?? "").toContain(outcome);
    expect(articles.find(({ path }) => path === "good.md")?.title).toBe("A title");
    expect(articles.length + refused.length).toBe(2);
    expect(scanMs).toBeLessThan(50);
    expect("executed" in globalThis).toBe(false);
    if (hostile === undefined) return;

    expect(hostile.draft).toBeUndefined();
    const { value: body, ms: bodyMs } = await measure(() => readArticleBody(hostile, { dir: folder.dir }));
    expect(body.html).not.toMatch(/<(?:script|svg|iframe|form|input|base|meta|mj-)|\0/);
    expect(bodyMs).toBeLessThan(50);
  },
);

/**
 * What a call gives, and the milliseconds of processor time it takes, the least of three: the machine may be busy with
 * other tests.
 */
async function measure<Value>(
  call: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly ms: number }> {
  const times: number[] = [];
  for (;;) {
    const started = process.cpuUsage();
    const value = await call();
    const { user, system } = process.cpuUsage(started);
    if (times.push((user + system) / 1000) === 3) return { value, ms: Math.min(...times) };
  }
}

test("a text that is too much for a parser is left out with a note, and its summary stands for it", async () => {
  const folder = makeFolder({
    "a.md": post("The [quay](quay/).", "title: T\ndate: 2026-11-20\ndescription: Boats."),
  });
  // No text is known any more that does it: what a parser throws then comes from where the address is asked for.
  const article = Object.defineProperty({ ...(await folder.article()) }, "url", {
    get: () => {
      throw new RangeError("Maximum call stack size exceeded");
    },
  });

  const body = await readArticleBody(article, { dir: folder.dir, baseUrl: "https://example.org/" });
  expect(body).toMatchObject({ html: "", excerpt: "Boats.", images: [] });
  expect(body.notes.map(({ message }) => message)).toEqual([
    "The text is too long or too deep to be shown, and is left out: Maximum call stack size exceeded.",
  ]);
});
