import { makePage } from "../make-edition.ts";
import { body, filler, page, style, type RulePair } from "./rule-pair.ts";

export const structurePairs = {
  "html-size": [
    {
      title: "a page that Gmail clips",
      bad: body(filler(105_000)),
      mended: body(filler(80_000)),
      severity: "error",
      says: /\d KB; Gmail clips a message at 102 KB/u,
    },
    {
      title: "a page over the budget",
      bad: body(filler(93_000)),
      mended: body(filler(90_000)),
      severity: "warning",
      says: /the budget is 90 KB/u,
    },
  ],
  "style-size": [
    {
      title: "styles of more than 16 KB",
      bad: style(".a { color: #111111 }\n".repeat(760)),
      mended: style(".a { color: #111111 }\n".repeat(700)),
      severity: "error",
      says: /Gmail drops them above 16384/u,
    },
    {
      title: "a style in the body",
      bad: body("<style>p { margin: 0 }</style>"),
      mended: style("p { margin: 0 }"),
      severity: "warning",
      says: /stands in the body/u,
    },
  ],
  "style-nested-at-rule": [
    {
      title: "a media query in a media query",
      bad: style("@media screen {\n @media (max-width: 480px) { p { margin: 0 } } }"),
      mended: style("@media screen and (max-width: 480px) { p { margin: 0 } }"),
      severity: "warning",
      says: /`@media \(max-width: 480px\)` stands inside another block/u,
      place: /^index\.html:4$/u,
    },
  ],
  "style-syntax": [
    {
      title: "a style that is not closed",
      bad: style("p { margin: 0"),
      mended: style("p { margin: 0 }"),
      severity: "warning",
      says: /cannot be read \(unclosed block\)/u,
    },
  ],
  "active-content": [
    {
      title: "a script",
      bad: body("<script>alert(1)</script>"),
      mended: body("<p>Nothing runs here.</p>"),
      severity: "error",
      says: /<script>/u,
    },
    {
      title: "an event handler",
      bad: body('<p onclick="go()">A line.</p>'),
      mended: body("<p>A line.</p>"),
      severity: "error",
      says: /onclick/u,
    },
    {
      title: "a page that reloads itself",
      bad: page({ head: '<meta http-equiv="refresh" content="3">' }),
      mended: page({ head: '<meta http-equiv="content-type" content="text/html; charset=utf-8">' }),
      severity: "error",
      says: /reloads itself/u,
    },
  ],
  "document-title": [
    {
      title: "an empty title",
      bad: { html: makePage().replace(/<title>[^<]*/u, "<title> ") },
      mended: {},
      severity: "warning",
      says: /no title/u,
    },
  ],
  "document-language": [
    {
      title: "a page that does not say its language",
      bad: page({ root: 'dir="ltr"' }),
      mended: page({ root: 'lang="de" dir="ltr"' }),
      severity: "error",
      says: /does not say its language/u,
      place: /^index\.html:2 html$/u,
    },
    {
      title: "a language that says nothing",
      bad: page({ root: 'lang="und" dir="ltr"' }),
      mended: page({ root: 'lang="zh-Hant" dir="ltr"' }),
      severity: "error",
      says: /lang is "und"/u,
    },
  ],
  "document-direction": [
    {
      title: "no direction",
      bad: page({ root: 'lang="en" dir="auto"' }),
      mended: page({ root: 'lang="en" dir="ltr"' }),
      severity: "warning",
      says: /"auto"; allowed is ltr or rtl/u,
    },
    {
      title: "Arabic from left to right",
      bad: page({ root: 'lang="ar" dir="ltr"' }),
      mended: page({ root: 'lang="ar" dir="rtl"' }),
      severity: "warning",
      says: /written rtl, and its direction is ltr/u,
    },
  ],
  "heading-one": [
    {
      title: "a second h1",
      bad: body("<h1>Another start</h1>"),
      mended: body("<h2>A story</h2>"),
      severity: "warning",
      says: /2 h1; allowed is one/u,
    },
    {
      title: "no h1",
      bad: { html: makePage().replaceAll("h1>", "h2>") },
      mended: {},
      severity: "warning",
      says: /no h1/u,
    },
  ],
  "heading-order": [
    {
      title: "a level left out",
      bad: body("<h2>Town</h2><h4>A story</h4>"),
      mended: body("<h2>Town</h2><h3>A story</h3><h2>Sea</h2>"),
      severity: "warning",
      says: /h2 is followed by h4/u,
    },
    {
      title: "an empty heading",
      bad: body("<h2> &nbsp;</h2>"),
      mended: body('<h2><img src="https://harbour.town/a.png" alt="Town"></h2>'),
      severity: "warning",
      says: /empty/u,
    },
  ],
  "layout-table-role": [
    {
      title: "a table for layout that does not say so",
      bad: body("<table><tr><td>A line.</td></tr></table>"),
      mended: body(
        '<table role="presentation"><tr><td><table><tr><th>Tide</th></tr><tr><td>6:10</td></tr></table></td></tr></table>',
      ),
      severity: "warning",
      says: /role="presentation"/u,
    },
  ],
} satisfies Readonly<Record<string, readonly RulePair[]>>;
