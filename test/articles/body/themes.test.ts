import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** What themes and plugins of Hexo, Jekyll and Hugo call by tags of their own: its name, as it is written, and its HTML. */
const forms: readonly (readonly [form: string, written: string, html: string])[] = [
  [
    "a small picture that opens a large one, on light and dark pages, before and after a click",
    '{{< lightbox full="https://example.com/a.webp" thumbnail="https://example.com/s.webp" alt="Boats">}}\n\n{{ dual_theme_image(light_src="https://example.com/l.webp", dark_src="https://example.com/d.webp" alt="Reeds" ) }}\n\n{{ image_toggler(default_src="https://example.com/x.webp", toggled_src="https://example.com/y.webp", default_alt="Low", toggled_alt="High") }}',
    '<figure><img src="https://example.com/a.webp" alt="Boats" /></figure><figure><img src="https://example.com/l.webp" alt="Reeds" /></figure><figure><img src="https://example.com/x.webp" alt="Low" /></figure>',
  ],
  [
    "two pictures that a reader compares",
    '{{< compare before="https://example.com/a.png" after="https://example.com/b.png" before_alt="Low" >}}\n\n{{< card-two left="red" right="https://example.com/b.png" >}}\n\n{{< unknown full="true" light="on" >}}',
    '<figure><img src="https://example.com/a.png" alt="Low" /></figure><figure><img src="https://example.com/b.png" alt="" /></figure>',
  ],
  [
    "quotations in arguments, in one language and in two",
    '{{ multilingual_quote(original="The tide\nturns.", translated="La marea canvia.", author="Ann") }}\n\n{{< fancyquote quote="High water." source="Bo" >}}\n\n{{< quote text="Low *water*." author="Bo" >}}\n\n{{< pull_quote author="Ann" >}}\nRope.\n{{< /pull_quote >}}\n\n{{ quote_of_the_day() }}\n\n{{< unquote text="It is late." >}}',
    "<blockquote><p>The tideturns.</p><p>La marea canvia.</p><p>— Ann</p></blockquote><blockquote><p>High water.</p><p>— Bo</p></blockquote><blockquote><p>Low <em>water</em>.</p><p>— Bo</p></blockquote><blockquote><p>Rope.</p><p>— Ann</p></blockquote>",
  ],
  [
    "what a click opens over nothing",
    '{{< details "Contents" >}}\n{{< toc >}}\n{{< /details >}}\n\n{{< details "More" >}}\nBoats.\n{{< /details >}}\n\n{{< alert "The quay is closed." >}}{{< /alert >}}',
    "<blockquote><p><strong>More</strong></p><p>Boats.</p></blockquote><blockquote><p><strong>The quay is closed.</strong></p></blockquote>",
  ],
  [
    "Butterfly's labels without a colour",
    "The {% label quay %} and the {% label pier blue %}.",
    "<p>The quay and the pier.</p>",
  ],
  [
    "what Butterfly's line of time is called",
    "{% timeline 2026,pink %}\n<!-- timeline 3 February -->\nBoats.\n<!-- endtimeline -->\n{% endtimeline %}",
    "<p><strong>2026</strong></p><p><strong>3 February</strong></p><p>Boats.</p>",
  ],
  [
    "lists of friends and players in YAML",
    "{% flink %}\n- class_name: Friends\n  class_desc: Of the quay\n  link_list:\n    - name: Ann\n      link: https://example.com/ann\n      avatar: https://example.com/a.png\n      descr: Ropes\n{% endflink %}\n\n{% media audio %}\n- title: Bells\n  list:\n  - https://example.com/list\n{% endmedia %}",
    '<p><strong>Friends</strong></p><p>Of the quay</p><ul><li><a href="https://example.com/ann">Ann</a> Ropes</li></ul><p>Bells</p><ul><li><a href="https://example.com/list">https://example.com/list</a></li></ul>',
  ],
  [
    "links to a page whose name is capitalised",
    "<div>\n{% galleryGroup 'Boats' 'All of them' '/Gallery/boats' https://example.com/b.jpg %}\n</div>\n\n[About](</About/us>)",
    '<div><a href="https://example.org/Gallery/boats">Boats</a> All of them</div><p><a href="https://example.org/About/us">About</a></p>',
  ],
  [
    "Stellar's words, whose settings have names",
    "{% checkbox checked:true color:green Done %} {% hashtag boats https://example.com/b color:green %} {% sup color:red 2 %} {% blur hidden %} {% ghcard ann/bell theme:dark %}",
    '<p>Done <a href="https://example.com/b">boats</a> <sup>2</sup> hidden <a href="https://github.com/ann/bell">ann/bell</a></p>',
  ],
  [
    "Stellar's notes, which stand alone",
    "{% note The&nbsp;quay is closed. color:orange %}\n\n{% note color:green Mind. %}",
    "<blockquote><p><strong>The quay</strong></p><p>is closed.</p></blockquote><blockquote><p>Mind.</p></blockquote>",
  ],
  [
    "Stellar's poems, boxes and folders",
    "{% poetry Tide author:Ann footer:x %}\nIt turns.\n{% endpoetry %}\n\n{% box Rope color:red %}\nCoil it.\n{% endbox %}\n\n{% folders %}\n<!-- folder Why? -->\nSo.\n{% endfolders %}",
    "<blockquote><p><strong>Tide</strong></p><p>It turns.</p><p>— Ann</p></blockquote><blockquote><p><strong>Rope</strong></p><p>Coil it.</p></blockquote><p><strong>Why?</strong></p><p>So.</p>",
  ],
  [
    "Stellar's pictures, films and commands",
    "{% image https://example.com/a.png The old quay width:300px %}\n\n{% video bilibili:BV1ab %}\n\n{% frame phone | img=https://example.com/f.png | part=top %}\n\n{% copy git:https ann/bell %}",
    '<figure><img src="https://example.com/a.png" alt="The old quay" /></figure><p><a href="https://www.bilibili.com/video/BV1ab">Video (Bilibili)</a></p><figure><img src="https://example.com/f.png" alt="" /></figure><p><code>git clone https://github.com/ann/bell.git</code></p>',
  ],
  [
    "Icarus' messages and tabs",
    "{% message color:danger 'title:Take care' %}\nIt is wet.\n{% endmessage %}\n\n{% tabs size:small %}\n<!-- tab id:a icon:fa fa-x \"title:By mail\" -->\nWrite.\n<!-- endtab -->\n{% endtabs %}",
    "<blockquote><p><strong>Take care</strong></p><p>It is wet.</p></blockquote><p><strong>By mail</strong></p><p>Write.</p>",
  ],
  [
    "Redefine's notes with a title",
    "{% notel red fa-info Take care %}\nIt is wet.\n{% endnotel %}",
    "<blockquote><p><strong>Take care</strong></p><p>It is wet.</p></blockquote>",
  ],
  [
    "how a word is read, and what is hidden until one points at it",
    "{ruby 港|みなと} {% ruby 船|ふね %} [海]{うみ} !!quiet!!{.blur}",
    "<p>港 (みなと) 船 (ふね) 海 (うみ) quiet</p>",
  ],
  [
    "films by their lists, and code that runs elsewhere",
    "{% youtube PL0123456789abcdef 'playlist' %} {% jsfiddle ab12 %}",
    '<p><a href="https://www.youtube.com/playlist?list=PL0123456789abcdef">Video (YouTube)</a> <a href="https://jsfiddle.net/ab12/">Code (JSFiddle)</a></p>',
  ],
  [
    "drawings, scores and what is behind a password",
    'A quay.\n\n{% markmap 300px %}\n- drawn\n{% endmarkmap %}\n\n{{< fixit-encryptor "word" "hint" >}}\nsecret\n{{< /fixit-encryptor >}}\n\n```flow\ndrawn=>start\n```\n\n@startuml\ndrawn -> x\n@enduml',
    "<p>A quay.</p>",
  ],
  [
    "al-folio's films and tabs",
    '{% include video.liquid path="https://example.com/a.mp4" title="Low tide" %}\n\n{% tabs group %}\n{% tab group Ropes %}\nCoil them.\n{% endtab %}\n{% endtabs %}',
    '<p><a href="https://example.com/a.mp4">Video – Low tide</a></p><p><strong>Ropes</strong></p><p>Coil them.</p>',
  ],
  [
    "an include that is given what only the site knows",
    "The quay.\n\n{% include youtube.html id=site.video %}\n\n{% include youtube.html id=page.video %}",
    '<p>The quay.</p><p><a href="https://www.youtube.com/watch?v=abc123">Video (YouTube)</a></p>',
  ],
  [
    "pictures that play",
    "![](https://www.youtube.com/watch?v=abc123) ![Tide|300](https://youtu.be/abc) ![](https://example.com/tide.mp4)",
    '<p><a href="https://www.youtube.com/watch?v=abc123">Video (YouTube)</a> <a href="https://youtu.be/abc">Tide</a> <a href="https://example.com/tide.mp4">Video</a></p>',
  ],
  [
    "bars within code in a table",
    "| a | b |\n|---|---|\n| `x|y` | z |",
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td><code>x|y</code></td><td>z</td></tr></tbody></table>',
  ],
  [
    "blocks in a row of a table, which stays one",
    '| {{< alert >}}Mind.{{< /alert >}} | {{< figure src="https://example.com/a.png" caption="Quay" >}} |\n|---|---|\n| {% note info %}b{% endnote %} | c |',
    '<table><thead><tr><th scope="col">Mind.</th><th scope="col"><img src="https://example.com/a.png" alt="Quay" /> Quay</th></tr></thead><tbody><tr><td><strong>Info</strong> b</td><td>c</td></tr></tbody></table>',
  ],
  [
    "blocks in an item of a list and in a quotation, which go on",
    "1. Coil.\n\n   {{< tip >}}Dry.{{< /tip >}}\n\n2. Ring.\n\n> The quay.\n> {% img https://example.com/a.png %}\n> The pier.",
    '<ol><li><p>Coil.</p><blockquote><p><strong>Tip</strong></p><p>Dry.</p></blockquote></li><li><p>Ring.</p></li></ol><blockquote><p>The quay.</p><figure><img src="https://example.com/a.png" alt="" /></figure><p>The pier.</p></blockquote>',
  ],
  [
    "a picture in a sentence",
    "Press {% img https://example.com/a.png 20 %} to ring.",
    '<p>Press <img src="https://example.com/a.png" alt="" /> to ring.</p>',
  ],
  [
    "titles that stand before a switch, and one that a class is not",
    '{{< details "The quay" open >}}\nOpen.\n{{< /details >}}\n\n{{< accordion class="b" >}}\n{{< accordion-item header="Ropes" >}}\nCoil.\n{{< /accordion-item >}}\n{{< /accordion >}}',
    "<blockquote><p><strong>The quay</strong></p><p>Open.</p></blockquote><blockquote><p><strong>Ropes</strong></p><p>Coil.</p></blockquote>",
  ],
  [
    "tabs whose names stand before them",
    '{{< tabs items="One,Two" >}}\n{{< tab >}}A.{{< /tab >}}\n{{< tab name="Own" >}}B.{{< /tab >}}\n{{< /tabs >}}\n\n<Tabs items={[\'Ann\', "Bo"]}>\n<Tabs.Tab>C.</Tabs.Tab>\n<Tabs.Tab>D.</Tabs.Tab>\n</Tabs>',
    "<p><strong>One</strong></p><p>A.</p><p><strong>Own</strong></p><p>B.</p><p><strong>Ann</strong></p><p>C.</p><p><strong>Bo</strong></p><p>D.</p>",
  ],
  [
    "columns of Hugo's Book",
    "{{< columns >}}\nLeft.\n\n<--->\n\nRight.\n{{< /columns >}}",
    "<p>Left.</p><p>Right.</p>",
  ],
  [
    "whose a picture is, and from what a quotation",
    '{{< figure src="https://example.com/a.png" title="Quay" caption="At dawn" attr="Ann" attrlink="https://example.com/ann" >}}\n\n{{< quote author="Bo" source="Tides" url="https://example.com/t" >}}\nIt turns.\n{{< /quote >}}',
    '<figure><img src="https://example.com/a.png" alt="At dawn" /><figcaption><p><strong>Quay</strong> At dawn <a href="https://example.com/ann">Ann</a></p></figcaption></figure><blockquote><p>It turns.</p><p>— Bo, <a href="https://example.com/t">Tides</a></p></blockquote>',
  ],
  [
    "cards with what they are about, links to files, projects and people",
    '{{< card link="https://example.com/c" title="Card" subtitle="Of boats" >}}\n\n{{% staticref "uploads/a.pdf" %}}Plan{{% /staticref %}} {{< codeberg repo="ann/bell" >}} {{< person "https://example.com/ann" "Ann" >}}',
    '<p><a href="https://example.com/c">Card</a> – Of boats</p><p><a href="https://example.org/uploads/a.pdf">Plan</a> <a href="https://codeberg.org/ann/bell">Codeberg</a> <a href="https://example.com/ann">Ann</a></p>',
  ],
  [
    "Joe's shortcodes, without what is only for some",
    '{alert type="info"}\nMind.\n{/alert}\n\n{tabs}\n{tabs-pane label="One"}\nA.\n{/tabs-pane}\n{/tabs}\n\n{collapse}\n{collapse-item label="Ropes" open}\nCoil.\n{/collapse-item}\n{/collapse}\n\n{mp3 name="Bells" url="https://example.com/b.mp3"/} {abtn href="https://example.com/" content="Ring"/}\n\n{hide}secret{/hide}\n\n{x} Done ::(呵呵)',
    '<blockquote><p>Mind.</p></blockquote><p><strong>One</strong></p><p>A.</p><blockquote><p><strong>Ropes</strong></p><p>Coil.</p></blockquote><p><a href="https://example.com/b.mp3">Audio – Bells</a> <a href="https://example.com/">Ring</a></p><p>☑ Done</p>',
  ],
  [
    "what only those see who are known",
    "Open.\n\n[hide]\nsecret\n[/hide]\n\n<!-- valaxy-encrypt-start:1234 -->\nsecret\n<!-- valaxy-encrypt-end -->",
    "<p>Open.</p>",
  ],
  [
    "Gmeek's words in code",
    '`Gmeek-html<p>A <b>quay</b>.</p>`\n\n`Gmeek-imgbox="https://example.com/a.png"`\n\nIt is `Gmeek-spoilertxt="high"` tide.',
    '<p>A <b>quay</b>.</p><figure><img src="https://example.com/a.png" alt="" /></figure><p>It is high tide.</p>',
  ],
  [
    "braces that Vue leaves alone, and hints in code",
    "::: v-pre\n{{ name }}\n:::\n\n<span v-pre>{{ own }}</span>\n\n```js\nring(); // [!code focus]\n```",
    "<p>{{ name }}</p><p>{{ own }}</p><pre><code><b>ring</b>();</code></pre>",
  ],
  [
    "the names of VitePress' and VuePress' code",
    '::: code-group\n\n```sh [npm]\nnpm i\n```\n\n```sh [pnpm]\npnpm i\n```\n\n:::\n\n<CodeGroup>\n<CodeGroupItem title="yarn" active>\n\n```sh\nyarn\n```\n\n</CodeGroupItem>\n</CodeGroup>',
    "<p><strong>npm</strong></p><pre><code>npm i</code></pre><p><strong>pnpm</strong></p><pre><code>pnpm i</code></pre><p><strong>yarn</strong></p><pre><code>yarn</code></pre>",
  ],
  [
    "passages whose source ends with them, and theorems",
    "::: tip Tides\nThey turn.\n::: right\nFrom Ann\n:::\n\n::: theorem Two\nTwo is two.\n:::",
    "<blockquote><p><strong>Tides</strong></p><p>They turn.</p><p>From Ann</p></blockquote><p><strong>Two</strong></p><p>Two is two.</p>",
  ],
  [
    "cards and directives that are given an address",
    '<SiteInfo name="Ann" desc="Ropes" url="https://example.com/ann" /> <PDF url="https://example.com/a.pdf" />\n\n::neodb{url="https://neodb.example.com/1"}',
    '<p><a href="https://example.com/ann">Ann</a> – Ropes <a href="https://example.com/a.pdf">a.pdf</a></p><p><a href="https://neodb.example.com/1">neodb.example.com</a></p>',
  ],
  [
    "where a plugin puts the contents, and where Gridea's author had a picture",
    "Text.\n\n## Table of contents\n\n## The quay\n\n![Quay](file:///Users/ann/Gridea/post-images/a.png)",
    '<p>Text.</p><h3>The quay</h3><p><img src="https://example.org/post-images/a.png" alt="Quay" /></p>',
  ],
  [
    "Eleventy's bundles and Nunjucks' other loops",
    '{% css %}.a { color: red }{% endcss %}{% asyncEach a in b %}each{% endeach %}Text.\n\n{% tip "Coil the rope." %}',
    "<p>Text.</p><blockquote><p><strong>Tip</strong></p><p>Coil the rope.</p></blockquote>",
  ],
];

