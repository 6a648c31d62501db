import { describe, expect, test } from "vitest";
import type { Issue } from "../../src/rendering/issue.ts";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import { makeFullIssue, makeIssue, makeStory } from "./make-issue.ts";
import { renderCopy, templatesDir, themeNames } from "./render-copy.ts";

test.each(themeNames)("%s names every story in HTML and text, in the same order", async (theme) => {
  const issue = makeFullIssue(25);
  const titles = [issue.lead, ...issue.sections.flatMap(({ stories }) => stories), ...issue.inBrief].map(
    (story) => story?.title ?? "",
  );
  const { html, text } = await renderCopy(issue, theme);
  const body = html.slice(html.indexOf("<body"));
  expect(titles).toHaveLength(25);
  expect(titles.toSorted((a, b) => body.indexOf(`>${a}<`) - body.indexOf(`>${b}<`))).toEqual(titles);
  expect(titles.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))).toEqual(titles);
  expect(titles.filter((title) => !body.includes(`>${title}<`) || !text.includes(title))).toEqual([]);
});

test.each(themeNames)(
  "%s keeps 25 stories under 90 KB, and every style block under Gmail's 16 KB",
  async (theme) => {
    const { html } = await renderCopy(makeFullIssue(25), theme);
    expect(Buffer.byteLength(html)).toBeLessThan(90 * 1024);
    const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = ""]) => css);
    expect(styles.length).toBeGreaterThan(0);
    for (const css of styles) {
      expect(Buffer.byteLength(css)).toBeLessThan(16 * 1024);
      // Gmail drops a block with an at-rule inside another.
      expect(css).not.toMatch(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*@/);
    }
  },
);

