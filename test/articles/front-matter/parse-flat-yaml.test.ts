import matter from "gray-matter";
import yaml from "js-yaml";
import { expect, test } from "vitest";

import { toFrontMatter, type FrontMatter } from "../../../src/articles/front-matter/front-matter.ts";
import { parseFlatYaml } from "../../../src/articles/front-matter/syntax/parse-flat-yaml.ts";
import fc from "../../support/fast-check.ts";

/** What gray-matter makes of a block when every scalar stays as written; undefined where it refuses it. */
function parseWithGrayMatter(block: string): FrontMatter | undefined {
  try {
    const options = { schema: yaml.FAILSAFE_SCHEMA, json: true, language: "yaml" };
    const data: unknown = matter(`---\n${block}\n---\n`, options).data;
    return typeof data === "object" && data !== null && !Array.isArray(data)
      ? toFrontMatter(data, () => undefined)
      : undefined;
  } catch {
    return undefined;
  }
}

const key = fc.constantFrom(
  "title",
  "date",
  "tags",
  "Draft",
  "published_at",
  "a-b",
  "x.y",
  "__proto__",
  "k1",
);
const piece = fc.constantFrom(
  ..."a b|word|:|: |#| #|-|- |?|,|[|]|{|}|&x|*x|!|!!str|>|%|@|`|'|\"|''|\"\"|\\|~|null|true|2024-02-30|12:30:45|é|漢|\u00a0|\u0085|\u2028|\ufeff|😀|\t|  |/|=|<<|.|...|1_000|0x1f".split(
    "|",
  ),
  "|",
);
const scalar = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
const quoted = fc.tuple(fc.constantFrom('"', "'"), scalar).map(([quote, text]) => quote + text + quote);
const flow = fc.array(fc.oneof(scalar, quoted), { maxLength: 4 }).map((items) => `[${items.join(", ")}]`);
const value = fc.oneof(scalar, quoted, flow);
const separator = fc.constantFrom(": ", ":", ":  ", " : ", ":\t");
const pair = fc.tuple(key, separator, value).map((parts) => parts.join(""));
const indent = fc.constantFrom("", "  ", " ", "    ", "\t");
const list = fc
  .tuple(
    key,
    fc.array(fc.tuple(indent, fc.constantFrom("- ", "-", "-  "), value), { minLength: 1, maxLength: 3 }),
  )
  .map(([name, items]) => `${name}:\n${items.map((item) => item.join("")).join("\n")}`);
const noise = fc.oneof(
  fc.constant(""),
  fc.constant("# comment"),
  fc.tuple(indent, scalar).map((parts) => parts.join("")),
);
const block = fc
  .array(fc.oneof({ weight: 4, arbitrary: pair }, { weight: 2, arbitrary: list }, noise), { maxLength: 5 })
  .map((lines) => lines.join("\n"));

test("flat front matter is read exactly as gray-matter reads it, or left to it", () => {
  let read = 0;
  fc.assert(
    fc.property(block, (text) => {
      const flat = parseFlatYaml(text);
      if (flat === undefined) return;
      read++;
      expect(flat).toEqual(parseWithGrayMatter(text) ?? "refused");
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(1000);
});

test("front matter such as most articles have takes the fast way", () => {
  const text =
    'title: "Water: the price"\ndate: 2026-11-20 10:00:00 +0100\nauthor: Ada Writer\ntags:\n  - water\n  - town hall\ncategories: [news, "local"]\ndraft: false\nempty:\n';

  expect(parseFlatYaml(text)).toEqual(
    new Map<string, unknown>([
      ["title", "Water: the price"],
      ["date", "2026-11-20 10:00:00 +0100"],
      ["author", "Ada Writer"],
      ["tags", ["water", "town hall"]],
      ["categories", ["news", "local"]],
      ["draft", "false"],
      ["empty", null],
    ]),
  );
});
