import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** What exports and smaller generators leave in a text: the text, and its HTML. */
test.each([
  [
    "HTML whose lines are indented by tabs",
    "\t<p>The <b>quay</b>.</p>\n\n\t<ul>\n\t\t<li>Oars</li>\n\t</ul>\n\n\t<p>Rope.</p>",
    "<p>The <b>quay</b>.</p><ul><li>Oars</li></ul><p>Rope.</p>",
  ],
  [
    "HTML indented by tabs but for its first line, with code in it",
    "<p>The quay.</p>\n\n\t<pre>\n\tlow\n</pre>\n\n\t<p>Rope.</p>",
    "<p>The quay.</p><pre>\tlow</pre><p>Rope.</p>",
  ],
  [
    "HTML behind a tab beside Markdown, which is code",
    "Text:\n\n\t<p>low</p>",
    "<p>Text:</p><pre><code>&lt;p&gt;low&lt;/p&gt;</code></pre>",
  ],
  [
    "places of Ghost's pictures",
    "![Quay]{<1>}(https://e.org/a.jpg)",
    '<p><img src="https://e.org/a.jpg" alt="Quay" /></p>',
  ],
  [
    "Craft's references, with an address and without",
    "[Quay]({entry:12@1:url||https://e.org/quay}) and [pier]({entry:13:url}).",
    '<p><a href="https://e.org/quay">Quay</a> and pier.</p>',
  ],
  [
    "Pico's addresses and values",
    "[Quay](%base_url%/quay) by %meta.author%, 100%meta.",
    '<p><a href="https://example.org/quay">Quay</a> by Ada Writer, 100%meta.</p>',
  ],
  [
    "people of LiveJournal and Dreamwidth",
    'With <lj user="ada"> and <user name="ben" site="example.org"> and <lj user=\'cy\' title="Cy Rower"/>.',
    "<p>With ada and ben and Cy Rower (cy).</p>",
  ],
  [
    "what Embedly shows for Medium",
    '<iframe src="https://cdn.embedly.com/widgets/media.html?src=x&amp;url=https%3A%2F%2Fe.org%2Flow"></iframe>',
    '<a href="https://e.org/low">e.org</a>',
  ],
  [
    "Nikola's small picture, with its caption within",
    '{{% thumbnail "https://e.org/a.jpg" alt="Quay" title="Old" %}}The old quay{{% /thumbnail %}}',
    '<figure><img src="https://e.org/a.jpg" alt="Quay" /><figcaption><p>The old quay</p></figcaption></figure>',
  ],
])("%s", async (_what, written, html) => {
  const folder = makeFolder({ "reeds.md": post(written, "title: Reeds\nauthor: Ada Writer") });

  expect((await folder.body("reeds.md", { baseUrl: "https://example.org/" })).html.replace(/\n/g, "")).toBe(
    html,
  );
});
