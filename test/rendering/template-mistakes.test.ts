import { describe, expect, test } from "vitest";
import { answerTo, articleFile, issueFile } from "./answer-to.ts";
import { makeIssue } from "./make-issue.ts";

const datesFile = "partials/dates.mjml.hbs";

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
      "the first of a list that editions have more or less of",
      issueFile,
      '(t "inBrief")',
      "(lookup inBrief 0)",
      "found lookup in a list that differs between editions; expected {{#each}}",
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
      datesFile,
      '{{t "covering" dates=',
      '{{t "covering" title=',
      'found {{t "covering"}} without dates=',
    ],
    [
      "a date style that is not there",
      datesFile,
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
      datesFile,
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
      "a block of another template language",
      issueFile,
      "{{#each more}}",
      "{{#foreach more}}",
      "found {{#foreach}}; expected one of if, unless, each, with, ifSlot",
    ],
    [
      "an else without its block",
      issueFile,
      "{{#if severalInside}}",
      "{{else}}{{#if severalInside}}",
      "found {{else}} outside of a block; expected {{else}} between",
    ],
    [
      "a filter of another template language",
      issueFile,
      "{{tagline}}",
      "{{tagline | upper}}",
      "found a |, which only {{#each … as |name|}} has; expected a helper before the value",
    ],
    [
      "four braces",
      issueFile,
      "{{tagline}}",
      "{{{{tagline}}}}",
      "found braces that belong to nothing; expected {{…}} or {{{…}}}",
    ],
    [
      "JavaScript",
      issueFile,
      "{{tagline}}",
      "{{title.toUpperCase()}}",
      "found a character that cannot stand inside {{ }}; expected }} there",
    ],
    [
      "two values and no helper",
      issueFile,
      "{{tagline}}",
      "{{tagline title}}",
      "found tagline with values after it; expected {{tagline}}, since it is no helper",
    ],
    [
      "an option that theme.json has not",
      issueFile,
      "{{tagline}}",
      "{{theme.options.columns}}",
      'found {{theme.options.columns}}; expected an option that theme.json has, such as "options": { "columns": … }',
    ],
    [
      "a partial that calls itself",
      articleFile,
      "{{> headline}}",
      "{{> article this role=role}}",
      "found {{> article}} inside of itself; expected partials that come to an end",
    ],
    [
      "the plain text given HTML",
      "partials/letter-text.hbs",
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

test("a mistake that only one call of a partial brings about names the call", async () => {
  expect(
    await answerTo(issueFile, '{{> article lead role="lead"}}', '{{> article lead rle="lead"}}'),
  ).toMatch(
    /^\/broadsheet\/article\.mjml\.hbs, .*: found \{\{role\}\}; .* \(this partial is called from \/broadsheet\/issue\.mjml\.hbs, line \d+\)\.$/mu,
  );
});

test("several mistakes are told at once", async () => {
  expect((await answerTo(issueFile, "{{tagline}}", "{{a1}}{{b2}}{{c3}}")).split("\n")).toHaveLength(3);
});
