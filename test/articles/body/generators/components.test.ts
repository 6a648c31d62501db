import { expect, test } from "vitest";

import { makeFolder, post } from "../../articles-folder.ts";
import { testBodies } from "../body-cases.ts";

/** Components of generators in JavaScript, and tags of generators that few use. */
testBodies([
  [
    "prose that components of a site's own are given, and not what machines read",
    '<QuayRow heading="The quay" description="Ropes, tar and boats." onlyDark />\n\n<SEO title="The quay" description="Ropes, tar and boats." />\n\n<Panorama title="Our boats">\n  Tar.\n</Panorama>\n\nA <Dish name="Salted Herring" /> is {% fish name="Fresh Eel" %}.',
    "<p><strong>The quay</strong></p><p>Ropes, tar and boats.</p><p><strong>Our boats</strong></p><p>Tar.</p><p>A Salted Herring is Fresh Eel.</p>",
  ],
  [
    "players that are elements of their own, unless they hold a link",
    '<lite-youtube videoid="aB3_-dE6gHi" title="Reeds"></lite-youtube>\n\nText <vimeo-video src="https://vimeo.com/1234567"/> here.\n\n{% renderTemplate "webc" %}<div><youtube-lite-player @slug="aB3_-dE6gHi" :@label="$data.title"></youtube-lite-player></div>{% endrenderTemplate %}\n\n<lite-youtube videoid="aB3_-dE6gHi"><a href="https://example.com/film">Play</a></lite-youtube>',
    '<p><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></p><p>Text <a href="https://vimeo.com/1234567">Video (Vimeo)</a> here.</p><div><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></div><p><a href="https://example.com/film">Play</a></p>',
  ],
  [
    "Hakyll's shortcuts for addresses, and none that is not known",
    "[quay/boats](@github), [boats](@github(quay)), [the `low` boats](@hk:boats-low), [Low tide](@wikipedia), [x](@harbour).",
    '<p><a href="https://github.com/quay/boats">quay/boats</a>, <a href="https://github.com/quay/boats">boats</a>, <a href="https://hackage.haskell.org/package/boats-low">the <code>low</code> boats</a>, <a href="https://en.wikipedia.org/wiki/Low_tide">Low tide</a>, <a href="https://example.org/a/@harbour">x</a>.</p>',
  ],
  [
    "Grav's code and dressed passages, and what is none of them",
    '[div class="wide"]\n| A |\n| - |\n| b |\n[/div]\n\n[prism classes="language-yaml line-numbers"]\n---\ntide: low\n---\n[/prism]\n\n[center]',
    '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><pre><code>---tide: low---</code></pre><p>[center]</p>',
  ],
  [
    "passages that Twig and Nunjucks set aside, where they are shown and where a function is given them",
    "{% set low %}\nLow *tide*.\n{% endset %}\n{% set high %}\nHigh.\n{% endset %}\nText {{ low | safe }}\n\n{{ tabs({'First': high, 'Second': low}) }}\n\n{% set high %}\nHigher.\n{% endset %}\n{{ tabs({'First': high}) }}",
    "<p>Text Low <em>tide</em>.</p><p>High.</p><p>Higher.</p>",
  ],
  [
    "an unknown component that has an address, a title and an author",
    '<QuayBook url="https://example.com/reeds" title="Reeds" author="Ada Writer" image={Reeds} />\n\n<TweetEmbed tweetId="12345" />\n\n<QuayBook title="Boats" />',
    '<p><a href="https://example.com/reeds">Reeds</a> (Ada Writer)</p><p><a href="https://x.com/i/status/12345">Post (X)</a></p>',
  ],
  [
    "Nuxt's film that is set up in front matter, and components whose settings stand first",
    '::video-player\n---\nsources:\n- src: https://example.com/quay.webm\n  type: video/webm\n- src: https://example.com/quay.mp4\nposter: https://example.com/quay.png\n---\n::\n\n::card\n---\nicon: boat\n---\nWords.\n::\n\nTo :list{icon="a:b" type="x"}[Row] and :badge{a="b"} [sail].',
    '<p><a href="https://example.com/quay.webm">Video</a></p><p>Words.</p><p>To Row and  [sail].</p>',
  ],
  [
    "a picture of a template's within a figure",
    '<figure>\n{% image "https://example.com/a.png", "Quay" %}\n<figcaption>The quay</figcaption>\n</figure>',
    '<figure><img src="https://example.com/a.png" alt="Quay" /><figcaption>The quay</figcaption></figure>',
  ],
  [
    "Anax' figures, players and passages set off",
    '[FIGURE src=/image/quay.png?w=w3&sharpen class="right" caption="The *old* quay."]\n\n[ASCIINEMA src=4711 caption="Boats"]\n\n[WARNING]\t\n\n**Mind** the step.\n\n[/WARNING]\n\n[INFO]\nText.\n[/INFO]',
    '<figure><img src="https://example.org/image/quay.png?w=w3&amp;sharpen" alt="The old quay." /><figcaption><p>The <em>old</em> quay.</p></figcaption></figure><p><a href="https://asciinema.org/a/4711">asciinema</a></p><blockquote><p><strong>Warning</strong></p><p><strong>Mind</strong> the step.</p></blockquote><blockquote><p><strong>Info</strong></p><p>Text.</p></blockquote>',
  ],
  [
    "a colon right behind a word of East Asia, and a component there",
    "命令:dig[axfr] 与:badge[新]、:spoiler[码头]。",
    "<p>命令:dig[axfr] 与新、码头。</p>",
  ],
  [
    "a frame of MDX, which ends in itself",
    'Text.\n\n<iframe title="The quay" src="https://www.youtube.com/embed/abc"/>\n\nMore.',
    '<p>Text.</p><a href="https://www.youtube.com/watch?v=abc">The quay</a><p>More.</p>',
  ],
  [
    "Markdoc's tags, which close with a slash",
    '{% callout type="note" title="Watch" %}\nMind the **gap**.\n{% /callout %}\n\n# Boats {% #boats .big %}\n\n{% button href="https://example.com/q" text="Row" /%} {% if $wet %}now{% /if %}.',
    '<blockquote><p><strong>Watch</strong></p><p>Mind the <strong>gap</strong>.</p></blockquote><h3>Boats</h3><p><a href="https://example.com/q">Row</a> now.</p>',
  ],
  [
    "Docusaurus' statements above the text of what is not called MDX",
    "\nimport Bell, { Rope } from './bell';\nimport './quay.css';\n\nThe quay is open.",
    "<p>The quay is open.</p>",
  ],
  [
    "what Gatsby plays, and code that only looks like it",
    "`youtube: https://www.youtube.com/watch?v=abc`\n\n`youtube: abc`",
    '<p><a href="https://www.youtube.com/watch?v=abc">Video (YouTube)</a></p><p><code>youtube: abc</code></p>',
  ],
  [
    "Nuxt's components, with front matter of their own",
    '::callout{type="warning"}\nMind the **step**.\n::\n\n::example\n---\nsource: false\n---\n::\n\nAn :icon{name="x"}icon and a :badge[new]{.x} one.',
    "<blockquote><p><strong>Warning</strong></p><p>Mind the <strong>step</strong>.</p></blockquote><p>An icon and a new one.</p>",
  ],
  [
    "a time, an address and a ratio, which are no components",
    "At 12:30 see https://a.example/b:c and 3:[x] or std::vector.",
    '<p>At 12:30 see <a href="https://a.example/b:c">https://a.example/b:c</a> and 3:[x] or std::vector.</p>',
  ],
  [
    "the tabs, playgrounds and slides of VuePress' themes",
    "::: tabs#boats\n\n@tab Rowing#row\n\nOars.\n\n@tab:active Sailing\n\nWind.\n\n:::\n\n@slidestart sky\n\nA slide.\n\n@slideend\n\n::: playground\n\n@file boat.ts\n\nText.\n\n@setting\n\n:::",
    "<p><strong>Rowing</strong></p><p>Oars.</p><p><strong>Sailing</strong></p><p>Wind.</p><p>A slide.</p><p><strong>boat.ts</strong></p><p>Text.</p>",
  ],
  [
    "the slots, handlers and bindings of Vue",
    '<template #banner>\n<img src="/p.png" />\n</template>\n\n<template v-slot:foot>\n\nFoot.\n\n</template>\n\nA <span @click="go" :class="{ a: b }" v-if="c">word</span>.',
    '<img src="https://example.org/p.png" alt="" /><p>Foot.</p><p>A word.</p>',
  ],
  [
    "values of attributes that hold what only looks like Vue's",
    '<div><img src="https://example.org/a.png" alt="Follow @ada and #reeds" :class="b" /> <b title="at v-go">word</b></div>',
    '<div><img src="https://example.org/a.png" alt="Follow @ada and #reeds" /> <b>word</b></div>',
  ],
  [
    "Grav's notices, and what is none",
    'Boats.\n\n! Mind the step,\n! it is *high*.\n\n !!! The ferry leaves early.\n\n! [Quay](a.png)\n\nAlas\n! Gone.\n\n!!! note "Tide"\n    Low.',
    '<p>Boats.</p><blockquote><p>Mind the step,it is <em>high</em>.</p></blockquote><blockquote><p>The ferry leaves early.</p></blockquote><p>! <a href="https://example.org/a/a.png">Quay</a></p><p>Alas! Gone.</p><blockquote><p><strong>Tide</strong></p><p>Low.</p></blockquote>',
  ],
  [
    "what Dataview computes, titles that VuePress puts in, and the words on what hides",
    '`= this.file.name` {{ $frontmatter.title }}.\n\n{{< spoiler text="Click" >}}\nInner.\n{{< /spoiler >}}',
    "<p> A title.</p><blockquote><p><strong>Click</strong></p><p>Inner.</p></blockquote>",
  ],
  [
    "what Docusaurus serves as it is",
    "[chart](pathname:///chart.pdf) ![boat](@site/static/img/boat.png)",
    '<p><a href="https://example.org/chart.pdf">chart</a> <img src="https://example.org/img/boat.png" alt="boat" /></p>',
  ],
  [
    "what configures the page of a Vue site",
    'Text.\n\n<route lang="yaml">\nmeta:\n  a: b\n</route>',
    "<p>Text.</p>",
  ],
  ["HTML in capitals, which is no component", "A <B>bold</B><BR>line.", "<p>A <b>bold</b><br />line.</p>"],
  [
    "GitBook's hints, and code that is fenced within its tag",
    '{% hint style="info" %}\nMind.\n{% endhint %}\n\n{% code title="a.js" %}\n```\none\n```\n{% endcode %}\n\nAfter.',
    "<blockquote><p><strong>Info</strong></p><p>Mind.</p></blockquote><pre><code>one</code></pre><p>After.</p>",
  ],
  [
    "HackMD's tags, VitePress' files, and a badge in a sentence",
    '###### tags: `boats` `quay`\n\nNew in <Badge type="tip" text="v3" />.\n\n<<< @/snippets/a.js{1,3}\n',
    "<p>New in v3.</p>",
  ],
  ["Middleman's word for the end of the excerpt", "One.\nREADMORE\n\nTwo.", "<p>One.</p><p>Two.</p>"],
  [
    "notices in fences, of mdBook's and of Obsidian's plugins, tabs of mdBook, and what it shows",
    '```admonish warning title="Mind *it*"\nThe **step**.\n```\n\n```admonish\nPlain.\n```\n\n~~~ad-tip\ntitle: Low tide\ncollapse: open\nGo now.\n~~~\n\n```ad-note\nA note.\n```\n\n{{#tabs }}\n{{#tab name="One" }}\nFirst.\n{{#endtab }}\n{{#endtabs }}\n\n\\{{#include a.rs}}\n\n```admonished\ncode\n```',
    "<blockquote><p><strong>Mind it</strong></p><p>The <strong>step</strong>.</p></blockquote><blockquote><p>Plain.</p></blockquote><blockquote><p><strong>Low tide</strong></p><p>Go now.</p></blockquote><blockquote><p><strong>Note</strong></p><p>A note.</p></blockquote><p><strong>One</strong></p><p>First.</p><p>{{#include a.rs}}</p><pre><code>code</code></pre>",
  ],
  [
    "Roq's templates, whose values say that they are some",
    'Of {page.title}: {#if page.image}low{#if a}er{#else}est{/if}{#else}high{/if} {#for p in site.posts}{p.title}{/for}\n\n{#youtube id="abcdefghijk" /}\n\n{#include partials/note}\nWords\n{/include}\n\n{|raw {x}|} {! said !}end.',
    '<p>Of A title: lower</p><p><a href="https://www.youtube.com/watch?v=abcdefghijk">Video (YouTube)</a></p><p>Words</p><p>raw {x} end.</p>',
  ],
  [
    "tags of Svelte in a text, which are none of Roq's",
    "A block {#if low} ends with {/if}, and {#each} with {/each}.",
    "<p>A block {#if low} ends with {/if}, and {#each} with {/each}.</p>",
  ],
]);

