import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** A file of a notebook or a platform, and what is read from it. */
const files: readonly (readonly [path: string, written: string, read: Record<string, unknown>])[] = [
  [
    "a.md",
    "created: 20261109093000000\ntags: sea [[wet rope]]\ntitle: Tide\n\nText.\n",
    { title: "Tide", publishedAt: new Date("2026-11-09T09:30:00Z"), topics: ["sea", "wet rope"] },
  ],
  [
    "Roof work.md",
    "- date:: [[November 20th, 2026]]\n- tags:: #roof #[[wet work]]\n- The roof leaks.\n",
    { title: "Roof work", publishedAt: new Date("2026-11-20"), topics: ["roof", "wet work"] },
  ],
  ["pages/quay___beds.md", "date:: 2026-11-20\nheading:: true\n\n- Text.\n", { title: "quay/beds" }],
  [
    "Range 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d.md",
    "# Range\n\nDate: November 18, 2026 → November 19, 2026\nTags: a, b\n\nText.\n",
    { title: "Range", publishedAt: new Date("2026-11-18"), topics: ["a", "b"] },
  ],
  ["Untitled 1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d.md", "Reeds stand here.\n", { title: "Reeds stand here" }],
  [
    "港.md",
    "# 港の日記\n\n日付: 2026年11月17日\nタグ: 港, 船\n\n灯り。\n",
    { title: "港の日記", publishedAt: new Date("2026-11-17"), topics: ["港", "船"] },
  ],
  [
    "a.md",
    "# Hafen\n\nErstellt: 17. November 2026 09:30\nSchlagworte: Hafen\n\nLicht.\n",
    { publishedAt: new Date("2026-11-17T09:30:00Z"), topics: ["Hafen"] },
  ],
  [
    "a.md",
    "# Tide\n\n    Created at: 2026-11-14T10:00:00+00:00\n    Source: web\n\nText.\n",
    { title: "Tide", publishedAt: new Date("2026-11-14T10:00:00Z") },
  ],
  [
    "a.md",
    "title: Tide\npublished_date: 2026-11-17 09:30\ntags: a, b\n___\n\nText.\n",
    { title: "Tide", publishedAt: new Date("2026-11-17T09:30:00Z"), topics: ["a", "b"] },
  ],
  ["a.md", "# Tide\n\n###### tags: `sea` `low tide`\n\nText.\n", { topics: ["sea", "low tide"] }],
  ["a.md", post("Text.", "title: A\ndg-publish: false"), { draft: "it says dgpublish: false" }],
  [
    "a.md",
    post("Text.", "title: A\ndg-created: 2026-11-11\ndg-permalink: plot"),
    { draft: undefined, publishedAt: new Date("2026-11-11"), url: "https://example.org/plot" },
  ],
  ["a.md", post("Text.", "title: A\nsaveAsDraft: true"), { draft: "it says saveasdraft: true" }],
  ["a.md", post("Text.", "title: A\nvisibility: 비공개"), { draft: "its visibility is 비공개" }],
  [
    "a.md",
    post("Text.", "excalidraw-plugin: parsed\ndate: 2026-11-09"),
    { page: "it holds a drawing of a plugin of Obsidian's" },
  ],
  [
    "Harbour lights.md",
    post("The lamps came on.\n\n## Below\n\nText.", "date: 2026-11-20"),
    { title: "Harbour lights" },
  ],
  ["2026-11-15 Fog.md", "It was thick.\n", { title: "Fog" }],
  ["2026-11-15-fog.md", "It was thick.\n", { title: "It was thick" }],
  ["a.md", '# Fold <!-- {"fold":true} -->\n\nText.\n', { title: "Fold" }],
  ["a.md", post("", "date: 2026-11-20\nlike-of: https://www.example.com/a/"), { title: "♥ example.com/a" }],
  [
    "a.md",
    post("Text.", "date: 2026-11-20\nbookmark-of: https://example.com/a\nname: Reeds"),
    { title: "Reeds" },
  ],
  [
    "a.md",
    post("Text.", "title: A\nphoto:\n  - value: https://example.com/p.jpg\n    alt: A boat"),
    { image: { source: "https://example.com/p.jpg", alt: "A boat" } },
  ],
];

test.each(files)("%s %j", async (path, written, read) => {
  const folder = makeFolder({ [path]: written });
  const [article] = (await folder.scan({ timeZone: "UTC", baseUrl: "https://example.org/" })).articles;

  expect(article).toMatchObject(read);
});
