import { makeEdition, makePage } from "../make-edition.ts";
import { body, bridge, link, type RulePair } from "./rule-pair.ts";

const loss = { path: "bridge.md", line: 7, message: "The link ../quay.md leads to no article here." };

export const wordsPairs = {
  "article-loss": [
    {
      title: "a link that had to be left out of a story shown whole",
      bad: { losses: [{ ...loss, isShown: true }] },
      mended: {},
      severity: "warning",
      says: /leads to no article here/u,
      place: /^bridge\.md:7$/u,
    },
    {
      title: "one from a part of the article that the issue does not show",
      bad: { losses: [{ ...loss, isShown: false }] },
      mended: {},
      severity: "info",
      says: /leads to no article here/u,
    },
  ],
  "postal-address": [
    {
      title: "no postal address configured",
      bad: { postalAddress: undefined },
      mended: {},
      severity: "warning",
      says: /is configured/u,
    },
    {
      title: "a page that leaves it out",
      bad: { html: makePage().replace("3 Quay Street", "Quay Street") },
      mended: { html: makePage().replace("3 Quay Street", "3  Quay\nStreet") },
      severity: "warning",
      says: /not in the page/u,
    },
    {
      title: "an address of two lines of which the page has one",
      bad: { postalAddress: "3 Quay Street\nPort Ellery\nTidewater" },
      mended: {
        postalAddress: "3 Quay Street\nPort Ellery",
        html: makePage({ body: "<div>3 Quay Street</div><div>Port Ellery</div>" }),
      },
      severity: "warning",
      says: /not in the page/u,
    },
  ],
  "subject-length": [
    {
      title: "an empty subject",
      bad: { subject: " " },
      mended: {},
      severity: "error",
      says: /empty/u,
    },
    {
      title: "a subject of two lines",
      bad: { subject: "The bridge\r\nBcc: all@harbour.town" },
      mended: {},
      severity: "error",
      says: /line break/u,
    },
    {
      title: "a subject of 36 wide signs",
      bad: { subject: "橋".repeat(36) },
      mended: { subject: "橋".repeat(35) },
      severity: "warning",
      says: /72 columns/u,
    },
    {
      title: "a subject no header line holds",
      bad: { subject: "a".repeat(500) },
      mended: { subject: "a".repeat(70) },
      severity: "error",
      says: /500 characters/u,
    },
  ],
  "preheader-length": [
    { title: "no preheader", bad: { preheader: "" }, mended: {}, severity: "warning", says: /no preheader/u },
    {
      title: "a preheader that repeats the subject",
      bad: { preheader: "The bridge reopens on monday" },
      mended: {},
      severity: "warning",
      says: /same as the subject/u,
    },
    {
      title: "a preheader of two words",
      bad: { preheader: "And more" },
      mended: { preheader: "And a bakery that moves two doors down" },
      severity: "info",
      says: /8 columns; at least 30/u,
    },
  ],
  placeholder: [
    {
      title: "a template's placeholder in the subject",
      bad: { subject: "Dear {{name}}, the bridge reopens" },
      mended: {},
      severity: "error",
      says: /"Dear \{\{name\}\}, the bridge/u,
      place: /^subject$/u,
    },
    {
      title: "a merge tag in a link",
      bad: body(link("https://harbour.town/?to=%recipient.email%")),
      mended: body(link("https://harbour.town/?share=20%25")),
      severity: "error",
      says: /merge tag/u,
    },
    {
      title: "filler text",
      bad: body("<p>Lorem ipsum dolor sit amet.</p>"),
      mended: body("<p>Lorem is a name too.</p>"),
      severity: "error",
      says: /Filler text/u,
    },
    {
      title: "a writer's mark",
      bad: body("<p>The bridge cost TK million.</p>"),
      mended: body("<p>The bridge has a TK Maxx beside it.</p>"),
      severity: "warning",
      says: /cost TK million/u,
    },
    {
      title: "a note to oneself",
      bad: body("<p>TODO: ask the mayor</p>"),
      mended: { html: makePage({ root: 'lang="es" dir="ltr"', body: "<p>TODO sobre el puente</p>" }) },
      severity: "warning",
      says: /TODO: ask the mayor/u,
    },
    {
      title: "a note to oneself in a part that is in English",
      bad: {
        html: makePage({ root: 'lang="es" dir="ltr"', body: '<p lang="en">TODO ask the mayor</p>' }),
      },
      mended: body('<p lang="es">TODO es posible</p>'),
      severity: "warning",
      says: /TODO ask/u,
    },
    {
      title: "a name that was never put in",
      bad: body("<p>Dear [First Name],</p>"),
      mended: body("<p>“It was [last year] that we [first heard] of [your correspondent].”</p>"),
      severity: "warning",
      says: /A placeholder was left in/u,
    },
    {
      title: "the second of two placeholders in a sentence",
      bad: body(`<p>From {{start}} ${"on and on ".repeat(5)} to {{end}}</p>`),
      mended: body("<p>From {start} to end</p>"),
      severity: "error",
      says: /to \{\{end\}\}"/u,
    },
    {
      title: "braces outside code",
      bad: body("<p>Write {{ title }} there.</p>"),
      mended: {
        ...body("<p>Write <code>{{ title }}</code> there.</p>"),
        text: `${makeEdition().text}Write {{ title }} there.`,
      },
      severity: "error",
      says: /\{\{ title \}\}/u,
    },
    {
      title: "braces in the text part alone",
      bad: { text: `${makeEdition().text}Dear {{name}}` },
      mended: { text: `${makeEdition().text}Dear reader` },
      severity: "error",
      says: /Dear \{\{name\}\}/u,
      place: /^index\.txt:9$/u,
    },
  ],
  "issue-dates": [
    {
      title: "an issue of last month",
      bad: { now: new Date("2026-12-22T07:00:00Z") },
      mended: { now: new Date("2026-11-29T07:00:00Z") },
      severity: "warning",
      says: /built for 2026-11-22, 30 days ago/u,
    },
    {
      title: "an article from the future",
      bad: { articles: [{ ...bridge, publishedAt: new Date("2026-11-25T08:00:00Z") }] },
      mended: { articles: [bridge] },
      severity: "warning",
      says: /bridge\.md\) is dated 2026-11-25, after the issue/u,
    },
    {
      title: "a window that ends before it begins",
      bad: { since: new Date("2026-11-22T00:00:01Z") },
      mended: { since: new Date("2026-11-22T00:00:00Z") },
      severity: "error",
      says: /ends before it begins/u,
    },
    {
      title: "an issue for a day to come",
      bad: { now: new Date("2026-11-21T07:00:00Z") },
      mended: {},
      severity: "info",
      says: /still to come/u,
    },
  ],
  "text-part": [
    { title: "no text", bad: { text: "\n" }, mended: {}, severity: "error", says: /no plain text/u },
    {
      title: "markup in the text",
      bad: { text: `${makeEdition().text}<p>Hello</p>` },
      mended: { text: `${makeEdition().text}a < b > c` },
      severity: "warning",
      says: /<p>/u,
    },
    {
      title: "a reference that was not read",
      bad: { text: `${makeEdition().text}Use&nbsp;it.` },
      mended: {
        ...body("<p>Write <code>&amp;nbsp;</code> for a blank that holds.</p>"),
        text: `${makeEdition().text}Write &nbsp; for a blank that holds.`,
      },
      severity: "warning",
      says: /&nbsp;/u,
    },
  ],
  "text-unlike-html": [
    {
      title: "a text that says something else",
      bad: {
        text: "Unsubscribe here. Please view this message in a browser that can show pictures and colours.",
      },
      mended: {},
      severity: "warning",
      says: /share \d+ % of their words/u,
    },
  ],
} satisfies Readonly<Record<string, readonly RulePair[]>>;
