import { expect, test } from "vitest";

import { makeFolder, post } from "./articles-folder.ts";

const baseUrl = "https://example.org/";

const urlOf = async (path: string, lines: string): Promise<string | undefined> => {
  const folder = makeFolder({ [path]: post("The tide is high.", lines) });
  return (await folder.article(path, { baseUrl })).url;
};

test.each([
  ["_posts/2026-11-20-The_quay & I.md", "permalink: /blog/:title", "/blog/The_quay-&-I"],
  ["_posts/2026-11-20-The_quay.md", 'permalink: "/blog/:slug.html"', "/blog/the-quay.html"],
  ["_posts/2026-11-20-quay.md", "permalink: /:title/\nslug: boats", "/boats/"],
  ["_posts/2026-11-20-quay.md", "permalink: /notes/:name", "/notes/2026-11-20-quay"],
  [
    "_posts/2026-11-20-quay.md",
    "permalink: /:year/:short_year/:month/:i_month/:day/:i_day/\ndate: 2026-03-05",
    "/2026/26/03/3/05/5/",
  ],
  [
    "_posts/2026-11-20-quay.md",
    "permalink: /:hour-:minute-:second/:title\ndate: 2026-11-20 09:05:07 +0200",
    "/09-05-07/quay",
  ],
  ["_posts/2026-11-20-quay.md", "permalink: /:year/:y_day/", "/2026/324/"],
  ["_posts/2026-11-20-quay.md", "permalink: /:categories/:title/", "/quay/"],
  ["harbour/_posts/2026-11-20-quay.md", "permalink: /:categories/:title/", "/harbour/quay/"],
  [
    "_posts/2026-11-20-quay.md",
    "permalink: /:categories/:title/\ncategories: Boats reeds",
    "/boats/reeds/quay/",
  ],
  ["_notes/2026/quay.md", "permalink: /:collection/:path:output_ext", "/notes/2026/quay.html"],
  ["docs/2026/quay.md", "permalink: /:path/:basename:output_ext", "/docs/2026/quay.html"],
  ["_posts/2026-11-20-quay.md", "permalink: pretty", "/2026/11/20/quay/"],
  ["_posts/2026-11-20-quay.md", "permalink: none", "/quay.html"],
  ["_posts/2026-11-20-quay.md", "permalink: ordinal", "/2026/324/quay.html"],
])("Jekyll has %s with %j at %s", async (path, lines, address) => {
  const dated = lines.includes("date:") ? lines : `${lines}\ndate: 2026-11-20`;
  expect(await urlOf(path, `title: High water\n${dated}`)).toBe(`https://example.org${address}`);
});

test.each([
  ["content/posts/quay.md", "url: /:section/:year/:month/:slug/", "/posts/2026/11/high-water-at-noon/"],
  ["content/posts/quay.md", "url: /:day/:contentbasename/", "/20/quay/"],
  ["content/posts/quay/index.md", "url: /a/:filename/", "/a/quay/"],
  ["content/posts/quay.fr.md", "url: /a/:slugorcontentbasename/\nslug: boats", "/a/boats/"],
])("Hugo has %s with %j at %s", async (path, lines, address) => {
  expect(await urlOf(path, `title: High water, at noon!\ndate: 2026-11-20T23:30:00-05:00\n${lines}`)).toBe(
    `https://example.org${address}`,
  );
});

test.each([
  ["permalink: /:year/:mood/:title/", "/2026/11/20/quay.html"],
  ["permalink: weekdate", "/2026/11/20/quay.html"],
  ["permalink: /:short_month/:title/", "/2026/11/20/quay.html"],
  ["permalink: /{{ title }}/:year/", "/2026/11/20/quay.html"],
  ["url: /:sections[1:]/:slug/", "/2026/11/20/quay.html"],
  ["permalink: /:year/:title/\nurl: /boats/", "/boats/"],
])("a pattern that holds what is not known makes no address: %j", async (lines, address) => {
  expect(await urlOf("_posts/2026-11-20-quay.md", `title: T\n${lines}`)).toBe(
    `https://example.org${address}`,
  );
});

test.each([
  ["date: 2026-11-22 21:56", "2026/11/22"],
  ["date: 2026-11-22", "2026/11/22"],
  ["title: T", "2026/11/20"],
  // An instant is another day elsewhere.
  ["date: 2026-11-22T21:56:00Z", "2026/11/20"],
])("a post of Jekyll's whose name is of the 20th stands, with %j, at %s", async (line, day) => {
  expect(await urlOf("_posts/2026-11-20-quay.md", line)).toBe(`https://example.org/${day}/quay.html`);
});

test("a post named by another calendar stands at the day of its name", async () => {
  expect(await urlOf("_posts/1405-08-29-quay.md", "title: T")).toBe(
    "https://example.org/1405/08/29/quay.html",
  );
});

test.each([
  ["_notes/2026/04/quay.md", "title: T", "/notes/2026/04/quay.html"],
  ["_notes/2026-11-20-quay.md", "title: T", "/notes/2026-11-20-quay.html"],
  ["_notes/quay/index.md", "title: T", "/notes/quay/"],
  ["_notes/quay.md", "slug: boats", "/notes/boats.html"],
  ["collections/_notes/quay.md", "title: T", "/notes/quay.html"],
  ["_pages/quay.md", "title: T", "/_pages/quay/"],
  ["_drafts/quay.md", "title: T", "/_drafts/quay/"],
])("Jekyll has the document %s with %j at %s", async (path, line, address) => {
  expect(await urlOf(path, `${line}\ndate: 2026-11-20`)).toBe(`https://example.org${address}`);
});

test("pictures and links of a document of Jekyll's stand beside its page", async () => {
  const folder = makeFolder({
    "_notes/2026/quay.md": post("![Quay](a.png) and [the boats](boats.md)."),
    "_notes/2026/boats.md": post("Boats."),
  });

  const { html } = await folder.body("_notes/2026/quay.md", { baseUrl });

  expect(html).toContain('src="https://example.org/notes/2026/a.png"');
  expect(html).toContain('href="https://example.org/notes/2026/boats.html"');
});

test("Eleventy's index with a day in its name is its folder's own article", async () => {
  const folder = makeFolder({
    "posts/the-quay/2026-11-20-index.md": post("![Quay](a.png)", "layout: post"),
    "posts/2026-11-20-boats.md": post("Boats.", "layout: post"),
  });

  const { articles } = await folder.scan({ baseUrl });
  const { html } = await folder.body("posts/the-quay/2026-11-20-index.md", { baseUrl });

  expect(articles.map(({ title, url, page }) => [title, url, page])).toEqual([
    ["Boats", "https://example.org/posts/2026-11-20-boats/", undefined],
    ["The quay", "https://example.org/posts/the-quay/", undefined],
  ]);
  expect(articles[1]?.publishedAt?.toISOString()).toBe("2026-11-19T23:00:00.000Z");
  expect(html).toContain('src="https://example.org/posts/the-quay/a.png"');
});

test("a folder's own article that only French has is French, at the address of its folder", async () => {
  const folder = makeFolder({
    "content/quay/index.fr.md": post("Le quai."),
    "content/boats/index.fr.md": post("Les barques."),
    "content/story.ai.md": post("Made by machines."),
  });

  const { articles } = await folder.scan({ baseUrl });

  expect(articles.map(({ language, url }) => [language, url])).toEqual([
    ["fr", "https://example.org/boats/"],
    ["fr", "https://example.org/quay/"],
    [undefined, "https://example.org/story.ai/"],
  ]);
});
