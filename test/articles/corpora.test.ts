import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { readArticleBody } from "../../src/articles/read-article-body.ts";
import { scanArticles } from "../../src/articles/scan-articles.ts";

/** Real blogs that stand beside the project in some places; the tests do not need them. */
const corpora = path.resolve("../shared/corpora");
const blogs = existsSync(corpora) ? readdirSync(corpora) : [];
const here = blogs.length > 0 ? blogs : ["a blog that is not here"];

/** Letters of HTML from which an email shows only the beginning of a body. */
const shownLength = 64 * 1024;

/** Lines of a post that are plain text: no markup, code, front matter or comment, so they must all be readable in the end. */
function listPlainLines(source: string): string[] {
  const prose = source
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, "")
    .replaceAll(/<!--[\s\S]*?-->/g, "")
    .replaceAll(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, "")
    .replaceAll(/<(script|style|iframe|svg)[\s\S]*?<\/\1>/gi, "");
  return prose
    .split("\n")
    .filter((line) => /^[\p{L}“"(].{40}/u.test(line))
    .filter((line) => !/[`<>[\]{}*_\\$&|~^=]|https?:|:\w+:|--|^\w+:|\.\.\./.test(line));
}

/** What a reader sees of HTML, without its spaces. */
function readLetters(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll(/&#(?:39|x27);/g, "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s/g, "");
}

/** What only a template language, or a generator's own syntax, would leave behind. */
const residue = /\{\{|\{%|%\}|<%|\[\[|:::|@def|\{:|\{\/\*|^import |\\[a-z]+\{|&[a-z]+;|!\[|\]\(/;

test.skipIf(blogs.length === 0).each(here)(
  "every file of %s is accounted for, dated and readable, to its last line",
  { timeout: 120_000 },
  async (blog) => {
    const dir = path.join(corpora, blog);
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.(?:md|mdx|markdown)$/.test(entry.name),
    );
    const considered = files.filter(({ name }) => !/^(?:readme|_index)\./i.test(name));

    const { articles, refused } = await scanArticles({
      dir,
      timeZone: "Europe/Paris",
      baseUrl: "https://example.org/",
    });

    expect(articles.length + refused.length).toBe(considered.length);
    expect(refused).toEqual([]);
    // A blog's front page has no date; every post has.
    expect(
      articles
        .filter(({ publishedAt }) => publishedAt === undefined)
        .map(({ path: file }) => file)
        .filter((file) => file !== "index.md"),
    ).toEqual([]);
    for (const article of articles) {
      expect(article.title).toMatch(/[\p{L}\p{N}]/u);
      const { html, excerpt } = await readArticleBody(article, { dir, baseUrl: "https://example.org/" });
      expect({ path: article.path, excerpt }).not.toMatchObject({
        excerpt: expect.stringMatching(residue) as string,
      });
      const source = readFileSync(path.join(dir, article.path), "utf8");
      const letters = readLetters(html);
      const lost = listPlainLines(source).filter((line) => !letters.includes(line.replaceAll(/\s/g, "")));
      if (source.length < shownLength)
        expect({ path: article.path, lost }).toEqual({ path: article.path, lost: [] });
      const prose = html.replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, "");
      expect({
        path: article.path,
        residue: /\{\{[<%]|\{%|<(?:script|style|iframe)\b|gazette-|[\ufdd0-\ufdef]/.exec(prose)?.[0],
      }).toMatchObject({ residue: undefined });
    }
  },
);
