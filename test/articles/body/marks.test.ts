import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

/** What writers and their programs take for marks where CommonMark has none: its name, as it is written, and its HTML. */
const forms: readonly (readonly [form: string, written: string, html: string])[] = [
  [
    "the end of the excerpt at the end of an item, with what belongs to the item below",
    "1. The quay. <!--more-->\n\n    - A **boat**\n\n    It rows.\n\n2. The pier.",
    "<ol><li><p>The quay.</p><ul><li>A <strong>boat</strong></li></ul><p>It rows.</p></li><li><p>The pier.</p></li></ol>",
  ],
  [
    "the end of the excerpt on a line of an item",
    "- The quay.\n\n  <!--more-->\n\n  It rows.\n- The pier.",
    "<ul><li><p>The quay.</p><p>It rows.</p></li><li><p>The pier.</p></li></ul>",
  ],
  [
    "the end of the excerpt in a line, a quotation and a table",
    "The quay <!--more--> and the pier.",
    "<p>The quay and the pier.</p>",
  ],
  [
    "the end of the excerpt in a quotation",
    "> The quay.<!-- more -->\n> The pier.",
    "<blockquote><p>The quay.The pier.</p></blockquote>",
  ],
  [
    "the end of the excerpt in a table",
    "| a | b |\n|---|---|\n| c<!--more--> | d |",
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>',
  ],
  [
    "code about the end of the excerpt",
    "Write `<!--more-->`.",
    "<p>Write <code>&lt;!--more--&gt;</code>.</p>",
  ],
  [
    "displayed TeX with Markdown's backslashes",
    "The tide:\n\\\\[\nh\\_i = \\|\\|w\\_i\\|\\|^2 \\\\\\\\\n+ a\\*b\n\\\\]\nrises by \\\\(v\\_i \\| x\\\\).",
    "<p>The tide:</p><pre><code>h_i = ||w_i||^2 \\\\+ a*b</code></pre><p>rises by <code>v_i | x</code>.</p>",
  ],
  [
    "surroundings of TeX within displayed TeX",
    "\\\\[\n\\begin{eqnarray}\nh\\_i &=& 2 \\\\\\\\\n&=& 3\n\\end{eqnarray}\n\\\\]",
    "<pre><code>h_i &amp;=&amp; 2 \\\\&amp;=&amp; 3</code></pre>",
  ],
  [
    "displayed TeX between single backslashes and brackets, with surroundings or without, in an item too",
    "- The tide:\n\n  \\[\n  \\frac{a}{b}\n  \\]\n\n  rises.\n\n\\[\n\\begin{align*}\na &= b\n\\end{align*}\n\\]",
    "<ul><li><p>The tide:</p><pre><code>\\frac{a}{b}</code></pre><p>rises.</p></li></ul><pre><code>a &amp;= b</code></pre>",
  ],
  [
    "space between the lines of TeX",
    "\\begin{align}\na \\\\[2pt]\nb\n\\end{align}\n\nThen \\\\[ x \\\\].",
    "<pre><code>a \\\\[2pt]b</code></pre><p>Then</p><pre><code>x</code></pre><p>.</p>",
  ],
  [
    "references with a space or a line break in them",
    "See the [quay] [1], the [old\npier]\n[2], ![a boat] [3] and [2] itself.\n\n[1]: https://example.com/quay\n[2]: https://example.com/pier\n[3]: https://example.com/b.png",
    '<p>See the <a href="https://example.com/quay">quay</a>, the <a href="https://example.com/pier">oldpier</a>, <img src="https://example.com/b.png" alt="a boat" /> and <a href="https://example.com/pier">2</a> itself.</p>',
  ],
  [
    "code and brackets in emphasis right before a letter of East Asia",
    "*`潮が満ちる!`*に、**`船`**は、*港（旧）*の、潮*「港」*の、**港(旧)**の。",
    "<p><em><code>潮が満ちる!</code></em>に、<strong><code>船</code></strong>は、<em>港（旧）</em>の、潮<em>「港」</em>の、<strong>港(旧)</strong>の。</p>",
  ],
  [
    "code in bold right before a letter",
    "Two **`Boat`**s row.",
    "<p>Two <strong><code>Boat</code></strong>s row.</p>",
  ],
  [
    "a table with doubled bars below its head",
    "| a | b |\n|:-:||:--|\n| 1 | 2 |",
    '<table><thead><tr><th align="center" scope="col">a</th><th align="left" scope="col">b</th></tr></thead><tbody><tr><td align="center">1</td><td align="left">2</td></tr></tbody></table>',
  ],
  [
    "scripts that embed, by their address or what they are given",
    [
      '<script src="https://asciinema.org/a/Tide12.js" id="asciicast-Tide12" async></script>',
      '<script async class="speakerdeck-embed" data-id="0123456789abcdef0123456789abcdef" src="//speakerdeck.com/assets/embed.js"></script>',
      '<script src="//jsfiddle.net/ann/t1de/embed/js,result/"></script>',
      '<script src="https://gist.github.com/ann/0123abc.js?file=tide.js"></script>',
      "<script src='https://emgithub.com/embed-v2.js?target=https%3A%2F%2Fgithub.com%2Fann%2Ftide%2Fblob%2Fmain%2Fa.js&style=x'></script>",
      '<script src="https://pastebin.com/embed_js/t1deAB"></script>',
      '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="quay/12" data-width="100%"></script>',
    ].join("\n\n"),
    [
      ["https://asciinema.org/a/Tide12", "asciinema"],
      ["https://speakerdeck.com/player/0123456789abcdef0123456789abcdef", "Speaker Deck"],
      ["https://jsfiddle.net/ann/t1de/", "Code (JSFiddle)"],
      ["https://gist.github.com/ann/0123abc", "Code (GitHub)"],
      ["https://github.com/ann/tide/blob/main/a.js", "Code (GitHub)"],
      ["https://pastebin.com/t1deAB", "Code (Pastebin)"],
      ["https://t.me/quay/12", "Post (Telegram)"],
    ]
      .map(([address = "", name = ""]) => `<p><a href="${address}">${name}</a></p>`)
      .join(""),
  ],
  [
    "what scripts fill, unless it holds a link",
    [
      '<p class="codepen" data-height="300" data-slug-hash="t1DE" data-user="ann"></p>\n<script async src="https://static.codepen.io/assets/embed/ei.js"></script>',
      '<p class="codepen" data-slug-hash="t1DE" data-user="ann">See <a href="https://codepen.io/ann/pen/t1DE">the tide</a>.</p>',
      '<div class="strava-embed-placeholder" data-embed-type="activity" data-embed-id="123"></div><script src="https://strava-embeds.com/embed.js"></script>',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/t1de/"></blockquote>\n<script async src="//www.instagram.com/embed.js"></script>',
    ].join("\n\n"),
    '<p><a href="https://codepen.io/ann/pen/t1DE">Code (CodePen)</a></p><p>See <a href="https://codepen.io/ann/pen/t1DE">the tide</a>.</p><p><a href="https://www.strava.com/activities/123">Strava</a></p><p><a href="https://www.instagram.com/p/t1de/">Photo (Instagram)</a></p>',
  ],
];