test.each(forms)("%s", async (_form, written, html) => {
  const folder = makeFolder({ "a.md": post(written, "title: A\ndate: 2026-02-03\nvideo: abc123") });
  const body = await folder.body("a.md", { baseUrl: "https://example.org/" });

  expect(body.html.replace(/\s*\n\s*/g, "")).toBe(html);
});

/** What looks like such forms and is prose, code or a price. */
const ordinary: readonly (readonly [form: string, written: string, html: string])[] = [
  ["words in braces", "Use {hide} or {alert} and a/b} here.", "<p>Use {hide} or {alert} and a/b} here.</p>"],
  ["words in square brackets", "Press [hide] or [login] now.", "<p>Press [hide] or [login] now.</p>"],
  ["three exclamation marks", "Hurray!!!\n\n!!!\n\nText.", "<p>Hurray!!!</p><p>!!!</p><p>Text.</p>"],
  ["names of programs' parts", "Call ::std::sort and a::b::c.", "<p>Call ::std::sort and a::b::c.</p>"],
  ["contents with a text", "## Contents\n\nA bell.\n\n## Box", "<h3>Contents</h3><p>A bell.</p><h3>Box</h3>"],
  [
    "exclamations",
    "Hurray!! The quay!! Said !!ready and !!set.",
    "<p>Hurray!! The quay!! Said !!ready and !!set.</p>",
  ],
  [
    "brackets and braces",
    "[quay]{bell} and {a|b} and {x | y}.",
    "<p>[quay]{bell} and {a|b} and {x | y}.</p>",
  ],
  ["an arrow in a line", "From left <---> right.", "<p>From left &lt;---&gt; right.</p>"],
  [
    "a picture of a film's name",
    "![The film.mp4 poster](https://example.com/p.png)",
    '<p><img src="https://example.com/p.png" alt="The film.mp4 poster" /></p>',
  ],
  [
    "a shell's pipe",
    "| a | b |\n|---|---|\n| `x \\| y` | z |",
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td><code>x | y</code></td><td>z</td></tr></tbody></table>',
  ],
  [
    "code about tags",
    "Write `{% note Mind. %}` or `{% label quay %}`.",
    "<p>Write <code>{% note Mind. %}</code> or <code>{% label quay %}</code>.</p>",
  ],
];

