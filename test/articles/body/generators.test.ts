import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** What the syntax of many generators becomes: the text in an article, and its HTML. */
const bodies: readonly (readonly [what: string, written: string, html: string])[] = [
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
    "code that WordPress set in paragraphs, with its signs",
    '<p>[sourcecode language="java"]\nclass Quay {</p>\n<p>int low;\n<hr />\n<p>}</p>\n[/sourcecode]</p>\n<p>[sourcecode language="xml"]\n&lt;tide low=&quot;1&quot;/&gt;\n[/sourcecode]</p>\n\n[sourcecode]\na < b && c\n[/sourcecode]',
    '<pre><code><b>class</b> <b>Quay</b> {<b>int</b> low;}</code></pre><pre><code>&lt;<b>tide</b> low="1"/&gt;</code></pre><pre><code>a &lt; b &amp;&amp; c</code></pre>',
  ],
  [
    "an unknown component that has an address, a title and an author",
    '<QuayBook url="https://example.com/reeds" title="Reeds" author="Ada Writer" image={Reeds} />\n\n<TweetEmbed tweetId="12345" />\n\n<QuayBook title="Boats" />',
    '<p><a href="https://example.com/reeds">Reeds</a> (Ada Writer)</p><p><a href="https://x.com/i/status/12345">Post (X)</a></p>',
  ],
  [
    "Jekyll's entry of the site's data, whose one known field is that by which it was found",
    '{% assign boat = site.data.boats | where: "name", "Tern" | first %}\nThe {{ boat.name }} has {{ boat.masts }} masts.\n\n* <{{ boat.plan }}>\n\n      LENGTH: {{ boat.length }}\n      WIDTH: {{ boat.width }}\n\nSailed: {{ boat.date | date: "%Y" }}\n\nEnd.',
    "<p>The Tern has masts.</p><p>End.</p>",
  ],
  [
    "a text that Liquid is given once, and none that it is given twice or later",
    '{{ a }}{% assign a = "quay" %}{% assign b = \'one\' %}{% if x %}{% assign b = "two" %}{% endif %}The {{ a }} has {{ b }} boats.',
    "<p>The quay has boats.</p>",
  ],
  [
    "headings of one level, whatever levels are skipped above them",
    "# Boats\n\n### Sails\n\n### Oars\n\n##### Wood\n\n# Quays\n\n#### Stone\n\n## Steps\n\n# Ends",
    "<h3>Boats</h3><h4>Sails</h4><h4>Oars</h4><h5>Wood</h5><h3>Quays</h3><h4>Stone</h4><h4>Steps</h4><h3>Ends</h3>",
  ],
  [
    "the site's address that a program put into percent signs, and braces in any other place",
    "![Quay]({{%20site.baseurl%20}}/a.png)\\\n[Pier](%7B%7Bsite.url%7D%7D/pier)\n\nWrite `%7B%7Bsite.url%7D%7D`, or %7B%7Bsite.url%7D%7D/x.",
    '<p><img src="https://example.org/a.png" alt="Quay" /><br /><a href="https://example.org/pier">Pier</a></p><p>Write <code>%7B%7Bsite.url%7D%7D</code>, or %7B%7Bsite.url%7D%7D/x.</p>',
  ],
  [
    "tags that Liquid prints in code, and other text in quotes and braces",
    'Write `{{ "{% tide high "}}%}` or:\n\n```\n{{ \'{{ page.tide }}\' }}\n{{ "tide" | upcase }}\n```',
    '<p>Write <code>{% tide high %}</code> or:</p><pre><code>{{ page.tide }}{{ "tide" | upcase }}</code></pre>',
  ],
  [
    "Logseq's films, links in words of one's own, settings and quotations",
    "- title:: Quays\n- # Quays\n\t- {{video https://example.com/film}}\n\t- Go [to the other]([[another-post]]) or [[another-post]].\n\t- #+BEGIN_QUOTE\n\t  **Stone** and\n\t  wood.\n\t  #+END_QUOTE\n\t- The title:: of a page stays in a sentence.",
    '<ul><li><h3>Quays</h3><ul><li><a href="https://example.com/film">Video</a></li><li>Go <a href="https://example.org/another-post/">to the other</a> or <a href="https://example.org/another-post/">another-post</a>.</li><li><blockquote><p><strong>Stone</strong> andwood.</p></blockquote></li><li>The title:: of a page stays in a sentence.</li></ul></li></ul>',
  ],
  [
    "Nuxt's film that is set up in front matter, and components whose settings stand first",
    '::video-player\n---\nsources:\n- src: https://example.com/quay.webm\n  type: video/webm\n- src: https://example.com/quay.mp4\nposter: https://example.com/quay.png\n---\n::\n\n::card\n---\nicon: boat\n---\nWords.\n::\n\nTo :list{icon="a:b" type="x"}[Row] and :badge{a="b"} [sail].',
    '<p><a href="https://example.com/quay.webm">Video</a></p><p>Words.</p><p>To Row and  [sail].</p>',
  ],
  ["a passage set off that holds nothing", "<Panel>\n  <Unknown />\n</Panel>\n\nText.", "<p>Text.</p>"],
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
    "TeX that a tag or a shortcode encloses, whose backslashes and stars are its own",
    "So {% equation %}\\left\\{ 0\\right\\} * a_1 * b{% endequation %} and {{< katex >}}\\{x\\}{{< /katex >}}.",
    "<p>So <code>\\left\\{ 0\\right\\} * a_1 * b</code> and <code>\\{x\\}</code>.</p>",
  ],
  [
    "the title that a tag unknown here gives to what it encloses, and none within a line",
    '{% offtopic title="А якщо човен?" %}\nText.\n\nMore.\n{% endofftopic %}\n\n{{< fold title="Quay" >}}\nThe quay.\n{{< /fold >}}\n\nA {{< dim title="x" >}}reed{{< /dim >}}.',
    "<p><strong>А якщо човен?</strong></p><p>Text.</p><p>More.</p><p><strong>Quay</strong></p><p>The quay.</p><p>A reed.</p>",
  ],
  [
    "titles that begin with a mark, an emoji or a star, and those of scripts that set signs above their letters",
    '{{< collapse summary="**Korak 1:** Izaberite `muziku`" >}}\nText.\n{{< /collapse >}}\n\n{{< details "📌 TL;DR" >}}\nShort.\n{{< /details >}}\n\n{% details "प्रश्न: यह क्या है?" %}\nपाठ\n{% enddetails %}\n\n::: details «می‌شود» یعنی چه؟\nمتن\n:::\n\n{{< alert class="#f00" >}}\nRed.\n{{< /alert >}}',
    "<blockquote><p><strong>Korak 1: Izaberite <code>muziku</code></strong></p><p>Text.</p></blockquote><blockquote><p><strong>📌 TL;DR</strong></p><p>Short.</p></blockquote><blockquote><p><strong>प्रश्न: यह क्या है?</strong></p><p>पाठ</p></blockquote><blockquote><p><strong>«می‌شود» یعنی چه؟</strong></p><p>متن</p></blockquote><blockquote><p>Red.</p></blockquote>",
  ],
  [
    "footnotes whose names have several words",
    "A quay [^1 left] and a pier [^a b].\n\n[^1 left]: Of reeds:\n\n    More.\n\nEnd.",
    "<p>A quay <sup>1</sup> and a pier [^a b].</p><p>End.</p><hr /><ol><li><p>Of reeds:</p><p>More.</p></li></ol>",
  ],
  [
    "a line drawn below a heading that has its mark, and the way back from a footnote",
    "## Quay\n=====\n\nText.[^x]\n\n<b>1</b>. Reeds [↩](#a1)\n\nA = b\n===\n",
    "<h3>Quay</h3><p>Text.[^x]</p><p><b>1</b>. Reeds</p><h3>A = b</h3>",
  ],
  [
    "works that MyST cites, and an address in brackets that it does not",
    ":::{note}\nX.\n:::\n\nReeds grow [@reed2018], see [@reed2018, p. 3]. Ask [@ada](https://example.org/).",
    '<blockquote><p><strong>Note</strong></p><p>X.</p></blockquote><p>Reeds grow, see. Ask <a href="https://example.org/">@ada</a>.</p>',
  ],
  [
    "words in capitals and brackets that are an author's own",
    "[WARNING] The quay is closed. [FIGURE 1] shows it.\n\n[FIGURE 2]\n\n[INFO]\n\nText.\n\n```\n[FIGURE src=a.png]\n```",
    "<p>[WARNING] The quay is closed. [FIGURE 1] shows it.</p><p>[FIGURE 2]</p><p>[INFO]</p><p>Text.</p><pre><code>[FIGURE src=a.png]</code></pre>",
  ],
  [
    "what Adobe's programs show and its pages do not",
    '>[!CONTEXTUALHELP]\n>id="quay_a"\n>title="About quays"\n>abstract="All of them."\n\nText.\n\n> [!NOTE]\n> It stays.',
    "<p>Text.</p><blockquote><p><strong>Note</strong></p><p>It stays.</p></blockquote>",
  ],
  [
    "intervals in TeX, and none between prices",
    "From $]0, 1]$ to $[a; b)$ it grows. It costs $(5, or 6)$ here.",
    "<p>From <code>]0, 1]</code> to <code>[a; b)</code> it grows. It costs $(5, or 6)$ here.</p>",
  ],
  [
    "names, points and numbers below nought beside TeX, and prices beside it",
    "The $yaw$ of $(15, 0, 0)$ is $-2.5$ and $3n$, by $\\theta$. It costs $5, or $HOME/$USER, or $(5, or 6)$.",
    "<p>The <code>yaw</code> of <code>(15, 0, 0)</code> is -2.5 and <code>3n</code>, by <code>\\theta</code>. It costs $5, or $HOME/$USER, or $(5, or 6)$.</p>",
  ],
  [
    "TeX on lines of its own within an item, with the item's text below it",
    "- The keel:\n    $$k = \\frac{a}{b}$$\n    It is *long*.\n- Two\n\nText\n    $$k = 2$$\nmore.",
    "<ul><li><p>The keel:</p><pre><code>k = \\frac{a}{b}</code></pre><p>It is <em>long</em>.</p></li><li><p>Two</p></li></ul><p>Text</p><pre><code>k = 2</code></pre><p>more.</p>",
  ],
  [
    "lines in braces and hyphens that no editor took out",
    "{--- Stock ---} Four {--old --}boats.",
    "<p>{--- Stock ---} Four boats.</p>",
  ],
  [
    "a colon right behind a word of East Asia, and a component there",
    "命令:dig[axfr] 与:badge[新]、:spoiler[码头]。",
    "<p>命令:dig[axfr] 与新、码头。</p>",
  ],
  [
    "words in brackets with words behind a colon, which are no address, and addresses",
    "- [-d]:指定域名！\n- [-t]: 超时\n\n[图]: 图片/码头.png\n\n见[图]。",
    '<ul><li>[-d]:指定域名！</li><li>[-t]: 超时</li></ul><p>见<a href="https://example.org/a/%E5%9B%BE%E7%89%87/%E7%A0%81%E5%A4%B4.png">图</a>。</p>',
  ],
  [
    "spaces within the stars of what is bold, where East Asia has no others",
    "<u>**码头 **</u>\n\n**注意： **今天关门。\n\n* 先** 看潮汐**再走\n\n若 2 **3 ** 4，则 a ** b ** c。",
    "<p><u><strong>码头</strong> </u></p><p><strong>注意：</strong> 今天关门。</p><ul><li>先 <strong>看潮汐</strong>再走</li></ul><p>若 2 **3 ** 4，则 a ** b ** c。</p>",
  ],
  [
    "emphasis by lines with a word of East Asia right behind it, and names with lines in them",
    "使用 _-d_参数，_潮汐_很高。变量a_b_表示，以_开头、以_结尾，__init__方法。",
    "<p>使用 <em>-d</em>参数，<em>潮汐</em>很高。变量a_b_表示，以_开头、以_结尾，__init__方法。</p>",
  ],
  [
    "a frame with a link in it for browsers that show none",
    '<iframe src="https://example.org/pen" title="The pen">\n  See <a href="https://example.org/a">the pen</a> by\n  <b>Ada</b>.\n</iframe>\n\nText.',
    '<a href="https://example.org/pen">The pen</a><p>Text.</p>',
  ],
  [
    "a film by its id and where it starts",
    "{% include embed/youtube.html id='abc123?start=12' %}",
    '<p><a href="https://www.youtube.com/watch?v=abc123&amp;start=12">Video (YouTube)</a></p>',
  ],
  [
    "a table of contents that its author wrote out, and words in such a place",
    "<TableOfContents>\n- One\n  - Two\n</TableOfContents>\n\nText.\n\n<TableOfContents>\nFour parts.\n</TableOfContents>",
    "<p>Text.</p><p>Four parts.</p>",
  ],
  [
    "elements that a sentence speaks of, and those that are meant",
    "Draw with <canvas> or an <img/> in a <nav> here.\n\nMore <span>words</span>, <b>bold.\n\nA <div> here\n\n</div>",
    "<p>Draw with &lt;canvas&gt; or an &lt;img/&gt; in a &lt;nav&gt; here.</p><p>More words, <b>bold.</b></p><p>A </p><div> here</div>",
  ],
  [
    "words between angle brackets in letters that no attribute has",
    'The quay.\n\n<Part1 끝>\n\n<Sail kind="끝">Mind.</Sail>',
    "<p>The quay.</p><p>&lt;Part1 끝&gt;</p><p>Mind.</p>",
  ],
  [
    "figures in TeX beside TeX, and prices beside it",
    "So $2 \\times m$ and $(243)$ by $\\alpha$, for $5 to $6 \\\\ $7.",
    "<p>So <code>2 \\times m</code> and <code>(243)</code> by <code>\\alpha</code>, for $5 to $6 \\ $7.</p>",
  ],
  [
    "links in brackets whose names are defined, hashes and all",
    "A quay [[Feature #12]] and a pier [[feature #12]], not [[Wreck #3]].\n\n[Feature #12]: https://example.com/12",
    '<p>A quay [<a href="https://example.com/12">Feature #12</a>] and a pier [<a href="https://example.com/12">feature #12</a>], not Wreck.</p>',
  ],
  [
    "a picture, whatever its shortcode is called",
    '{{< plate src="https://example.com/a.webp" alt="The quay" >}}\n\n{{< player src="https://example.com/a.ogg" >}}{{< box src="https://example.com/b.png" >}}Words.{{< /box >}}',
    '<figure><img src="https://example.com/a.webp" alt="The quay" /></figure><p>Words.</p>',
  ],
  [
    "text behind a picture or a break alone on its line, as kramdown reads it",
    '<img src="https://example.com/a.png" alt="Quay">\n*The quay*, **old**\n\n<br>\n- [One](https://example.com/1)\n- two',
    '<img src="https://example.com/a.png" alt="Quay" /><p><em>The quay</em>, <strong>old</strong></p><br /><ul><li><a href="https://example.com/1">One</a></li><li>two</li></ul>',
  ],
  [
    "a picture between the lines of a link, as kramdown reads it",
    '<a href="https://example.com/q">\n![Quay](https://example.com/a.png)\n</a>',
    '<p><a href="https://example.com/q"> <img src="https://example.com/a.png" alt="Quay" /></a></p>',
  ],
  [
    "lines behind a picture that hold no Markdown, and blocks within a line's element",
    '<img src="https://example.com/a.png" alt="">\n2*3*4 is_a_b, a * b * c\n\n<b>\n* a list\n</b>',
    '<img src="https://example.com/a.png" alt="" />2*3*4 is_a_b, a * b * c<b>* a list</b>',
  ],
  ["no link around nothing", "[](https://example.com/q) Text.", "<p> Text.</p>"],
  [
    "elements within an element, indented behind a blank line, as kramdown reads them",
    '<div class="card">\n  <div>\n    <b>Quay</b>\n\n    <div id="a">\n      <i>Pier</i>\n    </div>\n\n    <input type="button">\n  </div>\n\n</div>\n\nCode:\n\n    <div>boats</div>',
    "<div><div><b>Quay</b><div><i>Pier</i></div></div></div><p>Code:</p><pre><code>&lt;div&gt;boats&lt;/div&gt;</code></pre>",
  ],
  [
    "an example of code right below an opening",
    "<div>\n\n    <p>boats</p>\n\n</div>",
    "<div><pre><code>&lt;p&gt;boats&lt;/p&gt;</code></pre></div>",
  ],
  [
    "elements within an item of a list",
    "1. Quay\n\n   <div>\n     <b>a</b>\n\n       <b>b</b>\n   </div>\n\n2. Pier",
    "<ol><li><p>Quay</p><div><b>a</b><p><b>b</b></p></div></li><li><p>Pier</p></li></ol>",
  ],
  [
    "highlighted code in a page, whose lines a cell beside it counts",
    '<figure class="code"><table><tr><td class="gutter"><pre class="line-numbers">1\n2</pre></td><td class="code"><pre><code>tide()</code></pre></td></tr></table></figure>',
    "<figure><table><tr><td><pre><code>tide()</code></pre></td></tr></table></figure>",
  ],
  [
    "a table of contents and the heading over it",
    "# Содержание #\n\n* table of contents\n{:toc}\n\n## Contents\n\n[TOC]\n\n## Tides\n\n[TOC]\n\nText.",
    "<h3>Tides</h3><p>Text.</p>",
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
    "kramdown's lists of attributes with commas and colons in them",
    '![The quay](https://example.org/a.png){: w="70" : .normal : .shadow }\n\nText.\n{: .small, style="color: red", #reed }',
    '<p><img src="https://example.org/a.png" alt="The quay" /></p><p>Text.</p>',
  ],
  [
    "elements that an email shows nothing of and that are closed nowhere",
    'Press <button class="big"> or pick <select name="x"> here.\n\n<nav class="side">\n\nThe **quay**.\n\n<button>No.</button>\n\n<video src="https://example.org/a.mp4" controls />\n\nThe pier.',
    '<p>Press  or pick  here.</p><p>The <strong>quay</strong>.</p><a href="https://example.org/a.mp4">Video</a><p>The pier.</p>',
  ],
  [
    "kramdown's named lists of attributes with a space before the name",
    '{: quay: style="text-align: center;"}\n![The quay](https://example.org/a.png)\n{: quay}\n\n{: so: it is}',
    '<p><img src="https://example.org/a.png" alt="The quay" /></p><p>{: so: it is}</p>',
  ],
  [
    "Markdown right below an element that ends",
    '<p align="center"><b>The quay</b></p>\n### Boats\nThe *boats*.\n\n<div>\n<center>Pier</center>\n</div>\nThe **pier**.',
    "<p><b>The quay</b></p><h3>Boats</h3><p>The <em>boats</em>.</p><div><div>Pier</div></div><p>The <strong>pier</strong>.</p>",
  ],
  [
    "callouts as Notion exports them",
    "<aside>\n💡 Mind the **step**.\n\n</aside>\n\nText.",
    "<div><p>💡 Mind the <strong>step</strong>.</p></div><p>Text.</p>",
  ],
  [
    "captured passages that includes are given",
    '{% capture red %}\nThe **red** boat.\n{% endcapture %}\n{% capture blue %}\nThe blue boat.\n{% endcapture %}\n{% assign red = red | split: "////" %}\n{% assign tabs = red | concat: blue %}\n{% include tabs.html index=0 tabs=tabs %}\n\n{% capture pier %}The *pier*.{% endcapture %}\n{% include box.html content=pier %}\n{{ pier }}',
    "<p>The <strong>red</strong> boat.</p><p>The blue boat.</p><p>The <em>pier</em>.</p><p>The <em>pier</em>.</p>",
  ],
  [
    "a frame of MDX, which ends in itself",
    'Text.\n\n<iframe title="The quay" src="https://www.youtube.com/embed/abc"/>\n\nMore.',
    '<p>Text.</p><a href="https://www.youtube.com/watch?v=abc">The quay</a><p>More.</p>',
  ],
  ["GitHub's pictures that are no emoji", "Our boats :octocat:, :tada:.", "<p>Our boats , 🎉.</p>"],
  [
    "Tera's components",
    '{% <callout kind="tip" title="The quay"> %}\nMind.\n{% </callout> %}\n\n{% if a < b %}So.{% endif %}',
    "<blockquote><p><strong>The quay</strong></p><p>Mind.</p></blockquote><p>So.</p>",
  ],
  [
    "kramdown's end of a list, with code below",
    "* The quay\n  and pier\n^\n\n    boats\n\nText.",
    "<ul><li>The quayand pier</li></ul><pre><code>boats</code></pre><p>Text.</p>",
  ],
  [
    "a formula whose underscores its author had to escape",
    "So $f(a\\_0) = b\\_0$ holds.",
    "<p>So <code>f(a_0) = b_0</code> holds.</p>",
  ],
  [
    "formulas with signs of Markdown between them",
    "Let $(x_n)_{n=m}^\\infty$ and $(y_n)_{n=m}^\\infty$ be in $\\{a, [b](c)\\}$, below $2$ and above $0$.",
    "<p>Let <code>(x_n)_{n=m}^\\infty</code> and <code>(y_n)_{n=m}^\\infty</code> be in <code>\\{a, [b](c)\\}</code>, below 2 and above 0.</p>",
  ],
  [
    "formulas in a table",
    "| The norm |\n|---|\n| $|x_1|$ |",
    '<table><thead><tr><th scope="col">The norm</th></tr></thead><tbody><tr><td><code>|x_1|</code></td></tr></tbody></table>',
  ],
  ["money alone, between dollar signs", "It was $5$, then $6$.", "<p>It was $5$, then $6$.</p>"],
  [
    "formulas of single letters",
    "From $(x, y)$ to $a + b$ and $f(x)$, for $5 (or $6) each, A$1 and $A/$B.",
    "<p>From <code>(x, y)</code> to <code>a + b</code> and <code>f(x)</code>, for $5 (or $6) each, A$1 and $A/$B.</p>",
  ],
  [
    "addresses that an export escaped",
    "See https://example.org/a\\_b\\_c and `https://example.org/a\\_b`.",
    '<p>See <a href="https://example.org/a_b_c">https://example.org/a_b_c</a> and <code>https://example.org/a\\_b</code>.</p>',
  ],
  [
    "a line of bold words with spaces within the stars",
    "** Open at noon **\n\nFrom 2 ** 3 to 3 ** 2.",
    "<p><strong>Open at noon</strong></p><p>From 2 ** 3 to 3 ** 2.</p>",
  ],
  [
    "a label with a space before its last stars",
    "**When: ** at noon\n\n- **Where:  **the quay\n\nCall f(**a: ** b) or x **y: ** z, **rows ** more.",
    "<p><strong>When:</strong>  at noon</p><ul><li><strong>Where:</strong>  the quay</li></ul><p>Call f(**a: ** b) or x **y: ** z, **rows ** more.</p>",
  ],
  [
    "another article's address behind that of the site, and one that nobody knows",
    "The [quay]({{ site.baseurl }}{% post_url another-post %}), [pier]({{site.url}}{{ site.baseurl }}/{% post_url another-post %}), [mole](https://example.org/{% post_url another-post %}) and [dam](/{{ site.baseurl }}{% post_url /x/2026-01-02-no %}), or {{ site.baseurl }}{% post_url another-post %}).",
    '<p>The <a href="https://example.org/another-post/">quay</a>, <a href="https://example.org/another-post/">pier</a>, <a href="https://example.org/another-post/">mole</a> and dam, or ).</p>',
  ],
  [
    "places in other articles, files of articles behind the site's address, and hosts that only the site knows",
    'The [quay]({{ site.baseurl }}{% post_url another-post %}#end), [pier]({{< ref "another-post#end" >}}), [mole]({{ site.baseurl }}{% link another-post.md %}), [dam]( {{ site.baseurl }}{% post_url another-post %} ), [weir]({{ site.baseurl }}/none.md), [ford](https://example.org{{ page.url }}) and [lock](mailto:{{ site.email }}).',
    '<p>The <a href="https://example.org/another-post/#end">quay</a>, <a href="https://example.org/another-post/#end">pier</a>, <a href="https://example.org/another-post/">mole</a>, <a href="https://example.org/another-post/">dam</a>, <a href="https://example.org/none.md">weir</a>, ford and lock.</p>',
  ],
  [
    "the site's address in a link that is none",
    'The [<img src="{{ site.baseurl }}/a.png" alt="quay">({{ site.baseurl }}/a.png), or ({{ site.baseurl }}/b).',
    '<p>The [<img src="https://example.org/a.png" alt="quay" />(/a.png), or (/b).</p>',
  ],
  [
    "words in brackets that stand for others, and elements of a site's own",
    "Copy <file> to <the-quay> or <your name>, and <my-boat>sail</my-boat> <my-oar a=b> on <wbr> <nobr>two</nobr>.<br>\nThe end <toc>.\n\n<my-sail>\n\n<harbour> stays.",
    "<p>Copy &lt;file&gt; to &lt;the-quay&gt; or &lt;your name&gt;, and sail  on <wbr></wbr> two.<br />The end .</p><p>stays.</p>",
  ],
  [
    "a shortcode of any name that hides a mailbox, or embeds a document",
    'Write to {{< cloak "ada@example.org" >}} or {{< hide address="ben@example.org" display="Ben" >}}.\n\n{{< paper src="/a/The quay.pdf" height="600px" >}}\n\n{{< gravatar "ada@example.org" >}}{{< mood "a@b" >}}End.',
    '<p>Write to <a href="mailto:ada@example.org">ada@example.org</a> or <a href="mailto:ben@example.org">Ben</a>.</p><p><a href="https://example.org/a/The%20quay.pdf">The quay.pdf</a></p><p>End.</p>',
  ],
  ["an address in brackets that only the site knows", "Get <{{ release.url }}> now.", "<p>Get now.</p>"],
  [
    "what the editor of WordPress embeds",
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://example.org/v\n</div></figure>',
    '<figure><div><a href="https://example.org/v">https://example.org/v</a></div></figure>',
  ],
  [
    "labels, items and links of which a template would have printed the rest",
    "{% assign quay = site.data.quays | first %}\n\n- <{{ quay.url }}>\n\n      SIZE: {{ quay.size }}\n      SHA: {{ quay.sha }}\n\n- **Length:** {{ quay.length }}\n- Depth: 4\n\n      WIDTH: {{ quay.width }}\n      HEIGHT: 2",
    "<ul><li><p>Depth: 4</p><pre><code>HEIGHT: 2</code></pre></li></ul>",
  ],
  [
    "a first heading that repeats the title, and the picture in it",
    "# ![The flag](https://example.com/f.png) A title\n\nText.",
    '<p><img src="https://example.com/f.png" alt="The flag" /></p><p>Text.</p>',
  ],
  [
    "kramdown's attributes that go on on the next line",
    '![](https://example.com/a.png){:\nstyle="float:left"}\n{: style="float:right"}\n\nText {:not\none}.',
    '<p><img src="https://example.com/a.png" alt="" /></p><p>Text .</p>',
  ],
  [
    "links that an included file defines, and a text that the article gives a name",
    '{% include links.md %}\n{% assign quay = "https://example.com/q/" %}\n\nThe [quay][], [the pier][Pier\n#2], [a boat][b], [it]({{quay}}7) and {{ quay }}.\n\n[b]: https://example.com/b',
    '<p>The quay, the pier, <a href="https://example.com/b">a boat</a>, <a href="https://example.com/q/7">it</a> and <a href="https://example.com/q/">https://example.com/q/</a>.</p>',
  ],
  [
    "a name that is given twice, which is not known",
    '{% assign a = "x" %}{% assign a = "y" %}{% assign b = a %}{% set c = "z" %}One {{ a }}, two {{ b }}, three {{ c }}.',
    "<p>One, two, three z.</p>",
  ],
  [
    "Istio's code and pictures",
    '1. Row:\n\n    {{< text yaml >}}\n    boats:\n    - name: <One>\n      depth: "**4** {{ .Depth }}"\n    {{< /text >}}\n\n{{< image link="https://example.com/a.svg" alt="The quay" >}}',
    '<ol><li><p>Row:</p><pre><code>boats:- name: &lt;One&gt;depth: "**4** {{ .Depth }}"</code></pre></li></ol><figure><a href="https://example.com/a.svg"><img src="https://example.com/a.svg" alt="The quay" /></a></figure>',
  ],
  [
    "MkDocs' notes within notes, whose labels hold code",
    '??? note "Look"\n\n    === ":octicons-x-16: `a.md`"\n\n        ``` yaml\n        a: 1\n        ```\n\n    End.',
    "<blockquote><p><strong>Look</strong></p><blockquote><p><strong><code>a.md</code></strong></p><pre><code>a: 1</code></pre></blockquote><p>End.</p></blockquote>",
  ],
  [
    "a notice whose author writes the word as well",
    ":::note\n**Note:** Mind.\n:::",
    "<blockquote><p><strong>Note:</strong> Mind.</p></blockquote>",
  ],
  [
    "Markdoc's tags, which close with a slash",
    '{% callout type="note" title="Watch" %}\nMind the **gap**.\n{% /callout %}\n\n# Boats {% #boats .big %}\n\n{% button href="https://example.com/q" text="Row" /%} {% if $wet %}now{% /if %}.',
    '<blockquote><p><strong>Watch</strong></p><p>Mind the <strong>gap</strong>.</p></blockquote><h3>Boats</h3><p><a href="https://example.com/q">Row</a> now.</p>',
  ],
  [
    "Docsy's tabs of code and of text",
    '{{< tabpane >}}\n{{< tab header="Shell" lang="bash" >}}\n# no heading *here*\nls {{% param x %}}boats\n{{< /tab >}}\n{{< /tabpane >}}\n{{< tabpane text=true >}}\n{{% tab header="C++ (`w.md`)" lang=none %}}\nText.\n{{% /tab %}}\n{{< /tabpane >}}',
    "<p><strong>Shell</strong></p><pre><code><i># no heading *here*</i><b>ls</b>boats</code></pre><p><strong>C++ (<code>w.md</code>)</strong></p><p>Text.</p>",
  ],
  [
    "a gallery, and how Stellar shows a link",
    "{% gallery layout:flow %}\n![Quay](https://example.com/a.png)\n{% endgallery %}\n\n{% link https://example.com/q The quay desc:false %}",
    '<p><img src="https://example.com/a.png" alt="Quay" /></p><p><a href="https://example.com/q">The quay</a></p>',
  ],
  [
    "what Pandoc takes for HTML or TeX as it stands",
    "```{=html}\n<p>A <b>quay</b>.</p>\n```\n\n```{=latex}\n\\newpage\n```\n\nText.",
    "<p>A <b>quay</b>.</p><p>Text.</p>",
  ],
  [
    "the addresses of blogdown's pictures, and a film of a terminal",
    '<img src="{{< blogdown/postref >}}https://example.com/a.png" alt="Quay" />\n\n{{< load-photoswipe >}}\n\n{% asciicast 7 %}',
    '<img src="https://example.com/a.png" alt="Quay" /><p><a href="https://asciinema.org/a/7">asciinema</a></p>',
  ],
  [
    "kramdown's mathematics in a line, between two dollar signs each",
    "Given $$ \\theta $$ and $$x$$ it holds.\n\n$$ \\theta = 1 $$\n\nText.",
    "<p>Given <code>\\theta</code> and <code>x</code> it holds.</p><pre><code>\\theta = 1</code></pre><p>Text.</p>",
  ],
  [
    "what stands right below Obsidian's pictures",
    "![[none.png|300]]\n# Boats\n\n- ![[none.png]]\n  *Row*",
    "<h3>Boats</h3><ul><li><p><em>Row</em></p></li></ul>",
  ],
  [
    "Docsy's boxes, which are named by a colour",
    '{{% pageinfo color="warning" %}}\nMind.\n{{% /pageinfo %}}',
    "<blockquote><p>Mind.</p></blockquote>",
  ],
  [
    "Hexo's pictures, whose classes and sizes are not their address",
    '{% img right /a.png 400 "The quay" %}',
    '<figure><img src="https://example.org/a.png" alt="The quay" /></figure>',
  ],
  [
    "Hexo's links to other posts, by their title or their name",
    "See {% post_link another-post 'the other' %} and {% post_link another-post %}.",
    '<p>See <a href="https://example.org/another-post/">the other</a> and <a href="https://example.org/another-post/">another post</a>.</p>',
  ],
  [
    "a link and a button that Hexo's tags name by words",
    "{% link The quay https://example.com/q %} {% btn https://example.com/b, Read on, icon %}",
    '<p><a href="https://example.com/q">The quay</a> <a href="https://example.com/b">Read on</a></p>',
  ],
  [
    "what folds away in Hexo's themes, without its colour",
    "{% folding cyan open, The quay %}\nInside.\n{% endfolding %}\n\n{% folding yellow::The pier %}\nBelow.\n{% endfolding %}",
    "<blockquote><p><strong>The quay</strong></p><p>Inside.</p></blockquote><blockquote><p><strong>The pier</strong></p><p>Below.</p></blockquote>",
  ],
  [
    "notes of Hexo's themes, without their icons, with and without an end",
    "{% note warning no-icon %}\nMind.\n{% endnote %}\n\n{% note blue 'fas fa-bullhorn' simple %}\nHear.\n{% endnote %}\n\n{% note, Read, please. %}",
    "<blockquote><p><strong>Warning</strong></p><p>Mind.</p></blockquote><blockquote><p>Hear.</p></blockquote><blockquote><p>Read, please.</p></blockquote>",
  ],
  [
    "words that Hexo's themes dress",
    "{% span red, Red %} {% u under %} {% kbd Ctrl %} {% mark color:red marked %} {% label plain red %} {% hideInline here,Show,#fff %} {% checkbox checked, Done %}",
    "<p>Red under Ctrl marked plain here Done</p>",
  ],
  [
    "links of Hexo's themes, whichever way round",
    "{% link The quay, https://example.com/q, https://example.com/i.png %} {% btn regular::The pier::https://example.com/p::fas fa-play %} {% button Boats https://example.com/b %} {% link https://example.com/r The rope %}",
    '<p><a href="https://example.com/q">The quay</a> <a href="https://example.com/p">The pier</a> <a href="https://example.com/b">Boats</a> <a href="https://example.com/r">The rope</a></p>',
  ],
  [
    "a line of time of Hexo's themes",
    "{% timeline %}\n<!-- node 3 February -->\nThe boats came.\n{% endtimeline %}",
    "<p><strong>3 February</strong></p><p>The boats came.</p>",
  ],
  [
    "pictures whose arguments stand between commas",
    "{% image https://example.com/a.png, width=400px, alt=The quay %}",
    '<p><img src="https://example.com/a.png" alt="The quay" /></p>',
  ],
  [
    "words that Hugo's shortcodes dress, with how they are read",
    'The {{< ruby "kee" >}}quay{{< /ruby >}}, the {{< ruby rb="pier" rt="peer" >}} and {{< kbd >}}Ctrl{{< /kbd >}} are {{< badge "new" >}}.',
    "<p>The quay, the pier and Ctrl are new.</p>",
  ],
  [
    "a picture of Hexo's themes, and one whose words stand in order",
    '{% image "https://example.com/a.png", "The pier" %}',
    '<figure><img src="https://example.com/a.png" alt="The pier" /></figure>',
  ],
  [
    "steps and cards, with what they are about",
    '<Steps>\n<Step title="One">\nDo it.\n</Step>\n</Steps>\n\n<Card title="Quay" href="/quay">\nThe quay.\n</Card>',
    '<p><strong>One</strong></p><p>Do it.</p><p><strong><a href="https://example.org/quay">Quay</a></strong></p><p>The quay.</p>',
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
    "a link behind a backslash, and a class of letters",
    "Write \\[[note]], or [[:alpha:]].",
    "<p>Write [[note]], or [[:alpha:]].</p>",
  ],
  [
    "Docusaurus' statements above the text of what is not called MDX",
    "\nimport Bell, { Rope } from './bell';\nimport './quay.css';\n\nThe quay is open.",
    "<p>The quay is open.</p>",
  ],
  [
    "a raw passage whose end stands within code, and the next one",
    "{% raw %}\n```\na\n{% endraw %}\n```\n\n{% raw %}\n```\nb\n```\n{% endraw %}",
    "<pre><code>a</code></pre><pre><code>b</code></pre>",
  ],
  [
    "titles of MkDocs' tabs and notes with HTML in them",
    '=== "Slow <small>small</small>"\n\n    One.\n\n!!! tip "Ring <!-- md:sponsors -->"\n\n    Two.',
    "<blockquote><p><strong>Slow small</strong></p><p>One.</p></blockquote><blockquote><p><strong>Ring</strong></p><p>Two.</p></blockquote>",
  ],
  [
    "what Gatsby plays, and code that only looks like it",
    "`youtube: https://www.youtube.com/watch?v=abc`\n\n`youtube: abc`",
    '<p><a href="https://www.youtube.com/watch?v=abc">Video (YouTube)</a></p><p><code>youtube: abc</code></p>',
  ],
  [
    "a frame with words for browsers that know none",
    '<iframe src="//slides.example.com/1"> </iframe>',
    '<a href="https://slides.example.com/1">slides.example.com</a>',
  ],
  [
    "what is there to be read out, or looked up by translators",
    '<span>The quay.</span><span class="sxs-lookup"><span>Le quai.</span></span> <div class="sr-only">Menu</div>',
    "<p>The quay. </p>",
  ],
  [
    "the kinds of notices of Zenn and Qiita",
    ":::message alert\nMind.\n:::\n\n:::note warn\nHear.\n:::",
    "<blockquote><p><strong>Alert</strong></p><p>Mind.</p></blockquote><blockquote><p><strong>Warn</strong></p><p>Hear.</p></blockquote>",
  ],
  ["GitLab's mathematics", "Let $`a`$ be $`b`$.", "<p>Let <code>a</code> be <code>b</code>.</p>"],
  [
    "tables of contents that programs put in",
    "<!-- toc -->\n\n- [A](#a)\n\n<!-- tocstop -->\n\n<!-- START doctoc generated -->\n- [B](#b)\n<!-- END doctoc -->\n\nText.",
    "<p>Text.</p>",
  ],
  [
    "a quotation that names who said it and where",
    "{% blockquote Ada Writer https://example.com On tides %}\nWater comes.\n{% endblockquote %}",
    '<blockquote><p>Water comes.</p><p>— Ada Writer, <a href="https://example.com/">On tides</a></p></blockquote>',
  ],
  [
    "Octopress' code",
    "{% codeblock Title lang:js %}\na = 1;\n{% endcodeblock %}",
    "<pre><code>a = 1;</code></pre>",
  ],
  [
    "dev.to's details",
    "{% details More of it %}\nInside.\n{% enddetails %}",
    "<blockquote><p><strong>More of it</strong></p><p>Inside.</p></blockquote>",
  ],
  [
    "Zola's shortcodes, which are called",
    '{{ youtube(id="abc") }}\n\n{% alert(note=true) %}\nMind the step.\n{% end %}\n\n{{ nothing(known=1) }}',
    '<p><a href="https://www.youtube.com/watch?v=abc">Video (YouTube)</a></p><blockquote><p><strong>Note</strong></p><p>Mind the step.</p></blockquote>',
  ],
  [
    "a shortcode in a sentence that brings its own words",
    'A {{< glossary_tooltip text="pod" term_id="pod" >}} runs.\n\n{{< banner text="not for you" >}}',
    "<p>A pod runs.</p>",
  ],
  [
    "Hugo's reference by a page's name",
    '[Here]({{< ref "another-post" >}}).',
    '<p><a href="https://example.org/another-post/">Here</a>.</p>',
  ],
  [
    "Nuxt's components, with front matter of their own",
    '::callout{type="warning"}\nMind the **step**.\n::\n\n::example\n---\nsource: false\n---\n::\n\nAn :icon{name="x"}icon and a :badge[new]{.x} one.',
    "<blockquote><p><strong>Warning</strong></p><p>Mind the <strong>step</strong>.</p></blockquote><p>An icon and a new one.</p>",
  ],
  [
    "the blocks of Python's Markdown",
    "/// note | Mind\nThe step.\n///\n/// tip\nGo.\n///",
    "<blockquote><p><strong>Mind</strong></p><p>The step.</p></blockquote><blockquote><p><strong>Tip</strong></p><p>Go.</p></blockquote>",
  ],
  [
    "containers of no known kind, of which the text stays",
    ":::theorem\nTwo is two.\n:::",
    "<p>Two is two.</p>",
  ],
  [
    "Quarto's titles",
    "::: {.callout-tip}\n## Go on\nNow.\n:::",
    "<blockquote><p><strong>Go on</strong></p><p>Now.</p></blockquote>",
  ],
  [
    "a time, an address and a ratio, which are no components",
    "At 12:30 see https://a.example/b:c and 3:[x] or std::vector.",
    '<p>At 12:30 see <a href="https://a.example/b:c">https://a.example/b:c</a> and 3:[x] or std::vector.</p>',
  ],
  [
    "what Material for MkDocs adds",
    '[Go](https://example.com/){ .md-button }\n\n:material-check: Press ++ctrl+c++, in HTML.\n\n--8<-- "abbr.md"\n\n*[HTML]: a language\n\nAn {--old--}{++new++} {~~word~>term~~}.',
    '<p><a href="https://example.com/">Go</a></p><p>Press ctrl+c, in HTML.</p><p>An new term.</p>',
  ],
  [
    "kramdown's tables, with a rule above and without a head",
    "|---\n| a | b\n|-|:-\n| 1 | 2\n|---\n| 3 | 4\n\n| x | y |\n| z | w |",
    '<table><thead><tr><th scope="col">a</th><th align="left" scope="col">b</th></tr></thead><tbody><tr><td>1</td><td align="left">2</td></tr><tr><td>3</td><td align="left">4</td></tr></tbody></table><table><tbody><tr><td>x</td><td>y</td></tr><tr><td>z</td><td>w</td></tr></tbody></table>',
  ],
  [
    "GitHub's tables as they are, dashes in a row and all",
    "a | b\n--|--\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| - | - |",
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><table><thead><tr><th scope="col">c</th><th scope="col">d</th></tr></thead><tbody><tr><td>-</td><td>-</td></tr></tbody></table>',
  ],
  ["a lone line between bars, which is no table", "| a lone line | here", "<p>| a lone line | here</p>"],
  [
    "headings without a space, as kramdown knows them",
    "##Tides\n\nIn #harbour.",
    "<h3>Tides</h3><p>In #harbour.</p>",
  ],
  [
    "small signs and functions in TeX",
    "CO$_2$ and $f(x)$ for $5 and $6.",
    "<p>CO<sub>2</sub> and <code>f(x)</code> for $5 and $6.</p>",
  ],
  [
    "MyST's roles",
    "See {ref}`the part <a>` and {doc}`/notes/the-quay`, H{sub}`2`O, {kbd}`Ctrl`, {py:func}`~os.path.join`{cite:p}`ada2026`.",
    "<p>See the part and the quay, H<sub>2</sub>O, <kbd>Ctrl</kbd>, <code>join</code>.</p>",
  ],
  [
    "MyST's directives, within each other, with their settings",
    "(a-label)=\n% not shown\n\n````{admonition} Mind\n:class: tip\n\nThe **step**.\n\n```{note}\nAnd this.\n```\n````\n\n```{toctree}\na\n```\n\n+++",
    "<blockquote><p><strong>Mind</strong></p><p>The <strong>step</strong>.</p><blockquote><p><strong>Note</strong></p><p>And this.</p></blockquote></blockquote>",
  ],
  [
    "code of MyST with lines that would be comments in its text",
    "(a-label)=\n\n```\n% drawn later\n+++ b\n```",
    "<pre><code>% drawn later+++ b</code></pre>",
  ],
  [
    "types with braces in code, which are no roles of MyST",
    "A `Once{T}` holds.\n\n% of what is left stays.",
    "<p>A <code>Once{T}</code> holds.</p><p>% of what is left stays.</p>",
  ],
  [
    "a comment whose end stands on a line of its own, before all there is to read",
    "<!--\nnot yet\n-->\n\nThe tide turned.\n\n<!-- a\n  -->\nIt was late.",
    "<p>The tide turned.</p><p>It was late.</p>",
  ],
  [
    "a comment within a comment, whose own end is left behind",
    "<!--\na <!-- b -->\nc\n-->\n\nThe tide turned.",
    "<p>c</p><p>The tide turned.</p>",
  ],
  [
    "tags of elements that take all that follows, in sentences that speak of them",
    'Put it into the <title> of <script> and <b>hold</b>.\n\nAn <script src="x"/> end <style>a</style>.',
    "<p>Put it into the &lt;title&gt; of &lt;script&gt; and <b>hold</b>.</p><p>An  end .</p>",
  ],
  [
    "MyST's directives between colons, and its pictures",
    ":::{tip} Go\n:class: wide\nNow.\n:::\n\n```{figure} https://e.org/a.png\n:alt: A boat\n\nThe *boat*.\n```",
    '<blockquote><p><strong>Go</strong></p><p>Now.</p></blockquote><figure><img src="https://e.org/a.png" alt="A boat" /><figcaption><p>The <em>boat</em>.</p></figcaption></figure>',
  ],
  [
    "MyST's code, shown and hidden",
    "```{code-block} js\n:linenos:\n\nx;\n```\n\n```{code-cell}\n:tags: [remove-input]\n\ny;\n```\n\n```{python}\nz\n```",
    "<pre><code>x;</code></pre><pre><code>z</code></pre>",
  ],
  [
    "Markdown in HTML that says so, as kramdown and MkDocs read it",
    '<div markdown="1" class="x">\n  A **bold** word.\n  <div>*raw*</div>\n</div>\n\n<details markdown><summary>More</summary>\nAn *end*.\n</details>',
    "<div><p>A <strong>bold</strong> word.</p><div>*raw*</div></div><div><p><strong>More</strong></p><p>An <em>end</em>.</p></div>",
  ],
  [
    "the links of Pelican and Nikola",
    "[a]({filename}/b.md) [c](link://slug/d) [e](link://tag/f) ![g]({static}/g.png)",
    '<p>a c e <img src="https://example.org/g.png" alt="g" /></p>',
  ],
  [
    "emoji by their names, and times, which are none",
    "Done :tada::rocket: at 10:30:45, :no_such: and a:x:b.",
    "<p>Done 🎉🚀 at 10:30:45, :no_such: and a:x:b.</p>",
  ],
  [
    "code that is told by its indentation, where it is code",
    "Quay:\n\n    List<Boat> a; {% if b %}{{ c }}{% endif %} ==d== [[e]]\n\n    :tada: {#f}\n\n- item\n\n    [[g]] ==h==\n\nEnd ==i==.\n\n\t:::python\n\tj {k}",
    "<p>Quay:</p><pre><code>List&lt;Boat&gt; a; {% if b %}{{ c }}{% endif %} ==d== [[e]]:tada: {#f}</code></pre><ul><li><p>item</p><p>g <mark>h</mark></p></li></ul><p>End <mark>i</mark>.</p><pre><code>j {k}</code></pre>",
  ],
  [
    "the tabs, playgrounds and slides of VuePress' themes",
    "::: tabs#boats\n\n@tab Rowing#row\n\nOars.\n\n@tab:active Sailing\n\nWind.\n\n:::\n\n@slidestart sky\n\nA slide.\n\n@slideend\n\n::: playground\n\n@file boat.ts\n\nText.\n\n@setting\n\n:::",
    "<p><strong>Rowing</strong></p><p>Oars.</p><p><strong>Sailing</strong></p><p>Wind.</p><p>A slide.</p><p><strong>boat.ts</strong></p><p>Text.</p>",
  ],
  [
    "what folds away and what are tabs in Shoka",
    "+++danger The pier\nInside.\n+++\n\n;;;one Tab\nText.\n;;;\n\nSo ++underlined++{.wavy} it is.",
    "<blockquote><p><strong>The pier</strong></p><p>Inside.</p></blockquote><p><strong>Tab</strong></p><p>Text.</p><p>So underlined it is.</p>",
  ],
  [
    "attributes behind emphasis, paragraphs and items, and what leaves a heading out of a list",
    "A *boat*{.red}, a **ship** {#big} and {code}.\n\nMoored. {.lead}\n\n- item{.a}\n\n## Pier {docsify-ignore}\n\n## Quay {-}\n\n## Dock :id=dock",
    "<p>A <em>boat</em>, a <strong>ship</strong>  and {code}.</p><p>Moored.</p><ul><li>item</li></ul><h3>Pier</h3><h3>Quay</h3><h3>Dock</h3>",
  ],
  [
    "the links that Foam writes below a text, and comments that are definitions",
    'See [[drafts]].\n[//begin]: # "Autogenerated link references"\n[drafts]: drafts "Drafts"\n[//end]: # "Autogenerated link references"\n\nText.\n[//]: # (not shown)\n[comment]: <> (nor this)',
    "<p>See drafts.</p><p>Text.</p>",
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
    "fences behind a space of no width, that are shown and that are meant",
    "~~~md\n\u200b~~~js\nreeds\n\u200b~~~\n~~~\n\n## Pier\n\n\u200b~~~\nboat\n~~~\n\n## Quay",
    "<pre><code>\u200b~~~jsreeds\u200b~~~</code></pre><h3>Pier</h3><pre><code>boat</code></pre><h3>Quay</h3>",
  ],
  [
    "the sign for equality between quotation marks, beside marked words",
    "“==”和“==”不同，（如==和!=），==标记==。",
    "<p>“==”和“==”不同，（如==和!=），<mark>标记</mark>。</p>",
  ],
  [
    "addresses with spaces, and brackets that are no links",
    '![Quay 1](/a/Quay 2024-01-02 at 3.25.png) [plan](files/my plan.pdf "P") [a](no address) ![b](/b.png "B" =300x200)',
    '<p><img src="https://example.org/a/Quay%202024-01-02%20at%203.25.png" alt="Quay 1" /> <a href="https://example.org/a/files/my%20plan.pdf" title="P">plan</a> [a](no address) <img src="https://example.org/b.png" alt="b" /></p>',
  ],
  [
    "headings behind a wide space and without one, and tags, which are none",
    "##Pier##\n\n#　Quay\n\n#Dock\n\n#boat\n\n#boat #ship",
    "<h3>Pier</h3><h3>Quay</h3><h3>Dock</h3><p>#boat</p><p>#boat #ship</p>",
  ],
  [
    "headings without a space that end in a colon, where two show that they are no tags",
    "#the boats:\n\nText.\n\n#oars:\n\nText.\n\n#pier\n\n#水位 的 记录：",
    "<h3>the boats:</h3><p>Text.</p><h3>oars:</h3><p>Text.</p><p>#pier</p><h3>水位 的 记录：</h3>",
  ],
  [
    "Hatena Blog's photos, addresses, TeX, footnotes and goods",
    "[:contents]\n\n[f:id:adawriter:20260203101112p:plain:alt=The quay]\n\n[https://example.com/q:embed:cite] and [https://example.com/p:title=The pier] on [tex:a_{[1\\]}] ((and **below**)), [asin:B000000000:detail].",
    '<p><img src="https://cdn-ak.f.st-hatena.com/images/fotolife/a/adawriter/20260203/20260203101112.png" alt="The quay" /></p><p><a href="https://example.com/q">https://example.com/q</a> and <a href="https://example.com/p">The pier</a> on <code>a_{[1]}</code> <sup>1</sup>, <a href="https://www.amazon.co.jp/dp/B000000000">Amazon</a>.</p><hr /><ol><li><p>and <strong>below</strong></p></li></ol>',
  ],
  [
    "Hatena Blog's titles with colons, and how they are shown",
    "[https://example.com/p:title=The pier: a quay] and [https://example.com/q:title=The quay:bookmark].",
    '<p><a href="https://example.com/p">The pier: a quay</a> and <a href="https://example.com/q">The quay</a>.</p>',
  ],
  [
    "addresses and lines that only a generator could fill in",
    "## Files\n\n* <{{ page.file }}>\n\n      SIZE: {{ page.size }}\n      SHA1: {{ page.sha1 }}\n\nA boat of {{ page.size }} tons.",
    "<h3>Files</h3><p>A boat of tons.</p>",
  ],
  [
    "mathematics with spaces or figures behind its dollar sign, and prices",
    "Where $1\\leq n$, $ a_1 * b_1 * c_1 = P$ and $a_i = g *b_i $, a boat costs $5 to $ 6, and $2^n$ or $ x_1 of our boats $ more.",
    "<p>Where <code>1\\leq n</code>, <code>a_1 * b_1 * c_1 = P</code> and <code>a_i = g *b_i</code>, a boat costs $5 to $ 6, and <code>2^n</code> or $ x_1 of our boats $ more.</p>",
  ],
  [
    "a bare address for mail as a link, and a picture that looks like one",
    "[Write](ada.writer@mail.example.org) or see [the quay](quay@2x.png).",
    '<p><a href="mailto:ada.writer@mail.example.org">Write</a> or see <a href="https://example.org/a/quay@2x.png">the quay</a>.</p>',
  ],
  [
    "Grav's notices, and what is none",
    'Boats.\n\n! Mind the step,\n! it is *high*.\n\n !!! The ferry leaves early.\n\n! [Quay](a.png)\n\nAlas\n! Gone.\n\n!!! note "Tide"\n    Low.',
    '<p>Boats.</p><blockquote><p>Mind the step,it is <em>high</em>.</p></blockquote><blockquote><p>The ferry leaves early.</p></blockquote><p>! <a href="https://example.org/a/a.png">Quay</a></p><p>Alas! Gone.</p><blockquote><p><strong>Tide</strong></p><p>Low.</p></blockquote>',
  ],
  [
    "addresses that entities end, and what an ampersand in one is",
    "&lt;URL:http://example.com/a&gt;から http://example.com/?a=1&amp;b=2 &quot;https://example.com/c&quot;.",
    '<p>&lt;URL:<a href="http://example.com/a">http://example.com/a</a>&gt;から <a href="http://example.com/?a=1&amp;b=2">http://example.com/?a=1&amp;b=2</a> "<a href="https://example.com/c">https://example.com/c</a>".</p>',
  ],
  [
    "fenced code right below a tag",
    '<div class="code">\n```\nreeds()\n\nboats()\n```\n</div>\n\nText.',
    "<div><pre><code>reeds()boats()</code></pre></div><p>Text.</p>",
  ],
  [
    "HTML of many levels with blank lines in it, as WordPress leaves it",
    '<div id="a">\n  <div>\n    <p>\n      One.\n    </p>\n    \n    <ul>\n      <li>\n        Two.\n      </li>\n    </ul>\n    \n    <p>\n      [toc]\n    </p>\n  </div>\n</div>',
    "<div><div><p>One.</p><ul><li>Two.</li></ul></div></div>",
  ],
  [
    "tags of a whole page that a sentence speaks of",
    "1. **</head>** stands below <head>, <body> too.",
    "<ol><li><strong>&lt;/head&gt;</strong> stands below &lt;head&gt;, &lt;body&gt; too.</li></ol>",
  ],
  [
    "what is captured and shown further down, as Markdown and as words",
    '{% capture notice-1 %}\nMind the **step**:\n\n- rope\n{% endcapture %}\n\n{% capture boat %}Alma{% endcapture %}\n\n<div class="notice">{{ notice-1 | markdownify }}</div>\n\nThe {{ boat }} and {{ other }}.',
    "<div><p>Mind the <strong>step</strong>:</p><ul><li>rope</li></ul></div><p>The Alma and.</p>",
  ],
  [
    "Hexo's code under its other name, with elements in it, also within a note",
    '{% note info %}\n{% code lang:xml %}\n<Boat Name="{Binding Name}">\n{% endcode %}\n{% endnote %}',
    '<blockquote><p><strong>Info</strong></p><pre><code>&lt;<b>Boat</b> Name="{Binding Name}"&gt;</code></pre></blockquote>',
  ],
  [
    "Volantis' cards of sites, buttons, bars and notes, and the points of its timeline",
    "{% sitegroup %}\n    {% site The quay, url=https://example.com/q, screenshot=https://example.com/q.png, description=Boats %}\n{% endsitegroup %}\n\n{% btns rounded %}\n{% cell center cool-2, Plan, https://example.com/p, fas fa-download %}\n{% endbtns %}\n\n{% progress 75 cyan Pier built %} {% nota Buoy , it floats %} {% ghcard ada/ferry, theme=vue %}\n\n{% timeline %}\n{% timenode 3 May [Start](https://example.com/s) %}\nRope.\n{% endtimenode %}\n{% endtimeline %}",
    '<p><a href="https://example.com/q">The quay</a> Boats</p><p><a href="https://example.com/p">Plan</a></p><p>Pier built 75% Buoy (it floats) <a href="https://github.com/ada/ferry">ada/ferry</a></p><p><strong>3 May <a href="https://example.com/s">Start</a></strong></p><p>Rope.</p>',
  ],
  [
    "Fluid's boxes, what it folds and its pictures side by side",
    "{% cb Rope, true %} {% cb Tar %} {% cb false %} oars\n\n{% fold info @The quay %}\nInside.\n{% endfold %}\n\n{% gi 2 1-1 %}\n![a](https://example.com/a.png)\n{% endgi %}\n\n{% btn https://example.com/q, The quay, Told %}",
    '<p>☑ Rope ☐ Tar ☐ oars</p><blockquote><p><strong>The quay</strong></p><p>Inside.</p></blockquote><p><img src="https://example.com/a.png" alt="a" /></p><p><a href="https://example.com/q">The quay</a></p>',
  ],
  [
    "Butterfly's colours of what it hides, its groups of pictures and frames",
    "{% hideToggle The pier,bg,color %}\nBelow.\n{% endhideToggle %}\n\n{% galleryGroup 'Boats' 'Small ones' '/boats' /b.png %}\n\n{% frame iphone11::https://example.com/a.png::alt=x %}",
    '<blockquote><p><strong>The pier</strong></p><p>Below.</p></blockquote><p><a href="https://example.org/boats">Boats</a> Small ones</p><p><img src="https://example.com/a.png" alt="" /></p>',
  ],
  [
    "LoveIt's icons and readings, and the mark that Typecho starts a text with",
    "<!--markdown-->The :(fas fa-anchor fa-fw): [quay]^(kee) and 2^(n).",
    "<p>The quay (kee) and 2^(n).</p>",
  ],
  [
    "fences for a table of contents, and those for files of that name",
    "```toc\nexclude: Index\n\n```\n\nText.\n\n```toc\n\n```\n\n```toc\n## Interface: 90\nmain.lua\n```",
    "<p>Text.</p><pre><code>## Interface: 90main.lua</code></pre>",
  ],
  [
    "films and music of China's sites, and texts that are only placed",
    '{{< tencent "a0014b3c" >}}\n\n{{< music auto="https://example.com/m" >}}\n\n{{< align center "Middle" >}}\n\n{% aplayer "Tide" "Ada" "/tide.mp3" "/a.jpg" %}\n\n{% dplayer "url=https://example.com/a.mp4" "autoplay=false" %}\n\n{% aplayerlist %}\n{"music": [{"title": "Tide"}]}\n{% endaplayerlist %}',
    '<p><a href="https://v.qq.com/x/page/a0014b3c.html">Video (Tencent)</a></p><p><a href="https://example.com/m">Audio</a></p><p>Middle</p><p><a href="https://example.org/tide.mp3">Audio – Tide – Ada</a></p><p><a href="https://example.com/a.mp4">Video</a></p>',
  ],
  [
    "a space of mathematics, which shows nothing, and an escaped place of contents",
    "$\\;$\n\n\\[toc\\]\n\nText for $5 or $\\alpha$.",
    "<p>Text for $5 or <code>\\alpha</code>.</p>",
  ],
  [
    "numbers that Typora escapes, its lines behind a space of no width, and Docsify's notices",
    "\\1. One\n\n​    Text.\n\n!> Mind.\n\nA ^^line^^ and C++ or D++.",
    "<p>1. One</p><p>Text.</p><blockquote><p>Mind.</p></blockquote><p>A line and C++ or D++.</p>",
  ],
  [
    "TeX that is numbered behind surroundings of its own",
    "$$ \\begin{align*}\na &= b\n\\end{align*}\\label{eqn:a}\\tag{4} $$\n\nText.",
    "<pre><code>\\begin{align*}a &amp;= b\\end{align*}\\label{eqn:a}\\tag{4}</code></pre><p>Text.</p>",
  ],
  [
    "TeX with blank lines in surroundings of its own",
    "$$\\begin{array}{c}\n\na_1 \\\\\n\n\\end{array}$$",
    "<pre><code>\\begin{array}{c}a_1 \\\\\\end{array}</code></pre>",
  ],
  [
    "pictures and links of Markdown within HTML",
    "<center>\nThanks!\n![pay](/a.png)\n[here](https://example.org/b) and a[0](c)\n</center>",
    '<div>Thanks!<img src="https://example.org/a.png" alt="pay" /><a href="https://example.org/b">here</a> and a[0](c)</div>',
  ],
  [
    "rules within HTML, and what is code there",
    "<div>\n<h4>Pier</h4>\n---\n<pre>\n[a](/b)\n---\n![c](/d.png)\n</pre>\n<code>[e](/f)</code>\n</div>",
    "<div><h3>Pier</h3><hr /><pre>[a](/b)---![c](/d.png)</pre><code>[e](/f)</code></div>",
  ],
  [
    "tabs and other containers with their words in brackets, and programs that show code",
    '::::tabs\n:::tab[Oars]\nRow.\n:::\n:::tab Sails\nHoist.\n:::\n::::\n\n:::hidden[Notes]{password="x"}\nText.\n:::\n\n::: left\nSide.\n:::\n\n<script src="https://gist.github.com/ada/0a1b.js"></script>',
    '<p><strong>Oars</strong></p><p>Row.</p><p><strong>Sails</strong></p><p>Hoist.</p><p><strong>Notes</strong></p><p>Text.</p><p>Side.</p><p><a href="https://gist.github.com/ada/0a1b">Code (GitHub)</a></p>',
  ],
  [
    "a container that never ends",
    ':::boats[Our boats]\n\n::boat[Alma]{kind="small"}\n\nText.',
    "<p><strong>Our boats</strong></p><p>Alma</p><p>Text.</p>",
  ],
  [
    "Hexo's tabs by the words in their comments, and buttons with an address in brackets",
    "{% tabs Boats, 1 %}\n<!-- tab Oars@fa fa-car -->\nRow.\n<!-- endtab -->\n<!-- tab -->\nHoist.\n<!-- endtab -->\n{% endtabs %}\n\n{% button <https://example.com/q>, The quay, fab fa-x %}",
    '<p><strong>Oars</strong></p><p>Row.</p><p>Hoist.</p><p><a href="https://example.com/q">The quay</a></p>',
  ],
  [
    "what LoveIt, FixIt and Blowfish style, link, date and mark with a picture",
    '{{< style "text-align:right" >}}Right.{{< /style >}}\n\n{{< link "https://example.com/q" "The quay" >}}\n\n{{< timeline >}}{{< timelineItem icon="x" header="2024" >}}Built.{{< /timelineItem >}}{{< /timeline >}}\n\n{{< alert "twitter" >}}Follow.{{< /alert >}}',
    '<p>Right.</p><p><a href="https://example.com/q">The quay</a></p><p><strong>2024</strong></p><p>Built.</p><blockquote><p>Follow.</p></blockquote>',
  ],
  [
    "a comment over code that ends on the line of its fence",
    "<!-- ```ts\ncode\n``` -->\n\n::: tip\nText.\n:::",
    "<blockquote><p><strong>Tip</strong></p><p>Text.</p></blockquote>",
  ],
  [
    "emphasis that ends in a colon right before a word, and stars that mark none",
    "**Note:**This, f(**a, **b).",
    "<p><strong>Note:</strong>This, f(**a, **b).</p>",
  ],
  [
    "references to footnotes that are nowhere",
    "A boat[^1], a ship[^gone] and [^a-z].\n\n[^1]: Small.",
    "<p>A boat<sup>1</sup>, a ship and [^a-z].</p><hr /><ol><li><p>Small.</p></li></ol>",
  ],
  [
    "what Dataview computes, titles that VuePress puts in, and the words on what hides",
    '`= this.file.name` {{ $frontmatter.title }}.\n\n{{< spoiler text="Click" >}}\nInner.\n{{< /spoiler >}}',
    "<p> A title.</p><blockquote><p><strong>Click</strong></p><p>Inner.</p></blockquote>",
  ],
  [
    "emoji by rarer names, by those of other programs, and words that every object knows",
    ":lobster: :flag: :man_technologist: :rain_cloud: :constructor: :toString:",
    "<p>🦞 :flag: 👨‍💻 🌧️ :constructor: :toString:</p>",
  ],
  [
    "small and raised letters, and sizes behind pictures",
    'x^2^ H~2~O ~~no~~ ![a](https://e.org/a.png =250x) ![b](https://e.org/b.png align="center")',
    '<p>x<sup>2</sup> H<sub>2</sub>O <s>no</s> <img src="https://e.org/a.png" alt="a" /> <img src="https://e.org/b.png" alt="b" /></p>',
  ],
  [
    "TeX between backslashes, and in its own surroundings",
    "So \\\\(a^2\\\\) and \\(b_1\\) and \\(no\\).\n\n\\begin{equation}\na = b\n\\end{equation}",
    "<p>So <code>a^2</code> and <code>b_1</code> and (no).</p><pre><code>a = b</code></pre>",
  ],
  [
    "what Docusaurus serves as it is",
    "[chart](pathname:///chart.pdf) ![boat](@site/static/img/boat.png)",
    '<p><a href="https://example.org/chart.pdf">chart</a> <img src="https://example.org/img/boat.png" alt="boat" /></p>',
  ],
  [
    "kramdown's and Franklin's ends of lines",
    "A quay\\\\\nin the fog. \\\\ <!-- so -->\n`a \\\\`\\\\\n\n\\\\here\\share",
    "<p>A quay<br />in the fog.<br /><code>a \\\\</code></p><p>\\here\\share</p>",
  ],
  [
    "what Logseq, Dataview and HackMD keep in a text",
    "- A boat.\n  id:: 63f1\n  collapsed:: true\n\nA [kind:: small] one.\n\n> [name=Ada] [time=Sun] said so\n\n::: timestamp :::",
    "<ul><li>A boat.</li></ul><p>A small one.</p><blockquote><p>— Ada said so</p></blockquote>",
  ],
  [
    "what configures the page of a Vue site",
    'Text.\n\n<route lang="yaml">\nmeta:\n  a: b\n</route>',
    "<p>Text.</p>",
  ],
  [
    "films and small pictures of Nikola",
    '{{% media url="https://example.com/a" %}}\n\n{{% thumbnail "https://e.org/a.png" %}}A boat{{% /thumbnail %}}',
    '<p><a href="https://example.com/a">example.com</a></p><figure><img src="https://e.org/a.png" alt="A boat" /><figcaption><p>A boat</p></figcaption></figure>',
  ],
  [
    "what stands on the page and is not seen there, and its table of contents",
    '<div hidden>No.</div>\n\n<span style="color:red; display: none">No.</span>Yes.\n\n<nav><ul><li>No.</li></ul></nav>',
    "<p>Yes.</p>",
  ],
  [
    "the caption of al-folio's pictures, and a path from the root of the site",
    '<div class="row">{% include figure.html path="assets/img/a.png" %}</div>\n<div class="caption">\nA boat\n</div>',
    '<div><figure><img src="https://example.org/assets/img/a.png" alt="" /></figure></div><figcaption>A boat</figcaption>',
  ],
  [
    "films by their names at a service",
    '{% include video id="abc" provider="youtube" %} {% include video id="12" provider="vimeo" %} {% include video id="abc" %}',
    '<p><a href="https://www.youtube.com/watch?v=abc">Video (YouTube)</a> <a href="https://vimeo.com/12">Video (Vimeo)</a></p>',
  ],
  [
    "what WordPress leaves in an export",
    '[caption id="a" width="3"]<img src="https://e.org/a.jpg" alt="x" /> The quay[/caption]\n\n[gallery ids="1,2"]\n\n[youtube https://youtu.be/abc]\n\n[a note] stays.',
    '<img src="https://e.org/a.jpg" alt="x" /><p><em>The quay</em></p><p><a href="https://youtu.be/abc">https://youtu.be/abc</a></p><p>[a note] stays.</p>',
  ],
  ["HTML in capitals, which is no component", "A <B>bold</B><BR>line.", "<p>A <b>bold</b><br />line.</p>"],
  ["an Obsidian comment behind a letter of no alphabet", "本文です。%%隠す%%", "<p>本文です。</p>"],
  [
    "Zenn's cards and messages",
    ":::message\n注意。\n:::\n\n@[card](https://example.com/a)",
    '<blockquote><p>注意。</p></blockquote><p><a href="https://example.com/a">https://example.com/a</a></p>',
  ],
  [
    "a comment that holds the mark for the excerpt, which ends it",
    "<!--\n English {{< x >}}\n<!--more-->\n\nTranslated.\n\n-->\n\nEnd.",
    "<p>Translated.</p><p>End.</p>",
  ],
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
  [
    "emphasis with East Asian words right behind it",
    "**関数(function)**と**「値」**が、**値**も。",
    "<p><strong>関数(function)</strong>と<strong>「値」</strong>が、<strong>値</strong>も。</p>",
  ],
  [
    "films of Bilibili",
    "{{< bilibili BV1x >}}",
    '<p><a href="https://www.bilibili.com/video/BV1x">Video (Bilibili)</a></p>',
  ],
  [
    "indented elements behind code, which WordPress' exporter leaves at the margin",
    "<div>\n  <h1>\n    Pier\n  </h1>\n\n    <pre>\n&lt;rope&gt;\n\n  knot();</pre>\n    \n    <p>\n      One.\n    </p>\n    \n    <p>\n      Two.\n    </p>\n</div>\n\nText:\n\n    <p>\n      shown\n    </p>",
    "<div><h3>Pier</h3><pre>&lt;rope&gt;knot();</pre><p>One.</p><p>Two.</p></div><p>Text:</p><pre><code>&lt;p&gt;shown&lt;/p&gt;</code></pre>",
  ],
  [
    "shortcodes of a site's own that are given words and where they lead",
    'The band\n{{< qlink text="Reeds & Rope" url="https://reeds.example.org/" >}}\nplays. {{< qlink text="At six" url="" >}} {{< quay text="x" url="/a" >}}',
    '<p>The band<a href="https://reeds.example.org/">Reeds &amp; Rope</a>plays. At six x</p>',
  ],
  [
    "tags that are not known, where they were emphasised",
    "The tag **{% moor\n… %}** and _{% tie %}_ are ours, as is {% knot %}.",
    "<p>The tag  and  are ours, as is .</p>",
  ],
  [
    "shortcodes of a site's own that are given a picture's file, and one that is given another's",
    '{{ quay_image(path="https://img.example.org/a.webp", alt="Quay") }}\n\nText. {{ sounds(file="a.mp3") }}',
    '<figure><img src="https://img.example.org/a.webp" alt="Quay" /></figure><p>Text.</p>',
  ],
  ["Middleman's word for the end of the excerpt", "One.\nREADMORE\n\nTwo.", "<p>One.</p><p>Two.</p>"],
  [
    "Pandoc's grid, in whose cells blocks may stand",
    "+------+-----------+\n| Boat | Berths    |\n+======+===========+\n| Alma | - three   |\n|      | - *four*  |\n+------+-----------+",
    '<table><thead><tr><th scope="col"><p>Boat</p></th><th scope="col"><p>Berths</p></th></tr></thead><tbody><tr><td><p>Alma</p></td><td><ul><li>three</li><li><em>four</em></li></ul></td></tr></tbody></table>',
  ],
  [
    "a grid as databases print it, with wide letters, and one whose rows do not fit",
    "+------+------+\n| boat | `id` |\n+------+------+\n| 小船 |    1 |\n| a\\|b |    2 |\n+------+------+\n\n+---+---+\n| a |\n+---+---+",
    '<table><thead><tr><th scope="col">boat</th><th scope="col"><code>id</code></th></tr></thead><tbody><tr><td>小船</td><td>1</td></tr><tr><td>a|b</td><td>2</td></tr></tbody></table><p>+---+---+| a |+---+---+</p>',
  ],
  [
    "Pandoc's columns over dashes, with their name, without a head, and with several lines a row",
    "  Right Left\n------- ------\n     12 `a b`\n    123 b\n\nTable: Of *boats*\n\n---- ---\nab   cd\n---- ---\n\n-------------\nBoat  Berth\n----- -------\nAlma  three,\n      by now\n\nOlga  four\n-------------\n\n: Berths {#tbl-b}",
    '<table><thead><tr><th scope="col">Right</th><th scope="col">Left</th></tr></thead><tbody><tr><td>12</td><td><code>a b</code></td></tr><tr><td>123</td><td>b</td></tr></tbody></table><p>Of <em>boats</em></p><table><tbody><tr><td>ab</td><td>cd</td></tr></tbody></table><table><thead><tr><th scope="col">Boat</th><th scope="col">Berth</th></tr></thead><tbody><tr><td>Alma</td><td>three, by now</td></tr><tr><td>Olga</td><td>four</td></tr></tbody></table><p><em>Berths</em></p>',
  ],
  [
    "what looks like such tables and is none: rules, diagrams, code",
    "Text\n\n--- ---\n\nText\n\n+---+ +---+\n| a |-| b |\n+---+ +---+\n\n```\n+---+\n| a |\n+---+\n```\n\n{% highlight text %}\n+---+\n| a |\n+---+\n{% endhighlight %}",
    "<p>Text</p><hr /><p>Text</p><p>+---+ +---+| a |-| b |+---+ +---+</p><pre><code>+---+| a |+---+</code></pre><pre><code>+---+| a |+---+</code></pre>",
  ],
  [
    "Pandoc's verses, examples, lists and raw text",
    "| The tide is low,\n|    and *so* is\n  the quay.\n|\n| 1. End\n\n(@)  Low\n(@high)  High\n\nAs (@high) shows, (@none) is none.\n\n#. one\n#. two\n\nA `<b>bold</b>`{=html} and `\\LaTeX`{=latex} word, P~a\\ b~ and x^c\\ d^.",
    "<p>The tide is low,<br />and <em>so</em> is the quay.<br /><br />1. End</p><ol><li>Low</li><li>High</li></ol><p>As (2) shows, (@none) is none.</p><ol><li>one</li><li>two</li></ol><p>A <b>bold</b> and  word, P<sub>a b</sub> and x<sup>c d</sup>.</p>",
  ],
  [
    "Pandoc's links to headings by their words, and other words in brackets",
    "# Low tide {#low}\n\nSee [Low tide][], [low tide] and [high tide][], [x] and [Low tide](https://example.org/a). Call get(key, [low tide]).\n\n## [Unreleased]\n\nNotes",
    '<h3>Low tide</h3><p>See Low tide, low tide and [high tide][], [x] and <a href="https://example.org/a">Low tide</a>. Call get(key, [low tide]).</p><h4>[Unreleased]</h4><p>Notes</p>',
  ],
  [
    "pictures of a generator's own tag, by names, and Hexo's, in order",
    'See {% img src="/a.gif" alt="A quay" %} and {% img left /b.png 100 200 "A boat" %}.',
    '<p>See <img src="https://example.org/a.gif" alt="A quay" /> and <img src="https://example.org/b.png" alt="A boat" />.</p>',
  ],
  [
    "the address of a picture with a space and brackets in it",
    "![A quay](/img/Low tide (4).jpg) and [a chart (old)](/a.pdf).",
    '<p><img src="https://example.org/img/Low%20tide%20(4).jpg" alt="A quay" /> and <a href="https://example.org/a.pdf">a chart (old)</a>.</p>',
  ],
  [
    "words of a heading in brackets where nothing else is Pandoc's",
    "- 🚀 [New Feature]\n- [Bug Fix]\n\n## New Feature\n\nA quay.\n\n## Bug Fix\n\nA leak.",
    "<ul><li>🚀 [New Feature]</li><li>[Bug Fix]</li></ul><h3>New Feature</h3><p>A quay.</p><h3>Bug Fix</h3><p>A leak.</p>",
  ],
  [
    "Pandoc's citations where one is plain, and what its crossref numbers",
    "It is so [@reed2019; @writer20] and so [see also @reed2019, p. 3], says Reed [-@reed2019]. See @fig:quay, {@tbl:x} and [Fig. @fig:quay]. Mail [Ada](mailto:a@example.org).",
    '<p>It is so and so, says Reed. See, and. Mail <a href="mailto:a@example.org">Ada</a>.</p>',
  ],
  [
    "people who are named with their sign, and no works",
    "Thanks to [@ada1999] and [see @bo], [@cy, @di].",
    "<p>Thanks to [@ada1999] and [see @bo], [@cy, @di].</p>",
  ],
  [
    "lists of attributes behind references, their definitions, a picture with a backslash, blocks and headings",
    '## Low {visibility="hidden"}\n\n## High { data-toc-hide }\n\n[the quay][q]{.x} and [on](https://example.org/b){ data-preview }.\n\n![Quay](https://example.org/a.png){ width=5% }\\\n\n> Said.\n{cite="https://example.org" .x}\n\nA paragraph\n{.lead}\n\nA set\n{a, b}\n\n[q]: https://example.org/q "Q" {.cls key=val}',
    '<h3>Low</h3><h3>High</h3><p><a href="https://example.org/q" title="Q">the quay</a> and <a href="https://example.org/b">on</a>.</p><p><img src="https://example.org/a.png" alt="Quay" /></p><blockquote><p>Said.</p></blockquote><p>A paragraph</p><p>A set{a, b}</p>',
  ],
  [
    "Quarto's passages for other formats, and for the web",
    '::: {.content-visible when-format="html"}\nWeb.\n:::\n\n::: {.content-visible when-format="pdf"}\nPaper.\n:::\n\n::: {.content-hidden when-format="html"}\nNot web.\n:::\n\n::: {.content-hidden unless-format="html"}\nWeb too.\n:::\n\n::: {.content-visible unless-format="html:js"}\nNot here.\n:::\n\n::: {.hidden}\nNowhere.\n:::\n\n{{{< video a.mp4 >}}} and {{< kbd mac=Cmd-O linux=Ctrl-O >}} {{< fa brands github >}}.',
    "<p>Web.</p><p>Web too.</p><p>{{&lt; video a.mp4 &gt;}} and Ctrl-O .</p>",
  ],
  [
    "the title and the source of Hugo's figure, its passages between slashes, columns with a mark between, and a button to a page by name",
    '{{< figure src="https://example.org/a.png" title="Tide" caption="At *noon*" attr="Ada" attrlink="https://example.org/ada" >}}\n\n{{< columns >}}\nLow\n<--->\nHigh\n{{< /columns >}}\n\n{{< accordion >}}\n{{< accordion-item title="Is it low?" >}}Yes.{{< /accordion-item >}}\n{{< /accordion >}}\n\n{{< button relref="a" >}}Here{{< /button >}} and [there]({{< ref "content/a.md" >}}).',
    '<figure><img src="https://example.org/a.png" alt="At noon" /><figcaption><p><strong>Tide</strong> At <em>noon</em> <a href="https://example.org/ada">Ada</a></p></figcaption></figure><p>Low</p><p>High</p><blockquote><p><strong>Is it low?</strong></p><p>Yes.</p></blockquote><p><a href="https://example.org/a/">Here</a> and there.</p>',
  ],
  [
    "Zola's calls that are shown, comments over lines, and films of Streamable",
    '{{/* youtube(id="a") */}} and `{%/* quote() */%}`\n\n{# a\ncomment #}\n\n{{ streamable(id="92ab") }} [a]({{ get_url(path="@/a.md") }}) [b](@/a.md)',
    '<p>{{ youtube(id="a") }} and <code>{% quote() %}</code></p><p><a href="https://streamable.com/92ab">Video (Streamable)</a> <a href="https://example.org/a/">a</a> <a href="https://example.org/a/">b</a></p>',
  ],
  [
    "MyST's links to files and elsewhere, cards, buttons, badges, captions, and directives that are not known",
    "```{note}\nLow\n```\n\n[](a.md), <project:a.md>, [on](project:a.md), <wiki:Tide>, [x](doi:10.1234/x) and {ref}`x`.\n\n{bdg-primary}`new` {rfc}`2324` {strike}`old` {button}`Go <https://example.org/g>` {numref}`Figure %s <f>` {harbour}`word`\n\n:::{card} Title\nHead\n^^^\nBody\n:::\n\n```{button-link} https://example.org/b\n:color: primary\nPress\n```\n\n```{table} Berths\n:name: t\n| a |\n|---|\n| b |\n```\n\n:::{figure-md} f\n:class: c\n\nWords *here*.\n:::\n\n:::{harbour} x\n:class: c\nIts words.\n:::\n\n:::{iframe} https://www.youtube.com/embed/x\n:width: 100%\n:::\n\n$$\na = b\n$$ (eq)\n\n```{post} Feb 3, 2026\n:tags: a\n```",
    '<blockquote><p><strong>Note</strong></p><p>Low</p></blockquote><p><a href="https://example.org/a/">a</a>, <a href="https://example.org/a/">a</a>, <a href="https://example.org/a/">on</a>, <a href="https://en.wikipedia.org/wiki/Tide">Tide</a>, <a href="https://doi.org/10.1234/x">x</a> and.</p><p>new <a href="https://www.rfc-editor.org/rfc/rfc2324">RFC 2324</a> <s>old</s> <a href="https://example.org/g">Go</a> Figure word</p><p><strong>Title</strong></p><p>Head</p><p>Body</p><p><a href="https://example.org/b">Press</a></p><p><strong>Berths</strong></p><table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p>Words <em>here</em>.</p><p>Its words.</p><p><a href="https://www.youtube.com/embed/x">youtube.com</a></p><pre><code>a = b</code></pre>',
  ],
  [
    "PyMdown's snippets of several files, settings of blocks, inclusions, the language of code in a line, and mkdocstrings",
    "--8<--\na.md\nb.md\n--8<--\n\n/// details | More\n    type: warning\n    open: true\n\nIts words.\n///\n\n{! inc.md !}\n\n::: harbour.quay.Boat\n    options:\n      show: true\n\nThe `#!python range()` and `#!/bin/sh` end.\n\n::: tip\nLow.\n:::",
    "<blockquote><p><strong>More</strong></p><p>Its words.</p></blockquote><p>The <code>range()</code> and <code>#!/bin/sh</code> end.</p><blockquote><p><strong>Tip</strong></p><p>Low.</p></blockquote>",
  ],
  [
    "Documenter's references and blocks",
    '```@meta\nCurrentModule = Quay\n```\n\n## [Boats `f(x)`](@id boats)\n\nSee [`tide`](@ref), [boats](@ref "Boats"), [x](@ref Quay.f(::Int)), [key](@cite) and [Ada](https://example.org/@id).\n\n```@example 1\nx = 1\n```\n\n```@raw html\n<p>Raw</p>\n```',
    '<h3>Boats <code>f(x)</code></h3><p>See <code>tide</code>, boats, x,  and <a href="https://example.org/@id">Ada</a>.</p><pre><code>x = 1</code></pre><p>Raw</p>',
  ],
  [
    "notices in fences, of mdBook's and of Obsidian's plugins, tabs of mdBook, and what it shows",
    '```admonish warning title="Mind *it*"\nThe **step**.\n```\n\n```admonish\nPlain.\n```\n\n~~~ad-tip\ntitle: Low tide\ncollapse: open\nGo now.\n~~~\n\n```ad-note\nA note.\n```\n\n{{#tabs }}\n{{#tab name="One" }}\nFirst.\n{{#endtab }}\n{{#endtabs }}\n\n\\{{#include a.rs}}\n\n```admonished\ncode\n```',
    "<blockquote><p><strong>Mind it</strong></p><p>The <strong>step</strong>.</p></blockquote><blockquote><p>Plain.</p></blockquote><blockquote><p><strong>Low tide</strong></p><p>Go now.</p></blockquote><blockquote><p><strong>Note</strong></p><p>A note.</p></blockquote><p><strong>One</strong></p><p>First.</p><p>{{#include a.rs}}</p><pre><code>code</code></pre>",
  ],
  [
    "the table of contents of ox-hugo, a film by its address, and one file of a gist",
    '<div class="ox-hugo-toc toc">\n\n- [One](#one)\n\n</div>\n<!--endtoc-->\n\n{% youtube www.youtube.com/watch?v=abc %} {{< gist ada 50a7482715eac222 "a.py" >}}',
    '<p><a href="https://www.youtube.com/watch?v=abc">Video (YouTube)</a> <a href="https://gist.github.com/ada/50a7482715eac222">Code (GitHub)</a></p>',
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
  [
    "Jupyter Book's earlier panels, buttons and proofs, and a call to act of Hugo Blox",
    '````{panels}\nOne\n---\nTwo\n````\n\n```{link-button} https://example.org\n:text: Press\n:classes: btn\n```\n\n```{proof:theorem} Of tides\nIt *falls*.\n```\n\n{{% cta cta_link="https://example.org/go" cta_text="Go" %}}',
    '<p>One</p><p>Two</p><p><a href="https://example.org/">Press</a></p><blockquote><p><strong>Of tides</strong></p><p>It <em>falls</em>.</p></blockquote><p><a href="https://example.org/go">Go</a></p>',
  ],
];

