import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

const baseUrl = "https://example.org/site";

test.each([
  ["[a]({{ site.baseurl }}/foo/)", "https://example.org/site/foo/"],
  ["[a]({{ site.url }}{{ site.baseurl }}/foo/)", "https://example.org/site/foo/"],
  ['[a]({{ "/x" | relative_url }})', "https://example.org/site/x"],
  ['[a]({{ "x#y" | absolute_url }})', "https://example.org/site/x#y"],
  ['<a href="{{ "/x/" | url }}">a</a>', "https://example.org/site/x/"],
  ["<a href='{{ site.baseurl }}/'>a</a>", "https://example.org/site/"],
  [
    "[a](https://t.example/share?url={{ site.url }}/x/)",
    "https://t.example/share?url=https://example.org/site/x/",
  ],
])("%s leads to where the site stands", async (link, address) => {
  const folder = makeFolder({ "a.md": post(`See ${link}.`) });

  expect((await folder.body("a.md", { baseUrl })).html).toBe(`<p>See <a href="${address}">a</a>.</p>`);
});

test("a link that shares an article whose address is not known is named without a mark of Gazette's own", async () => {
  const folder = makeFolder({
    "a.md": post("[Share](https://t.example/share?url={{ site.url }}{{ page.link }}) it."),
  });

  const body = await folder.body("a.md", { baseUrl });
  expect(body.html).toBe("<p>Share it.</p>");
  expect(body.notes.map(({ message }) => message)).toContain(
    "The link https://t.example/share?url={…} holds a value that only the site's generator knows.",
  );
});

test("the site's address in a text leaves no mark", async () => {
  const folder = makeFolder({
    "a.md": post('We are at {{ site.url }}, and {{ "/x" | relative_url }} is ours.'),
  });

  expect((await folder.body("a.md", { baseUrl })).html).toBe("<p>We are at , and /x is ours.</p>");
});

test.each([
  ["permalink: /about/", "https://example.org/site/about/"],
  ["permalink: about", "https://example.org/site/about"],
  ["slug: /news/x", "https://example.org/site/news/x"],
  ["slug: ../../x", "https://example.org/site/x/"],
  ["permalink: /../../x", "https://example.org/site/x"],
  ["permalink: /%2e%2e/%2e%2e/x", undefined],
  ["permalink: //elsewhere.example/x", "https://example.org/site/elsewhere.example/x"],
])("the address of an article with %s stays within the site", async (line, address) => {
  const folder = makeFolder({ "a.md": post("Text.", `title: T\ndate: 2026-11-20\n${line}`) });

  expect((await folder.article("a.md", { baseUrl })).url).toBe(address);
});

test.each([
  ["content/posts/a.md", "posts/a/"],
  ["content/a/index.md", "a/"],
  ["content/_index/a.md", "_index/a/"],
  ["src/content/blog/a.md", "blog/a/"],
  ["src/pages/a.mdx", "a/"],
  ["src/routes/blog/a/+page.md", "blog/a/"],
  ["app/blog/a/page.mdx", "blog/a/"],
  ["packages/website/src/posts/a.md", "posts/a/"],
  ["source/_posts/2026-11-20-a.md", "2026/11/20/a.html"],
  ["user/pages/01.blog/20261120_a/item.md", "blog/a/"],
  ["posts/content/a.md", "posts/content/a/"],
  ["content.md", "content/"],
  ["docs/a.md", "docs/a/"],
])("%s stands at %s, where the folder is that of the whole site", async (path, address) => {
  const folder = makeFolder({ [path]: post("Text.") });

  expect((await folder.article(path, { baseUrl })).url).toBe(`${baseUrl}/${address}`);
});

test("a link with a password in it is left out, and told", async () => {
  const folder = makeFolder({ "a.md": post("See [the page](https://user:secret@example.org/).") });

  const { html, notes } = await folder.body();

  expect(html).toBe("<p>See the page.</p>");
  expect(notes[0]?.message).toContain("holds a user's name or password");
  expect(notes[0]?.message).not.toContain("secret");
});

test("a heading without words disappears", async () => {
  const folder = makeFolder({ "a.md": post("#\n\nText.\n\n## <!-- x -->\n\nMore.") });

  expect((await folder.body()).html).not.toContain("<h");
});

test("pictures in a folder beside a folder's own article are that article's, others the site's", async () => {
  const folder = makeFolder({
    "boats/index.md": post("![](images/a.png)"),
    "boats.md": post("![](images/a.png)"),
  });

  expect((await folder.body("boats/index.md", { baseUrl })).html).toContain("site/boats/images/a.png");
  expect((await folder.body("boats.md", { baseUrl })).html).toContain("site/images/a.png");
});
