import { makeEdition, makePage } from "../make-edition.ts";
import { body, bridge, link, page, type RulePair } from "./rule-pair.ts";

export const linksPairs = {
  "link-target": [
    ...(
      [
        ["a relative link", "/ferry", "https://harbour.town/ferry", /relative address/u],
        ["an empty link", "", "https://harbour.town/ferry", /leads nowhere/u],
        ["a script", "javascript:void(0)", "https://harbour.town/ferry", /javascript: addresses/u],
        [
          "a link to this machine",
          "http://localhost:1313/ferry",
          "https://harbour.town/ferry",
          /only this machine/u,
        ],
        [
          "an address of one cable alone",
          "http://169.254.10.1/",
          "http://169.255.10.1/",
          /only this machine/u,
        ],
        ["a carrier's own address", "http://100.64.0.9/", "http://100.128.0.9/", /only this machine/u],
        ["a link-local address", "http://[fe80::1]/", "http://[2606::1]/", /only this machine/u],
        ["a mailto without an address", "mailto:editor", "mailto:editor@harbour.town", /no email address/u],
        [
          "a mailto with a comma and nothing after it",
          "mailto:editor@harbour.town,",
          "mailto:editor@harbour.town,desk@harbour.town?cc=press@harbour.town&subject=Hello",
          /no email address/u,
        ],
        [
          "an address with a blank",
          "https://harbour.town/a b",
          "https://harbour.town/a%20b",
          /no valid address/u,
        ],
      ] as const
    ).map(([title, bad, good, says]): RulePair => ({
      title,
      bad: body(link(bad)),
      mended: body(link(good)),
      severity: "error",
      says,
    })),
    {
      title: "a footnote that is not there",
      bad: body(link("#fn1")),
      mended: body(`${link("#fn1")}<p id="fn1">Every hour.</p>`),
      severity: "error",
      says: /no such place in the page/u,
    },
    {
      title: "a place in another script that is not there",
      bad: body(link("#f%C3%BC%C3%9Fe")),
      mended: body(`${link("#f%C3%BC%C3%9Fe")}<p id="füße">Every hour.</p>`),
      severity: "error",
      says: /no such place in the page/u,
    },
  ],
  "link-example": [
    {
      title: "an address for examples",
      bad: body(link("https://www.example.org/ferry") + link("https://www.example.org/bus", "The bus")),
      mended: body(link("https://harbour.town/ferry")),
      severity: "warning",
      says: /2 links lead to www\.example\.org/u,
    },
    {
      title: "a sender for examples",
      bad: body(link("mailto:editor@example.com?subject=hello")),
      mended: body(link("mailto:editor@harbour.town?subject=hello")),
      severity: "warning",
      says: /example\.com/u,
    },
  ],
  "link-text": [
    {
      title: "a link that says: read more",
      bad: body(link("https://harbour.town/ferry", "Read more…")),
      mended: body(link("https://harbour.town/ferry", "Read more about the ferry")),
      severity: "warning",
      says: /"Read more…", which tells nothing/u,
    },
    {
      title: "a link that says the same in German",
      bad: body(link("https://harbour.town/ferry", "Weiterlesen")),
      mended: body(link("https://harbour.town/ferry", "Die Fähre weiterlesen")),
      severity: "warning",
      says: /tells nothing/u,
    },
    ...(
      [
        ["between arrows", "→ Read more »"],
        ["in Hebrew", "קראו עוד"],
        ["in Hindi", "और पढ़ें"],
        ["in Thai", "อ่านต่อ"],
      ] as const
    ).map(([where, text]): RulePair => ({
      title: `a link that says it ${where}`,
      bad: body(link("https://harbour.town/ferry", text)),
      mended: body(link("https://harbour.town/ferry", `${text} the ferry`)),
      severity: "warning",
      says: /tells nothing/u,
    })),
    {
      title: "a link around a picture without words",
      bad: body('<a href="https://harbour.town/ferry"><img src="https://harbour.town/f.png" alt=""></a>'),
      mended: body(
        '<a href="https://harbour.town/ferry"><img src="https://harbour.town/f.png" alt="The ferry"></a>',
      ),
      severity: "error",
      says: /no text/u,
    },
  ],
  "link-ambiguous": [
    {
      title: "one text, two pages",
      bad: body(link("https://harbour.town/a") + link("https://harbour.town/b")),
      mended: body(link("https://harbour.town/a") + link("https://harbour.town/a?utm_source=mail")),
      severity: "warning",
      says: /leads to https:\/\/harbour\.town\/b here/u,
    },
    {
      title: "one text, two pages, twice",
      bad: body(
        ["a", "b", "a", "b"].map((name) => link(`https://harbour.town/${name}`, "The budget")).join(""),
      ),
      mended: body(
        ["a", "b", "a", "b"].map((name) => link(`https://harbour.town/${name}`, `Budget ${name}`)).join(""),
      ),
      severity: "warning",
      says: /The budget/u,
    },
  ],
  "link-duplicate": [
    {
      title: "two stories with one address",
      bad: { articles: [bridge, { ...bridge, path: "bakery.md", title: "A bakery moves" }] },
      mended: {
        articles: [
          bridge,
          { ...bridge, path: "bakery.md", title: "A bakery moves", url: "https://harbour.town/bakery" },
        ],
      },
      severity: "warning",
      says: /"The bridge reopens on Monday" and "A bakery moves" have the same address/u,
    },
    {
      title: "one address in two stories",
      bad: body(
        `<h2>Bridge</h2>${link("https://harbour.town/a", "Works")}<h2>Bakery</h2>${link("https://harbour.town/a", "Map")}`,
      ),
      mended: body(
        `<h2>Bridge</h2>${link("https://harbour.town/a", "Works")}${link("https://harbour.town/a", "Map")}<h2>Bakery</h2>`,
      ),
      severity: "info",
      says: /linked from more than one story/u,
    },
  ],
  "link-unreachable": [
    {
      title: "a page that is gone",
      bad: { linkStates: [{ url: "https://harbour.town/bridge", status: 404, reason: "" }] },
      mended: { linkStates: [{ url: "https://harbour.town/bridge", status: 200, reason: "" }] },
      severity: "error",
      says: /no such page \(404\)/u,
    },
    {
      title: "a server that does not answer",
      bad: {
        linkStates: [
          { url: "https://harbour.town/bridge", status: undefined, reason: "no answer within 5 s" },
        ],
      },
      mended: { linkStates: [{ url: "https://harbour.town/bridge", status: 304, reason: "" }] },
      severity: "warning",
      says: /no answer within 5 s/u,
    },
    {
      title: "a server that keeps programs out",
      bad: { linkStates: [{ url: "https://harbour.town/bridge", status: 403, reason: "" }] },
      mended: {},
      severity: "info",
      says: /answers 403/u,
    },
  ],
  "unsubscribe-link": [
    {
      title: "a story about unsubscribing, and no way to do it",
      bad: {
        html: makePage({ body: link("https://harbour.town/unsubscribe-me", "Unsubscribe me") }).replace(
          /<a href="[^"]*unsubscribe\/.*?<\/a>/u,
          "Bye",
        ),
        articles: [{ ...bridge, url: "https://harbour.town/unsubscribe-me" }],
      },
      mended: {
        html: makePage({ body: link("https://harbour.town/unsubscribe-me", "Unsubscribe me") }),
        articles: [{ ...bridge, url: "https://harbour.town/unsubscribe-me" }],
      },
      severity: "error",
      says: /no link to unsubscribe/u,
    },
    {
      title: "no way to unsubscribe",
      bad: { html: makePage().replace(/<a href="[^"]*unsubscribe.*?<\/a>/u, "Bye") },
      mended: {},
      severity: "error",
      says: /no link to unsubscribe/u,
    },
    {
      title: "no way to unsubscribe in the text",
      bad: { text: makeEdition().text.replace(/Unsubscribe.*/u, "") },
      mended: {},
      severity: "error",
      says: /text part does not say/u,
      place: /^index\.txt:\d+$/u,
    },
    {
      title: "a link in another language",
      bad: {
        ...page({ body: "" }),
        html: makePage().replace(
          /<a href="[^"]*unsubscribe.*?<\/a>/u,
          '<a href="https://harbour.town/x">退訂</a>',
        ),
        text: "退訂",
      },
      mended: {
        html: makePage().replace(
          /<a href="[^"]*unsubscribe.*?<\/a>/u,
          '<a href="https://harbour.town/x">退訂</a>',
        ),
        text: "退訂 https://harbour.town/x",
        unsubscribeWords: ["退訂"],
      },
      severity: "error",
      says: /no link/u,
    },
  ],
} satisfies Readonly<Record<string, readonly RulePair[]>>;
