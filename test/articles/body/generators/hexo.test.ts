import { expect, test } from "vitest";

import { makeFolder, post } from "../../articles-folder.ts";
import { testBodies } from "../body-cases.ts";

/** Tags of Hexo and its themes. */
testBodies([
  [
    "Octopress' code behind blanks on the line of its tag",
    "{% codeblock lang:text %}\t\n\n  low\n{% endcodeblock %}",
    "<pre><code>low</code></pre>",
  ],
  [
    "a gallery, and how Stellar shows a link",
    "{% gallery layout:flow %}\n![Quay](https://example.com/a.png)\n{% endgallery %}\n\n{% link https://example.com/q The quay desc:false %}",
    '<p><img src="https://example.com/a.png" alt="Quay" /></p><p><a href="https://example.com/q">The quay</a></p>',
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
    "what folds away and what are tabs in Shoka",
    "+++danger The pier\nInside.\n+++\n\n;;;one Tab\nText.\n;;;\n\nSo ++underlined++{.wavy} it is.",
    "<blockquote><p><strong>The pier</strong></p><p>Inside.</p></blockquote><p><strong>Tab</strong></p><p>Text.</p><p>So underlined it is.</p>",
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
    "films and music of China's sites, and texts that are only placed",
    '{{< tencent "a0014b3c" >}}\n\n{{< music auto="https://example.com/m" >}}\n\n{{< align center "Middle" >}}\n\n{% aplayer "Tide" "Ada" "/tide.mp3" "/a.jpg" %}\n\n{% dplayer "url=https://example.com/a.mp4" "autoplay=false" %}\n\n{% aplayerlist %}\n{"music": [{"title": "Tide"}]}\n{% endaplayerlist %}',
    '<p><a href="https://v.qq.com/x/page/a0014b3c.html">Video (Tencent)</a></p><p><a href="https://example.com/m">Audio</a></p><p>Middle</p><p><a href="https://example.org/tide.mp3">Audio – Tide – Ada</a></p><p><a href="https://example.com/a.mp4">Video</a></p>',
  ],
  [
    "Hexo's tabs by the words in their comments, and buttons with an address in brackets",
    "{% tabs Boats, 1 %}\n<!-- tab Oars@fa fa-car -->\nRow.\n<!-- endtab -->\n<!-- tab -->\nHoist.\n<!-- endtab -->\n{% endtabs %}\n\n{% button <https://example.com/q>, The quay, fab fa-x %}",
    '<p><strong>Oars</strong></p><p>Row.</p><p>Hoist.</p><p><a href="https://example.com/q">The quay</a></p>',
  ],
  [
    "films of Bilibili",
    "{{< bilibili BV1x >}}",
    '<p><a href="https://www.bilibili.com/video/BV1x">Video (Bilibili)</a></p>',
  ],
  [
    "pictures of a generator's own tag, by names, and Hexo's, in order",
    'See {% img src="/a.gif" alt="A quay" %} and {% img left /b.png 100 200 "A boat" %}.',
    '<p>See <img src="https://example.org/a.gif" alt="A quay" /> and <img src="https://example.org/b.png" alt="A boat" />.</p>',
  ],
]);

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