test.each(forms)("%s", async (_form, written, html) => {
  const folder = makeFolder({ "a.md": post(written) });
  const body = await folder.body();

  expect(body.html.replace(/\s*\n\s*/g, "")).toBe(html);
  expect(body.notes).toEqual([]);
});

test.each([
  [
    "a drawing with words",
    '<svg width="9">\n  <rect x="1" />\n\n    <text x="1">Low tide</text>\n</svg>',
    "<svg> is not known to Gazette and is left out.",
  ],
  [
    "a script whose address tells nothing",
    '<script src="https://embed.runkit.com" data-element-id="tide"></script>',
    "<script> of embed.runkit.com is not known to Gazette and is left out.",
  ],
])("%s is left out with a note", async (_what, written, message) => {
  const folder = makeFolder({ "a.md": post(`The quay.\n\n${written}\n\nThe pier.`) });
  const { html, notes } = await folder.body();

  expect(html.replace(/\s*\n\s*/g, "")).toBe("<p>The quay.</p><p>The pier.</p>");
  expect(notes).toMatchObject([{ line: 7, message }]);
});

test.each([
  ["an icon", '<svg viewBox="0 0 9 9"><title>Boat</title><path d="M1 1" /></svg>'],
  ["a counter of visits", '<script async src="https://visits.example/count.js"></script>'],
])("%s needs no note", async (_what, written) => {
  const folder = makeFolder({ "a.md": post(`The quay.\n\n${written}`) });

  expect((await folder.body()).notes).toEqual([]);
});

test.each([
  ["The quay.<!--more--> The pier.", "The quay."],
  ["The quay. <!--more-->\n\nThe pier.", "The quay."],
  ["- One\n- The quay.<!--more-->\n\nThe pier.", "The pier."],
])("the excerpt of %j, whose mark stands in a line, is %j", async (written, excerpt) => {
  const folder = makeFolder({ "a.md": post(written) });

  expect((await folder.body()).excerpt).toBe(excerpt);
});
