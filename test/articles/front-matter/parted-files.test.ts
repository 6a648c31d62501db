import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { makeFolder } from "../articles-folder.ts";

const kirby = (text: string, behind = ""): string =>
  `Title: Reeds\n\n----\n\nDate: 2026-02-03\n\n----\n\nTags: boats, quay\n\n----\n\nText:\n\n${text}\n${behind}`;

async function renderKirby(text: string): Promise<string> {
  const folder = makeFolder({ "2_blog/1_reeds/article.md": kirby(text) });
  const { html } = await folder.body("2_blog/1_reeds/article.md", { baseUrl: "https://example.org/" });
  return html.replace(/\n/g, "");
}

test("Kirby's fields, and none of them in the text", async () => {
  const folder = makeFolder({
    "2_blog/1_reeds/article.md": kirby("The quay.\n\n\\----\n\nNote: the pier.", "\n----\n\nUuid: AbCd\n"),
  });
  const article = await folder.article(undefined, { timeZone: "UTC", baseUrl: "https://example.org/" });

  expect([article.title, article.topics, article.publishedAt]).toEqual([
    "Reeds",
    ["boats", "quay"],
    new Date("2026-02-03"),
  ]);
  expect(article.url).toBe("https://example.org/blog/reeds/");
  expect((await folder.body()).html.replace(/\n/g, "")).toBe("<p>The quay.</p><hr /><p>Note: the pier.</p>");
});

test.each([
  [
    "links, mailboxes and numbers",
    'A (link: https://e.org text: [low] "tide" rel: me), (link: blog/quay text: quay), (email: ada@example.org) and (tel: +1 23 text: us).',
    '<p>A <a href="https://e.org/">[low] "tide"</a>, <a href="https://example.org/blog/quay">quay</a>, <a href="mailto:ada@example.org">ada@example.org</a> and <a href="tel:+123">us</a>.</p>',
  ],
  [
    "pictures, with captions in which brackets stand, and in a list",
    "(image: https://e.org/a.jpg alt: Quay caption: The quay (1920) class: wide)\n\n- (image: https://e.org/b.jpg)",
    '<figure><img src="https://e.org/a.jpg" alt="Quay" /><figcaption><p>The quay (1920)</p></figcaption></figure><ul><li><img src="https://e.org/b.jpg" alt="" /></li></ul>',
  ],
  [
    "films, code and columns",
    "(columns…)\n\n(youtube: https://www.youtube.com/watch?v=aB3)\n\n++++\n\n(gist: https://gist.github.com/a/1)\n\n(…columns)",
    '<p><a href="https://www.youtube.com/watch?v=aB3">Video (YouTube)</a></p><p><a href="https://gist.github.com/a/1">Code (GitHub)</a></p>',
  ],
  [
    "what Kirby knows by its number, and words in brackets",
    "A (link: page://ab12 text: quay) (see: above) and (video: none of it). {{ low }}",
    "<p>A quay (see: above) and (video: none of it). {{ low }}</p>",
  ],
])("KirbyText: %s", async (_what, written, html) => {
  expect(await renderKirby(written)).toBe(html);
});

test("KirbyText's tags are words in any other file", async () => {
  const folder = makeFolder({ "reeds.md": "---\ntitle: Reeds\n---\nThe (link: low text: tide) so.\n" });

  expect((await folder.body()).html).toContain("(link: low text: tide)");
});

test("Lektor's fields, with a rule in the text", async () => {
  const folder = makeFolder({
    "blog/reeds/contents.lr":
      "_model: post\n---\ntitle: Reeds\n---\npub_date: 2026-02-03\n---\ntags:\n\nboats\nquay\n---\nbody:\n\nThe quay.\n\n----\n\nThe pier.\n---\nsource: reeds\n",
  });
  const article = await folder.article(undefined, { timeZone: "UTC", baseUrl: "https://example.org/" });

  expect([article.title, article.topics, article.publishedAt, article.url]).toEqual([
    "Reeds",
    ["boats", "quay"],
    new Date("2026-02-03"),
    "https://example.org/blog/reeds/",
  ]);
  expect((await folder.body()).html.replace(/\n/g, "")).toBe("<p>The quay.</p><hr /><p>The pier.</p>");
});

/** What only looks so. */
test.each([
  ["title: Reeds\ndate: 2026-02-03\n---\nText: the reeds.\n", "Text: the reeds."],
  ["title: Reeds\ndate: 2026-02-03\n---\nbody: the reeds.\n", "body: the reeds."],
  ["Note: mind.\n\n----\n\nText: the reeds.\n", "Note: mind."],
])("%j is no file of parted fields", async (written, shown) => {
  expect((await makeFolder({ "reeds.md": written }).body()).html).toContain(shown);
});

test.each([
  ".. title: Reeds\n.. date: 2026-02-03\n.. tags: boats, draft\n",
  "---\ntitle: Reeds\ndate: 2026-02-03\ntags: boats\nstatus: draft\n---\n",
])("Nikola's second file says what the first is called: %j", async (meta) => {
  const folder = makeFolder({ "reeds.md": "The quay.\n\n[[low]]\n", "reeds.meta": meta });
  const { articles } = await folder.scan({ timeZone: "UTC" });
  const [article] = articles;

  expect([article?.title, article?.topics, typeof article?.draft]).toEqual(["Reeds", ["boats"], "string"]);
  expect(article?.publishedAt).toEqual(new Date("2026-02-03"));
  const { html, notes } = await folder.body();
  expect(html).toContain("<p>The quay.</p>");
  expect(html).not.toContain("Reeds");
  expect(notes.map(({ line }) => line)).toEqual([3]);
});

test("Nikola's first form of a second file, and a change of it alone", async () => {
  const folder = makeFolder({ "reeds.md": "The quay.\n", "reeds.meta": "Reeds\nreeds\n2026-02-03\nboats\n" });
  const indexFile = path.join(makeFolder().dir, "articles.index");
  await folder.scan({ indexFile });
  expect((await folder.article(undefined, { indexFile })).topics).toEqual(["boats"]);

  folder.write("reeds.meta", "The low reeds\nreeds\n2026-02-03\nboats\n");

  expect((await folder.article(undefined, { indexFile })).title).toBe("The low reeds");
});

test("a second file that is something else, or leads elsewhere, is not read", async () => {
  const folder = makeFolder({ "a.md": "The quay.\n", "a.meta": "guid: 12\n", "b.md": "The pier.\n" });
  const outside = makeFolder({ "secret.txt": ".. title: Secret\n" });
  symlinkSync(path.join(outside.dir, "secret.txt"), path.join(folder.dir, "b.meta"));

  expect((await folder.scan()).articles.map(({ title }) => title)).toEqual(["The quay", "The pier"]);
});

test.each([
  ["01.blog/20260203.reeds/item.md", "blog/reeds/"],
  ["2_blog/reeds/article.de.md", "blog/reeds/"],
  ["blog/reeds/item.md", "blog/reeds/item/"],
  ["2026_blog/reeds/article.md", "2026_blog/reeds/article/"],
  ["01.blog/reeds.md", "01.blog/reeds/"],
])("%s stands at %s", async (file, address) => {
  const folder = makeFolder({ [file]: "---\ntitle: Reeds\n---\nText.\n" });

  expect((await folder.article(file, { baseUrl: "https://example.org/" })).url).toBe(
    `https://example.org/${address}`,
  );
});