test.each(themeNames)("%s asks no other host for anything but the pictures of articles", async (theme) => {
  const { html } = await renderCopy(makeFullIssue(8), theme);
  expect(html).not.toMatch(/<link|@import|<script|url\(/);
  expect([...html.matchAll(/src="([^"]*)"/g)].map(([, src = ""]) => src.slice(0, 4))).not.toContain("http");
});

test("the language, the direction, the title and the preheader are in their places", async () => {
  const { html } = await renderCopy(makeIssue());
  expect(html).toContain('<html lang="en-GB" dir="ltr"');
  expect(html).toContain("<title>The bridge reopens on Monday</title>");
  expect(html).toMatch(
    /<body[^>]*>\s*<div style="display:none[^>]*>Also: a bakery moves, and the ferry timetable for winter\.&nbsp;/,
  );
  expect(html.match(/<h1/g)).toHaveLength(1);
});

test("the masthead gives the number, the day and the days covered, in the newsletter's time zone", async () => {
  const masthead = { ...makeIssue().masthead, timeZone: "Asia/Taipei" };
  const slot = new Date("2026-11-21T22:00:00Z");
  const { html, text } = await renderCopy(
    makeIssue({ masthead, slot, since: new Date("2026-11-14T16:00:00Z"), until: slot }),
  );
  for (const body of [html.replace(/<[^>]*>/g, ""), text]) {
    expect(body).toMatch(/No\. 12 · Sunday,? 22 November 2026 · covering 15\s?–\s?22 November/);
  }
});

test("a window that ends at midnight covers the day before", async () => {
  const { text } = await renderCopy(makeIssue());
  expect(text).toMatch(/covering 15\s?–\s?21 November/);
});

test("an issue without a number shows none", async () => {
  for (const body of Object.values(await renderCopy(makeIssue({ number: 0 }))))
    expect(body).not.toContain("No.");
});

test.each(themeNames)(
  "%s shows a story that is not on the web without a link, and in full where it is to be",
  async (theme) => {
    const story = makeStory({
      title: "Told here",
      url: undefined,
      excerpt: "Only the start…",
      isWhole: true,
      html: "<h1>Part</h1><p>The <em>whole</em> of it.</p>",
    });
    const { html, text } = await renderCopy(makeIssue({ lead: story, sections: [], inBrief: [] }), theme);
    expect(html).toContain("<p>The <em>whole</em> of it.</p>");
    expect(html).toContain("<h3>Part</h3>");
    expect(html).not.toContain("Only the start");
    expect(html).not.toMatch(/<a[^>]*>\s*(?:Told here|Continue)/);
    expect(text).toContain("The whole of it.");

    const below = await renderCopy(
      makeIssue({ sections: [{ key: "s", title: "S", stories: [story] }] }),
      theme,
    );
    expect(below.html).not.toMatch(/<a[^>]*>\s*Told here/);
    expect(below.html).toContain("<p>The <em>whole</em> of it.</p>");
    expect(below.html).toContain("<h4>Part</h4>");

    const cut = { ...story, isWhole: false };
    const short = await renderCopy(
      makeIssue({ sections: [{ key: "s", title: "S", stories: [cut] }] }),
      theme,
    );
    expect(short.html).toContain("Only the start…");
    expect(short.html).not.toContain("The <em>whole</em> of it.");
  },
);

test("a picture that stands in a lead told in full is not shown twice", async () => {
  const image = { src: "cid:0a1b2c3d-wall.jpg", alt: "The wall", width: 1104, height: 620 };
  const html =
    '<p>Before.</p><p><img src="cid:0a1b2c3d-wall.jpg" alt="The wall" width="1104" height="620"></p>';
  const told = await renderCopy(
    makeIssue({ lead: makeStory({ url: undefined, isWhole: true, image, html }) }),
  );
  expect(told.html.match(/0a1b2c3d-wall\.jpg/g)).toHaveLength(1);
  expect(told.html).toContain('width="552"');
  const linked = await renderCopy(makeIssue({ lead: makeStory({ image }) }));
  expect(linked.html.match(/0a1b2c3d-wall\.jpg/g)).toHaveLength(1);
});

test("code in an article keeps its indentation and its blank lines", async () => {
  const code = "if (tide) {\n\n    wait();\n}";
  const { html } = await renderCopy(
    makeIssue({
      lead: makeStory({ url: undefined, isWhole: true, html: `<pre><code>${code}</code></pre>` }),
    }),
  );
  expect(html).toContain(`<pre><code>${code}</code></pre>`);
});

test("headings in the editor's note start below the title, and an article's below its headline", async () => {
  const lead = makeStory({ url: undefined, isWhole: true, html: "<h2>A</h2><h4>B</h4><h2>C</h2>" });
  const { html } = await renderCopy(
    makeIssue({ lead, openingNote: "<h1>Note</h1>", sections: [], inBrief: [] }),
  );
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels).toEqual([1, 2, 2, 3, 4, 3]);
});

test("the preferences link is left out, with its separator, for a reader without preferences", async () => {
  const { html, text } = await renderCopy(makeIssue(), "broadsheet", {
    address: "anna@example.com",
    name: "",
    unsubscribeUrl: "https://example.org/u",
    preferencesUrl: "",
  });
  for (const body of [html, text]) {
    expect(body).toContain("Unsubscribe");
    expect(body).not.toContain("Choose what you get");
  }
  expect(html).not.toMatch(/·\s*<a[^>]*>Unsubscribe/);
});

test("the same issue and theme give the same bytes", async () => {
  const render = async () => renderEdition(makeFullIssue(9), await loadTheme("broadsheet", [templatesDir]));
  expect(await render()).toEqual(await render());
});

test("an address that is not http, https or mailto becomes no link", async () => {
  const evil = makeStory({
    title: "Evil",
    url: "javascript:alert(1)",
    sameStory: [{ title: "Worse", url: "data:text/html,x" }],
  });
  const { html, text } = await renderCopy(
    makeIssue({ lead: evil, more: [{ title: "More", url: "vbscript:x" }] }),
  );
  for (const body of [html, text]) expect(body).not.toMatch(/javascript:|data:|vbscript:/);
  expect(html).toContain("Evil");
});

test.each([
  ["The bridge reopens.", ""],
  ["The bridge reopens. Cars may cross.", "Cars may cross."],
  ["The bridge reopens on Monday.", "The bridge reopens on Monday."],
  ["Cars may cross.", "Cars may cross."],
])("an excerpt does not repeat the headline: %s", async (excerpt, shown) => {
  const { text } = await renderCopy(
    makeIssue({ lead: makeStory({ title: "The bridge reopens", excerpt }), sections: [], inBrief: [] }),
  );
  expect(/4 min read\n\n(.*)\n\[1\]/.exec(text)?.[1]).toBe(shown);
});

test("what an issue holds is listed only where that is more than one thing", async () => {
  const listed = async (issue: Issue) =>
    (await renderCopy(issue, "broadsheet")).text.includes("In this issue");
  const section = { key: "trade", title: "Trade", stories: [makeStory({ title: "A bakery moves" })] };
  expect(await listed(makeIssue({ sections: [section], inBrief: [] }))).toBe(false);
  expect(await listed(makeIssue({ sections: [section] }))).toBe(true);
});

test.each(["broadsheet", "magazine"])(
  "a headline that goes on and on is set smaller in %s",
  async (theme) => {
    const sizeOf = async (title: string) => {
      const { html } = await renderCopy(makeIssue({ lead: makeStory({ title }) }), theme);
      return Number(/<h2 class="ink [^>]*font-size:(\d+)px/.exec(html)?.[1]);
    };
    expect(await sizeOf("On and on ".repeat(12))).toBeLessThan(await sizeOf("On and on"));
  },
);

describe.each(["broadsheet", "magazine"])("the headlines of %s", (theme) => {
  const masthead = (language: string) => ({ ...makeIssue().masthead, language });
  const headings = (html: string): string => [...html.matchAll(/<h[123][^>]*>/g)].join("");

  test.each(["ar", "hi", "th"])(
    "have room in %s for marks above and below, and join as written",
    async (language) => {
      const shown = headings((await renderCopy(makeIssue({ masthead: masthead(language) }), theme)).html);
      expect(
        [...shown.matchAll(/line-height:([\d.]+)/g)].map(([, height]) => Number(height) >= 1.3),
      ).not.toContain(false);
      expect(shown).not.toMatch(/letter-spacing:-/);
    },
  );

  test("are set closer in English", async () => {
    expect(headings((await renderCopy(makeIssue(), theme)).html)).toMatch(
      /line-height:1\.1.*letter-spacing:-/s,
    );
  });

  test("are set smaller for a word that would break on a phone, and not for a script without blanks", async () => {
    const leadOf = async (title: string, language: string): Promise<string> =>
      headings(
        (await renderCopy(makeIssue({ masthead: masthead(language), lead: makeStory({ title }) }), theme))
          .html,
      );
    expect(await leadOf("Binnenschifffahrtsverwaltung genehmigt Mauer", "de")).toContain('class="ink long"');
    expect(await leadOf("港の石垣が百回目の冬を越えて春を待つ人たちに語ること", "ja")).toContain(
      'class="ink lead"',
    );
  });

  test("no line of what is inside ends in a dot", async () => {
    const { html } = await renderCopy(makeFullIssue(20), theme);
    expect(html.slice(html.indexOf("In this issue:"), html.indexOf("Good morning"))).not.toContain("·");
  });
});
