import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

test.each([
  ["# The bridge\n\nText.", "The bridge"],
  ["The bridge\n==========\n\nText.", "The bridge"],
  ["Intro first.\n\n## A part\n\n# The bridge\n", "The bridge"],
  ["Intro first.\n\n## A part\n\nText.", "A part"],
  ["![A picture](a.png)\n\n## *The* [bridge](x) {#id}\n", "The bridge"],
  ["```\n# not a heading\n```\n\nThe council met. It rained.", "The council met"],
  ["<!-- # not a heading -->\n\nThe council met. It rained.", "The council met"],
  ["{{< toc >}}\n\n{% include x %}\n\nThe council met. It rained.", "The council met"],
  ["By Ada Writer\n\nThe council met. It rained.", "The council met"],
  [
    "The quay & the pier\nPosted on November 20, 2026 | by Ada Writer\n\nThe council met.",
    "The quay & the pier",
  ],
  [
    "The quay was closed\non November 20, 2026 by the council. It rained.",
    "The quay was closed on November 20, 2026 by the council",
  ],
  [
    "On Jan. 14 the council met with Mr. Smith of the U.S. embassy. It rained.",
    "On Jan. 14 the council met with Mr. Smith of the U.S. embassy",
  ],
  ["As of Ver. 2.1 of the tide table it rains. It did.", "As of Ver. 2.1 of the tide table it rains"],
  ["Who pays US$11.1 billion? Nobody.", "Who pays US$11.1 billion?"],
  ["市議會昨日通過水價調整方案。明年起實施。", "市議會昨日通過水價調整方案"],
  ["# :rocket: The ==new== bridge[^1] {docsify-ignore}\n\nText.\n\n[^1]: Note.", "🚀 The new bridge"],
  ["#　桥\n\n正文。", "桥"],
  ["##The bridge\n\nText.", "The bridge"],
  ["#The bridge\n\nText.", "The bridge"],
  ["#bridge #water\n\nThe council met.", "#bridge #water"],
  ['<h1 align="center">The <i>bridge</i></h1>\n\nText.', "The bridge"],
  ['<div align="center">\n<img src="a.png">\n<h1>The bridge</h1>\n</div>\n\nText.', "The bridge"],
  ["<p>Text.</p>\n<h2>A part</h2>\n\nThe council met. It rained.", "The council met"],
  ["Reposted from the *Ferry*.\n\nThe council met. It rained.", "The council met"],
  ["5 min read", "5 min read"],
  ["It is __years__ since __the quay__ shut. It rained.", "It is years since the quay shut"],
  ["# The __brave__ bridge\n\nText.", "The brave bridge"],
  ["* * *", "Water prices"],
  ["", "Water prices"],
])("the title of %j", async (body, title) => {
  expect((await makeFolder({ "2026-11-20-water-prices.md": `${body}\n` }).article()).title).toBe(title);
});

test.each([
  ["A __very__ good bridge", "A __very__ good bridge"],
  ["Calling __init__ and __a b__ twice", "Calling __init__ and a b twice"],
  ["Low tide <subtitle>(a song)</subtitle>", "Low tide (a song)"],
  ["Vec<T> and <script>x</script>", "Vec<T> and <script>x</script>"],
])("a given title %j is shown as %j", async (written, title) => {
  const folder = makeFolder({
    "a.md": post("Text.", `title: "${written}"\ndescription: "${written} is here"`),
  });

  const { title: shown, summary } = await folder.article();
  expect([shown, summary]).toEqual([title, `${title} is here`]);
});

test("names of emoji in a given title become emoji, and a template for new articles names none", async () => {
  const folder = makeFolder({
    "a.md": '---\ntitle: ":tada: Water"\ndescription: "A :boat: :no: at 10:30:45"\n---\nText.',
    "water-prices.md": '---\ntitle: "<%= title %>"\n---\nText here. More.',
  });

  expect(await folder.article("a.md")).toMatchObject({ title: "🎉 Water", summary: "A ⛵ :no: at 10:30:45" });
  expect((await folder.article("water-prices.md")).title).toBe("Text here");
});

test.each([
  ["Why reeds bend.md", "Why reeds bend"],
  ["2026-11-20 Why reeds bend.md", "Why reeds bend"],
  ["Untitled 3.md", "It rained all day"],
  ["why-reeds-bend.md", "It rained all day"],
])("a note without a heading is called as its file %s is, where that was typed", async (path, title) => {
  const folder = makeFolder({ [path]: "It rained all day. Then it stopped.\n" });

  expect((await folder.article(path)).title).toBe(title);
});

