import { describe, expect, test } from "vitest";
import { checkEdition } from "../../src/checks/check-edition.ts";
import type { CheckedArticle } from "../../src/checks/checked-edition.ts";
import fc from "../support/fast-check.ts";
import { findingsOf, makeEdition, makeOptions, makePage } from "./make-edition.ts";

const article = (over: Partial<CheckedArticle>): CheckedArticle => ({
  path: "bridge.md",
  title: "The bridge reopens",
  url: undefined,
  publishedAt: undefined,
  source: undefined,
  ...over,
});

describe("places", () => {
  const bridge = article({
    path: "town/bridge.md",
    source: "---\ntitle: The bridge reopens\n---\n\nSee “[the map](/map)”.\n\nIt cost TK million.\n",
  });
  const bakery = article({
    path: "bakery.md",
    title: "A bakery moves",
    source: "---\ntitle: A bakery moves\n---\nRent is TK a month.\n",
  });
  const html = makePage({
    body: `<h2>The bridge reopens</h2><p>See “<a href="/map">the map</a>”.</p><p>It cost TK million.</p>
<h2>A bakery moves</h2><p><a href="/rent">Rent</a> is due.</p>`,
  });

  test("a finding that comes from an article names its file and line", () => {
    const [relative] = findingsOf("link-target", makeEdition({ html, articles: [bakery, bridge] }));
    const [mark] = findingsOf("placeholder", makeEdition({ html, articles: [bakery, bridge] }));

    expect(relative?.place).toBe("town/bridge.md:5");
    expect(relative?.location).toEqual({ kind: "article", path: "town/bridge.md", line: 5 });
    expect(mark?.place).toBe("town/bridge.md:7");
  });

  test("a picture format is placed where the article names the picture", () => {
    const written = article({ source: "A text.\n\n![The mill](https://harbour.town/mill.webp)" });
    const page = makePage({ body: '<img src="https://harbour.town/mill.webp" alt="The mill">' });
    const [format] = findingsOf("client-support", makeEdition({ html: page, articles: [written] }));

    expect(format?.place).toBe("bridge.md:3");
  });

  test("what is said of one article is placed in that one, whatever the others say", () => {
    const url = "https://harbour.town/bridge";
    const dated = new Date("2026-12-24T08:00:00Z");
    const told = "---\ntitle: The bridge reopens\n---\nBy 2026-12-24, see https://harbour.town/bridge.";
    const articles = [
      article({ url, source: told }),
      article({
        path: "copy.md",
        title: "A copy",
        url,
        publishedAt: dated,
        source: "---\ntitle: A copy\ncanonical: /bridge\ndate: 2026-12-24\n---",
      }),
    ];
    const [same] = findingsOf("link-duplicate", makeEdition({ articles }));
    const [date] = findingsOf("issue-dates", makeEdition({ articles }));

    expect(same?.place).toBe("copy.md:3");
    expect(date?.place).toBe("copy.md:4");
  });

  test("what no article holds is placed in the page", () => {
    const [, second] = findingsOf(
      "link-target",
      makeEdition({ html, articles: [article({ source: "Nothing." })] }),
    );

    expect(second?.place).toBe("index.html:7 p > a");
    expect(second?.location).toEqual({ kind: "html", line: 7, selector: "p > a" });
  });

  test("an article whose file has gone leaves the place in the page", () => {
    const [relative] = findingsOf("link-target", makeEdition({ html, articles: [article({})] }));

    expect(relative?.place).toBe("index.html:6 p > a");
  });

  test("what an author may have meant is a warning, and the same from a theme an error", () => {
    const braces = makePage({ body: "<h2>The bridge reopens</h2><p>Write {{ tide }} there.</p>" });
    const written = article({ source: "Write {{ tide }} there." });

    const [fromArticle] = findingsOf("placeholder", makeEdition({ html: braces, articles: [written] }));
    const [fromTheme] = findingsOf("placeholder", makeEdition({ html: braces, articles: [] }));

    expect(fromArticle?.severity).toBe("warning");
    expect(fromTheme?.severity).toBe("error");
  });
});

test("an address of one's own machine is a warning where an article names it", () => {
  const html = makePage({ body: '<p>Open <a href="http://localhost:1313/">the preview</a> first.</p>' });
  const guide = article({ source: "Open [the preview](http://localhost:1313/) first." });

  const [fromArticle] = findingsOf("link-target", makeEdition({ html, articles: [guide] }));
  const [fromTheme] = findingsOf("link-target", makeEdition({ html, articles: [] }));

  expect(fromArticle?.severity).toBe("warning");
  expect(fromTheme?.severity).toBe("error");
});

test("a rule that is switched off says nothing, and the others still do", () => {
  const edition = makeEdition({ subject: "", preheader: "" });
  const off = new Map([["subject-length", "the subject is set by hand"]] as const);

  expect(checkEdition(edition, makeOptions({ off })).map(({ rule }) => rule)).toEqual(["preheader-length"]);
});

test("a larger budget is kept, and Gmail's clip is not moved by it", () => {
  const sized = (bytes: number): string => makePage({ body: `<p>${"a".repeat(bytes)}</p>` });
  const options = makeOptions({ budgetBytes: 100 * 1024 });

  expect(findingsOf("html-size", makeEdition({ html: sized(95_000) }), options)).toEqual([]);
  expect(findingsOf("html-size", makeEdition({ html: sized(103_000) }), options)).toMatchObject([
    { severity: "warning" },
  ]);
  expect(findingsOf("html-size", makeEdition({ html: sized(105_000) }), options)).toMatchObject([
    { severity: "error" },
  ]);
});

describe("no page makes the checks throw", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<p>",
      "</p>",
      "<a href=",
      "<a href='javascript:",
      "</a>",
      "<table>",
      "<td bgcolor=#fff>",
      "<h1>",
      "<h4>",
      "<style>",
      "</style>",
      "@media (",
      "@media screen {",
      "{",
      "}",
      "}}",
      "{{",
      "color:",
      "#12",
      "rgb(",
      "hsl(1deg",
      "url(",
      ":not(",
      "::before",
      "a > b ~ c",
      "<img src=cid:",
      "<img alt>",
      "<!--",
      "-->",
      "<![CDATA[",
      "&#x110000;",
      "<html lang=",
      "<body style='",
      "font-size:",
      "1e999px",
      "%recipient%",
      "\u0000",
      "\uD800",
      "https://[",
      "mailto:",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

  test("of any pieces of HTML and CSS", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (html, text, subject) => {
        const found = checkEdition(makeEdition({ html, text, subject }), makeOptions());
        expect(found.every(({ message, place }) => message !== "" && place !== "")).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("of any style sheet and any style attribute", () => {
    fc.assert(
      fc.property(anyText, anyText, (css, inline) => {
        const html = makePage({
          head: `<style>${css}</style>`,
          body: `<p style="${inline.replaceAll('"', "")}">A line of words.</p>`,
        });
        expect(checkEdition(makeEdition({ html }), makeOptions())).toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
  });

  test("twenty thousand elements in one another", () => {
    const html = `${"<div>".repeat(20_000)}A line.<a href=/x>y</a>`;

    expect(checkEdition(makeEdition({ html }), makeOptions()).length).toBeGreaterThan(0);
  });

  test("brackets twenty thousand deep in a style", () => {
    const css = "@media screen {".repeat(20_000);

    expect(
      findingsOf("style-syntax", makeEdition({ html: makePage({ head: `<style>${css}</style>` }) })),
    ).toHaveLength(1);
  });
});
