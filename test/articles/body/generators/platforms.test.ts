import { testBodies } from "../body-cases.ts";

/** What editors, platforms and programs that export leave in a text. */
testBodies([
  [
    "Logseq's references to blocks of the same page, of which each has an id, and of another",
    "- ## The quay\n\t- ### Rope and *tar*\n\t  collapsed:: true\n\t  id:: 0d87cbaf-0e4a-4cde-8a74-d2e1b549caa1\n\t\t- Pull.\n- See ((0d87cbaf-0e4a-4cde-8a74-d2e1b549caa1))\n\t- {{embed ((0d87cbaf-0e4a-4cde-8a74-d2e1b549caa1))}}\n- Or ((1d87cbaf-0e4a-4cde-8a74-d2e1b549caa1)), [there](((0d87cbaf-0e4a-4cde-8a74-d2e1b549caa1))).",
    "<ul><li><h3>The quay</h3><ul><li><h4>Rope and <em>tar</em></h4><ul><li>Pull.</li></ul></li></ul></li><li>See Rope and <em>tar</em><ul><li>Rope and <em>tar</em></li></ul></li><li>Or , there.</li></ul>",
  ],
  [
    "films and code that GitBook embeds by an address, by the name of their service",
    '{% embed url="https://youtu.be/aB3_-dE6gHi" %}\n\n{% embed https://github.com/ada/quay %}\n\n{% embed url="https://www.youtube.com/@ada" %} [embed]https://vimeo.com/12345[/embed]',
    '<p><a href="https://youtu.be/aB3_-dE6gHi">Video (YouTube)</a></p><p><a href="https://github.com/ada/quay">GitHub</a></p><p><a href="https://www.youtube.com/@ada">youtube.com</a> <a href="https://vimeo.com/12345">Video (Vimeo)</a></p>',
  ],
  [
    "code that WordPress set in paragraphs, with its signs",
    '<p>[sourcecode language="java"]\nclass Quay {</p>\n<p>int low;\n<hr />\n<p>}</p>\n[/sourcecode]</p>\n<p>[sourcecode language="xml"]\n&lt;tide low=&quot;1&quot;/&gt;\n[/sourcecode]</p>\n\n[sourcecode]\na < b && c\n[/sourcecode]',
    '<pre><code><b>class</b> <b>Quay</b> {<b>int</b> low;}</code></pre><pre><code>&lt;<b>tide</b> low="1"/&gt;</code></pre><pre><code>a &lt; b &amp;&amp; c</code></pre>',
  ],
  [
    "Logseq's films, links in words of one's own, settings and quotations",
    "- title:: Quays\n- # Quays\n\t- {{video https://example.com/film}}\n\t- Go [to the other]([[another-post]]) or [[another-post]].\n\t- #+BEGIN_QUOTE\n\t  **Stone** and\n\t  wood.\n\t  #+END_QUOTE\n\t- The title:: of a page stays in a sentence.",
    '<ul><li><h3>Quays</h3><ul><li><a href="https://example.com/film">Video</a></li><li>Go <a href="https://example.org/another-post/">to the other</a> or <a href="https://example.org/another-post/">another-post</a>.</li><li><blockquote><p><strong>Stone</strong> andwood.</p></blockquote></li><li>The title:: of a page stays in a sentence.</li></ul></li></ul>',
  ],
  [
    "a text that Medium exported, with its subtitle said twice",
    "Stone by the water, and more of…\n\nStone by the water, and more of it below.\n\nText.\n\nBy [Ada Writer](https://medium.com/@ada) on [May 3, 2019](https://medium.com/p/1).\n\n[Canonical link](https://medium.com/@ada/quays-1)\n\nExported from [Medium](https://medium.com) on July 1, 2019.",
    "<p>Stone by the water, and more of it below.</p><p>Text.</p>",
  ],
  [
    "a text that Medium exported, with a subtitle of its own, and one that speaks of exports",
    "A subtitle.\n\nText, Exported from Medium.\n\nExported from [Medium](https://medium.com) on July 1, 2019.",
    "<p>A subtitle.</p><p>Text, Exported from Medium.</p>",
  ],
  [
    "words that were exported from elsewhere",
    "Stone.\n\nStone. Exported from Medium on July 1, we say.\n\nEnd.",
    "<p>Stone.</p><p>Stone. Exported from Medium on July 1, we say.</p><p>End.</p>",
  ],
  [
    "what Adobe's programs show and its pages do not",
    '>[!CONTEXTUALHELP]\n>id="quay_a"\n>title="About quays"\n>abstract="All of them."\n\nText.\n\n> [!NOTE]\n> It stays.',
    "<p>Text.</p><blockquote><p><strong>Note</strong></p><p>It stays.</p></blockquote>",
  ],
  [
    "what DocFX includes, which is not here, and its classes, versions and columns",
    '[!include [banner](../b.md)]\n\n> [!div class="checklist"]\n> * One\n\n::: moniker range=">= 3.0"\n\nNew.\n\n::: moniker-end\n\n:::row:::\n   :::column span="":::\n      Left\n   :::column-end:::\n:::row-end:::\n\n[!code-csharp[Main](../a.cs)]\n\n:::code source="a.cs":::',
    "<blockquote><ul><li>One</li></ul></blockquote><p>New.</p><p>Left</p>",
  ],
  [
    "DocFX' pictures, films, tabs and references",
    ':::image type="content" source="https://example.org/a.png" alt-text="The quay":::\n\n[!VIDEO https://www.youtube.com/embed/abc]\n\n# [Pier](#tab/pier)\n\n<xref:Quay.Boats.Sail%2A>, <xref:Quay.Boats?displayProperty=fullName>.',
    '<p><img src="https://example.org/a.png" alt="The quay" /></p><a href="https://www.youtube.com/watch?v=abc">Video (YouTube)</a><p><strong>Pier</strong></p><p>Sail, Quay.Boats.</p>',
  ],
  [
    "Adobe's words that are never translated, names in a program, and labels",
    'Open [!DNL Quay Notes] and **[!UICONTROL Boats [new]]**. [!BADGE Beta]{type=Informative url="https://example.org/b"}',
    "<p>Open Quay Notes and <strong>Boats [new]</strong>. Beta</p>",
  ],
  [
    "callouts as Notion exports them",
    "<aside>\n💡 Mind the **step**.\n\n</aside>\n\nText.",
    "<div><p>💡 Mind the <strong>step</strong>.</p></div><p>Text.</p>",
  ],
  ["GitHub's pictures that are no emoji", "Our boats :octocat:, :tada:.", "<p>Our boats , 🎉.</p>"],
  [
    "addresses that an export escaped",
    "See https://example.org/a\\_b\\_c and `https://example.org/a\\_b`.",
    '<p>See <a href="https://example.org/a_b_c">https://example.org/a_b_c</a> and <code>https://example.org/a\\_b</code>.</p>',
  ],
  [
    "what the editor of WordPress embeds",
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://example.org/v\n</div></figure>',
    '<figure><div><a href="https://example.org/v">https://example.org/v</a></div></figure>',
  ],
  [
    "what stands right below Obsidian's pictures",
    "![[none.png|300]]\n# Boats\n\n- ![[none.png]]\n  *Row*",
    "<h3>Boats</h3><ul><li><p><em>Row</em></p></li></ul>",
  ],
  [
    "ikiwiki's pictures, directives and links, whose words come first",
    '[[!img quay.png size=300x alt="The quay"]] is [[open|https://example.com/]].\n\n[[!toc levels=2]]\n\n[[!inline pages="blog/*"]]',
    '<p><img src="https://example.org/a/quay.png" alt="The quay" /> is <a href="https://example.com/">open</a>.</p>',
  ],
  [
    "ikiwiki's texts that a click opens, and its code, whatever brackets stand in them",
    'We have [[!toggle id=x text="new rules"]].\n\n[[!toggleable id=x text="""\n* Write it [[!meta date]]\n* Ring [[!template id=note text="the *bell*"]]\n"""]]\n\n[[!format sh """\n[[ -f rope ]] && ring "$$"\n"""]]\n\n[[!if test="enabled(map)" then="""\n[[!map pages="*"]]\n"""]]',
    '<p>We have new rules.</p><ul><li>Write it</li><li>Ring the <em>bell</em></li></ul><pre><code>[[ -f rope ]] &amp;&amp; ring "$$"</code></pre>',
  ],
  [
    "ikiwiki's shortcuts, links in HTML and over two lines, and what a backslash keeps",
    "See [[!ferry North_quay]] and [[the\nother|another-post]], not \\[[this]] nor \\[[!toc]].\n\n<div>\n[[another-post]]\n</div>",
    '<p>See North quay and <a href="https://example.org/another-post/">the other</a>, not [[this]] nor [[!toc]].</p><div><a href="https://example.org/another-post/">another-post</a></div>',
  ],
  [
    "the kinds of notices of Zenn and Qiita",
    ":::message alert\nMind.\n:::\n\n:::note warn\nHear.\n:::",
    "<blockquote><p><strong>Alert</strong></p><p>Mind.</p></blockquote><blockquote><p><strong>Warn</strong></p><p>Hear.</p></blockquote>",
  ],
  [
    "dev.to's details",
    "{% details More of it %}\nInside.\n{% enddetails %}",
    "<blockquote><p><strong>More of it</strong></p><p>Inside.</p></blockquote>",
  ],
  [
    "GitHub's tables as they are, dashes in a row and all",
    "a | b\n--|--\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| - | - |",
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><table><thead><tr><th scope="col">c</th><th scope="col">d</th></tr></thead><tbody><tr><td>-</td><td>-</td></tr></tbody></table>',
  ],
  [
    "the links that Foam writes below a text, and comments that are definitions",
    'See [[drafts]].\n[//begin]: # "Autogenerated link references"\n[drafts]: drafts "Drafts"\n[//end]: # "Autogenerated link references"\n\nText.\n[//]: # (not shown)\n[comment]: <> (nor this)',
    "<p>See drafts.</p><p>Text.</p>",
  ],
  [
    "Hatena Blog's titles with colons, and how they are shown",
    "[https://example.com/p:title=The pier: a quay] and [https://example.com/q:title=The quay:bookmark].",
    '<p><a href="https://example.com/p">The pier: a quay</a> and <a href="https://example.com/q">The quay</a>.</p>',
  ],
  [
    "HTML of many levels with blank lines in it, as WordPress leaves it",
    '<div id="a">\n  <div>\n    <p>\n      One.\n    </p>\n    \n    <ul>\n      <li>\n        Two.\n      </li>\n    </ul>\n    \n    <p>\n      [toc]\n    </p>\n  </div>\n</div>',
    "<div><div><p>One.</p><ul><li>Two.</li></ul></div></div>",
  ],
  [
    "numbers that Typora escapes, its lines behind a space of no width, and Docsify's notices",
    "\\1. One\n\n​    Text.\n\n!> Mind.\n\nA ^^line^^ and C++ or D++.",
    "<p>1. One</p><p>Text.</p><blockquote><p>Mind.</p></blockquote><p>A line and C++ or D++.</p>",
  ],
  [
    "what Logseq, Dataview and HackMD keep in a text",
    "- A boat.\n  id:: 63f1\n  collapsed:: true\n\nA [kind:: small] one.\n\n> [name=Ada] [time=Sun] said so\n\n::: timestamp :::",
    "<ul><li>A boat.</li></ul><p>A small one.</p><blockquote><p>— Ada said so</p></blockquote>",
  ],
  [
    "what WordPress leaves in an export",
    '[caption id="a" width="3"]<img src="https://e.org/a.jpg" alt="x" /> The quay[/caption]\n\n[gallery ids="1,2"]\n\n[youtube https://youtu.be/abc]\n\n[a note] stays.',
    '<img src="https://e.org/a.jpg" alt="x" /><p><em>The quay</em></p><p><a href="https://youtu.be/abc">Video (YouTube)</a></p><p>[a note] stays.</p>',
  ],
  ["an Obsidian comment behind a letter of no alphabet", "本文です。%%隠す%%", "<p>本文です。</p>"],
  [
    "Zenn's cards and messages",
    ":::message\n注意。\n:::\n\n@[card](https://example.com/a)",
    '<blockquote><p>注意。</p></blockquote><p><a href="https://example.com/a">https://example.com/a</a></p>',
  ],
  [
    "indented elements behind code, which WordPress' exporter leaves at the margin",
    "<div>\n  <h1>\n    Pier\n  </h1>\n\n    <pre>\n&lt;rope&gt;\n\n  knot();</pre>\n    \n    <p>\n      One.\n    </p>\n    \n    <p>\n      Two.\n    </p>\n</div>\n\nText:\n\n    <p>\n      shown\n    </p>",
    "<div><h3>Pier</h3><pre>&lt;rope&gt;knot();</pre><p>One.</p><p>Two.</p></div><p>Text:</p><pre><code>&lt;p&gt;shown&lt;/p&gt;</code></pre>",
  ],
]);
