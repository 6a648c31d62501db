import { testBodies } from "./body-cases.ts";

/** HTML within Markdown. */
testBodies([
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
    "lines behind a picture that hold no Markdown, and blocks within a line's element",
    '<img src="https://example.com/a.png" alt="">\n2*3*4 is_a_b, a * b * c\n\n<b>\n* a list\n</b>',
    '<img src="https://example.com/a.png" alt="" />2*3*4 is_a_b, a * b * c<b>* a list</b>',
  ],
  ["no link around nothing", "[](https://example.com/q) Text.", "<p> Text.</p>"],
  [
    "elements within an item of a list",
    "1. Quay\n\n   <div>\n     <b>a</b>\n\n       <b>b</b>\n   </div>\n\n2. Pier",
    "<ol><li><p>Quay</p><div><b>a</b><p><b>b</b></p></div></li><li><p>Pier</p></li></ol>",
  ],
  [
    "elements that an email shows nothing of and that are closed nowhere",
    'Press <button class="big"> or pick <select name="x"> here.\n\n<nav class="side">\n\nThe **quay**.\n\n<button>No.</button>\n\n<video src="https://example.org/a.mp4" controls />\n\nThe pier.',
    '<p>Press  or pick  here.</p><p>The <strong>quay</strong>.</p><a href="https://example.org/a.mp4">Video</a><p>The pier.</p>',
  ],
  [
    "Markdown right below an element that ends",
    '<p align="center"><b>The quay</b></p>\n### Boats\nThe *boats*.\n\n<div>\n<center>Pier</center>\n</div>\nThe **pier**.',
    "<p><b>The quay</b></p><h3>Boats</h3><p>The <em>boats</em>.</p><div><div>Pier</div></div><p>The <strong>pier</strong>.</p>",
  ],
  [
    "words in brackets that stand for others, and elements of a site's own",
    "Copy <file> to <the-quay> or <your name>, and <my-boat>sail</my-boat> <my-oar a=b> on <wbr> <nobr>two</nobr>.<br>\nThe end <toc>.\n\n<my-sail>\n\n<harbour> stays.",
    "<p>Copy &lt;file&gt; to &lt;the-quay&gt; or &lt;your name&gt;, and sail  on <wbr> two.<br />The end .</p><p>stays.</p>",
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
    "tags of a whole page that a sentence speaks of",
    "1. **</head>** stands below <head>, <body> too.",
    "<ol><li><strong>&lt;/head&gt;</strong> stands below &lt;head&gt;, &lt;body&gt; too.</li></ol>",
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
    "a comment over code that ends on the line of its fence",
    "<!-- ```ts\ncode\n``` -->\n\n::: tip\nText.\n:::",
    "<blockquote><p><strong>Tip</strong></p><p>Text.</p></blockquote>",
  ],
  [
    "films by their names at a service",
    '{% include video id="abc" provider="youtube" %} {% include video id="12" provider="vimeo" %} {% include video id="abc" %}',
    '<p><a href="https://www.youtube.com/watch?v=abc">Video (YouTube)</a> <a href="https://vimeo.com/12">Video (Vimeo)</a></p>',
  ],
  [
    "a comment that holds the mark for the excerpt, which ends it",
    "<!--\n English {{< x >}}\n<!--more-->\n\nTranslated.\n\n-->\n\nEnd.",
    "<p>Translated.</p><p>End.</p>",
  ],
]);
