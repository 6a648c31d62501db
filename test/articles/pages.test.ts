import { expect, test } from "vitest";

import { makeFolder, post } from "./articles-folder.ts";

const dated = "title: Reeds\ndate: 2026-02-03";

/** Files that no author means as articles, each with what shows it. */
const pages: readonly (readonly [path: string, fields: string, because: string])[] = [
  ["source/tags/index.md", "type: tags", 'its type is "tags"'],
  ["source/link/index.md", 'type: "link"', 'its type is "link"'],
  ["source/liens/index.md", "layout: 友链", 'its layout is "友链"'],
  ["pages/2015-05-01---team/index.md", "layout: page", 'its layout is "page"'],
  ["blog_fa.md", "layout: page\ntype: blog", 'its layout is "page"'],
  ["source/photos/index.md", "type: gallery", 'its type is "gallery"'],
  ["content/find.md", "layout: search", 'its layout is "search"'],
  ["src/pages/old.md", "layout: ../layouts/Redirect.astro", 'its layout is "../layouts/Redirect.astro"'],
  ["src/pages/company.md", "templateKey: about-page", 'its templatekey is "about-page"'],
  ["guide/start.md", "article: false", "it says article: false"],
  ["welcome.md", "home: true", "it says home: true"],
  ["lists/all.md", "pageComponent:\n  name: Catalogue", "it only holds a pageComponent"],
  ["content/about.md", "", "its name is about"],
  ["content/about.pt.md", "", "its name is about"],
  ["fr/about/index.md", "", "its name is about"],
  ["source/404/index.md", "permalink: /404.html", "it is the page for addresses that lead nowhere"],
  ["index.md", "", "it is the front page of its folder"],
  ["docs/zh/index.md", "", "it is the front page of its folder"],
  ["content/posts/index.md", "", "it is the front page of its folder"],
];

for (const [path, fields, because] of pages)
  test(`${path} ${fields} is a page, because ${because}`, async () => {
    const folder = makeFolder({ [path]: post("Text.", `${dated}\n${fields}`) });

    expect((await folder.article(path)).page).toBe(because);
  });

/** Files that look like those and are articles all the same. */
const articles: readonly (readonly [path: string, fields: string])[] = [
  ["_posts/2026-02-03-reeds.md", "layout: page"],
  ["posts/reeds.md", "layout: page"],
  ["posts/reeds.md", "type: link"],
  ["notes of the year/404.md", ""],
  ["reeds.md", "type: link"],
  ["2026/reeds/index.md", "type: gallery"],
  ["reviews/reeds.md", "layout: books"],
  ["posts/about.md", ""],
  ["2026-02-03-about.md", ""],
  ["reeds.md", "template: page.html"],
  ["reeds.md", "layout: blog-post.njk"],
  ["reeds.md", "layout: news-page"],
  ["reeds.md", "page: 1"],
  ["about.md", "type: post"],
  ["articles/images/index.md", ""],
  ["reeds/index.md", ""],
  ["wiki/switches/on/index.md", ""],
];

for (const [path, fields] of articles)
  test(`${path} ${fields} is an article`, async () => {
    const folder = makeFolder({ [path]: post("Text.", `${dated}\n${fields}`) });

    expect((await folder.article(path)).page).toBeUndefined();
  });

test("beside a folder _posts there are pages, but for what is in another folder of posts, in a collection, or a dated file", async () => {
  const folder = makeFolder({
    "source/_posts/reeds.md": post("Text.", dated),
    "source/music/index.md": post("Text.", dated),
    "source/2026-02-03-boats.md": post("Text.", "title: Boats"),
    "source/blog/mud.md": post("Text.", dated),
    "source/_stories/silt.md": post("Text.", dated),
    "source/essay.md": post("Text.", "title: Essay\nlayout: post"),
    "source/recetas/sopa.md": post("Text.", dated),
    "source/legal.md": post("Text.", "title: Legal"),
    "elsewhere/reeds.md": post("Text.", dated),
  });

  const { articles: found } = await folder.scan();

  expect(found.filter(({ page }) => page !== undefined).map(({ path, page }) => [path, page])).toEqual([
    ["source/legal.md", "it lies beside source/_posts, not in it"],
    ["source/music/index.md", "it lies beside source/_posts, not in it"],
  ]);
});

test("what is a page is still one when it comes from the index", async () => {
  const folder = makeFolder({
    "about.md": post("Text.", dated),
    "reeds.md": post("Text.", `${dated}\ntype: post`),
  });
  const indexFile = `${folder.dir}/.index`;

  await folder.scan({ indexFile });
  const { articles: found } = await folder.scan({ indexFile });

  expect(found.map(({ page }) => page)).toEqual(["its name is about", undefined]);
});
