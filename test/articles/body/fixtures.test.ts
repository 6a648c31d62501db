import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { makeFolder } from "../articles-folder.ts";

const fixtures = path.join(import.meta.dirname, "../fixtures/bodies");
const inputs = readdirSync(fixtures).filter((name) => /\.mdx?$/.test(name));

test.each(inputs)("the body of %s becomes what stands beside it", async (name) => {
  const folder = makeFolder({
    [name]: readFileSync(path.join(fixtures, name)),
    "Other Note.md": "---\ntitle: Other\ndate: 2026-11-19\nslug: other\n---\nText.\n",
    "_posts/2026-11-19-other.md": "---\ntitle: Other post\n---\nText.\n",
  });

  const { html, excerpt, notes } = await folder.body(name, { baseUrl: "https://example.org/blog/" });

  const said = notes.map(({ line, message }) => `${line ?? "-"}: ${message}`);
  const report = [html, "", `Excerpt: ${excerpt}`, ...said, ""].join("\n");
  await expect(report).toMatchFileSnapshot(path.join(fixtures, `${path.parse(name).name}.txt`));
});
