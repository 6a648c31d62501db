import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** MDX indents as programs do: the text in an article, and its HTML. */
test.each([
  [
    "words and items that a tab or four spaces indent within HTML",
    "<p>\n\tThe `lock` <code>opens</code>.\n</p>\n\n<ul>\n\t<li>Rope\n\t<ul>\n\t\t<li>Tar</li>\n\t</ul>\n\t</li>\n</ul>\n\n<p>\n    Four <b>oars</b>.\n</p>",
    "<p>The <code>lock</code> <code>opens</code>.</p><ul><li>Rope<ul><li>Tar</li></ul></li></ul><p>Four <b>oars</b>.</p>",
  ],
  [
    "Markdown that is indented within elements",
    "<div>\n    <section>\n        ## Boats\n\n        - Alma\n        - Bertha\n\n          The *old* one.\n\n        | a | b |\n        |---|---|\n        | c | d |\n    </section>\n</div>",
    '<div><div><h3>Boats</h3><ul><li><p>Alma</p></li><li><p>Bertha</p><p>The <em>old</em> one.</p></li></ul><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table></div></div>',
  ],
  [
    "a paragraph that is indented, and a heading",
    "Low.\n\n    High, {1 + 1} *tide*.\n\n    ## Rope",
    "<p>Low.</p><p>High,  <em>tide</em>.</p><h3>Rope</h3>",
  ],
  [
    "what belongs to an item, its code, and what is indented further",
    "1. Low\n\n    Within.\n\n    ```\n    tide();\n    ```\n\n2. High\n\n         Further.\n\n    - rope\n    - tar\n\n[^1]: A note\n\n    of two lines.\n\nEnd.[^1]",
    "<ol><li><p>Low</p><p>Within.</p><pre><code>tide();</code></pre></li><li><p>High</p><p>Further.</p><ul><li>rope</li><li>tar</li></ul></li></ol><p>End.<sup>1</sup></p><hr /><ol><li><p>A note</p><p>of two lines.</p></li></ol>",
  ],
  [
    "code between fences, within elements too",
    "<div>\n    ```\n    if (low) {\n      wait();\n    }\n    ```\n</div>\n\n```\n    four\n```",
    "<div><pre><code>if (low) {  wait();}</code></pre></div><pre><code>    four</code></pre>",
  ],
])("MDX has no indented code: %s", async (_what, written, html) => {
  const folder = makeFolder({ "a.mdx": post(written), "b.svx": post(written) });

  for (const path of ["a.mdx", "b.svx"])
    expect((await folder.body(path)).html.replace(/\n\s*(?=<|$)/g, "").replaceAll("\n", "")).toBe(html);
});

test("what is indented in any other Markdown is code", async () => {
  const folder = makeFolder({
    "a.mdx": post("<p>\n\tLow.\n</p>"),
    "b.md": post("Low.\n\n    wait();\n\n\ttide();"),
  });

  await folder.body("a.mdx");
  expect((await folder.body("b.md")).html).toBe("<p>Low.</p>\n<pre><code>wait();\n\ntide();\n</code></pre>");
});

test("those whom a component names within a sentence are named; an icon and a card are not", async () => {
  const text =
    'Thanks to <Mention name="ada" />, <UserLink username="bo" /> and <GitHubUser handle="@cy" />. <FaIcon name="star" /> <Person name="di" role="cook" />\n\n<Author name="ed" />';
  const folder = makeFolder({
    "a.mdx": post(text),
    "b.md": post('Thanks to {{< mention name="ada" >}} and {{< glyph name="star" >}}.'),
  });
  const { html, notes } = await folder.body("a.mdx");

  expect(html.replace(/\s+/g, " ")).toBe("<p>Thanks to ada, bo and @cy.</p>");
  expect(notes.map(({ message }) => message)).toEqual([
    "<FaIcon> is not known to Gazette and is left out.",
    "<Person> is not known to Gazette and is left out.",
    "<Author> is not known to Gazette and is left out.",
  ]);
  expect((await folder.body("b.md")).html).toBe("<p>Thanks to ada and .</p>");
});

test.each([
  ['caption="Ada Quill - Maker of boats"', "Ada Quill - Maker of boats"],
  ['by="Ada Quill" from="Tides"', "Ada Quill, Tides"],
  ['name="Ada Quill"', "Ada Quill"],
  ['attribution="Ada Quill" cite="Ada Quill"', "Ada Quill"],
  ['author="Ada Quill" url="https://example.org/x"', '<a href="https://example.org/x">Ada Quill</a>'],
])("a quotation that is given %s names its source", async (given, source) => {
  const folder = makeFolder({ "a.mdx": post(`<Quote ${given}>\n\nLow tide.\n\n</Quote>`) });

  expect((await folder.body()).html).toBe(
    `<blockquote>\n<p>Low tide.</p>\n<p>— ${source}</p>\n</blockquote>`,
  );
});

test("a note's name is no source", async () => {
  const folder = makeFolder({ "a.mdx": post('<Note name="quay" by="a" caption="b">\n\nLow.\n\n</Note>') });

  expect((await folder.body()).html).not.toContain("—");
});
