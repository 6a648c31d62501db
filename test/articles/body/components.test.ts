import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** What components, containers and helpers become: the text in an article, its HTML, and the article's name. */
const forms: readonly (readonly [what: string, written: string, html: string, name?: string])[] = [
  [
    "Nuxt's settings over some lines, and those in front matter of their own",
    'Low.\n\n::callout{\n  icon="i-anchor"\n  color="info"\n}\nTide.\n::\n\n::card\n---\ntitle: South basin\nto: /south\n---\nFour berths.\n::',
    '<p>Low.</p><blockquote><p><strong>Info</strong></p><p>Tide.</p></blockquote><p><strong><a href="https://example.org/south">South basin</a></strong></p><p>Four berths.</p>',
  ],
  [
    "Nuxt's tabs, folded answers and fields under their names",
    '::tabs\n  :::tabs-item{label="Rope" icon="i-rope"}\n  Tie it.\n  :::\n::\n\n::accordion\n:::accordion-item{label="Is it free?"}\nYes.\n:::\n::\n\n::field{name="length" type="number"}\nOf the boat.\n::',
    "<p><strong>Rope</strong></p><p>Tie it.</p><blockquote><p><strong>Is it free?</strong></p><p>Yes.</p></blockquote><p><strong>length</strong>, number</p><p>Of the boat.</p>",
  ],
  [
    "Nuxt's components without words, and with an address",
    'High :br tide.\n\n:tide-table\n\n::read-more{to="/locks"}\n::\n\n::video-player{src="/film.mp4"}\n::\n\n**red**{style="color:red"} and :kbd{value="meta"}.',
    '<p>High <br /> tide.</p><p><a href="https://example.org/locks">/locks</a></p><p><a href="https://example.org/film.mp4">Video</a></p><p><strong>red</strong> and meta.</p>',
  ],
  [
    "a container that is nothing but its title",
    ":::note Mind the step\n:::\n\n:::tip\n:::\n\nEnd.",
    "<blockquote><p><strong>Mind the step</strong></p></blockquote><p>End.</p>",
  ],
  [
    "a drawing in a container, and one that never ends",
    "::: chart A line\n```json\n{}\n```\n:::\n\nTide.\n\n::: flowchart vue\n\nThe rest stays.",
    "<p>Tide.</p><p>The rest stays.</p>",
  ],
  [
    "code in tabs under its names",
    '::code-group\n```bash [npm]\nnpm i quay\n```\n```bash [a_b]\npnpm add quay\n```\n::\n\n```ts tab="deno"\ndeno\n```',
    "<p><strong>npm</strong></p><pre><code>npm i quay</code></pre><p><strong>a_b</strong></p><pre><code>pnpm add quay</code></pre><p><strong>deno</strong></p><pre><code>deno</code></pre>",
  ],
  [
    "comments that tell a highlighter what to do, but in Markdown",
    "```js\nlow() // highlight-line\n// highlight-next-line\nhigh() // [!code focus]\nsecret() // hide-line\n# hide-start\nx\n# hide-end\n```\n\n```md\n// highlight-next-line\n```",
    "<pre><code><b>low</b>()<b>high</b>()</code></pre><pre><code>// highlight-next-line</code></pre>",
  ],
  [
    "what Gatsby's plugins put where code says so",
    "`youtube: [Low tide](aB3dE6gH9jK)`\n\n`vimeo: 5299404`\n\n`gist:quay/a1b2c3d4#tide.js`\n\n`embed:src/tide.js{2-3}`\n\n`youtube: nothing` and `gist:quay`",
    '<p><a href="https://www.youtube.com/watch?v=aB3dE6gH9jK">Low tide</a></p><p><a href="https://vimeo.com/5299404">Video (Vimeo)</a></p><p><a href="https://gist.github.com/quay/a1b2c3d4">Code (GitHub)</a></p><p><code>youtube: nothing</code> and <code>gist:quay</code></p>',
  ],
  [
    "Gatsby's blocks, and links above tables",
    "[[warning]]\n| Thin *ice*\n| on the quay.\n\n[[info | Low tide]]\n| - rope\n\n[[Quay]]\n| a | b |\n|---|---|\n| c | d |",
    '<blockquote><p><strong>Warning</strong></p><p>Thin <em>ice</em>on the quay.</p></blockquote><blockquote><p><strong>Low tide</strong></p><ul><li>rope</li></ul></blockquote><p>Quay</p><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>',
  ],
  [
    "tabs that are named where they are held",
    "<Tabs items={['npm', 'pnpm']}>\n<Tab>One.</Tab>\n<Tab>Two.</Tab>\n</Tabs>\n\n<Tabs values={[{label: 'Low tide', value: 'low'}, {label: 'High', value: 'high'}]}>\n<TabItem value=\"high\">Three.</TabItem>\n<TabItem value=\"low\">Four.</TabItem>\n</Tabs>\n\n<Tabs><TabItem value=\"Ebb\" default>Five.</TabItem></Tabs>",
    "<p><strong>npm</strong></p><p>One.</p><p><strong>pnpm</strong></p><p>Two.</p><p><strong>High</strong></p><p>Three.</p><p><strong>Low tide</strong></p><p>Four.</p><p><strong>Ebb</strong></p><p>Five.</p>",
    "a.mdx",
  ],
  [
    "brackets and braces that are escaped, texts in braces, and a component within words",
    '2 \\< 3, \\<T>, {\'{\'}x{"}"}. <Highlight color="red">Low</Highlight> tide.\n\nexport const tide = `low()`;\n\n<Code code={tide} lang="js" />\n\n{tideTable}',
    "<p>2 &lt; 3, &lt;T&gt;, {x}. Low tide.</p><p><code>low()</code></p>",
    "a.mdx",
  ],
  [
    "settings of a container and files shown as MDX",
    ':::tip{title="Low tide"}\nRope.\n:::\n\n```mdx-code-block\n<Quay>\n\nBoats.\n\n</Quay>\n```\n\n<include>./tide.mdx</include>',
    "<blockquote><p><strong>Low tide</strong></p><p>Rope.</p></blockquote><p>Boats.</p>",
    "a.mdx",
  ],
  [
    "Mintlify's and Fumadocs' components",
    '<Check>Done.</Check>\n\n<ParamField query="limit" type="number">\nRows.\n</ParamField>\n\n<Frame caption="The quay">\n![Q](https://example.org/q.png)\n</Frame>\n\n<Files><Folder name="app"><File name="a.ts" /></Folder></Files>\n\n<LinkCard title="Guide" href="/guide" description="Read it." />\n\n## Rope [#rope]\n\n### Tar [!toc]',
    '<blockquote><p>Done.</p></blockquote><p><strong>limit</strong>, number</p><p>Rows.</p><p><img src="https://example.org/q.png" alt="Q" /></p><p>The quay</p><ul><li>app<ul><li>a.ts</li></ul></li></ul><p><a href="https://example.org/guide">Guide</a> – Read it.</p><h3>Rope</h3><h4>Tar</h4>',
  ],
  [
    "GitBook's files, captions and icons",
    '{% file src="https://example.org/tide.zip" %}\nAll tides.\n{% endfile %}\n\n{% embed url="https://example.org/film" %}\nThe film.\n{% endembed %}\n\n<i class="fa-leaf">:leaf:</i> Leaf.',
    '<p><a href="https://example.org/tide.zip">tide.zip</a></p><p>All tides.</p><p><a href="https://example.org/film">example.org</a></p><p>The film.</p><p>Leaf.</p>',
  ],
  [
    "ReadMe's blocks, and one that is broken",
    '[block:callout]\n{"type": "warning", "title": "Ice", "body": "Thin."}\n[/block]\n[block:code]\n{"codes": [{"code": "low()", "language": "js"}]}\n[/block]\n[block:parameters]\n{"data": {"h-0": "Boat", "h-1": "Berth", "0-0": "Alma", "0-1": "a|b"}, "cols": 2, "rows": 1}\n[/block]\n[block:html]\n{oops\n[/block]\n\nEnd, <<glossary:tide>>.',
    '<blockquote><p><strong>Ice</strong></p><p>Thin.</p></blockquote><pre><code><b>low</b>()</code></pre><table><thead><tr><th scope="col">Boat</th><th scope="col">Berth</th></tr></thead><tbody><tr><td>Alma</td><td>a|b</td></tr></tbody></table><p>End, tide.</p>',
  ],
  [
    "Ruby's links, pictures and mailboxes",
    'See <%= link_to \'the quay\', \'/quay/\' %>, <%= link_to("boats", @items[\'/b.*\']) %> and {%= link_to "tar", "/tar" %}.\n\n<%= image_tag "boat.png", alt: "A boat" %>\n\n<%= mail_to "a@example.org", "Write" %> <%= tide %>',
    '<p>See <a href="https://example.org/quay/">the quay</a>, boats and <a href="https://example.org/tar">tar</a>.</p><img src="https://example.org/images/boat.png" alt="A boat" /><p><a href="mailto:a@example.org">Write</a></p>',
  ],
  [
    "Vento's blocks and comments",
    'Low {{# no #}} tide {{ set x = "y" }}.\n\n{{ for a of b }}\n- {{ a }}\n{{ /for }}\n\n{{ if x }}\nOne.\n{{ else }}\nTwo.\n{{ /if }}\n\n{{ comp Card { a: 1 } }}\nThree.\n{{ /comp }}',
    "<p>Low  tide.</p><p>One.</p><p>Three.</p>",
  ],
  [
    "Svelte's blocks and its head",
    "<svelte:head>\n<title>x</title>\n</svelte:head>\n\nThe {title}.\n\n{#if low}\nOne.\n{:else}\nTwo.\n{/if}\n\n{#each [1] as n}\n- {n}\n{/each}\n\n{@html tide}\n\nEnd.",
    "<p>The Tides.</p><p>One.</p><p>End.</p>",
    "a.svx",
  ],
  [
    "Vue's links, icons, covers and code of other files",
    "<g-link to=\"/quay\">Quay</g-link> ::mdi:boat =24px /red:: Boats !!hidden!!{mask=bg}.\n\n@[code js{1,3}](../a.js)\n\n@[bilibili p1](BV1xx411c7mD)\n\n@[pdf 2](/tide.pdf)\n\n[Ebb](/ebb ':target=_blank')",
    '<p><a href="https://example.org/quay">Quay</a> Boats hidden.</p><p><a href="https://www.bilibili.com/video/BV1xx411c7mD">Video (Bilibili)</a></p><p><a href="https://example.org/tide.pdf">tide.pdf</a></p><p><a href="https://example.org/ebb">Ebb</a></p>',
  ],
  ["works that a bibliography lists", "Low tide [@Quay1950, p. 3].", "<p>Low tide.</p>"],
  [
    "a link in a title, and captions that are settings",
    ':::note[Low & see [a `b`](https://example.org/x)]\nRope.\n:::\n\n{% embed url="https://example.org/film" caption="The film." %}',
    '<blockquote><p><strong>Low &amp; see a <code>b</code></strong></p><p>Rope.</p></blockquote><p><a href="https://example.org/film">example.org</a></p><p>The film.</p>',
  ],
  [
    "layouts within a text, and texts of other files and of drawings",
    '{{ layout "a.vto" { title: "x" } }}\nTide.\n{{ /layout }}\n\n@include(./a.md{5-10})\n\n@startuml\na -> b\n@enduml\n\nEnd.',
    "<p>Tide.</p><p>End.</p>",
  ],
  [
    "pictures that Svelte's pages import, and texts between backticks",
    "<script>\n  import Boat from './boat.png';\n</script>\n\n<img src={Boat} alt=\"A boat\" />\n\nLow {`tide`} {`${x}`} and high.",
    '<img src="https://example.org/a/boat.png" alt="A boat" /><p>Low tide and high.</p>',
    "a.svx",
  ],
  [
    "containers within a quotation, and what is quoted besides",
    "> :::tip Low\n> *Rope*.\n> :::\n> More.\n\n> ::: is a sign",
    "<blockquote><blockquote><p><strong>Low</strong></p><p><em>Rope</em>.</p></blockquote><p>More.</p></blockquote><blockquote><p>::: is a sign</p></blockquote>",
  ],
  [
    "elements that are shown on a condition",
    "{low && <p>Rope.</p>}\n\nTar {a > 1 && (\n  <b>oar</b>\n)} sail{a && tide}.",
    "<p>Rope.</p><p>Tar <b>oar</b> sail.</p>",
    "a.mdx",
  ],
  [
    "Handlebars' conditions, loops and braces that are shown",
    "{{#if low}}\nRope.\n{{else}}\nTar.\n{{/if}}\n\n{{#each boats}}\n- {{ title }}\n{{/each}}\n\n{{#with x}}Oar.{{/with}} {{{{raw}}}}{{tide}}{{{{/raw}}}}",
    "<p>Rope.</p><p>Oar. {{tide}}</p>",
  ],
  [
    "words that a component of any name leads elsewhere, pictures in links of Ruby, and films of Wiki.js",
    'See <QuayLink href="/quay">the *quay*</QuayLink>, <NuxtLink to="/tar">tar</NuxtLink> and <Quay to="deck">a deck</Quay>.\n\n<%= link_to image_tag("a.png", alt: "A"), "/a" %>\n\n<figure class="media"><oembed url="https://example.org/film"></oembed></figure>',
    '<p>See <a href="https://example.org/quay">the <em>quay</em></a>, <a href="https://example.org/tar">tar</a> and a deck.</p><p><a href="https://example.org/a"><img src="https://example.org/images/a.png" alt="A" /></a></p><figure><a href="https://example.org/film">https://example.org/film</a></figure>',
  ],
  [
    "mentions, which are no embeds, and films whose service stands before them",
    '@[Ada Writer](https://example.org/@ada)\n\n@[code highlights](https://example.org/code)\n\n<VidStack src="youtube/aB3dE6gH9jK" />',
    '<p>@<a href="https://example.org/@ada">Ada Writer</a></p><p>@<a href="https://example.org/code">code highlights</a></p><p><a href="https://www.youtube.com/watch?v=aB3dE6gH9jK">Video (YouTube)</a></p>',
  ],
];

