import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { opinionPage } from "../support/opinion-page.ts";
import { makeFolder } from "./articles-folder.ts";

test("a page of opinion without titles gives fair titles, the writer's name and whole sentences", async () => {
  const folder = makeFolder(opinionPage);
  const { articles } = await folder.scan();

  expect(articles.map(({ title }) => title)).toEqual([
    "As clocks that set themselves sweep across the valley, the craft of winding has moved to the museum",
    "The first answer in the harbour to the closing of the Lower Bridge was to say that boats would…",
    "While repeatedly promising that the tunnel under Quill Bay would open “within the year,” the…",
    "This should be the year in which small libraries lose their fear of opening on Sundays",
    "We are used to hearing that whenever a bridge closes, the town is finished",
  ]);
  expect(articles.map(({ authors }) => authors)).toEqual([[], [], ["Ottoline Vance"], [], []]);

  for (const { path: file } of articles) {
    const { html, excerpt } = await folder.body(file);
    expect(excerpt).toMatch(/[.”…]$/);
    expect(html).not.toMatch(/[\p{L},]<\/p>/u);
  }
  expect((await folder.body("articles/one.md")).html).toContain("林海音");
  expect((await folder.body("articles/two.md")).html).toMatch(/There are other, more qualified…<\/p>$/);
});

/** A page of a real newspaper, where it stands beside the project: one whole piece and four cut teasers. */
const seed = path.resolve("../shared/seed/000_c4e5d4b51da96965.txt");

test.skipIf(!existsSync(seed))(
  "so does a real page, whether its paragraphs are parted by blank lines or not",
  async () => {
    const lines = readFileSync(seed, "utf8").trim().split("\n");
    const piece = lines.slice(0, -4);
    const texts = [piece.join("\n"), piece.join("\n\n"), ...lines.slice(-4)];
    const folder = makeFolder();
    for (const [index, text] of texts.entries())
      folder.write(`${index}.md`, `---\ndate: 2026-11-1${index}\n---\n${text}\n`);

    const { articles } = await folder.scan();

    expect(articles.map(({ title }) => title)).toEqual([
      "While repeatedly threatening South Korea’s total destruction, North Korea has fired several cruise…",
      "While repeatedly threatening South Korea’s total destruction, North Korea has fired several cruise…",
      "We are used to hearing that whenever something happens, it means Taiwan is about to fall to China",
      "This should be the year in which the democracies, especially those in East Asia, lose their fear of…",
      "The immediate response in Taiwan to the extraction of Venezuelan President Nicolas Maduro by the US…",
      "As technological change sweeps across the world, the focus of education has undergone an inevitable…",
    ]);
    expect(articles.map(({ authors }) => authors)).toEqual([
      ["Tae-woo Kim"],
      ["Tae-woo Kim"],
      [],
      [],
      [],
      [],
    ]);

    const bodies = await Promise.all(articles.map(({ path: file }) => folder.body(file)));
    expect(bodies[0]?.html).toBe(bodies[1]?.html);
    expect(bodies[0]?.html).toContain("Vice President William Lai (賴清德).");
    expect(bodies[3]?.html).toContain("US$11.1 billion arms…</p>");
    for (const { html, excerpt } of bodies.slice(2)) {
      expect(excerpt).toMatch(/[.”…]$/);
      expect(html).toMatch(/…<\/p>$/);
    }
  },
);