test.each(bodies)("%s", async (_what, written, html) => {
  const folder = makeFolder({
    "a.md": post(written),
    "another-post.md": post("Other.", "title: Other\ndate: 2026-11-19"),
  });

  const body = await folder.body("a.md", { baseUrl: "https://example.org/" });

  expect(body.html.replace(/\s*\n\s*/g, "")).toBe(html);
});

test("the link of a picture that is not there goes with it", async () => {
  const folder = makeFolder({ "a.md": post("[![](/gone.png)](https://example.org/gone)  \n*The quay*") });

  expect((await folder.body()).html).toBe("<p><em>The quay</em></p>");
});

test("the words for a picture that is not there stay where they are all of a link, but for one to the picture itself", async () => {
  const folder = makeFolder({
    "a.md": post(
      "[![See the *film*](/gone.png)](https://example.org/film) [![Quay](/small.png)](https://example.org/large.png?x=1) [![Pier](/gone.png) there](https://example.org/pier)",
    ),
  });

  expect((await folder.body()).html).toBe(
    '<p><a href="https://example.org/film">See the film</a>  <a href="https://example.org/pier"> there</a></p>',
  );
});

test("bold and a break that held a picture that is not there leave nothing", async () => {
  const folder = makeFolder({ "a.md": post("**![](/gone.png)**\n\n![](/gone.png)  \nThe quay.") });

  expect((await folder.body()).html).toBe("<p>The quay.</p>");
});

