import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** What exports and smaller generators leave in a text: the text, and its HTML. */
test.each([
  [
    "a picture in a link, on lines of their own, as programs write Substack's",
    "[\n\n![](https://e.org/a.jpg)\n\n\n\n](https://e.org/b.jpg)\n\nText [\n\nand](so).",
    '<p><a href="https://e.org/b.jpg"><img src="https://e.org/a.jpg" alt="" /></a></p><p>Text [</p><p>and](so).</p>',
  ],
  [
    "a film of Blogger's first form",
    '<p>Look:</p>\n\n<object width="4"><param name="movie" value="http://www.youtube.com/v/aB3_-dE6gHi"><embed src="http://www.youtube.com/v/aB3_-dE6gHi"></embed></object>\n\nText.',
    '<p>Look:</p><p><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></p><p>Text.</p>',
  ],
  [
    "SPIP's headings, letters, links, notes and lists",
    "{{{Le port}}}\n\nDu {{gras}} et {italique}, [le quai->https://e.org/q] et [un article->art12][[La note.]].\n\n-* un\n-** deux\n\n<img12|center>\n\n<multi>[fr]Bonjour[en]Hello</multi>",
    '<h3>Le port</h3><p>Du <strong>gras</strong> et <em>italique</em>, <a href="https://e.org/q">le quai</a> et un article<sup>1</sup>.</p><ul><li>un<ul><li>deux</li></ul></li></ul><p>Bonjour</p><hr /><ol><li><p>La note.</p></li></ol>',
  ],
  [
    "arrows and braces that are none of SPIP's",
    "The set {a, b} and [1->2] and [a->b] and x->y.",
    "<p>The set {a, b} and [1-&gt;2] and [a-&gt;b] and x-&gt;y.</p>",
  ],
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

test("Blade's directives and values, in a file of Blade's alone", async () => {
  const written =
    "The quay by {{ $page->author }}. {{-- low --}}\n\n@if ($page->open)\nOpen.\n@endif\n\n@foreach ($boats as $boat)\n- {{ $boat->name }}\n@endforeach\n\n@include('a.b', ['c' => (1)])\n\n@component('x')\nMind.\n@endcomponent\n\nWrite to ada@example.org, @@low and @{{ high }}.";
  const folder = makeFolder({
    "posts/reeds.blade.md": post(written, "title: Reeds\nauthor: Ada Writer"),
    "posts/boats.md": post("The @include('a') of @if (low).", "title: Boats"),
  });
  const read = async (file: string): Promise<string> =>
    (await folder.body(file, { baseUrl: "https://example.org/" })).html.replace(/\n/g, "");

  expect(await read("posts/reeds.blade.md")).toBe(
    '<p>The quay by Ada Writer.</p><p>Open.</p><p>Mind.</p><p>Write to <a href="mailto:ada@example.org">ada@example.org</a>, @low and {{ high }}.</p>',
  );
  expect(await read("posts/boats.md")).toBe("<p>The @include('a') of @if (low).</p>");
  expect((await folder.article("posts/reeds.blade.md", { baseUrl: "https://example.org/" })).url).toBe(
    "https://example.org/posts/reeds/",
  );
});
