import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkEdition } from "../../src/checks/check-edition.ts";
import { makeEdition, makeOptions } from "./make-edition.ts";

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

test("a page of 90 KB with twenty articles is checked in less than 100 ms", () => {
  const html = largePage(90 * 1024);
  const articles = Array.from({ length: 20 }, (_, at) => ({
    path: `${at}.md`,
    title: `Story ${at}`,
    url: undefined,
    publishedAt: undefined,
    source,
  }));
  const edition = makeEdition({ html, articles });

  // The best of several: other work on the machine only ever adds.
  const times = Array.from({ length: 12 }, () => {
    const startedAt = performance.now();
    expect(checkEdition(edition, makeOptions()).length).toBeGreaterThan(5);
    return performance.now() - startedAt;
  });

  expect(Math.min(...times)).toBeLessThan(100);
});
