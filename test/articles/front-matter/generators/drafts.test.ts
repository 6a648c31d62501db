import { expect, test } from "vitest";

import { makeFolder } from "../../articles-folder.ts";
import { testArticles } from "../article-cases.ts";

/** What holds an article back or puts it first, as generators and platforms say it. */
testArticles([
  [
    "Nikola's tag for drafts, with no comment around",
    "idea.md",
    ".. title: An idea\n.. date: 3 February 2026\n.. tags: draft, boats\n\nText.\n",
    {
      title: "An idea",
      publishedAt: new Date("2026-02-03T00:00:00Z"),
      topics: ["boats"],
      draft: "it says draft: true",
    },
  ],
  [
    "publish: with a day, which is no draft",
    "casper.md",
    "---\ntitle: Reeds\npublish: 2026-02-03\n---\nText.\n",
    { publishedAt: new Date("2026-02-03T00:00:00Z"), draft: undefined },
  ],
  [
    "a featured article that Mundana hides from the list of the others",
    "mundana.md",
    "---\nlayout: post\ntitle: Reeds\nfeatured: true\nhidden: true\n---\nText.\n",
    { draft: undefined },
  ],
  [
    "an article that is hidden and not featured",
    "mundana.md",
    "---\nlayout: post\ntitle: Reeds\nfeatured: false\nhidden: true\n---\nText.\n",
    { draft: "it says hidden: true" },
  ],
  [
    "a draft that is featured once it is out",
    "mundana.md",
    "---\nlayout: post\ntitle: Reeds\nfeatured: true\nhidden: true\ndraft: true\n---\nText.\n",
    { draft: "it says draft: true" },
  ],
  [
    "places at the top, by number",
    "sticky.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nsticky: 100\n---\nText.\n",
    { pinned: true },
  ],
  [
    "no place at the top, by number",
    "not-sticky.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nsticky: 0\ntop: false\n---\nText.\n",
    { pinned: false },
  ],
  [
    "Gridea's pictures and its articles that are in no list",
    "gridea.md",
    "---\ntitle: 芦苇\ndate: 2026-02-03 10:00:00\npublished: true\nhideInList: true\nisTop: true\nfeature: /post-images/a.png\n---\n正文。\n",
    { draft: "it says hideinlist: true", pinned: true, image: { source: "/post-images/a.png", alt: "" } },
  ],
  [
    "what Qiita shares with few",
    "qiita.md",
    "---\ntitle: 葦\ntags:\n  - 川\nprivate: true\nupdated_at: '2026-02-03T10:00:00+09:00'\nid: abc\n---\n本文。\n",
    { draft: "it says private: true", publishedAt: new Date("2026-02-03T01:00:00Z") },
  ],
  [
    "what Hugo builds in no list",
    "built.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\n_build:\n  list: never\n---\nText.\n",
    { draft: "its build.list is never" },
  ],
  [
    "what Ghost shows to members",
    "ghost.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nstatus: published\nvisibility: members\n---\nText.\n",
    { draft: "its visibility is members" },
  ],
  [
    "an article that is under review",
    "review.md",
    "---\ntitle: Reeds\ndate: 2026-02-03\nstatus: review\n---\nText.\n",
    { draft: "its status is review" },
  ],
  [
    "an article that its site does not list",
    "hidden.md",
    "---\ntitle: Hidden\ndate: 2026-02-03\nisPublish: false\n---\nText.\n",
    { draft: "it says ispublish: false" },
  ],
  [
    "a draft by its folder, whatever the generator",
    "blog/drafts/rope.md",
    "---\ntitle: Rope\ndate: 2026-02-03\n---\nText.\n",
    { draft: "it lies in drafts/" },
  ],
  [
    "a folder of drafts in which one says that it is out",
    "blog/drafts/out.md",
    "---\ntitle: Rope\ndate: 2026-02-03\ndraft: false\n---\nText.\n",
    { draft: undefined },
  ],
  [
    "the tag by which Frog keeps an article back",
    "2026-02-03-boats.md",
    "    Title: Boats\n    Date: 2026-02-03T13:15:33\n    Tags: DRAFT, harbour\n\nText.\n",
    { draft: "it says draft: true", topics: ["harbour"] },
  ],
]);

test("an article behind a password stays at home, and its author is told why", async () => {
  const folder = makeFolder({ "a.md": "---\ntitle: A\ndate: 2026-02-03\npassword: sesame\n---\nText.\n" });

  const { articles, notes } = await folder.scan();

  expect(articles[0]?.draft).toBeDefined();
  expect(notes).toEqual([
    { path: "a.md", line: 4, message: "The article is behind a password on its site; taken for a draft." },
  ]);
});
