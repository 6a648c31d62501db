import { renameSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { makeFolder, post } from "./articles-folder.ts";

test.each([
  ["id: 7f3a\nslug: s\npermalink: /p/", "7f3a"],
  ["permalink: /2026/water/\nslug: s", "/2026/water/"],
  ["slug: water-prices", "water-prices"],
  ["permalink: /:year/:title/\nslug: s", "s"],
  ["permalink: /:year/:title/", "a.md"],
  ["permalink: /:year/:title/\nurl: /2026/water\nslug: s", "/2026/water"],
  ["permalink: /Notes of 2026/Water/", "/Notes of 2026/Water/"],
  ["permalink: water and rain", "a.md"],
  ["title: T", "a.md"],
])("an article with %j is known as %s", async (lines, id) => {
  expect((await makeFolder({ "a.md": post("Text.", `date: 2026-11-20\n${lines}`) }).article()).id).toBe(id);
});

test("an article stays itself through an edit and a rename", async () => {
  const folder = makeFolder({ "a.md": post("Text.", "slug: water\ndate: 2026-11-20") });
  const before = await folder.article();
  folder.write("a.md", post("Other text.", "slug: water\ndate: 2026-11-20\ntitle: Other"));
  renameSync(path.join(folder.dir, "a.md"), path.join(folder.dir, "b.md"));

  const after = await folder.article();

  expect(after.id).toBe(before.id);
  expect(after.contentHash).not.toBe(before.contentHash);
});

test("a moved file that has no name of its own is recognised by its content", async () => {
  const folder = makeFolder({ "a.md": post("Text.") });
  const before = await folder.article();
  renameSync(path.join(folder.dir, "a.md"), path.join(folder.dir, "b.md"));

  const after = await folder.article();

  expect(after.id).not.toBe(before.id);
  expect(after.contentHash).toBe(before.contentHash);
});

test("articles of different sections that share a slug go by their paths, with a note; a shared id stays shared", async () => {
  const { articles, notes } = await makeFolder({
    "blog/a.md": post("A.", "slug: weekly"),
    "news/a.md": post("B.", "slug: weekly"),
    "x.md": post("C.", "id: same"),
    "y.md": post("D.", "id: same"),
  }).scan();

  expect(articles.map(({ id }) => id)).toEqual(["blog/a.md", "news/a.md", "same", "same"]);
  expect(notes.map(({ path }) => path)).toEqual(["blog/a.md", "news/a.md"]);
});

test("translations named by file or folder belong together, each in its language", async () => {
  const { articles } = await makeFolder({
    "post.md": post("English.", "slug: hello"),
    "post.fr.md": post("Français.", "slug: hello"),
    "content/en/a.md": post("English."),
    "content/zh-tw/a.md": post("中文。"),
    "content/zh-tw/only.md": post("中文。"),
    "it/computers.md": post("Not Italian."),
    "one-es.md": post("Español.", "pagelang: es"),
    "one.md": post("English."),
    "release-no.md": post("Not Norwegian."),
    "release.md": post("Text."),
  }).scan();

  expect(
    articles.map(({ path, language, translationKey, id, topics }) => [
      path,
      language,
      translationKey,
      id,
      topics,
    ]),
  ).toEqual([
    ["content/en/a.md", "en", "content/a.md", "content/en/a.md", []],
    ["content/zh-tw/a.md", "zh-TW", "content/a.md", "content/zh-tw/a.md", []],
    ["content/zh-tw/only.md", "zh-TW", undefined, "content/zh-tw/only.md", []],
    ["it/computers.md", undefined, undefined, "it/computers.md", ["it"]],
    ["one-es.md", "es", "one.md", "one-es.md", []],
    ["one.md", undefined, "one.md", "one.md", []],
    ["post.fr.md", "fr", "post.md", "fr:hello", []],
    ["post.md", undefined, "post.md", "hello", []],
    ["release-no.md", undefined, undefined, "release-no.md", []],
    ["release.md", undefined, undefined, "release.md", []],
  ]);
});

test("translations that lie beside a folder's own article belong together", async () => {
  const { articles } = await makeFolder({
    "reeds/index-fr.mdx": post("Français."),
    "reeds/index.mdx": post("English."),
  }).scan();

  expect(articles.map(({ language, translationKey }) => [language, translationKey])).toEqual([
    ["fr", "reeds/index.mdx"],
    [undefined, "reeds/index.mdx"],
  ]);
});

/** Files of one site, the newsletter's languages, and the paths that they have on the web, in the order of the files. */
test.each([
  [["content/reeds/index.md", "content/reeds/index.ca.md"], [], ["reeds/", "ca/reeds/"]],
  [["reeds.md", "reeds.de.md", "only.de.md"], ["de"], ["reeds/", "de/reeds/", "de/only/"]],
  [["reeds/index.md", "tide/index.md", "only/index.he.md"], [], ["reeds/", "tide/", "he/only/"]],
  [["about-us.md", "reeds/index.he.md", "tide/index.he.md"], [], ["about-us/", "reeds/", "tide/"]],
  [["reeds/index.md", "reeds/index-fr.md"], [], ["reeds/", "fr/reeds/"]],
  [["reeds/index.en.md", "reeds/index.uk.md"], ["uk"], ["en/reeds/", "reeds/"]],
  [["reeds.en.md", "reeds.uk.md", "tide.uk.md"], ["fr"], ["en/reeds/", "reeds/", "tide/"]],
  [["reeds.pt.md", "reeds.pt-BR.md"], ["pt"], ["reeds/", "pt-br/reeds/"]],
  [["en/reeds.en.md", "fr/reeds.fr.md"], ["en"], ["en/reeds/", "fr/reeds/"]],
  [["en/reeds.md", "fr/reeds.md"], ["en"], ["en/reeds/", "fr/reeds/"]],
  [["blog/reeds/contents.lr", "blog/reeds/contents+fr.lr"], [], ["blog/reeds/", "fr/blog/reeds/"]],
  [["reeds/index.md", "reeds/index.it.md"], ["en"], ["reeds/", "it/reeds/"]],
  [["release.io.md", "node.js.md"], ["en"], ["release.io/", "node.js/"]],
])("of %j, for readers of %j, addresses are %j", async (paths, languages, addresses) => {
  const folder = makeFolder(
    Object.fromEntries(
      paths.map((path) => [
        path,
        path.endsWith(".lr")
          ? "title: Reeds\n---\npub_date: 2026-11-20\n---\nbody:\n\nText.\n"
          : post(`Text of ${path}.`),
      ]),
    ),
  );
  const { articles } = await folder.scan({ baseUrl: "https://example.org/", languages });

  expect(paths.map((path) => articles.find((one) => one.path === path)?.url)).toEqual(
    addresses.map((address) => `https://example.org/${address}`),
  );
});

test("a slug stands behind the language of its file, and a link to a file leads to its address", async () => {
  const folder = makeFolder({
    "reeds.md": post("Read [this](tide.md), [ceci](reeds.fr.md)."),
    "reeds.fr.md": post(
      "Lire [ceci](tide.fr.md), [this](reeds.md).",
      "title: R\ndate: 2026-11-20\nslug: roseaux",
    ),
    "tide.md": post("The tide."),
    "tide.fr.md": post("La marée.", "title: M\ndate: 2026-11-20\npermalink: /maree/"),
  });
  const baseUrl = "https://example.org/site";
  const links = async (path: string): Promise<unknown> =>
    [...(await folder.body(path, { baseUrl })).html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

  expect((await folder.article("reeds.fr.md", { baseUrl })).url).toBe(`${baseUrl}/fr/roseaux/`);
  expect(await links("reeds.md")).toEqual([`${baseUrl}/tide/`, `${baseUrl}/fr/roseaux/`]);
  expect(await links("reeds.fr.md")).toEqual([`${baseUrl}/maree/`, `${baseUrl}/reeds/`]);
});

test.each([
  ["posts/water.md", "", "https://example.org/blog/posts/water/"],
  ["posts/water/index.md", "", "https://example.org/blog/posts/water/"],
  ["(blog)/water/+page.md", "", "https://example.org/blog/water/"],
  ["posts/water.md", "slug: prices", "https://example.org/blog/posts/prices/"],
  ["posts/water/index.md", "slug: prices", "https://example.org/blog/posts/prices/"],
  [
    "a.md",
    "permalink: /水 和 雨/一/",
    "https://example.org/blog/%E6%B0%B4%20%E5%92%8C%20%E9%9B%A8/%E4%B8%80/",
  ],
  ["posts/water.md", "permalink: /2026/water.html", "https://example.org/blog/2026/water.html"],
  ["posts/water.md", "canonical_url: https://else.example/x", "https://else.example/x"],
  ["posts/else.md", "external_url: https://else.example/y", "https://else.example/y"],
  ["news/_posts/2026-11-20-water.md", "", "https://example.org/blog/news/2026/11/20/water.html"],
  ["_posts/2026-11-20-water/index.md", "", "https://example.org/blog/2026/11/20/water/"],
  ["a b#c?.md", "", "https://example.org/blog/a-b%23c%3F/"],
  ["Harbour News/March  2026/index.md", "", "https://example.org/blog/Harbour-News/March-2026/"],
  ["Boats - and Reeds -.md", "", "https://example.org/blog/Boats-and-Reeds-/"],
  ["_posts/2026-11-20-low water.md", "", "https://example.org/blog/2026/11/20/low-water.html"],
  ["a%20b.md", "", "https://example.org/blog/a-b/"],
  ["水.md", "", "https://example.org/blog/%E6%B0%B4/"],
  ["x.md", "canonical: javascript:alert(1)", "https://example.org/blog/x/"],
])("%s with %j is on the web at %s", async (file, line, url) => {
  const folder = makeFolder({ [file]: post("Text.", `date: 2026-11-20\n${line}`) });

  expect((await folder.article(undefined, { baseUrl: "https://example.org/blog" })).url).toBe(url);
});

test("without a base address only an article that gives a whole one has one", async () => {
  const folder = makeFolder({
    "a.md": post("Text.", "permalink: /x/"),
    "b.md": post("Text.", "permalink: https://example.org/x/"),
  });

  expect((await folder.scan()).articles.map(({ url }) => url)).toEqual([undefined, "https://example.org/x/"]);
});
