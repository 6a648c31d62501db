import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** What a syntax is, how it stands in an article, and its HTML, without the line ends between elements. */
export type BodyCase = readonly [what: string, written: string, html: string];

/** Tests what each text becomes, in an article that has another one beside it and a site that it stands on. */
export function testBodies(cases: readonly BodyCase[]): void {
  test.each(cases)("%s", async (_what, written, html) => {
    const folder = makeFolder({
      "a.md": post(written),
      "another-post.md": post("Other.", "title: Other\ndate: 2026-11-19"),
    });

    const body = await folder.body("a.md", { baseUrl: "https://example.org/" });

    expect(body.html.replace(/\s*\n\s*/g, "")).toBe(html);
  });
}
