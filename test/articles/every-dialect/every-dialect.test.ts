import { expect, test } from "vitest";

import { readArticleBody } from "../../../src/articles/read-article-body.ts";
import { makeFolder } from "../articles-folder.ts";
import { drawCases, zone } from "./cases.ts";

const count = process.env["GAZETTE_SOAK"] === "1" ? 30_000 : 3000;

/** Of a template's language, as long as it stands in no code. */
const syntax = /\{[{%#:/<]|[}%]\}|%%|\[\[|\[TOC\]|-->|\bimport \{|\bexport const/;

test(
  `${count} articles in 23 languages, every dialect and encoding, are read as they were meant`,
  { timeout: 600_000 },
  async () => {
    const folder = makeFolder();
    const cases = new Map(drawCases(count).map((one) => [one.path, one]));
    for (const { path, bytes } of cases.values()) folder.write(path, bytes);

    const { articles, refused, passedOver } = await folder.scan({
      timeZone: zone.name,
      baseUrl: "https://reedham.example/",
    });

    expect(refused).toEqual([]);
    expect(passedOver).toEqual([]);
    expect(articles.length).toBe(cases.size);
    for (const article of articles) {
      const meant = cases.get(article.path);
      if (meant === undefined) throw new Error(`${article.path} was not written.`);
      const { story, dialect } = meant;
      const body = await readArticleBody(article, {
        dir: folder.dir,
        baseUrl: "https://reedham.example/",
      });
      const [before = "", code = "", after = ""] = body.html.split(/<pre>|<\/pre>/);
      const shown = toText(`${before} ${after}`);

      expect(
        {
          title: article.title,
          publishedAt: article.publishedAt,
          topics: article.topics,
          authors: article.authors,
          language: article.language,
          summary: article.summary,
          draft: article.draft !== undefined,
          page: article.page,
          excerpt: body.excerpt,
          shown: story.paragraphs.map((one) => shown.includes(one)),
          syntax: syntax.exec(shown)?.[0],
          code: toText(code).trim(),
        },
        `${dialect.name}, ${article.path}:\n${new TextDecoder().decode(meant.bytes)}`,
      ).toEqual({
        title: story.title,
        publishedAt: meant.publishedAt,
        topics: story.topics,
        authors: [story.author],
        language: story.language,
        summary: meant.summary,
        draft: meant.draft,
        page: undefined,
        excerpt: meant.summary ?? story.paragraphs[0],
        shown: [true, true],
        syntax: undefined,
        code: dialect.code,
      });
    }
  },
);

function toText(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(lt|gt|quot|amp|#39);/g,
      (_all, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "'",
    );
}