test("a text that ends in a hashtag or an emoji is whole", async () => {
  const text = `${"The reeds stand high at the weir this year. ".repeat(3)}Come and see #`;
  const folder = makeFolder({
    "a.md": post(`${text}reeds`),
    "b.md": post(`${text}हिन्दी`),
    "c.md": post(`${text}1. ☺️`),
  });

  expect((await folder.body()).html).toMatch(/#reeds<\/p>$/);
  expect((await folder.body("b.md")).html).toMatch(/#हिन्दी<\/p>$/);
  expect((await folder.body("c.md")).html).toMatch(/☺️<\/p>$/);
});

test("Hexo's pictures beside a post are found in the post's folder", async () => {
  const folder = makeFolder({
    "_posts/a.md": post("{% asset_img the-quay.png The quay %}"),
    "_posts/a/the-quay.png": "no picture",
  });

  const { notes } = await folder.body("_posts/a.md");

  expect(notes).toMatchObject([
    { line: 5, message: "The image the-quay.png is no picture of a kind that is known." },
  ]);
});

test("a picture of Hexo's that is not beside its post is looked for on the page, as any other picture", async () => {
  const folder = makeFolder({
    "_posts/a.md": post("![The quay](quay.png)\n\n{% asset_img the/quay.png The quay %}"),
  });
  const { html } = await folder.body("_posts/a.md", { baseUrl: "https://example.org/" });

  expect(html.match(/<img [^>]*>/g)).toEqual([
    '<img src="https://example.org/2026/11/20/a/quay.png" alt="The quay" />',
    '<img src="https://example.org/2026/11/20/a/the/quay.png" alt="The quay" />',
  ]);
  expect((await folder.body("_posts/a.md")).notes.map(({ message }) => message)).toEqual([
    "The image quay.png is not there.",
    "The image the/quay.png is in no folder of the articles.",
  ]);
});

test("R's code is shown without its settings unless it is hidden, and what it computes is not known", async () => {
  const text = [
    "```{r setup, include=FALSE}\nlibrary(x)\n```",
    "```{python}\n#| echo: false\nsecret()\n```",
    "```{r plot, fig.width=7}\n#| label: fig\nplot(boats)\n```",
    "The mean is `r mean(x)` today [@smith2004]. It is high.",
  ].join("\n\n");
  const folder = makeFolder({ "a.Rmd": post(text), "b.Rmd": post("Source."), "b.md": post("Made.") });

  const { articles } = await folder.scan();
  const body = await folder.body("a.Rmd");

  expect(articles.map(({ path }) => path)).toEqual(["a.Rmd", "b.md"]);
  expect(body.excerpt).toBe("It is high.");
  expect(body.html.replace(/<\/?b>/g, "").replace(/\s*\n\s*/g, "")).toBe(
    "<pre><code>plot(boats)</code></pre><p>The mean is today. It is high.</p>",
  );
});

test.each([
  ["One.\n\n<!-- TEASER_END: Read on -->\n\nTwo.", "One."],
  [
    "**The reeds at the [weir](https://example.org/weir) stand higher than ever this year. Come and see them.**\n\nMore.",
    "The reeds at the weir stand higher than ever this year. Come and see them.",
  ],
  ["[English](https://example.org/en) | **Čeština**\n\nText.", "Text."],
  ["One.\n\n<!--break-->\n\nTwo.", "One."],
  ["One.\n\n<!–-break-–>\n\nTwo.", "One."],
  ["One, {{< x >}}two.\n\n<!--more-->\n\nThree. Four.", "One, two."],
  ["Par Ada\n\nLe texte.", "Le texte."],
  ["**Автори:** Ада Письменник, Макс Читач\n\nТекст.", "Текст."],
])("the excerpt of %j is %j", async (written, excerpt) => {
  const folder = makeFolder({ "a.md": post(written) });

  expect((await folder.body()).excerpt).toBe(excerpt);
});

test.each([
  ["**Автори:** Ада Письменник, Макс Читач", ["Ада Письменник", "Макс Читач"]],
  ["**作者**: Ada Writer (码头公司), 林小舟 (Quay Inc.)", ["Ada Writer (码头公司)", "林小舟 (Quay Inc.)"]],
  ["**Authors:** Quay v1.2 Harbour Crew", ["Quay v1.2 Harbour Crew"]],
  ["作者：林小舟，港口大学教授", []],
])("the by-line %s names its authors and is no excerpt", async (byLine, authors) => {
  const folder = makeFolder({ "a.md": post(`${byLine}\n\nТекст.`) });

  expect((await folder.article()).authors).toEqual(authors);
  expect((await folder.body()).excerpt).toBe("Текст.");
});

test("Quarto's numbers, drawings and cells in other languages leave no marks", async () => {
  const folder = makeFolder({
    "a.qmd": post(
      'See @fig-quay, [Figure @fig-quay], @nte-x and [see @reed2019].\n\n![The *quay*](https://example.com/a.png){#fig-quay fig-alt="Stones"}\n\n```{mermaid}\nflowchart\n```\n\n```{ojs}\n//| echo: false\nhidden\n```\n\n```{sql}\n--| label: x\nshown\n```\n\nAs (\\#eq:z) and (ref:cap) say.\n\n(ref:cap) A caption.',
    ),
  });
  const { html, notes } = await folder.body();

  expect(html.replace(/\n/g, "")).toBe(
    '<p>See, Figure, and.</p><figure><img src="https://example.com/a.png" alt="Stones" /><figcaption><p>The <em>quay</em></p></figcaption></figure><pre><code>shown</code></pre><p>As  and  say.</p>',
  );
  expect(notes.map(({ message }) => message)).toEqual([
    "```{mermaid} is not known to Gazette and is left out.",
  ]);
});

test("a body prints the fields in Hugo's table, and what MyST puts in for a name", async () => {
  const folder = makeFolder({
    "a.md": post(
      'It is {{< param "tide" >}} and {{ boat }} and {{ quay }}.',
      'title: T\nparams:\n  tide: low\nmyst:\n  substitutions:\n    boat: "a *small* one"',
    ),
  });

  expect((await folder.body()).html).toBe("<p>It is low and a <em>small</em> one and.</p>");
});

test("a link by a path from the root of the content leads there, wherever that lies", async () => {
  const folder = makeFolder({
    "site/content/posts/a.md": post('[b]({{< ref "posts/b.md" >}}) and [b](@/posts/b.md#x)'),
    "site/content/posts/b.md": post("Text."),
  });

  const { html } = await folder.body("site/content/posts/a.md", { baseUrl: "https://example.org/" });
  expect(html).toContain('<a href="https://example.org/posts/b/">b</a>');
  expect(html).toContain('<a href="https://example.org/posts/b/#x">b</a>');
});

test("bookdown's chunks of text are text, and Quarto's alternative texts and bare classes are read", async () => {
  const folder = makeFolder({
    "a.Rmd": post(
      '```{theorem, x, name="Of tides"}\nIt *falls*.\n```\n\n```{asis}\nAs *is*.\n```\n\n![](https://example.com/a.png){.w fig-alt="Low tide"}\n\n::: callout-tip\n## Mind\nIt.\n:::',
    ),
  });

  expect((await folder.body("a.Rmd")).html.replace(/\n/g, "")).toBe(
    '<blockquote><p><strong>Of tides</strong></p><p>It <em>falls</em>.</p></blockquote><p>As <em>is</em>.</p><p><img src="https://example.com/a.png" alt="Low tide" /></p><blockquote><p><strong>Mind</strong></p><p>It.</p></blockquote>',
  );
});

test("what Franklin puts in a line and the words of a site's own commands stay", async () => {
  const folder = makeFolder({
    "a.md":
      '+++\ntitle = "T"\ndate = Date(2026, 2, 3)\n+++\nMiddle @@low words@@ end, \\note{two *words*} and \\prettyshow{x}.\n\n\\\\\n\nLow.\n',
  });

  expect((await folder.body()).html.trim()).toBe(
    "<p>Middle words end, two <em>words</em> and .</p>\n<p>Low.</p>",
  );
});

test.each([
  ["```{literalinclude} x.py\n```", "{literalinclude}"],
  [":::{embed} #x\n:::", "{embed}"],
  ['--8<-- "a.md"', "--8<--"],
  ["{! inc.md !}", "{! … !}"],
  ["```@docs\nQuay\n```", "```@docs"],
  ["All of {site.url}.", "{site.url}"],
])("the scan tells of %j, which leaves nothing", async (written, name) => {
  const folder = makeFolder({ "a.md": post(`Text.\n\n${written}`) });

  expect((await folder.scan()).notes.map(({ message }) => message)).toEqual([
    `${name} is not known to Gazette and is left out.`,
  ]);
});

test("a picture that R's code shows is a picture, unless it is not run", async () => {
  const text = [
    '```{r, echo=FALSE, fig.cap = "The *old* quay"}\nknitr::include_graphics("https://example.org/a.png")\n```',
    "```{r}\n#| label: b\n#| fig-alt: \"A boat\"\n# Drawn in May.\ninclude_graphics('https://example.org/b.png', dpi = 90)\n```",
    '```{r, eval=FALSE}\nknitr::include_graphics("c.png")\n```',
    '```{r, include=FALSE}\nknitr::include_graphics("d.png")\n```',
    "```{r}\n#| echo: FALSE\nsecret()\n```",
  ].join("\n\n");
  const folder = makeFolder({ "a.Rmd": post(text) });

  expect((await folder.body()).html.replace(/<\/?b>/g, "").replace(/\s*\n\s*/g, "")).toBe(
    '<figure><img src="https://example.org/a.png" alt="The *old* quay" /><figcaption><p>The <em>old</em> quay</p></figcaption></figure><figure><img src="https://example.org/b.png" alt="A boat" /></figure><pre><code>knitr::include_graphics("c.png")</code></pre>',
  );
});

test("a by-line may list many authors, and a long sentence is none", async () => {
  const names = Array.from({ length: 9 }, (_, index) => `Ada Writer ${"I".repeat(index + 1)} (The Quay)`);
  const folder = makeFolder({
    "a.md": post(`Authors: ${names.join(", ")}\n\nText.`),
    "b.md": post(`Author: what a word that is, ${"and how it is worn ".repeat(9)}\n\nText.`),
  });

  expect((await folder.article("a.md")).authors).toEqual(names);
  expect((await folder.article("b.md")).authors).toEqual([]);
});

test.each([
  ":a[",
  ":a{",
  "::a\n",
  "/// a\n",
  "[caption]",
  '[FIGURE a="',
  "\n[FIGURE a=b",
  "\n[INFO]\n[/INFO",
  "[sourcecode]",
  "<br>\n*a",
  "<b>\n",
  '\n\n<img src="',
  '{% assign a = "b" %}{{ a }}',
  "[[a #1]] ",
  "{~~a~>",
  "**（",
  "| a |\n",
  "<!-- a",
  "$_{a",
])("a body full of %j takes no time that anyone would notice", async (written) => {
  const folder = makeFolder({ "a.md": post(written.repeat(65_000 / written.length)) });
  await folder.body();
  const started = performance.now();

  await folder.body();

  expect(performance.now() - started).toBeLessThan(2000);
});

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

test("a first heading that is the title but for its accents goes", async () => {
  const folder = makeFolder({
    "a.md": post("# Καλάμια και βάρκες\n\nText.", "title: Καλαμια και βαρκες\ndate: 2026-11-20"),
  });

  expect((await folder.body()).html).toBe("<p>Text.</p>");
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

test("front matter that was pasted into the text again goes, and that of another stays", async () => {
  const paste = (title: string): string => `---\nlayout: post\ntitle: "${title}"\n---\n`;
  const folder = makeFolder({
    "a.md": post(
      `\n> Low.\n\n---\n\n${paste("Tides")}\n> High.\n\n${paste("Oars")}`,
      "title: Tides\ndate: 2019-05-04",
    ),
  });

  expect((await folder.body()).html.replaceAll("\n", "")).toBe(
    '<blockquote><p>Low.</p></blockquote><hr /><blockquote><p>High.</p></blockquote><hr /><h3>layout: posttitle: "Oars"</h3>',
  );
});

test("a long text whose last full stop was forgotten is not cut, as a teaser is", async () => {
  const end = `The last ${"boat came in behind the mole, ".repeat(5)}and the harbour was full`;
  const folder = makeFolder({
    "a.md": post(`One.\n\nTwo.\n\nThree.\n\nFour.\n\n${end}`),
    "b.md": post(`One.\n\n${end}`),
  });

  expect((await folder.body("a.md")).html.endsWith("was full</p>")).toBe(true);
  expect((await folder.body("b.md")).html.endsWith("was full…</p>")).toBe(true);
});

test("a text of Franklin's prints the article's own fields", async () => {
  const folder = makeFolder({
    "a.md":
      '@def title = "Tide"\n@def published = "3 March 2026"\n@def abstract = "The *tide* comes."\n\n{{abstract}}\n\nIt goes.\n',
  });

  expect((await folder.body("a.md")).html).toBe("<p>The <em>tide</em> comes.</p>\n<p>It goes.</p>");
});