test.each(forms.map(([what, ...form]) => ({ what, form })))("$what", async ({ form }) => {
  const [written, html, name = "a.md"] = form;
  const fields = "title: Tides\ndate: 2026-11-20\nbibliography: works.bib";
  const folder = makeFolder({ [name]: post(written, fields) });

  expect((await folder.body(name, { baseUrl: "https://example.org" })).html.replaceAll("\n", "")).toBe(html);
});

/** What only looks like such a form. */
test.each([
  [
    "std::string, ::x::y, fe80::1::2 and :ok :-) at 10:30",
    "std::string, ::x::y, fe80::1::2 and :ok :-) at 10:30",
  ],
  ["A Wow!!Great!!{x} and a map::: here", "A Wow!!Great!!{x} and a map::: here"],
  ["## Fix the oar [#12]", "<h3>Fix the oar [#12]</h3>"],
  ["In Svelte, {#if x} ends with {/if}.", "In Svelte, {#if x} ends with {/if}."],
  ["As [@ada] said.", "As [@ada] said."],
  ["The [block:boat] stands.", "The [block:boat] stands."],
  ["::: map\nProse.\n:::", "<p>Prose.</p>"],
  ["| a | {.b} c |\n|---|---|", "{.b} c"],
  ["```\nlow // [!code --]\n```\n\nEnd.", "End."],
])("%j is a text like any other", async (written, shown) => {
  const folder = makeFolder({ "a.md": post(written) });

  expect((await folder.body()).html).toContain(shown);
});

