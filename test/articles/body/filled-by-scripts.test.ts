import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

const link = (address: string, words: string): string => `<p><a href="${address}">${words}</a></p>`;

/** What a script puts into a page: what stands there before, and what an email shows. */
const embeds: readonly (readonly [written: string, shown: string])[] = [
  [
    '<div class="flourish-embed flourish-chart" data-src="visualisation/12"><script src="https://public.flourish.studio/resources/embed.js"></script></div>',
    link("https://public.flourish.studio/visualisation/12/", "Chart (Flourish)"),
  ],
  [
    '<div class="flourish-embed" data-url="https://flo.uri.sh/story/26/embed"></div>',
    link("https://flo.uri.sh/story/26/embed", "Chart (Flourish)"),
  ],
  [
    '<div style="min-height:400px" id="datawrapper-vis-aB3dE"><script defer src="https://datawrapper.dwcdn.net/aB3dE/embed.js"></script><noscript><img src="https://datawrapper.dwcdn.net/aB3dE/full.png" alt="Tides"></noscript></div>',
    link("https://datawrapper.dwcdn.net/aB3dE/", "Chart (Datawrapper)"),
  ],
  [
    '<div class="infogram-embed" data-id="0a1b2c3d-4e5f" data-type="interactive" data-title="Boats &amp; tides"></div><script>run()</script>',
    link("https://infogram.com/0a1b2c3d-4e5f", "Boats &amp; tides"),
  ],
  [
    '<script id="infogram_0_boats-1a2b3c" src="//e.infogr.am/js/embed.js"></script>',
    link("https://infogram.com/boats-1a2b3c", "Chart (Infogram)"),
  ],
  [
    "<div class='tableauPlaceholder' id='viz1'><noscript><a href='#'><img src='x.png' /></a></noscript><object class='tableauViz' style='display:none;'><param name='host_url' value='x' /> <param name='name' value='Tides&#47;Low' /></object></div>",
    link("https://public.tableau.com/views/Tides/Low", "Chart (Tableau)"),
  ],
  [
    '<tableau-viz id="v" src="https://public.tableau.com/views/Tides/Low"></tableau-viz>',
    link("https://public.tableau.com/views/Tides/Low", "Chart (Tableau)"),
  ],
  [
    '<div class="fb-post" data-href="https://www.facebook.com/quay/posts/1"></div>',
    link("https://www.facebook.com/quay/posts/1", "facebook.com"),
  ],
  [
    '<div class="map-embed" data-src="//maps.example.org/x"></div>',
    link("https://maps.example.org/x", "maps.example.org"),
  ],
  [
    '<script id="asciicast-14" src="https://asciinema.org/a/14.js" async></script>',
    link("https://asciinema.org/a/14", "asciinema"),
  ],
  [
    '<div class="strava-embed-placeholder" data-embed-type="activity" data-embed-id="14"></div>',
    link("https://www.strava.com/activities/14", "Strava"),
  ],
];

test.each(embeds)("%s is a link to what it shows", async (written, shown) => {
  const folder = makeFolder({
    "a.md": post(`Low.\n\n${written}\n\nHigh.`),
    "b.mdx": post(`Low.\n\n${written}\n\nHigh.`),
  });

  for (const path of ["a.md", "b.mdx"]) {
    const { html, notes } = await folder.body(path);
    expect(html.replace(/\n+/g, "")).toBe(`<p>Low.</p>${shown}<p>High.</p>`);
    expect(notes).toEqual([]);
  }
});

test("what has no address is told of, with its line", async () => {
  const folder = makeFolder({ "a.md": post('Low.\n\n<div class="flourish-embed"></div>') });
  const { html, notes } = await folder.body();

  expect(html).toBe("<p>Low.</p>");
  expect(notes).toEqual([
    {
      path: "a.md",
      line: 7,
      message: '<div class="flourish-embed"> is not known to Gazette and is left out.',
    },
  ]);
});

test.each([
  ['<div class="embed" data-src="https://example.org/a">Words.</div>', "<div>Words.</div>"],
  ['<div class="lazy-embed" data-src="https://example.org/a.png"></div>', ""],
  ['<div class="widget" data-src="https://example.org/a.js"></div>', ""],
  ['<div class="map" data-src="https://example.org/a"></div>', ""],
  ['<div class="embed" data-src="/a"></div>', ""],
  ["<script>run()</script>", ""],
  [
    '`<div class="flourish-embed"></div>`',
    '<p><code>&lt;div class="flourish-embed"&gt;&lt;/div&gt;</code></p>',
  ],
])("%s is none of them", async (written, shown) => {
  const folder = makeFolder({ "a.md": post(written) });
  const { html, notes } = await folder.body();

  expect(html).toBe(shown);
  expect(notes).toEqual([]);
});

test.each([
  ["<div>\n  <label>Boat</label>\n  <select><option>Alma</option></select>\n</div>", ""],
  ['<label for="g">Boat:</label>\n<p>Choose.</p>\n<select id="g"></select>', "<p>Choose.</p>"],
  ["<p><label>Name <input type='text' name=x></label> Low.</p>", "<p>Low.</p>"],
  ["<p><label>Length</label><br><input type=range></p>", ""],
  ["<p><label><input type=radio> Ebb</label><br><input type=text></p>", "<p>Ebb<br /></p>"],
  [
    'Low<label for="mn-1" class="margin-toggle">&#8853;</label><input type="checkbox" id="mn-1"> tide.',
    "<p>Low tide.</p>",
  ],
  ['<ul><li><label><input type="checkbox"> Buy tar</label></li></ul>', "<ul><li> Buy tar</li></ul>"],
  ['<p><input type="radio" id="r"><label for="r">Low</label></p>', "<p>Low</p>"],
  ["<p><label>Berth 4</label> is free.</p>", "<p>Berth 4 is free.</p>"],
])("a label goes with its control, a choice stays: %s", async (written, shown) => {
  const folder = makeFolder({ "a.md": post(written) });

  expect((await folder.body()).html).toBe(shown);
});
