import { expect, test } from "vitest";

import { makeFolder } from "../articles-folder.ts";

async function read(text: string, path = "reeds.md") {
  const { articles, refused } = await makeFolder({ [path]: text }).scan({ timeZone: "UTC" });
  expect(refused).toEqual([]);
  const [article] = articles;
  if (article === undefined) throw new Error("There is no article.");
  return article;
}

const at = (day: string): Date => new Date(day);

test.each([
  "enabled: false",
  "live: false",
  "routable: false",
  "status: disabled",
  "state: queued",
  "security: friends",
  "audience: only_paid",
])("an article that says %s waits", async (field) => {
  expect((await read(`---\ntitle: Reeds\ndate: 2026-02-03\n${field}\n---\nText.\n`)).draft).toBeDefined();
});

test.each([
  "enabled: true",
  "security: tight",
  "audience: everyone",
  "live: at the quay",
  "audience: friends",
])("an article that says %s goes out", async (field) => {
  expect((await read(`---\ntitle: Reeds\ndate: 2026-02-03\n${field}\n---\nText.\n`)).draft).toBeUndefined();
});

test.each([
  ["published_timestamp: 2026-02-03T08:30:00Z", "2026-02-03T08:30:00Z"],
  ["first_published_at: 2026-02-03T08:30:00Z\nlast_published_at: 2026-03-03", "2026-02-03T08:30:00Z"],
  ["public_updated_at: 2026-02-03", "2026-02-03"],
  ["eventtime: '2026-02-03 08:30:00'", "2026-02-03T08:30:00Z"],
  [
    "postDate: { date: '2026-02-03 08:30:00.000000', timezone_type: 3, timezone: UTC }",
    "2026-02-03T08:30:00Z",
  ],
])("the date of %s", async (field, day) => {
  expect((await read(`---\ntitle: Reeds\n${field}\n---\nText.\n`)).publishedAt).toEqual(at(day));
});

test.each([
  ["blog/2026-02-03-083015.reeds.md", "2026-02-03T08:30:15Z"],
  ["blog/20260203_reeds/article.md", "2026-02-03"],
  ["blog/20260203.reeds/item.md", "2026-02-03"],
])("the date of %s", async (path, day) => {
  expect((await read("---\ntitle: Reeds\n---\nText.\n", path)).publishedAt).toEqual(at(day));
});

test("a folder of figures that are no day gives none", async () => {
  expect(
    (await read("---\ntitle: Reeds\n---\nText.\n", "blog/20261320_reeds/article.md")).publishedAt,
  ).toBeUndefined();
});

test("the class of a value that Ruby wrote is no fault", async () => {
  const text =
    "---\ntitle: Reeds\ndate: 2026-02-03\nexcerpt: !ruby/object:Hpricot::Doc\n  options: {}\n---\nText.\n";

  expect((await read(text)).title).toBe("Reeds");
});

test("an entry of LiveJournal's", async () => {
  const { title, topics } = await read(
    "---\nsubject: Reeds\neventtime: 2026-02-03 08:30\ntaglist: boats, quay\n---\nText.\n",
  );

  expect([title, topics]).toEqual(["Reeds", ["boats", "quay"]]);
});

test("Blogger's labels are topics where there are no others", async () => {
  expect((await read("---\ntitle: Reeds\nlabels: boats, quay\n---\nText.\n")).topics).toEqual([
    "boats",
    "quay",
  ]);
});

test("a category that WordPress wrote for HTML, and an excerpt that it cut off", async () => {
  const { topics, summary } = await read(
    "---\ntitle: Reeds\ncategories: [Boats &amp; Quays]\nexcerpt: The quay sleeps under [&hellip;]\n---\nText.\n",
  );

  expect([topics, summary]).toEqual([["Boats & Quays"], "The quay sleeps under…"]);
});

test("WordPress' own excerpt, and what Grav tells search engines", async () => {
  const { summary } = await read("---\ntitle: Reeds\npost_excerpt: In few words.\n---\nText.\n");
  const grav = await read("---\ntitle: Reeds\nmetadata:\n  description: In few words.\n---\nText.\n");

  expect([summary, grav.summary]).toEqual(["In few words.", "In few words."]);
});

test("a page of Grav's that lists others is none of them", async () => {
  expect((await read("---\ntitle: Blog\ncontent:\n  items: '@self.children'\n---\nText.\n")).page).toBe(
    "it lists the items of other pages",
  );
});

test("all of HTMLy's marks are read, in any order", async () => {
  const { title, topics } = await read(
    "<!--t Reeds t-->\n<!--quote Soft snow. quote-->\n<!--tag Boats tag-->\n\nText.\n",
  );

  expect([title, topics]).toEqual(["Reeds", ["Boats"]]);
});

test("the day below a text that Medium exported, with its other lines between", async () => {
  const text =
    "# Reeds\n\nText.\n\nBy [Ada Writer](https://medium.com/@ada) on [February 3, 2026](https://medium.com/p/a).\n\n[Canonical link](https://medium.com/@ada/a)\n\nExported from [Medium](https://medium.com) on April 1, 2026.\n";

  expect((await read(text)).publishedAt).toEqual(at("2026-02-03"));
});

test("Substack's subtitle, day and likes", async () => {
  const folder = makeFolder({
    "reeds.md": "# Reeds\n\n## Low tide\n\n**Feb 03, 2026**\n\n**Likes:** 12\n\nThe quay sleeps.\n",
  });

  expect((await folder.article("reeds.md", { timeZone: "UTC" })).publishedAt).toEqual(at("2026-02-03"));
  expect((await folder.body()).excerpt).toBe("The quay sleeps.");
});
