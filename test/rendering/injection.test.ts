import { beforeAll, describe, expect, test } from "vitest";
import type { Edition, Reader } from "../../src/rendering/edition.ts";
import type { Issue, Story } from "../../src/rendering/issue.ts";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { personalise } from "../../src/rendering/personalise.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import type { Theme } from "../../src/rendering/theme.ts";
import fc from "../support/fast-check.ts";
import { hostileText } from "./hostile-text.ts";
import { makeIssue, makeStory } from "./make-issue.ts";
import { openPageForTests } from "./open-browser.ts";
import { cleaned, readShape, readTexts } from "./read-back.ts";
import { reader, templatesDir, themeNames } from "./render-copy.ts";

const page = openPageForTests();

/** An issue whose every text is the one given. */
function issueOf(text: string): Issue {
  const image = { src: "cid:0a1b2c3d-wall.jpg", alt: text, width: 1104, height: 620 };
  const story = (id: string, over: Partial<Story> = {}): Story =>
    makeStory({
      id,
      title: text,
      topic: text,
      authors: [text, text],
      excerpt: text,
      image,
      sameStory: [
        { title: text, url: "https://example.org/a?b=1&c=2" },
        { title: text, url: undefined },
      ],
      ...over,
    });
  return makeIssue({
    masthead: {
      ...makeIssue().masthead,
      key: text,
      title: text,
      tagline: text,
      sender: { name: text, address: "a@example.org" },
      postalAddress: text,
      reason: text,
    },
    subject: text,
    preheader: text,
    lead: story("lead"),
    sections: [
      { key: text, title: text, stories: [story("one"), story("two", { url: undefined, image: undefined })] },
    ],
    inBrief: [story("brief")],
    more: [{ title: text, url: "https://example.org/m" }],
  });
}

describe.each(themeNames)(
  "no text of an article or of the configuration changes the structure of %s",
  (name) => {
    test("and each is read back as it was written", async () => {
      const theme = await loadTheme(name, [templatesDir]);
      const plain = await readShape(
        page(),
        personalise(await renderEdition(issueOf("x"), theme), reader).html,
      );
      await fc.assert(
        fc.asyncProperty(hostileText, async (text) => {
          const edition = await renderEdition(issueOf(text), theme);
          const { html } = personalise(edition, reader);
          expect(await readShape(page(), html)).toBe(plain);
          expect((await readTexts(page(), html, "h1"))[0]).toBe(cleaned(text));
          expect((await readTexts(page(), html, "h3"))[0]).toBe(cleaned(text));
          expect(await readTexts(page(), html, "title")).toEqual([cleaned(text)]);
          // The only slots are the theme's own: none was forged.
          expect(edition.html.match(/\uFDD0/g)).toHaveLength(5);
          expect(
            html + edition.subject + edition.preheader + edition.text.replace(/\uFDD0[^\uFDD1]*\uFDD1/g, ""),
          ).not.toMatch(/[\uFDD0-\uFDEF]/);
        }),
        { numRuns: 60 },
      );
    });
  },
);

/** A theme that puts a reader's values wherever they may stand. */
async function everywhereTheme(): Promise<Theme> {
  const source = `<mjml lang="en"><mj-head><mj-title>{{subject}}</mj-title></mj-head><mj-body><mj-section><mj-column><mj-text>
    <p title="{{slot "name"}}" class="name">{{slot "name"}}</p>{{#ifSlot "name"}}<b>{{slot "address"}}</b>{{/ifSlot}}
    <a class="whole" href="{{slot "unsubscribeUrl"}}">a</a> <a class="part" href="https://example.org/?n={{slot "name"}}&amp;u={{slot "unsubscribeUrl"}}#{{slot "address"}}">b</a>
    <a class="begun" href="{{slot "unsubscribeUrl"}}&amp;from=letter">c</a>
  </mj-text></mj-column></mj-section></mj-body></mjml>`;
  const theme = await loadTheme("brief", [templatesDir]);
  return {
    ...theme,
    issue: { file: "everywhere", source },
    text: {
      file: "text",
      source: '{{#ifSlot "name"}}Dear {{slot "name"}},\n{{/ifSlot}}{{slot "unsubscribeUrl"}}',
    },
  };
}

describe("no value of a reader changes the structure of a copy", () => {
  let edition: Edition;
  beforeAll(async () => {
    edition = await renderEdition(makeIssue(), await everywhereTheme());
  });

  test("wherever its slot stands, and each is read back as it was given", async () => {
    const plain = await readShape(page(), personalise(edition, reader).html);
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, async (name, address, url) => {
        const hostile: Reader = { name, address, unsubscribeUrl: url, preferencesUrl: "" };
        const { html, text } = personalise(edition, hostile);
        expect(await readShape(page(), html)).toBe(plain);
        const back = await page().evaluate((source) => {
          const parsed = new DOMParser().parseFromString(source, "text/html");
          const at = (selector: string, attribute: string) =>
            parsed.querySelector(selector)?.getAttribute(attribute) ?? "";
          return {
            text: parsed.querySelector(".name")?.textContent,
            title: at(".name", "title"),
            whole: at(".whole", "href"),
            part: at(".part", "href"),
            begun: at(".begun", "href"),
          };
        }, html);
        const line = cleaned(name);
        expect(back.text?.trim()).toBe(line);
        expect(back.title.trim()).toBe(line);
        expect(back.whole).toBe("#");
        expect(back.begun).toBe("#&from=letter");
        const part = new URL(back.part);
        expect(part.host).toBe("example.org");
        expect(part.searchParams.get("n")?.trim()).toBe(line);
        expect([...part.searchParams.keys()]).toEqual(["n", "u"]);
        expect(text.split("\n")).toHaveLength(3);
      }),
      { numRuns: 200 },
    );
  });

  test("an address of a link is only ever http, https or mailto", () => {
    const hrefOf = (unsubscribeUrl: string) =>
      /class="whole" href="([^"]*)"/.exec(personalise(edition, { ...reader, unsubscribeUrl }).html)?.[1];
    expect(hrefOf("https://example.org/u?a=1&b=2")).toBe("https://example.org/u?a=1&amp;b=2");
    const begun = personalise(edition, { ...reader, unsubscribeUrl: "https://example.org/u?a=1" }).html;
    expect(begun).toContain('class="begun" href="https://example.org/u?a=1&amp;from=letter"');
    expect(hrefOf("mailto:leave@example.org?subject=x")).toBe("mailto:leave@example.org?subject=x");
    for (const url of [
      "javascript:alert(1)",
      "JaVaScRiPt:x",
      "data:text/html,x",
      "//example.org",
      "https://a b",
      'https://example.org/"x',
      "java\nscript:x",
      "",
    ]) {
      expect(hrefOf(url)).toBe("#");
    }
  });

  test("a part for readers with a name is left out for one without", () => {
    expect(personalise(edition, { ...reader, name: "" }).text).not.toContain("Dear");
    expect(personalise(edition, { ...reader, name: "" }).html).not.toContain("<b>");
    expect(personalise(edition, reader).text).toContain("Dear Anna,\n");
  });
});
