import { expect, test } from "vitest";

import { nestElements } from "../../../src/articles/body/nest-elements.ts";
import fc from "../../support/fast-check.ts";
import { makeFolder, post } from "../articles-folder.ts";

test.each([
  [
    '<a name="x">**See [this](https://example.org/).**</a>',
    '<p><strong>See <a href="https://example.org/">this</a>.</strong></p>',
  ],
  [
    "[==<https://example.org>==](javascript:x)",
    '<p><mark><a href="https://example.org/">https://example.org</a></mark></p>',
  ],
  [
    '<a href="https://example.org/">low **[tide](https://example.org/b)** rope</a>',
    '<p><a href="https://example.org/">low <strong>tide</strong> rope</a></p>',
  ],
  ["# <i><h2>Reeds</h2></i>", "<h3><i>Reeds</i></h3>"],
  ["# <code><h1>Evil</h1>\n\nText.", "<h3><code>Evil</code></h3>\n<p>Text.</p>"],
  ["# <code><h1>A title</h1>\n\nText.", "<p>Text.</p>"],
  ["## <blockquote><h3>Low</h3></blockquote>", "<h3><blockquote>Low</blockquote></h3>"],
])("%j is a page that is in order", async (written, html) => {
  expect((await makeFolder({ "a.md": post(written) }).body()).html).toBe(html);
});

test.each([
  ["<p>a", "<p>a</p>"],
  ["a</p>b", "ab"],
  ["<p><b>a</p>b</b>", "<p><b>a</b></p>b"],
  ['<br></br><img src="x" />', '<br><img src="x" />'],
  ['<a>x</a><a href="y"><b><a href="z">x</a></b></a>', 'x<a href="y"><b>x</b></a>'],
  ["<h3>a<h4>b</h4></h3><h4>c</h4>", "<h3>ab</h3><h4>c</h4>"],
])("elements of %j end within the one that they start in", (html, nested) => {
  expect(nestElements(html)).toBe(nested);
  expect(nestElements(nested)).toBe(nested);
});

test("any elements in any order come out in order, with all their words", () => {
  const names = ["a", "b", "p", "li", "h3", "h4", "blockquote", "code"];
  const piece = fc.oneof(
    fc.constantFrom(...names).map((name) => (name === "a" ? '<a href="x">' : `<${name}>`)),
    fc.constantFrom(...names).map((name) => `</${name}>`),
    fc.constantFrom("<a>", "<br />", "</br>", "word", " "),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join("");
      const nested = nestElements(html);

      const open: string[] = [];
      for (const [, slash, name = ""] of nested.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
        if (name === "br") continue;
        if (slash === "/") expect(open.pop()).toBe(name);
        else {
          expect(name === "a" && open.includes("a")).toBe(false);
          expect(/^h\d$/.test(name) && open.some((other) => /^h\d$/.test(other))).toBe(false);
          open.push(name);
        }
      }
      expect(open).toEqual([]);
      expect(nested.replace(/<[^>]*>/g, "")).toBe(html.replace(/<[^>]*>/g, ""));
      expect(nestElements(nested)).toBe(nested);
    }),
  );
});