test("files of mdsvex, Markdoc and Middleman are articles, and a name may say that one is not out", async () => {
  const folder = makeFolder({
    "a.svx": post("Low."),
    "b.mdoc": post("Low."),
    "c.html.md.erb": post("Low <%= tide %>."),
    "d.draft.md": post("Low."),
    "draft.md": post("Low."),
  });
  const { articles } = await folder.scan();

  expect(articles.map(({ path, draft }) => `${path} ${draft ?? "is out"}`)).toEqual([
    "a.svx is out",
    "b.mdoc is out",
    "c.html.md.erb is out",
    "d.draft.md its name says draft",
    "draft.md is out",
  ]);
});

test("the date of Wiki.js is that of the last change, unless another editor is named", async () => {
  const dates = "title: Tides\ndate: 2026-02-01T10:00:00.000Z\ndateCreated: 2024-03-01T10:00:00.000Z";
  const folder = makeFolder({
    "a.md": post("Low.", `${dates}\neditor: markdown`),
    "b.md": post("Low.", `${dates}\neditor: Ada Writer`),
  });

  expect((await folder.article("a.md")).publishedAt).toEqual(new Date("2024-03-01T10:00Z"));
  expect((await folder.article("a.md")).updatedAt).toEqual(new Date("2026-02-01T10:00Z"));
  expect((await folder.article("b.md")).publishedAt).toEqual(new Date("2026-02-01T10:00Z"));
});

test("what Remix' routes say of themselves, ids for topics and the author of a sample", async () => {
  const folder = makeFolder({
    "a.md": post("Low.", "date: 2026-11-20\nmeta:\n  title: Tides\n  description: Of the sea."),
    "b.md": post(
      "Low.",
      "date: 2026-11-20\nmeta:\n  - title: Boats\n  - name: description\n    content: Of wood.\ncategory: 5f1a2b3c4d5e6f7a8b9c0d1e\nauthors: ['default']",
    ),
  });
  const [a, b] = (await folder.scan({ topicsFromFolders: false })).articles;

  expect([a?.title, a?.summary]).toEqual(["Tides", "Of the sea."]);
  expect([b?.title, b?.summary, b?.topics, b?.authors]).toEqual(["Boats", "Of wood.", [], []]);
});