test("a long first sentence is cut at a word, with an ellipsis", async () => {
  const sentence =
    "While repeatedly promising a new bridge over the river at Underhill, the council has opened three car parks and a fountain.";
  const { title } = await makeFolder({ "a.md": sentence }).article();

  expect(title).toBe(
    "While repeatedly promising a new bridge over the river at Underhill, the council has opened three…",
  );
});

test.each([
  ["my_first-post.md", "My first post"],
  ["2026-11-20-water.md", "Water"],
  ["2026/water-prices/index.md", "Water prices"],
  ["2026-11-20.md", "2026-11-20"],
  ["journals/2026_11_20.md", "2026-11-20"],
  ["water.fr.md", "Water"],
  ["2026-11-20 - the well-known client-server (draft).md", "the well-known client-server (draft)"],
])("a file of nothing, %s, is called after its name", async (path, title) => {
  expect((await makeFolder({ [path]: "\n\n" }).article()).title).toBe(title);
});

test.each([
  ["title: '  Two\tspaces  '", "Two spaces"],
  ["title: 'The *new* bridge: `x` & **y**'", "The new bridge: x & y"],
  ["title: '__init__ and Vec<T> for $5 * 3 * 2'", "__init__ and Vec<T> for $5 * 3 * 2"],
  ["title: 'Fish &amp; Chips &#39;n&#39; Peas'", "Fish & Chips 'n' Peas"],
  ["title: 'A new</br>bridge'", "A new bridge"],
  ["title: 'A <em>new</em> bridge<br>'", "A new bridge"],
  ['title: "One\\r\\nBcc: x@example.org"', "One Bcc: x@example.org"],
  ['title: "\\u202Eevil"', "\u202eevil\u202c"],
  ['title: "lone \\uD800 half"', "lone \ufffd half"],
  ['title: "\\u200b"', "Text"],
])("%s stays on its line, as plain text", async (line, title) => {
  expect((await makeFolder({ "a.md": post("Text.", `${line}\ndate: 2026-11-20`) }).article()).title).toBe(
    title,
  );
});

test.each([
  ["居家闲吟四首.md", "其一\n\n春潮带雨。", "居家闲吟四首"],
  ["2026年11月20日.md", "码头开了。\n\n船来了。", "码头开了"],
  ["reeds.md", "码头开了。\n\n船来了。", "码头开了"],
  ["港の話.md", "# 潮\n\n船が来た。", "潮"],
])("%s with %j and no title is called %s", async (file, body, title) => {
  expect((await makeFolder({ [file]: body }).article(file)).title).toBe(title);
});

test.each([
  [
    "Text.\n\nTae-woo Kim is senior research fellow of nuclear security research at the Korea Institute for Military Affairs.",
    ["Tae-woo Kim"],
  ],
  [
    "Text.\n\n*Ada M. Writer, a former mayor, is a professor of law at Underhill College. The views are her own.*",
    ["Ada M. Writer"],
  ],
  ["Text.\n\nAda Writer and Max Reader are editors of this paper.", ["Ada Writer", "Max Reader"]],
  [
    "Text.\n\nChen Wei-ming (陳偉明) is an associate professor at Underhill.\n\n---\n",
    ["Chen Wei-ming (陳偉明)"],
  ],
  [
    "Text.\n\nLudwig van den Berg ist Professor für Wasserbau an der Universität Köln.",
    ["Ludwig van den Berg"],
  ],
  ["Text.\n\nMarie Dupont est journaliste au Courrier.", ["Marie Dupont"]],
  ["By Ada Writer\n\nText.", ["Ada Writer"]],
  ["*By Ada Writer | 20 November 2026*\n\nText.", ["Ada Writer"]],
  ["Posted on November 20, 2026\nBy Ada Writer\n\nText.", ["Ada Writer"]],
  ["*20 November 2026*\n\nBy Ada Writer\n\nText.", ["Ada Writer"]],
  ["The quay\nPosted on November 20, 2026 | by Ada Writer\n\nText.", ["Ada Writer"]],
  ["Published on 20 November 2026 by the harbour\n\nText.", []],
  ["Published on 20 November 2026 by Underhill Press Club\n\nText.", []],
  ["By Ada Writer\nand all of her friends, who met on the quay.\n\nText.", []],
  ["Text.\n\nThe Underhill Foundation is a member of the council.", []],
  ["Text.\n\nNode.js Interactive is a vendor-neutral event in Portland.", []],
  ["Text.\n\nSee you on Monday.", []],
  ["By 1950, the bridge was gone.\n\nText.", []],
])("the author of %j", async (body, authors) => {
  expect((await makeFolder({ "a.md": post(body) }).article()).authors).toEqual(authors);
});
