import { testBodies } from "./body-cases.ts";

/** Markdown that no generator in particular writes. */
testBodies([
  [
    "brackets that never end, once each",
    `${"[".repeat(70)}a ${"^[".repeat(200)}b`,
    `<p>${"[".repeat(70)}a ${"^[".repeat(200)}b</p>`,
  ],
  [
    "headings of one level, whatever levels are skipped above them",
    "# Boats\n\n### Sails\n\n### Oars\n\n##### Wood\n\n# Quays\n\n#### Stone\n\n## Steps\n\n# Ends",
    "<h3>Boats</h3><h4>Sails</h4><h4>Oars</h4><h5>Wood</h5><h3>Quays</h3><h4>Stone</h4><h4>Steps</h4><h3>Ends</h3>",
  ],
  ["a passage set off that holds nothing", "<Panel>\n  <Unknown />\n</Panel>\n\nText.", "<p>Text.</p>"],
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
    "words in capitals and brackets that are an author's own",
    "[WARNING] The quay is closed. [FIGURE 1] shows it.\n\n[FIGURE 2]\n\n[INFO]\n\nText.\n\n```\n[FIGURE src=a.png]\n```",
    "<p>[WARNING] The quay is closed. [FIGURE 1] shows it.</p><p>[FIGURE 2]</p><p>[INFO]</p><p>Text.</p><pre><code>[FIGURE src=a.png]</code></pre>",
  ],
  [
    "lines in braces and hyphens that no editor took out",
    "{--- Stock ---} Four {--old --}boats.",
    "<p>{--- Stock ---} Four boats.</p>",
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
    "a table of contents that its author wrote out, and words in such a place",
    "<TableOfContents>\n- One\n  - Two\n</TableOfContents>\n\nText.\n\n<TableOfContents>\nFour parts.\n</TableOfContents>",
    "<p>Text.</p><p>Four parts.</p>",
  ],
  [
    "links in brackets whose names are defined, hashes and all",
    "A quay [[Feature #12]] and a pier [[feature #12]], not [[Wreck #3]].\n\n[Feature #12]: https://example.com/12",
    '<p>A quay [<a href="https://example.com/12">Feature #12</a>] and a pier [<a href="https://example.com/12">feature #12</a>], not Wreck.</p>',
  ],
  [
    "an example of code right below an opening",
    "<div>\n\n    <p>boats</p>\n\n</div>",
    "<div><pre><code>&lt;p&gt;boats&lt;/p&gt;</code></pre></div>",
  ],
  [
    "a table of contents and the heading over it",
    "# Содержание #\n\n* table of contents\n{:toc}\n\n## Contents\n\n[TOC]\n\n## Tides\n\n[TOC]\n\nText.",
    "<h3>Tides</h3><p>Text.</p>",
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
  ["an address in brackets that only the site knows", "Get <{{ release.url }}> now.", "<p>Get now.</p>"],
  [
    "a first heading that repeats the title, and the picture in it",
    "# ![The flag](https://example.com/f.png) A title\n\nText.",
    '<p><img src="https://example.com/f.png" alt="The flag" /></p><p>Text.</p>',
  ],
  [
    "a notice whose author writes the word as well",
    ":::note\n**Note:** Mind.\n:::",
    "<blockquote><p><strong>Note:</strong> Mind.</p></blockquote>",
  ],
  [
    "a link behind a backslash, and a class of letters",
    "Write \\[[note]], or [[:alpha:]].",
    "<p>Write [[note]], or [[:alpha:]].</p>",
  ],
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
    "containers of no known kind, of which the text stays",
    ":::theorem\nTwo is two.\n:::",
    "<p>Two is two.</p>",
  ],
  ["a lone line between bars, which is no table", "| a lone line | here", "<p>| a lone line | here</p>"],
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
    "addresses and lines that only a generator could fill in",
    "## Files\n\n* <{{ page.file }}>\n\n      SIZE: {{ page.size }}\n      SHA1: {{ page.sha1 }}\n\nA boat of {{ page.size }} tons.",
    "<h3>Files</h3><p>A boat of tons.</p>",
  ],
  [
    "a bare address for mail as a link, and a picture that looks like one",
    "[Write](ada.writer@mail.example.org) or see [the quay](quay@2x.png).",
    '<p><a href="mailto:ada.writer@mail.example.org">Write</a> or see <a href="https://example.org/a/quay@2x.png">the quay</a>.</p>',
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
    "what stands on the page and is not seen there, and its table of contents",
    '<div hidden>No.</div>\n\n<span style="color:red; display: none">No.</span>Yes.\n\n<nav><ul><li>No.</li></ul></nav>',
    "<p>Yes.</p>",
  ],
  [
    "emphasis with East Asian words right behind it",
    "**関数(function)**と**「値」**が、**値**も。",
    "<p><strong>関数(function)</strong>と<strong>「値」</strong>が、<strong>値</strong>も。</p>",
  ],
  [
    "the address of a picture with a space and brackets in it",
    "![A quay](/img/Low tide (4).jpg) and [a chart (old)](/a.pdf).",
    '<p><img src="https://example.org/img/Low%20tide%20(4).jpg" alt="A quay" /> and <a href="https://example.org/a.pdf">a chart (old)</a>.</p>',
  ],
]);
