import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

test("a body prints the fields in Hugo's table, and what MyST puts in for a name", async () => {
  const folder = makeFolder({
    "a.md": post(
      'It is {{< param "tide" >}} and {{ boat }} and {{ quay }}.',
      'title: T\nparams:\n  tide: low\nmyst:\n  substitutions:\n    boat: "a *small* one"',
    ),
  });

  expect((await folder.body()).html).toBe("<p>It is low and a <em>small</em> one and.</p>");
});

test("a body prints the fields of its own front matter, and days of them in figures", async () => {
  const fields =
    "title: Tides\ndate: 2019-05-04\nPaper_name: The Harbour Post\nread: 2019-05-04\nsmall: '{{ site.small }}'\ncover:\n  alt: The *low* quay\n  file: /img/low quay.png";
  const folder = makeFolder({
    "a.md": post(
      '**[{{ page.Paper_name }}]** {{ page.read }}, {{ page.read | date: "%-d.%m.%Y" }}: {{ page.header.cover.alt | escape }}\n\n[Low]({{ page.cover.file | relative_url }}) {{< param "cover.alt" >}}\n\nNot {{ page.small }}, nor {{ page.mast }}, nor on {{ page.read | date: "%A" }}.',
      fields,
    ),
  });

  const body = await folder.body(undefined, { baseUrl: "https://example.org/" });

  expect(body.html.replaceAll("\n", "")).toBe(
    '<p><strong>[The Harbour Post]</strong> 2019-05-04, 4.05.2019: The <em>low</em> quay</p><p><a href="https://example.org/img/low%20quay.png">Low</a> The <em>low</em> quay</p><p>Not, nor, nor on.</p>',
  );
  expect(body.notes.map(({ message }) => message)).toEqual([
    "{{ page.small }} is not known to Gazette and is left out.",
    "{{ page.mast }} is not known to Gazette and is left out.",
    "{{ page.read }} is not known to Gazette and is left out.",
  ]);
});

test("a text of Franklin's prints the article's own fields", async () => {
  const folder = makeFolder({
    "a.md":
      '@def title = "Tide"\n@def published = "3 March 2026"\n@def abstract = "The *tide* comes."\n\n{{abstract}}\n\nIt goes.\n',
  });

  expect((await folder.body("a.md")).html).toBe("<p>The <em>tide</em> comes.</p>\n<p>It goes.</p>");
});
