import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

async function readNotes(body: string): Promise<string[]> {
  const { notes } = await makeFolder({ "a.md": post(body) }).body();
  return notes.map(({ message }) => message);
}

test("a note names code as the author wrote it", async () => {
  expect(await readNotes('{{ mm("a" `b`) }}')).toEqual([
    '{{ mm("a" `b`) }} is not known to Gazette and is left out.',
  ]);
});

test("no note holds what only we write", async () => {
  expect((await readNotes("![[<!--more--> |>]]")).join("\n")).not.toMatch(/[\ufdd0-\ufdef]/);
});

test("a long name is cut between two characters", async () => {
  const [note = ""] = await readNotes(`{{#headings ${"𝑻".repeat(80)}}}`);

  expect(note.isWellFormed()).toBe(true);
  expect(note).toMatch(/𝑻… \}\} is not known/);
});

test("what only we write cannot be written as a character reference", async () => {
  const folder = makeFolder({
    "a.md": post(
      "<p>One &#xfdd3; two &#64978;&#xFDD4; three &#0064982; four.</p>\n\nThe second paragraph.",
      "title: Boats &#xfdd5;&#xfdd3;\ndate: 2026-11-20",
    ),
  });

  const { html, excerpt } = await folder.body();
  const { articles } = await folder.scan();

  expect(html + excerpt + (articles[0]?.title ?? "")).not.toMatch(/[\ufdd0-\ufdef]/);
  expect(excerpt).toContain("four.");
});
