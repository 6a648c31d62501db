import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localWords } from "./local-words.ts";
import { makeFullIssue, makeIssue, makeStory } from "./make-issue.ts";
import { makeLocalIssue } from "./make-local-issue.ts";
import { openBrowser } from "./open-browser.ts";
import { renderCopy, themeNames } from "./render-copy.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const isSoak = process.env["GAZETTE_SOAK"] === "1";
/** One of each direction; the soak has all. */
const everydayLanguages = ["ar", "th"];
const everydayCases = [[8, true, "dark"]] as const;
const everyCase = [1, 8, 100].flatMap((count) =>
  [true, false].flatMap((hasImages) =>
    (["light", "dark"] as const).map((scheme) => [count, hasImages, scheme] as const),
  ),
);
const widths = [320, 375, 600, 1440];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Rules broken, and whether the page scrolls sideways at any width. */
async function inspect(
  html: string,
  colorScheme: "light" | "dark",
): Promise<{ broken: string[]; tooWide: number[] }> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 600, height: 900 } });
  try {
    await page.setContent(html);
    await page.addScriptTag({ content: axeSource });
    const results = await page.evaluate((): Promise<AxeResults> =>
      (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    // Contrast is the rule that a colour of a theme breaks first: it must have been looked at.
    expect(results.passes.map(({ id }) => id)).toContain("color-contrast");
    const broken = results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html: node }) => `${id}: ${node.slice(0, 160)}`),
    );
    const tooWide: number[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      if ((await page.evaluate(() => document.documentElement.scrollWidth)) > width) tooWide.push(width);
    }
    return { broken, tooWide };
  } finally {
    await page.close();
  }
}

describe.each(themeNames)("the theme %s", (theme) => {
  test.each(["light", "dark"] as const)(
    "has nothing to say against it in %s mode, and fits every width",
    async (scheme) => {
      const { html } = await renderCopy(makeFullIssue(20), theme);
      expect(await inspect(html, scheme)).toEqual({ broken: [], tooWide: [] });
    },
  );

  test("holds with a story told in full, with tables, code and headings of its own", async () => {
    const html = [
      "<h1>One</h1><p>Text</p><h4>Two</h4><blockquote><p>Said.</p></blockquote>",
      `<pre><code>${"const wide = 1; ".repeat(20)}</code></pre>`,
      `<table><thead><tr>${'<th scope="col">Somewhat long</th>'.repeat(9)}</tr></thead><tbody><tr>${"<td>1,000,000</td>".repeat(9)}</tr></tbody></table>`,
      '<ul><li>a</li><li>b</li></ul><p><img src="cid:a.png" alt="A chart" width="2400"></p>',
    ].join("");
    const issue = makeIssue({
      lead: makeStory({ url: undefined, isWhole: true, html }),
      sections: [],
      inBrief: [],
    });
    expect(await inspect((await renderCopy(issue, theme)).html, "dark")).toEqual({ broken: [], tooWide: [] });
  });

  test("holds with a title of 300 characters and words of 200 letters", async () => {
    const long = makeStory({
      title: "A title that goes on and on and on ".repeat(9),
      excerpt: "w".repeat(200),
      topic: "t".repeat(200),
      authors: ["n".repeat(200)],
      image: { src: "cid:0a1b2c3d-wall.jpg", alt: "a".repeat(200), width: 1104, height: 620 },
      sameStory: [{ title: "s".repeat(200), url: "https://example.org/s" }],
    });
    const word = makeStory({ ...long, id: "word", title: "x".repeat(200) });
    const issue = makeIssue({
      masthead: {
        ...makeIssue().masthead,
        title: "m".repeat(200),
        tagline: "g".repeat(200),
        postalAddress: "p".repeat(200),
      },
      lead: long,
      sections: [{ key: "s", title: "k".repeat(200), stories: [word, long] }],
      inBrief: [word],
      more: [{ title: "l".repeat(200), url: "https://example.org/l" }],
    });
    expect(await inspect((await renderCopy(issue, theme)).html, "light")).toEqual({
      broken: [],
      tooWide: [],
    });
  });

  test("holds from right to left, with a story in another language", async () => {
    const issue = makeIssue({
      masthead: {
        ...makeIssue().masthead,
        language: "ar",
        title: "رسالة الميناء",
        tagline: "أسبوع في بلدة صغيرة",
      },
      lead: makeStory({
        title: "الجسر القديم يفتح من جديد يوم الاثنين",
        excerpt: "بعد أحد عشر شهرا من الأعمال.",
        authors: ["ليلى حداد"],
      }),
      inBrief: [makeStory({ title: "In English", language: "en" })],
    });
    const { html } = await renderCopy(issue, theme);
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(html).toContain('lang="en" dir="ltr"');
    expect(await inspect(html, "light")).toEqual({ broken: [], tooWide: [] });
  });

  test.each(isSoak ? Object.keys(localWords) : everydayLanguages)(
    "holds in %s, in both modes, with one story and with many, with pictures and without",
    { timeout: 300_000 },
    async (language) => {
      for (const [count, hasImages, scheme] of isSoak ? everyCase : everydayCases) {
        const { html } = await renderCopy(makeLocalIssue(language, count, hasImages), theme);
        expect(await inspect(html, scheme)).toEqual({ broken: [], tooWide: [] });
      }
    },
  );

  test("gives a thumb 44 pixels for every link on a phone, but for links within a sentence", async () => {
    const { html } = await renderCopy(makeFullIssue(12), theme);
    const page = await browser.newPage({ viewport: { width: 375, height: 900 } });
    try {
      await page.setContent(html);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("a")]
          .filter((link) => link.closest(".body") === null && link.querySelector("img") === null)
          .filter((link) => link.getBoundingClientRect().height < 44)
          .map((link) => `${link.textContent}: ${link.getBoundingClientRect().height}`),
      );
      expect(small).toEqual([]);
      const tiny = await page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter((element) =>
            [...element.childNodes].some(
              (node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "",
            ),
          )
          .filter(
            (element) =>
              element.getClientRects().length > 0 && parseFloat(getComputedStyle(element).fontSize) < 14,
          )
          .map((element) => element.outerHTML.slice(0, 100)),
      );
      expect(tiny).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
