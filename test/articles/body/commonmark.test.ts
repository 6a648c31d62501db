import spec from "commonmark-spec";
import { expect, test } from "vitest";

import { prepareBody, renderBody } from "../../../src/articles/body/render-body.ts";
import { sanitiseHtml } from "../../../src/articles/body/sanitise-html.ts";
import { makeFolder, post } from "../articles-folder.ts";

const rules = { toLink: (href: string) => href, toImage: (source: string) => `gazette-image:${source}` };

/** Examples that come out otherwise because an article is more than CommonMark. */
const extensions: ReadonlyMap<number, string> = new Map([
  [142, "code is highlighted"],
  [143, "code is highlighted"],
  [151, "a block of HTML ends with its last tag, as in kramdown"],
  [161, "a fence below a tag is one, which its author meant"],
  [162, "what encloses words holds Markdown, as in kramdown"],
  [163, "a component of MDX is set off, and its inside is Markdown"],
  [164, "what encloses words holds Markdown, as in kramdown"],
  [180, "a program of PHP disappears whole"],
  [186, "a block of HTML ends with its last tag, as in kramdown"],
  [191, "elements within an element are no code, however far they are indented"],
  [201, "a word in brackets that names no element stands for another, and stays"],
  [548, "double brackets link to a note, as in Obsidian"],
  [590, "double brackets link to a note, as in Obsidian"],
  [602, "a bare address is a link, as on GitHub"],
  [608, "a bare address is a link, as on GitHub"],
  [611, "a bare address is a link, as on GitHub"],
  [612, "a bare address is a link, as on GitHub"],
  [627, "a program of PHP disappears whole"],
]);

/** Examples whose own HTML is not what may stand in an email, by what the sanitiser does to them on purpose. */
const sanitised: Readonly<Record<string, readonly number[]>> = {
  "takes classes and other attributes off": [24, 34, 142, 143, 144, 146, 152, 164, 169, 615, 616],
  "takes out elements that are no text": [150, 156, 157, 158, 163, 494, 524, 536, 613, 614, 617, 623],
  "takes out scripts, styles and forms with all that is in them": [170, 171, 172, 173, 176, 178],
  "takes out comments, declarations, CDATA and instructions": [
    177, 179, 180, 181, 182, 183, 308, 309, 625, 626, 627, 628, 629,
  ],
  "closes what was left open, and drops what closes nothing": [
    21, 31, 148, 151, 155, 165, 174, 175, 184, 187, 344, 476, 477, 630, 631, 642, 643,
  ],
  "takes out passages in which nothing stands": [79, 153, 154, 161, 218, 239, 240],
  "takes empty addresses, and those of other schemes, off": [200, 485, 486, 487, 567, 596, 598, 599, 601],
  "takes what looks like an element, and is none, for one": [201, 491],
  "takes the title off a picture": [475],
};

function normalise(html: string): string {
  return html
    .replaceAll("gazette-image:", "")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ")
    .replace(/> </g, "><")
    .trim();
}

const examples = spec.tests.map(({ markdown, html, number }) => ({
  number,
  markdown: markdown.replaceAll("→", "\t"),
  html: html.replaceAll("→", "\t"),
}));

test("every example of CommonMark becomes what the specification says, but for the extensions", async () => {
  const article = await makeFolder({ "a.md": post("Text.") }).article();
  const others: number[] = [];
  for (const { number, markdown, html } of examples) {
    const body = prepareBody(markdown, {
      article,
      flavour: "common",
      separator: undefined,
      readField: () => undefined,
      note: () => undefined,
    });
    const ours = await renderBody(body.markdown, rules);
    const theirs = await sanitiseHtml(html, rules);
    if (normalise(ours) !== normalise(theirs)) others.push(number);
  }

  expect(examples).toHaveLength(652);
  expect(others).toEqual([...extensions.keys()]);
});

test("the sanitiser changes only what it changes on purpose", async () => {
  const changed: number[] = [];
  for (const { number, html } of examples) {
    // The alternative text of a picture is put in with the picture.
    const theirs = normalise(html)
      .replace(/ alt="[^"]*"/g, "")
      .replace(/(<img[^>]*) title="(?!\*)[^"]*"/g, "$1");
    if (theirs !== normalise(await sanitiseHtml(html, rules))) changed.push(number);
  }

  const listed = Object.values(sanitised).flat();
  expect(changed).toEqual([...new Set(listed)].sort((a, b) => a - b));
});
