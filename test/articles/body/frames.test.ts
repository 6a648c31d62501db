import { expect, test } from "vitest";

import { makeFolder, post } from "../articles-folder.ts";

const baseUrl = "https://example.org/";
const link = (path: string, words: string): string => `<a href="https://example.org/${path}">${words}</a>`;

test.each([
  ['<iframe src="/reports/tide.html" title="The tide"></iframe>', link("reports/tide.html", "The tide")],
  ['<iframe src="tide.html"></iframe>', link("reeds/tide.html", "example.org")],
  ['<iframe src="/files/rope%20plan.pdf"></iframe>', link("files/rope%20plan.pdf", "rope plan.pdf")],
  ['<iframe src="about:blank" data-src="/tide" title="Tide"></iframe>', link("tide", "Tide")],
  [
    '<iframe src="//maps.example.com/x"></iframe>',
    '<a href="https://maps.example.com/x">maps.example.com</a>',
  ],
  ['<embed src="/files/plan.pdf" type="application/pdf" />', link("files/plan.pdf", "plan.pdf")],
  [
    '<object data="/files/plan.pdf" type="application/pdf" title="The plan"><p>None. <a href="/x">Load</a></p></object>',
    link("files/plan.pdf", "The plan"),
  ],
  [
    '<object data="/files/plan.svg" type="image/svg+xml">None</object>',
    '<img src="https://example.org/files/plan.svg" alt="" />',
  ],
  ['<audio controls src="/bell.mp3" title="The bell"></audio>', link("bell.mp3", "The bell")],
  ['<video aria-label="Boats"><source src="/a.mp4" title="x">None</video>', link("a.mp4", "Boats")],
  ['<video controls><source src="/a.mp4"></video>', link("a.mp4", "Video")],
  ['{{< iframe src="/reports/tide.html" title="The tide" >}}', link("reports/tide.html", "The tide")],
  ['<iframe src="/count" width="1" height="1"></iframe>', ""],
  ['<iframe src="/count" style="display:none"></iframe>', ""],
  ['<iframe src="about:blank"></iframe>', ""],
  ["<iframe></iframe>", ""],
])("%s is a link to what it shows", async (written, shown) => {
  const folder = makeFolder({ "reeds.md": post(`The quay.\n\n${written}`) });
  const { html, notes } = await folder.body("reeds.md", { baseUrl });

  expect(html.replace(/<\/?(?:p|figure)>|\n/g, "")).toBe(`The quay.${shown}`);
  expect(notes).toEqual([]);
});

test.each([
  ['<iframe src="/reports/tide.html" title="The tide"></iframe>', "/reports/tide.html"],
  ['<embed src="plan.pdf">', "plan.pdf"],
  ['<iframe src="javascript:alert(1)"></iframe>', "javascript:alert(1)"],
])("%s that cannot be resolved is noted", async (written, address) => {
  const folder = makeFolder({ "reeds.md": post(`The quay.\n\n${written}`) });
  const { html, notes } = await folder.body();

  expect(html).toBe("<p>The quay.</p>");
  expect(notes.map(({ message }) => message)).toEqual([expect.stringContaining(`The link ${address} `)]);
});
