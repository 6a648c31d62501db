import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

async function render(text: string): Promise<string> {
  const { html } = await makeFolder({ "reeds.md": post(text) }).body("reeds.md", {
    baseUrl: "https://example.org/",
  });
  return html.replace(/\n/g, "");
}

/** Shortcodes of WordPress, Grav and their plugins: the text, and its HTML. */
test.each([
  [
    "words that are dressed",
    'The [u]low[/u], [size=30]wide[/size] [span class="x"]quay[/span].\n\n[center]In the middle.[/center]\n\n[right]\nAt the side.\n[/right]',
    "<p>The <u>low</u>, wide quay.</p><p>In the middle.</p><p>At the side.</p>",
  ],
  [
    "notices and passages that open",
    '[notice=warning]\nMind the **step**.\n[/notice]\n\n[details="More"]\nOf it.\n[/details]\n\n[su_box title="Box"]In it.[/su_box]',
    "<blockquote><p><strong>Warning</strong></p><p>Mind the <strong>step</strong>.</p></blockquote><blockquote><p><strong>More</strong></p><p>Of it.</p></blockquote><blockquote><p><strong>Box</strong></p><p>In it.</p></blockquote>",
  ],
  [
    "tabs, and parts of an accordion",
    '[ui-tabs active=0]\n[ui-tab title="First"]\nOne.\n[/ui-tab]\n[/ui-tabs]\n\n[ui-accordion open=none]\n[ui-accordion-item title="Part"]\nTwo.\n[/ui-accordion-item]\n[/ui-accordion]',
    "<p><strong>First</strong></p><p>One.</p><blockquote><p><strong>Part</strong></p><p>Two.</p></blockquote>",
  ],
  [
    "a mailbox, icons and headings",
    'Write to [safe-email autolink="true"]ada@example.org[/safe-email].[fa=cog /]\n\n[h2 id="y"]Oars[/h2]',
    '<p>Write to <a href="mailto:ada@example.org">ada@example.org</a>.</p><h3>Oars</h3>',
  ],
  [
    "captions behind, before and around pictures, escaped by an exporter or not",
    '[caption id="a" width="3"][![Quay](https://e.org/a.jpg)](https://e.org/b.jpg) The quay[/caption]\n\n\\[caption id="attachment\\_14"\\]![](https://e.org/c.jpg) The pier\\[/caption\\]\n\n[caption id="b" caption="The boat"]<img src="https://e.org/d.jpg" />[/caption]',
    '<p><a href="https://e.org/b.jpg"><img src="https://e.org/a.jpg" alt="Quay" /></a></p><p><em>The quay</em></p><p><img src="https://e.org/c.jpg" alt="" /></p><p><em>The pier</em></p><img src="https://e.org/d.jpg" alt="" /><p><em>The boat</em></p>',
  ],
  [
    "films, by address and by number, and recordings",
    '[embed width="3"]https://vimeo.com/12345[/embed]\n\n[youtube id="aB3_-dE6gHi" width="6"]\n\n[youtube]aB3_-dE6gHi[/youtube]\n\n[vimeo 123456]\n\n[youtube=http://www.youtube.com/watch?v=aB3_-dE6gHi&w=640&h=385]\n\n[audio mp3="https://e.org/a.mp3"][/audio]\n\n[gist]1234567[/gist]\n\n[instagram url=https://www.instagram.com/p/abc/]',
    '<p><a href="https://vimeo.com/12345">Video (Vimeo)</a></p><p><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></p><p><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></p><p><a href="https://vimeo.com/123456">Video (Vimeo)</a></p><p><a href="http://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></p><p><a href="https://e.org/a.mp3">Audio</a></p><p><a href="https://gist.github.com/1234567">Code (GitHub)</a></p><p><a href="https://www.instagram.com/p/abc/">Photo (Instagram)</a></p>',
  ],
  [
    "films and recordings within HTML, and a button of WPBakery's",
    '<p>[youtube=https://www.youtube.com/watch?v=aB3_-dE6gHi&amp;feature=player]</p>\n<p>[audio:https://e.org/a.mp3|titles=x]</p>\n\n[vc_btn title="Go" link="url:https%3A%2F%2Fe.org%2Fgo|title:Go"]',
    '<p><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi&amp;feature=player">Video (YouTube)</a></p><p><a href="https://e.org/a.mp3">Audio</a></p><p><a href="https://e.org/go">Go</a></p>',
  ],
  ["code in brackets within HTML that says so too", "<pre>[code]let low[/code]</pre>", "<pre>let low</pre>"],
  [
    "code in brackets, in which nothing is syntax",
    '[php]\n[u]{{ low }}[/u]\n[/php]\n\nIn [code lang="js"]let low[/code] so.',
    "<pre><code>[u]{{ low }}[/u]</code></pre><p>In</p><pre><code><b>let</b> low</code></pre><p>so.</p>",
  ],
  [
    "footnotes of plugins",
    "The reed[ref]A plant.[/ref] and the boat[efn_note]Of wood.[/efn_note].\n\n[references /]",
    "<p>The reed<sup>1</sup> and the boat<sup>2</sup>.</p><hr /><ol><li><p>A plant.</p></li><li><p>Of wood.</p></li></ol>",
  ],
  [
    "columns of page builders, and a form that no email shows",
    '[vc_row][vc_column width="1/1"][vc_column_text]The quay.[/vc_column_text][/vc_column][/vc_row]\n\n[one_half]Left.[/one_half]\n\n[contact-form-7 id="12" title="Contact"]\n\n[contact-form][contact-field label=\'Name\' /][/contact-form]',
    "<p>The quay.</p><p>Left.</p>",
  ],
  [
    "Grav's films, and what it puts in from elsewhere",
    "[plugin:youtube](https://www.youtube.com/watch?v=aB3_-dE6gHi)\n\n[plugin:content-inject](/low)\n\nText.",
    '<p><a href="https://www.youtube.com/watch?v=aB3_-dE6gHi">Video (YouTube)</a></p><p>Text.</p>',
  ],
])("%s", async (_what, written, html) => {
  expect(await render(written)).toBe(html);
});

/** Words in brackets that are a text. */
test.each([
  "Write [u] before and [/u] behind.",
  'The field input[type="text"] and a[href="x"].',
  "Look [video] and [gallery] and [audio].",
  "The [center] of [a note] and [think] so [/think].",
  "The set [a b] and [x y=3] of [size=3].",
  "[center]\n\nText.",
  "[notice] and [details] and [h2].",
  "So [sic] it [i.e. here] stands [and so on].",
  "The [well-known] boat, the [one_half] tide.",
])("%j stays as it is", async (written) => {
  const html = await render(written);

  expect(html.replace(/<[^>]+>/g, "").replaceAll("&quot;", '"')).toBe(written.replace(/\n/g, ""));
});

test("links by name are links, whatever their words", async () => {
  const html = await render(
    'See [gallery], [the quay id="x"][1] and [u](/low).\n\n[gallery]: https://e.org/g\n[1]: https://e.org/1',
  );

  expect(html).toBe(
    '<p>See <a href="https://e.org/g">gallery</a>, <a href="https://e.org/1">the quay id="x"</a> and <a href="https://example.org/low">u</a>.</p>',
  );
});

test("what disappears is told of where the folder is read", async () => {
  const folder = makeFolder({ "reeds.md": post('Text.\n\n[contact-form-7 id="12" title="Contact"]') });

  expect((await folder.scan()).notes.map(({ message }) => message)).toEqual([
    "[contact-form-7] is not known to Gazette and is left out.",
  ]);
});
