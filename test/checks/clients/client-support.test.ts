import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printSupport, reduceSupport } from "../../../docs/make-client-support.ts";
import { essentialFeatures } from "../../../src/checks/clients/essential-features.ts";
import { findUse, findUses } from "../../../src/checks/clients/find-uses.ts";
import { loadClientSupport } from "../../../src/checks/load-client-support.ts";
import { openPage } from "../../../src/checks/page/checked-page.ts";
import { makeEdition, makeOptions, makePage } from "../make-edition.ts";

const support = await loadClientSupport();
const file = join(import.meta.dirname, "..", "..", "..", "src", "checks", "clients", "client-support.json");

test("the data that ships is what caniemail says (node docs/make-client-support.ts)", () => {
  expect(readFileSync(file, "utf8")).toBe(printSupport(reduceSupport()));
});

test("the data names its source, its day and its licence", () => {
  expect(support.source).toContain("caniemail.com");
  expect(support.date).toMatch(/^20\d\d-\d\d-\d\d$/u);
  expect(support.licence).toContain("Permission is hereby granted, free of charge");
});

test("every feature says something of every program", () => {
  expect(support.features.length).toBeGreaterThan(200);
  for (const { support: letters } of support.features) {
    expect(letters).toMatch(/^[yanu]+$/u);
    expect(letters).toHaveLength(support.clients.length);
  }
});

test("what counts as essential is a feature of the data", () => {
  const slugs = new Set(support.features.map(({ slug }) => slug));

  expect([...essentialFeatures].filter((slug) => !slugs.has(slug))).toEqual([]);
});

/** The features a page uses, by their slugs. */
function usedIn(parts: Parameters<typeof makePage>[0]): Set<string> {
  const uses = findUses(openPage(makeEdition({ html: makePage(parts) }), makeOptions()));
  return new Set(
    support.features.filter(({ trace }) => findUse(uses, trace) !== undefined).map(({ slug }) => slug),
  );
}

const plain = usedIn({});

test.each([
  ["css-float", { body: '<p style="float:left">' }],
  ["css-display-grid", { body: '<p style="display: inline-grid; display: grid">' }],
  ["css-unit-calc", { body: '<p style="width:calc(100% - 10px)">' }],
  ["css-variables", { head: "<style>p{color:var(--ink)}</style>" }],
  ["css-unit-vw", { head: "<style>p{width:50vw}</style>" }],
  ["css-at-supports", { head: "<style>@supports (display:grid){p{margin:0}}</style>" }],
  [
    "css-at-media-prefers-color-scheme",
    { head: "<style>@media (prefers-color-scheme:dark){p{margin:0}}</style>" },
  ],
  ["css-at-media-hover", { head: "<style>@media (any-hover: hover){p{margin:0}}</style>" }],
  ["css-pseudo-class-nth-child", { head: "<style>p:nth-child(2){margin:0}</style>" }],
  ["css-pseudo-element-before", { head: "<style>p::before{margin:0}</style>" }],
  ["css-selector-child", { head: "<style>div > p{margin:0}</style>" }],
  ["css-selector-chaining", { head: "<style>.a.b{margin:0}</style>" }],
  ["css-important", { body: '<p style="margin:0 !important">' }],
  ["css-nesting", { head: "<style>.a { & .b { margin:0 } }</style>" }],
  ["css-at-font-face", { head: "<style>@font-face{font-family:A;src:url(a.woff)}</style>" }],
  ["html-video", { body: "<video></video>" }],
  ["html-svg", { body: "<svg></svg>" }],
  ["html-input-checkbox", { body: '<input type="checkbox">' }],
  ["html-anchor-links", { body: '<a href="#top">Up</a>' }],
  ["html-srcset", { body: '<img srcset="a.png 2x" alt="">' }],
  ["html-aria-hidden", { body: '<p aria-hidden="true">' }],
  ["image-webp", { body: '<img src="https://harbour.town/a.WEBP?w=300" alt="">' }],
  ["image-base64", { body: '<img src="data:image/png;base64,AA" alt="">' }],
] as const)("%s is found where it is used, and not elsewhere", (slug, parts) => {
  expect(plain.has(slug)).toBe(false);
  expect(usedIn(parts).has(slug)).toBe(true);
});

test("a word inside a text of the style is no feature", () => {
  expect(usedIn({ head: '<style>p{font-family:"calc(1vw) grid"}</style>' })).toEqual(
    new Set([...plain, "css-selector-type", "html-style"]),
  );
});