test.each(ordinary)("%s stay as they are", async (_form, written, html) => {
  const folder = makeFolder({ "a.md": post(written, "title: A\ndate: 2026-02-03") });
  const body = await folder.body("a.md", { baseUrl: "https://example.org/" });

  expect(body.html.replace(/\s*\n\s*/g, "")).toBe(html);
});

test.each(["disableNunjucks: true", "render_with_liquid: false", "templateEngineOverride: md"])(
  "where an article says %s, braces are text",
  async (field) => {
    const folder = makeFolder({
      "a.md": post("Write {{ name }} here.", `title: A\ndate: 2026-02-03\n${field}`),
    });

    expect((await folder.body("a.md")).html.trim()).toBe("<p>Write {{ name }} here.</p>");
  },
);

test.each([
  "eleventyExcludeFromCollections: true",
  "status: Invisible",
  "keys:\n  - e10adc3949ba59abbe56e057f20f883e",
])("an article that says %s waits", async (field) => {
  const folder = makeFolder({ "a.md": post("Text.", `title: A\ndate: 2026-02-03\n${field}`) });

  expect((await folder.article()).draft).toBeDefined();
});

test("what is left out more than once is told once, with how often", async () => {
  const folder = makeFolder({
    "a.md": post(
      "{{< tally a=1 >}}\n\n{{< tally a=2 >}}\n\n{{< bell >}}\n\n{{< gong >}} {{< gong >}} {{< gong >}}",
    ),
  });
  const told = [
    "{{< tally >}} is not known to Gazette and is left out (and once more).",
    "{{< bell >}} is not known to Gazette and is left out.",
    "{{< gong >}} is not known to Gazette and is left out (and 2 times more).",
  ];

  expect((await folder.body()).notes.map(({ message }) => message)).toEqual(told);
  expect((await folder.scan()).notes.map(({ message }) => message)).toEqual(told);
});

test("an article with keys of music does not wait", async () => {
  const folder = makeFolder({ "a.md": post("Text.", "title: A\ndate: 2026-02-03\nkeys: [C, F]") });

  expect((await folder.article()).draft).toBeUndefined();
});

test("NotionNext's properties under the title are fields, whatever their case and language", async () => {
  const folder = makeFolder({
    "a.md": "# 港口\n\ntype: Post\nstatus: Published\ndate: 2026年5月6日\ntags: 船, 潮\n\n正文。",
    "b.md": "# 码头\n\n日期: 2026年5月6日\n标签: 船\n\n正文。",
  });
  const [a, b] = [
    await folder.article("a.md", { timeZone: "UTC" }),
    await folder.article("b.md", { timeZone: "UTC" }),
  ];

  expect([a.topics, b.topics]).toEqual([["船", "潮"], ["船"]]);
  expect([a.publishedAt, b.publishedAt]).toEqual([new Date("2026-05-06"), new Date("2026-05-06")]);
});
