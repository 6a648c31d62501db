import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GazetteError } from "../../src/platform/errors.ts";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeFullIssue, makeIssue } from "./make-issue.ts";
import { templatesDir } from "./render-copy.ts";

/** What a mistake put into broadsheet is answered with; the line is that of the mistake. */
async function answerTo(
  file: string,
  right: string,
  wrong: string,
  issue = makeFullIssue(6),
): Promise<string> {
  const dir = temporaryFolder();
  cpSync(templatesDir, dir, { recursive: true });
  const path = join(dir, file);
  const source = readFileSync(path, "utf8");
  const at = source.indexOf(right);
  expect(at, `"${right}" is in ${file}`).not.toBe(-1);
  writeFileSync(path, source.slice(0, at) + wrong + source.slice(at + right.length));
  const line = source.slice(0, at).split("\n").length;
  const error = await renderEdition(issue, await loadTheme("broadsheet", [dir])).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof GazetteError)) throw new Error(`no mistake was found: ${String(error)}`);
  expect(error.code).toBe("template-invalid");
  return error.message.replaceAll(dir, "").replace(`line ${line}:`, "the line:");
}

const issueFile = "broadsheet/issue.mjml.hbs";
const articleFile = "broadsheet/article.mjml.hbs";

describe("a mistake in a template is answered with file, line, what was found and what was expected", () => {
  test.each([
    [
      "a field that is not there",
      issueFile,
      "{{tagline}}",
      "{{taglin}}",
      "found {{taglin}}; expected tagline (did you mean that?)",
    ],
    ["a field that no story has", articleFile, "{{topic}}", "{{tipoc}}", "found {{tipoc}}; expected topic"],
    [
      "a helper that is not there",
      articleFile,
      "{{truncate excerpt 140}}",
      "{{truncat excerpt 140}}",
      'found the helper "truncat"; expected truncate',
    ],
    [
      "a helper with too few values",
      articleFile,
      "{{truncate excerpt 140}}",
      "{{truncate excerpt}}",
      "found truncate with 1 values; expected 2",
    ],
    [
      "a helper with the wrong kind of value",
      articleFile,
      "{{truncate excerpt 140}}",
      "{{truncate authors 140}}",
      "found authors, which is list; expected text",
    ],
    [
      "a phrase that is not there",
      issueFile,
      '(t "inBrief")',
      '(t "inBreif")',
      'found "inBreif"; expected inBrief',
    ],
    [
      "a phrase without its value",
      issueFile,
      '{{t "covering" dates=',
      '{{t "covering" title=',
      'found {{t "covering"}} without dates=',
    ],
    [
      "a date style that is not there",
      issueFile,
      'style="long"',
      'style="lang"',
      'found style="lang"; expected long',
    ],
    [
      "a partial that is not there",
      issueFile,
      "{{> footer}}",
      "{{> foter}}",
      "found {{> foter}}; expected footer",
    ],
    [
      "a loop over a text",
      issueFile,
      "{{#each more}}",
      "{{#each title}}",
      "found {{#each}} over title, which is text; expected a list",
    ],
    [
      "HTML escaped",
      issueFile,
      "{{{openingNote}}}",
      "{{openingNote}}",
      "found {{openingNote}}, which is HTML; expected {{{openingNote}}}",
    ],
    [
      "text not escaped",
      issueFile,
      "{{tagline}}",
      "{{{tagline}}}",
      "found {{{tagline}}}, which is not HTML; expected {{tagline}}",
    ],
    [
      "a date without a form",
      issueFile,
      '{{date date style="long"}}',
      "{{date}}",
      "found date with 0 values; expected 1",
    ],
    [
      "what may be absent, taken for granted",
      issueFile,
      "{{#if lead}}",
      "{{#if title}}",
      "found {{> article lead}} where there may be none; expected {{#if lead}} around it",
    ],
    [
      "a slot that is not there",
      "partials/footer.mjml.hbs",
      '(slot "address")',
      '(slot "adress")',
      'found "adress"; expected address',
    ],
    [
      "a block that stays open",
      issueFile,
      "{{#if more}}",
      "{{#if more}}{{#if title}}",
      "found {{#if}} that is never closed; expected {{/if}}",
    ],
    [
      "a block closed by another",
      issueFile,
      "{{/if}}",
      "{{/each}}",
      "found {{#if}} closed by {{/each}}; expected {{/if}}",
    ],
    ["a mustache that stays open", issueFile, "{{tagline}}", "{{tagline}", "expected }}"],
    [
      "an MJML element that stays open",
      articleFile,
      '<mj-text align="{{start}}">',
      '<mj-text align="{{start}}"><mj-text>',
      "found <mj-text> that is never closed; expected </mj-text>",
    ],
    ["an HTML element that stays open", issueFile, "</h1>", "", "found <h1"],
    ["a stray end tag", issueFile, "</h1>", "</h1></em>", "found </em>"],
    [
      "an attribute that MJML has not",
      articleFile,
      "<mj-column>",
      '<mj-column witdh="3">',
      "found witdh= on <mj-column>",
    ],
    [
      "a value that MJML refuses",
      issueFile,
      'padding="10px 0"',
      'padding="ten"',
      'found padding="ten" on <mj-text>',
    ],
    [
      "an element where MJML allows none",
      issueFile,
      "<mj-column>",
      "<mj-column><mj-section></mj-section>",
      "found <mj-section> inside <mj-column>; expected it inside",
    ],
    [
      "an element that MJML has not",
      articleFile,
      "<mj-column>",
      "<mj-column><mj-txt></mj-txt>",
      "found <mj-txt>",
    ],
    [
      "text that MJML drops in silence",
      articleFile,
      "<mj-column>",
      "<mj-column>Lost words",
      'found text that MJML drops: "Lost words"',
    ],
    [
      "an attribute in single quotes",
      issueFile,
      'padding="10px 0"',
      "padding='10px 0'",
      "found the attribute padding of <mj-text> without double quotes",
    ],
    [
      "a slot in a comment",
      issueFile,
      "<mj-raw>",
      '<mj-raw><!-- {{slot "name"}} -->',
      "found a slot in a comment",
    ],
    [
      "a slot in a style",
      issueFile,
      'style="margin:0;',
      'style="margin:0;color:{{slot "name"}};',
      "found a slot in style of <h1>",
    ],
    [
      "a part for some readers around half an element",
      "partials/footer.mjml.hbs",
      '{{#ifSlot "preferencesUrl"}}<a',
      '<a class="x">{{#ifSlot "preferencesUrl"}}</a><a',
      "{{#ifSlot",
    ],
    [
      "the plain text given HTML",
      "broadsheet/text.hbs",
      "{{plain openingNote}}",
      "{{openingNote}}",
      "found {{openingNote}}, which is HTML; expected {{plain openingNote}}",
    ],
  ])("%s", async (_, file, right, wrong, answer) => {
    const message = await answerTo(file, right, wrong);
    expect(message.startsWith(`/${file}, `)).toBe(true);
    expect(message).toContain(answer);
  });

  test("the line is that of the mistake, deep in a partial of a partial", async () => {
    expect(await answerTo(articleFile, "{{readingTime minutes}}", "{{readingTime minuets}}")).toContain(
      "the line: found {{minuets}}",
    );
    expect(await answerTo("partials/meta.mjml.hbs", "</p>", "</em></p>")).toMatch(
      /^\/partials\/meta\.mjml\.hbs, the line: found <\/em>/,
    );
    expect(await answerTo(articleFile, "<h3 ", "<h3><h3 ")).toContain("the line: found <h3>");
  });
});

test("a mistake is found though the issue of the day does not come to it", async () => {
  const empty = makeIssue({ sections: [], inBrief: [], more: [], lead: undefined });
  expect(await answerTo(articleFile, "{{excerpt}}", "{{exerpt}}", empty)).toContain("found {{exerpt}}");
});

test("several mistakes are told at once", async () => {
  expect((await answerTo(issueFile, "{{tagline}}", "{{a1}}{{b2}}{{c3}}")).split("\n")).toHaveLength(3);
});
