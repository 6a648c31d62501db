import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkEdition } from "../../src/checks/check-edition.ts";
import { makeEdition, makeOptions, makePage } from "./make-edition.ts";

/** A page as a theme writes it, made longer by repeating its body. */
function largePage(bytes: number): string {
  const page = readFileSync(join(import.meta.dirname, "fixtures", "large-page.html"), "utf8");
  const [start, stop] = [page.indexOf("<body"), page.lastIndexOf("</body>")];
  const body = page.slice(page.indexOf(">", start) + 1, stop);
  let longer = page.slice(0, stop);
  while (longer.length < bytes) longer += body.slice(0, bytes - longer.length);
  return `${longer}${page.slice(stop)}`;
}

const source = `${"A line of an article that says this and that of the quay. ".repeat(8)}\n`.repeat(40);

/** Milliseconds; the best of several, because other work on the machine only ever adds. */
function checkMs(bytes: number): number {
  const articles = Array.from({ length: 20 }, (_, at) => ({
    path: `${at}.md`,
    title: `Story ${at}`,
    url: undefined,
    publishedAt: undefined,
    source,
  }));
  const edition = makeEdition({ html: largePage(bytes), articles });
  const times = Array.from({ length: 8 }, () => {
    const startedAt = performance.now();
    expect(checkEdition(edition, makeOptions()).length).toBeGreaterThan(5);
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

test("checking costs in line with the length of the page, and not its square", () => {
  checkMs(45 * 1024);

  expect(checkMs(180 * 1024) / checkMs(45 * 1024)).toBeLessThan(10);
});

test("thousands of links in one paragraph cost in line with their number", () => {
  const linksMs = (count: number): number => {
    const links = Array.from({ length: count }, (_, at) => `<a href="https://harbour.town/${at}">${at}</a> `);
    const edition = makeEdition({ html: makePage({ body: links.join("") }) });
    const times = Array.from({ length: 4 }, () => {
      const startedAt = performance.now();
      checkEdition(edition, makeOptions());
      return performance.now() - startedAt;
    });
    return Math.min(...times);
  };
  linksMs(1000);

  expect(linksMs(6000) / linksMs(1000)).toBeLessThan(15);
});
