import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";
import { testBodies } from "./body-cases.ts";

/** What outliners, notebooks, forums and writing platforms write, and its HTML. */
testBodies([
  [
    "Logseq's tasks with their plans, drawers and weights",
    "- TODO [#A] Buy *rope*\n  SCHEDULED: <2026-11-25 Wed>\n  DEADLINE: <2026-11-30 Mon +1w>\n- DONE Coil it\n  :LOGBOOK:\n  CLOCK: [2026-11-18 Wed 09:10:02]--[2026-11-18 Wed 09:40:12] =>  00:30:10\n  :END:\n\t- NOW Splice\n- The word TODO stays.",
    "<ul><li>☐ Buy <em>rope</em></li><li>☑ Coil it<ul><li>☐ Splice</li></ul></li><li>The word TODO stays.</li></ul>",
  ],
  [
    "marks of tasks in a list beside other text",
    "Words.\n\n- TODO lists\n- NOW and then",
    "<p>Words.</p><ul><li>TODO lists</li><li>NOW and then</li></ul>",
  ],
  [
    "Org's blocks in Logseq",
    '- #+BEGIN_QUOTE\n  Stone.\n  #+END_QUOTE\n- #+BEGIN_TIP\n  Wood.\n  #+END_TIP\n- #+BEGIN_SRC python\n  a = "{{b}}"\n  #+END_SRC\n- #+BEGIN_COMMENT\n  unseen\n  #+END_COMMENT\n- #+BEGIN_QUERY\n  {:query [:find a]}\n  #+END_QUERY\n- #+BEGIN_QUOTE without an end',
    '<ul><li><blockquote><p>Stone.</p></blockquote></li><li><blockquote><p><strong>Tip</strong></p><p>Wood.</p></blockquote></li><li><pre><code>a = "{{b}}"</code></pre></li><li>#+BEGIN_QUOTE without an end</li></ul>',
  ],
  [
    "Logseq's sizes of pictures, cards, properties and pictures of Clojure's",
    '- ![quay](https://example.com/a.png){:height 300, :width 400}\n- {{cloze Honey}} is made.\n  rating:: 4\n- [:div {:style {:color "red"}} "x"]\n- End.',
    '<ul><li><img src="https://example.com/a.png" alt="quay" /></li><li>Honey is made.rating: 4</li><li>End.</li></ul>',
  ],
  [
    "Roam's components, references and names within names",
    "- {{[[TODO]]}} Buy tar\n- {{[[DONE]]}} Sell tar\n- {{[[video]]: https://www.youtube.com/watch?v=aB3_-dE6gHi}}\n- {{iframe: https://example.com/x}}\n- {{[[pdf]]: https://example.com/a.pdf}}\n- {{[[query]]: {and: [[a]] [[b]]}}}\n- See ((abcdEFG12)) and [words](((abcdEFG12))) of [[low [[tide]] marks]].",
    '<ul><li>☐ Buy tar</li><li>☑ Sell tar</li><li><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video</a></li><li><a href="https://example.com/x">example.com</a></li><li><a href="https://example.com/a.pdf">PDF</a></li><li>See  and words of low tide marks.</li></ul>',
  ],
  [
    "Obsidian's Admonition, cards, what its plugins compute, and code beside them",
    '```ad-tip\ntitle: Take a coat\ncollapse: open\n\nIt is **cold**.\n```\n\n```ad-note\nWords.\n```\n\n```cardlink\nurl: https://example.com/a\ntitle: "A [card]"\ndescription: About it\n```\n\n```tracker\nsearchType: tag\n```\n\n`INPUT[text:name]`\n\n```flow\ntype A = {};\n```\n\n```flow\nst=>start: Go\n```\n\n```sequence\nA->B: Go\n```\n\n```seq\n1 2\n```',
    '<blockquote><p><strong>Take a coat</strong></p><p>It is <strong>cold</strong>.</p></blockquote><blockquote><p><strong>Note</strong></p><p>Words.</p></blockquote><p><a href="https://example.com/a">A [card]</a></p><p>About it</p><pre><code>type A = {};</code></pre><pre><code>1 2</code></pre>',
  ],
  [
    "Obsidian's sizes of pictures in Markdown, ids of blocks on lines of their own, columns, escaped marks",
    "![A lamp|200x100](https://example.com/a.png) ![100](https://example.com/b.png) ![No. 100](https://example.com/c.png)\n\n| a |\n|---|\n| b |\n\n^table-id\n\n--- start-multi-column: ID_1\none\n--- column-end ---\ntwo\n--- end-multi-column\n\n\\==not marked==",
    '<p><img src="https://example.com/a.png" alt="A lamp" /> <img src="https://example.com/b.png" alt="" /> <img src="https://example.com/c.png" alt="No. 100" /></p><table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p>one</p><p>two</p><p>==not marked==</p>',
  ],
  [
    "links to the web in double brackets, words first and last",
    "[[https://example.com/a|Reeds]], [[Boats|https://example.com/b]], [[https://example.com/c]]",
    '<p><a href="https://example.com/a">Reeds</a>, <a href="https://example.com/b">Boats</a>, <a href="https://example.com/c">https://example.com/c</a></p>',
  ],
  [
    "Foam's definitions of what it links to, and its ways to embed",
    "See [[another-post]]. content-inline![[another-post]]\n\n[another-post]: another-post.md",
    '<p>See <a href="https://example.org/another-post/">another-post</a>. <a href="https://example.org/another-post/">another-post</a></p>',
  ],
  [
    "boxes with other signs, where a box stands above them",
    '- [ ] one\n- [i] two\n- [~] three\n- ["] four\n\nText.\n\n- [a] one\n- [ ] two',
    "<ul><li>☐ one</li><li>☐ two</li><li>☐ three</li><li>☐ four</li></ul><p>Text.</p><ul><li>[a] one</li><li>☐ two</li></ul>",
  ],
  [
    "films, recordings and documents in the form of pictures",
    "![film.mp4](https://example.com/film.mp4) ![The tide](https://example.com/a.mp3?x=1) ![](https://example.com/a.pdf)\n\n![](https://www.youtube.com/watch?v=aB3_-dE6gHi)\n\n![mp4](https://example.com/mp4.png)",
    '<p><a href="https://example.com/film.mp4">Video</a> <a href="https://example.com/a.mp3?x=1">The tide</a> <a href="https://example.com/a.pdf">PDF</a></p><p><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></p><p><img src="https://example.com/mp4.png" alt="mp4" /></p>',
  ],
  [
    "words that Bear marks, and names of programs",
    "On ::the wall:: and ::🔴red:: with std::vector, a::b::c and 10::20::30.",
    "<p>On <mark>the wall</mark> and <mark>red</mark> with std::vector, a::b::c and 10::20::30.</p>",
  ],
  [
    "Notion's callout that starts with an icon",
    '<aside>\n<img src="https://example.com/a.svg" alt="icon" width="40px" /> **Tide**\n\nIt is low.\n\n</aside>',
    '<div><p><img src="https://example.com/a.svg" alt="icon" /> <strong>Tide</strong></p><p>It is low.</p></div>',
  ],
  [
    "Joplin's notes and files by their numbers",
    "[A note](:/0123456789abcdef0123456789abcdef) ![x](:/0123456789abcdef0123456789abcdef) stays.",
    "<p>A note  stays.</p>",
  ],
  [
    "how a word is read, in HackMD and on note.com, and sets",
    "{漢字|かんじ}と｜灯台《とうだい》、{x|x>0}、《本》",
    "<p>漢字 (かんじ)と灯台 (とうだい)、{x|x&gt;0}、《本》</p>",
  ],
  [
    "Zenn's embeds in a line, in a list and by a number",
    "See @[card](https://example.com/a).\n\n- @[youtube](aB3_-dE6gHi)\n\n@[speakerdeck](0123456789abcdef0123456789abcdef)\n\nMail a@[b](c) and @[other](x).",
    '<p>See <a href="https://example.com/a">https://example.com/a</a>.</p><ul><li><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></li></ul><p><a href="https://speakerdeck.com/player/0123456789abcdef0123456789abcdef">Speaker Deck</a></p><p>Mail a@<a href="https://example.org/a/c">b</a> and @<a href="https://example.org/a/x">other</a>.</p>',
  ],
  [
    "embeds of Hashnode, Velog and CSDN",
    'See %[https://example.com/a align="left"] now.\n\n%%[tide-widget]\n\n@[Ada Writer](@ada)\n\n!youtube[aB3_-dE6gHi]\n\n!codepen[ada/tide]\n\n@[video(video-abc-1)(type-bilibili)(url-https://example.com/f?a=1)(title-Low tide)]\n\n50%[1] and 20%% more.\n\n%%[next]',
    '<p>See <a href="https://example.com/a">https://example.com/a</a> now.</p><p><a href="https://hashnode.com/@ada">@Ada Writer</a></p><p><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></p><p><a href="https://codepen.io/ada/pen/tide">CodePen</a></p><p><a href="https://example.com/f?a=1">Low tide</a></p><p>50%[1] and 20%% more.</p>',
  ],
  [
    "Hatena's people, searches and films in a Japanese text, and such words elsewhere",
    "[twitter:@ada] と [id:ada] さん、[google:灯台]、[niconico:sm9]、[keyword:港]。[https://example.com/a.png:image]",
    '<p><a href="https://x.com/ada">@ada</a> と id:ada さん、<a href="https://www.google.com/search?q=%E7%81%AF%E5%8F%B0">灯台</a>、<a href="https://www.nicovideo.jp/watch/sm9">niconico</a>、港。<img src="https://example.com/a.png" alt="" /></p>',
  ],
  [
    "words in brackets with a colon that are no Hatena's",
    "The field [id:main] and [keyword:reeds] ((stay)).",
    "<p>The field [id:main] and [keyword:reeds] ((stay)).</p>",
  ],
  [
    "Growi's lists and links, and a diagram without a fence",
    "$lsx(/a/b, num=10)\n\n[[the quay>/quay]] costs $5 ($ref).\n\n@startuml\na -> b\n@enduml\n\nEnd.",
    '<p><a href="https://example.org/quay">the quay</a> costs $5 ($ref).</p><p>End.</p>',
  ],
  [
    "Tistory's pictures and what a click opens",
    'Before [##_Image|kage@a/b.png|CDM|1.3|{"originWidth":800}_##] behind.\n\n[#M_More|Less|\nUnseen.\n_M#]\n\nEnd.',
    "<p>Before  behind.</p><p><strong>More</strong></p><p>Unseen.</p><p>End.</p>",
  ],
  [
    "where Zhihu has a text, and an icon of HackMD's",
    "#! https://zhuanlan.example.com/p/1\n\n:fa-book: Text. The `#!` stays.",
    "<p>Text. The <code>#!</code> stays.</p>",
  ],
  [
    "dev.to's tags by name, by address and in pairs",
    "{% comment 1abc %}\n\n{% link ada/tide-1abc %} {% github ada/tide no-readme %} {% stackoverflow 12345 %} {% stackexchange 12345 diy %} {% codesandbox tide-1 %} {% spotify spotify:episode:abc1 %} {% organization quay %} {% tide https://example.com/a %}\n\n{% collapsible Click me %}\nWords.\n{% endcollapsible %}\n\n{% runkit\nx\n%}\nconst b = 2;\n{% endrunkit %}\n\n{% comment %}\nunseen\n{% endcomment %}\n\n{% style https://example.com/a.css %}End.",
    '<p><a href="https://dev.to/ada/tide-1abc">https://dev.to/ada/tide-1abc</a> <a href="https://github.com/ada/tide">GitHub</a> <a href="https://stackoverflow.com/a/12345">Stack Overflow</a> <a href="https://diy.stackexchange.com/a/12345">Stack Exchange</a> <a href="https://codesandbox.io/s/tide-1">CodeSandbox</a> <a href="https://open.spotify.com/episode/abc1">Spotify</a> @quay <a href="https://example.com/a">example.com</a></p><blockquote><p><strong>Click me</strong></p><p>Words.</p></blockquote><pre><code><b>const</b> b = 2;</code></pre><p>End.</p>',
  ],
  [
    "Habr's spoilers, code, formulas and embeds",
    'Start.\n\n<cut />\n\n<spoiler title="Below">\nUnseen *words*.\n</spoiler>\n\n<source lang="python">\na = 1\n\nb = 2\n</source>\n\n$inline$a+b$inline$ and $$display$$c$$display$$\n\n<oembed>https://example.com/a</oembed>',
    '<p>Start.</p><blockquote><p><strong>Below</strong></p><p>Unseen <em>words</em>.</p></blockquote><pre><code>a = 1b = 2</code></pre><p><code>a+b</code> and</p><p><code>c</code></p><p><a href="https://example.com/a">https://example.com/a</a></p>',
  ],
  [
    "Discourse's quotations, details, spoilers, days, files and polls",
    '[quote="ada, post:1, topic:2"]\nLow *tide*.\n[/quote]\n\n[details="More"]\nWords.\n[/details]\n\nA [spoiler]hidden[/spoiler] word, [date=2026-11-20 time=09:30:00 timezone="Europe/Oslo"].\n\n[poll type=regular]\n* One\n[/poll]\n\n![boat|690x388, 50%](https://example.com/a.png) [plan.pdf|attachment](https://example.com/a.pdf)\n\n[grid]\n![a|1x1](https://example.com/b.png)\n[/grid]\n\n:wave:t3:',
    '<blockquote><p>Low <em>tide</em>.</p><p>— ada</p></blockquote><blockquote><p><strong>More</strong></p><p>Words.</p></blockquote><p>A hidden word, 2026-11-20 09:30 (Europe/Oslo).</p><p><img src="https://example.com/a.png" alt="boat" /> <a href="https://example.com/a.pdf">plan.pdf</a></p><p><img src="https://example.com/b.png" alt="a" /></p><p>👋</p>',
  ],
  [
    "forums' marks in brackets, and brackets that enclose nothing",
    "[b]Low[/b] [i]tide[/i] [url=https://example.com/a]there[/url] [url]https://example.com/b[/url] [img]https://example.com/a.png[/img]\n\n[code]\na [b]\n[/code]\n\nA note [sic], a[i] and b[s], [details] and `[b]x[/b]` stay.",
    '<p><strong>Low</strong> <em>tide</em> <a href="https://example.com/a">there</a> <a href="https://example.com/b">https://example.com/b</a> <img src="https://example.com/a.png" alt="" /></p><pre><code>a [b]</code></pre><p>A note [sic], a[i] and b[s], [details] and <code>[b]x[/b]</code> stay.</p>',
  ],
  [
    "GitLab's changes within a line",
    "{+ new +} [+ newer +] {- old -} [- older -]",
    "<p><ins> new </ins> <ins>newer</ins> <del> old </del> <del>older</del></p>",
  ],
  [
    "braces with hyphens where nothing was put in",
    "{- a comment in Haskell -} and {-x-}",
    "<p>{- a comment in Haskell -} and {-x-}</p>",
  ],
]);

test.each([
  ["in-reply-to: https://example.com/a", '<p>↩ <a href="https://example.com/a">example.com/a</a></p>'],
  ["like-of: [https://www.example.com/a]", '<p>♥ <a href="https://www.example.com/a">example.com/a</a></p>'],
  [
    "bookmark-of:\n  url: https://example.com/a\n  title: Reeds_and_*",
    '<p>🔖 <a href="https://example.com/a">Reeds_and_*</a></p>',
  ],
  ["repost-of: a friend", ""],
])("what a post answers or keeps stands above its text: %s", async (field, html) => {
  const folder = makeFolder({ "a.md": post("Text.", `title: A\ndate: 2026-11-20\n${field}`) });

  expect((await folder.body()).html.replace(/\s*\n\s*/g, "")).toBe(`${html}<p>Text.</p>`);
});

test("a text that leads to what it answers says so once", async () => {
  const folder = makeFolder({
    "a.md": post("On [reeds](https://example.com/a).", "title: A\nbookmark-of: https://example.com/a"),
  });

  expect((await folder.body()).html).toBe('<p>On <a href="https://example.com/a">reeds</a>.</p>');
});
