import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

async function render(text: string): Promise<string> {
  const { html } = await makeFolder({ "reeds.md": post(text) }).body("reeds.md", {
    baseUrl: "https://example.org/",
  });
  return html.replace(/\n/g, "");
}

/** What GOV.UK adds to Markdown, written as its authors write it. */
test.each([
  [
    "information, a warning and what is important",
    "^Moor\nby noon.^\n\n%Mind the tide.%\n\n@The quay is shut@",
    "<blockquote><p>Moorby noon.</p></blockquote><blockquote><p>Mind the tide.</p></blockquote><blockquote><p>The quay is shut</p></blockquote>",
  ],
  [
    "boxes, closed by their mark or by its end",
    "$CTA\nCall [us](/call).\n$CTA\n\n$E\nAn example.\n$EndE\n\n$A\nQuay House\nReed Road\n$A",
    '<blockquote><p>Call <a href="https://example.org/call">us</a>.</p></blockquote><blockquote><p>An example.</p></blockquote><blockquote><p>Quay House<br />Reed Road</p></blockquote>',
  ],
  ["steps", "s1. Row.\ns2. Moor.\n\n\nRest.", "<ol><li>Row.</li><li>Moor.</li></ol><p>Rest.</p>"],
  [
    "lists with numbers of their own",
    "$LegislativeList\n* 1. Boats\n  * a) Sails\n$EndLegislativeList",
    "<ul><li>1. Boats<ul><li>a) Sails</li></ul></li></ul>",
  ],
  [
    "headlines, answers and buttons",
    "{stat-headline}\n*12* boats\n{/stat-headline}\n\n{::highlight-answer}\nSo *many*\n{:/highlight-answer}\n\n{button start}[Go](https://e.org/go){/button}",
    '<p><em>12</em> boats</p><p>So <em>many</em></p><p><a href="https://e.org/go">Go</a></p>',
  ],
  [
    "what holds for one nation, and a link that is marked as external",
    ":england:Low tide.:england:\n\nAn x[other](https://e.org/o)x quay.",
    '<p>Low tide.</p><p>An <a href="https://e.org/o">other</a> quay.</p>',
  ],
  [
    "files, and what a publisher keeps by its number",
    "Read [InlineAttachment:plan.pdf].\n\n[Contact:12]\n\n!!1\n\n[embed:attachments:12a]\n\nEnd.",
    "<p>Read plan.pdf.</p><p>End.</p>",
  ],
  [
    "heads of rows, and what makes a chart of a table",
    "|a|b|\n|-|-|\n|# Low|1|\n{barchart}",
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>Low</td><td>1</td></tr></tbody></table>',
  ],
])("%s", async (_what, written, html) => {
  expect(await render(written)).toBe(html);
});

/** Signs that stand in any text. */
test.each([
  "It is 5% of 10% and a^b.",
  "$A is a price in $C dollars.",
  "%20 is a space and 100%",
  "% a comment %",
  "^ a caret, and another ^",
  "s1. is no step, and s2. is none.",
  "@ada and @ben said so to ada@",
  "The x and x[1] of {button} and [Contact: me].",
  "#boats of |# boats|",
])("%j stays as it is", async (written) => {
  const html = await render(written);

  expect(html.replace(/<[^>]+>/g, "")).toBe(written);
});
