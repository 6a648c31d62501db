import { describe, expect, test } from "vitest";
import { formatColour } from "../../../src/checks/page/colour.ts";
import { openPage } from "../../../src/checks/page/checked-page.ts";
import type { ComputedStyle, Medium } from "../../../src/checks/page/computed-styles.ts";
import { mediaMatches } from "../../../src/checks/page/media-query.ts";
import { makeEdition, makeOptions } from "../make-edition.ts";

const light: Medium = { scheme: "light", width: 600 };
const dark: Medium = { scheme: "dark", width: 600 };
const phone: Medium = { scheme: "light", width: 375 };

/** The style of the element with the id `x`. */
function styleOfX(html: string, medium: Medium = light): ComputedStyle {
  const page = openPage(makeEdition({ html }), makeOptions());
  const element = page.elements.find(({ attribs }) => attribs["id"] === "x");
  if (element === undefined) throw new Error("This test needs an element with the id x.");
  return page.stylesOn(medium)(element);
}

function colourOfX(html: string, medium?: Medium): string | undefined {
  const { colour } = styleOfX(html, medium);
  return colour === undefined ? undefined : formatColour(colour);
}

describe("what wins", () => {
  test.each([
    ["a class over a type", "<style>.a{color:#111}p{color:#222}</style><p class=a id=x>", "#111111"],
    ["the later of equals", "<style>.a{color:#111}.b{color:#222}</style><p class='b a' id=x>", "#222222"],
    [
      "an id over classes",
      "<style>#x{color:#111}.a.b.c{color:#222}</style><p class='a b c' id=x>",
      "#111111",
    ],
    ["a style attribute over a sheet", "<style>#x{color:#111}</style><p style='color:#222' id=x>", "#222222"],
    [
      "!important over a style attribute",
      "<style>p{color:#111!important}</style><p style='color:#222' id=x>",
      "#111111",
    ],
    ["the branch that matches", "<style>#y,p{color:#111}.a{color:#222}</style><p class=a id=x>", "#222222"],
    ["a child of a child", "<style>div > p{color:#111}</style><div><b><p id=x>", "#000000"],
    [
      "nothing that needs a pointer",
      "<style>p:hover{color:#111}p::before{color:#222}</style><p id=x>",
      "#000000",
    ],
    ["the parent where nothing is said", "<div style='color:#333'><p id=x>", "#333333"],
    ["a program's blue for links", "<p style='color:#333'><a href=y id=x>", "#0000ee"],
    ["the words around, for an anchor without an address", "<p style='color:#333'><a id=x>", "#333333"],
    ["an old attribute least of all", "<style>font{color:#111}</style><font color=red id=x>", "#111111"],
  ])("%s", (_, html, colour) => {
    expect(colourOfX(html)).toBe(colour);
  });
});

test("a query for the dark counts on a dark screen alone", () => {
  const html = "<style>p{color:#111}@media (prefers-color-scheme: dark){p{color:#eee}}</style><p id=x>";

  expect(colourOfX(html, light)).toBe("#111111");
  expect(colourOfX(html, dark)).toBe("#eeeeee");
});

test("a page that is made for the dark lies on dark where it says nothing", () => {
  const background = (html: string): string => {
    const colour = styleOfX(html, dark).background;
    return colour === undefined ? "unknown" : formatColour(colour);
  };

  expect(background("<meta name=color-scheme content='light dark'><p id=x>")).toBe("#121212");
  expect(background("<p id=x>")).toBe("#ffffff");
});

test.each([
  ["a colour of the parent", "<div style='background:#eee url() no-repeat'><p id=x>", undefined],
  ["a colour under a picture", "<td background=a.png bgcolor=#eee id=x>", undefined],
  ["the shorthand's colour", "<div style='background:no-repeat #abcdef center'><p id=x>", "#abcdef"],
  [
    "a half-transparent layer",
    "<body style='background:#fff'><p style='background-color:rgba(0,0,0,.5)' id=x>",
    "#808080",
  ],
  [
    "a colour over a picture",
    "<div style='background-image:url(a.png)'><p style='background:#123' id=x>",
    "#112233",
  ],
])("the background is known behind %s, or not claimed", (_, html, expected) => {
  const { background } = styleOfX(html);

  expect(background === undefined ? undefined : formatColour(background)).toBe(expected);
});

test("sizes follow their parents", () => {
  const html = `<style>@media (max-width: 480px){#x{font-size:28px!important}}</style>
<div style="font-size:20px;line-height:1.5"><h2 id=x style="font-size:150%">`;

  expect(styleOfX(html)).toMatchObject({ fontSizePx: 30, bold: true, lineHeightPx: 45 });
  expect(styleOfX(html, phone).fontSizePx).toBe(28);
});

test.each([
  "<div style='display:none'><p id=x>",
  "<p hidden id=x>",
  "<div style='font-size:1px;max-height:0;overflow:hidden'><p id=x>",
  "<p style='visibility:hidden' id=x>",
])("%s is not shown", (html) => {
  expect(styleOfX(html).hidden).toBe(true);
});

test.each([
  ["", light, true],
  ["screen and (min-width:480px)", light, true],
  ["only screen and (max-width: 480px)", light, false],
  ["only screen and (max-width: 30em)", phone, true],
  ["not print", light, true],
  ["print, (prefers-color-scheme: dark)", dark, true],
  ["(-webkit-min-device-pixel-ratio: 0)", light, false],
  ["not (hover: hover)", light, false],
])("the query %j on %j holds: %s", (query, medium, holds) => {
  expect(mediaMatches(query, medium)).toBe(holds);
});
