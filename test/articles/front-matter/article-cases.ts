import { expect, test } from "vitest";

import { makeFolder } from "../articles-folder.ts";

/** What a file has that is unusual, its path, its text, and what its author would expect of the article. */
export type ArticleCase = readonly [what: string, path: string, text: string, expected: object];

/** Tests what each file says of itself, alone in its folder. */
export function testArticles(cases: readonly ArticleCase[]): void {
  test.each(cases)("%s", async (_what, path, text, expected) => {
    const folder = makeFolder({ [path]: text });

    const article = await folder.article(path, { timeZone: "UTC", baseUrl: "https://example.org/" });

    expect(article).toMatchObject(expected);
  });
}