test("in MDX, indented elements are elements, and other indented lines text", async () => {
  const folder = makeFolder({
    "a.mdx": post("Quay.\n\n    Low.\n\nPier.\n\n    <Note>\n    Mind.\n    </Note>"),
  });

  expect((await folder.body("a.mdx")).html.replaceAll("\n", "")).toBe(
    "<p>Quay.</p><p>Low.</p><p>Pier.</p><blockquote><p><strong>Note</strong></p><p>Mind.</p></blockquote>",
  );
});

test("MDX' code goes with its comments, and over blank lines to its last bracket", async () => {
  const folder = makeFolder({
    "a.mdx": post(
      'import A from "./a"\n// import B from "./b"\n\nexport const C = () => (\n  <div>\n\n    x\n  </div>\n);\n\nexport const broken = {\n\nThe text.',
    ),
  });

  expect((await folder.body("a.mdx")).html).toBe("<p>The text.</p>");
});

test("in MDX, what stands indented in elements is text, and a list in it keeps its own indentation", async () => {
  const folder = makeFolder({
    "a.mdx": post(
      '<div style={{\n    gap: "1rem"\n}}>\n    The quay.\n\n    - a\n        - b\n\n    <div className="x">\n        **The pier.**\n    </div>\n</div>\n\nEnd.',
    ),
  });

  expect((await folder.body("a.mdx")).html.replace(/\s*\n\s*/g, "")).toBe(
    "<div><p>The quay.</p><ul><li>a<ul><li>b</li></ul></li></ul><div><p><strong>The pier.</strong></p></div></div><p>End.</p>",
  );
});

test("a drawing of Mermaid's in HTML is told of and left out, and a text about it stays", async () => {
  const folder = makeFolder({
    "a.md": post(
      'Text.\n\n<pre class="diagram mermaid">\ngraph LR\n\n  A["<b>x</b>"] --> B\n</pre>\n\n<div class="note">mermaid</div>\n\nWrite `<div class="mermaid">`.\n\n<div class="mermaid">\n\nNo end.',
    ),
  });

  const { html, notes } = await folder.body();

  expect(html.replaceAll("\n", "")).toBe(
    '<p>Text.</p><div>mermaid</div><p>Write <code>&lt;div class="mermaid"&gt;</code>.</p><div><p>No end.</p></div>',
  );
  expect(notes.map(({ message }) => message)).toEqual([
    '<pre class="mermaid"> is not known to Gazette and is left out.',
  ]);
});
