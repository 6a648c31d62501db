import { describe, expect, test } from "vitest";
import { assembleEdition } from "../../src/rendering/assemble-edition.ts";
import { compileIssue } from "../../src/rendering/compile-issue.ts";
import type { Issue } from "../../src/rendering/issue.ts";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import { renderWithin } from "../../src/rendering/render-within.ts";
import { listShortenings, shortenToFit } from "../../src/rendering/shorten-issue.ts";
import { makeFullIssue, makeIssue, makeStory } from "./make-issue.ts";
import { templatesDir, themeNames } from "./render-copy.ts";

const maxBytes = 90 * 1024;

function titlesOf(issue: Issue): string[] {
  return [
    ...(issue.lead === undefined ? [] : [issue.lead]),
    ...issue.sections.flatMap(({ stories }) => stories),
    ...issue.inBrief,
    ...issue.more,
  ].map(({ title }) => title);
}

describe.each(themeNames)("the theme %s", (name) => {
  test.each([100, 150])("%i stories come under 90 KB, and every one is still named", async (count) => {
    const issue = makeFullIssue(count);
    const { edition, issue: shown } = await renderWithin(
      issue,
      await loadTheme(name, [templatesDir]),
      maxBytes,
    );
    expect(Buffer.byteLength(edition.html)).toBeLessThanOrEqual(maxBytes);
    expect(titlesOf(shown).toSorted()).toEqual(titlesOf(issue).toSorted());
    const missing = (body: string) => titlesOf(issue).filter((title) => !body.includes(title));
    expect(missing(edition.html)).toEqual([]);
    expect(missing(edition.text)).toEqual([]);
  });
});

test.each(themeNames)("what has no room in %s, not even as a link, is counted in one link", async (name) => {
  const issue = makeFullIssue(300);
  const budget = 40 * 1024;
  const theme = await loadTheme(name, [templatesDir]);
  const { edition, issue: shown, shortened } = await renderWithin(issue, theme, budget);
  expect(Buffer.byteLength(edition.html)).toBeLessThanOrEqual(budget);
  const uncounted = shortened.filter(({ how }) => how === "rest");
  expect(uncounted.length).toBeGreaterThan(20);
  expect(shown.rest).toBe(uncounted.length);
  expect(titlesOf(shown)).toHaveLength(titlesOf(issue).length - uncounted.length);
  for (const body of [edition.html, edition.text])
    expect(body).toContain(`${uncounted.length} more stories on the web`);
  const direct = await renderEdition(shown, theme);
  expect({ html: edition.html, text: edition.text }).toEqual({ html: direct.html, text: direct.text });
});

test("an edition of an issue that was shortened keeps its link to the rest", async () => {
  const theme = await loadTheme("brief", [templatesDir]);
  const issue = { ...makeFullIssue(9), rest: 7 };
  const edition = assembleEdition(await compileIssue(issue, theme));
  const direct = await renderEdition(issue, theme);
  expect(edition.text).toContain("7 more stories on the web");
  expect({ html: edition.html, text: edition.text }).toEqual({ html: direct.html, text: direct.text });
});

test("every link stays where there is no website to lead to, or the theme has no place for the link to it", async () => {
  const theme = await loadTheme("brief", [templatesDir]);
  const homeless = { ...makeFullIssue(700), masthead: { ...makeIssue().masthead, website: undefined } };
  const silent = { ...theme, partials: new Map(theme.partials).set("rest", { file: "rest", source: "" }) };
  for (const [issue, used] of [
    [homeless, theme],
    [makeFullIssue(700), silent],
  ] as const) {
    const { issue: shown, shortened } = await renderWithin(issue, used, maxBytes);
    expect(titlesOf(shown)).toHaveLength(titlesOf(issue).length);
    expect(shortened.filter(({ how }) => how === "rest")).toEqual([]);
  }
});

test("an issue that fits is left as it is", async () => {
  const theme = await loadTheme("broadsheet", [templatesDir]);
  const issue = makeFullIssue(12);
  const { edition, shortened } = await renderWithin(issue, theme, maxBytes);
  expect(edition).toEqual(await renderEdition(issue, theme));
  expect(shortened).toEqual([]);
});

test("a shortened issue is what rendering its stories in their shorter forms gives", async () => {
  const theme = await loadTheme("broadsheet", [templatesDir]);
  const { edition, issue, shortened } = await renderWithin(makeFullIssue(90), theme, maxBytes);
  const direct = await renderEdition(issue, theme);
  expect({ html: edition.html, text: edition.text }).toEqual({ html: direct.html, text: direct.text });
  expect(shortened.length).toBeGreaterThan(0);
});

test("no more is shortened than has to be", async () => {
  const theme = await loadTheme("broadsheet", [templatesDir]);
  const { edition } = await renderWithin(makeFullIssue(90), theme, maxBytes);
  expect(Buffer.byteLength(edition.html)).toBeGreaterThan(maxBytes - 2000);
});

const paths = (...ids: string[]) => ids.map((id) => makeStory({ id, path: id }));

test("the last of every section goes before the last but one of any, and what is in brief before what was moved there", () => {
  const issue = makeIssue({
    sections: [
      { key: "a", title: "A", stories: paths("a1", "a2", "a3") },
      { key: "b", title: "B", stories: paths("b1", "b2") },
    ],
    inBrief: paths("c1", "c2"),
  });
  const steps = listShortenings(issue);
  const order = ["a3", "b2", "a2", "b1", "a1"];
  expect(steps.map(({ path, how }) => `${how} ${path}`)).toEqual([
    ...order.map((path) => `headline ${path}`),
    ...order.map((path) => `brief ${path}`),
    ...["c2", "c1", ...order].map((path) => `link ${path}`),
    ...["c2", "c1", ...order].map((path) => `rest ${path}`),
  ]);
});

test("what can be read nowhere else never becomes a bare link, and keeps its text longest", () => {
  const [story] = paths("a1");
  const told = makeStory({ path: "told", url: undefined, isWhole: true });
  const short = makeStory({ path: "short", url: undefined });
  const issue = makeIssue({
    sections: [{ key: "a", title: "A", stories: [told, short, ...(story === undefined ? [] : [story])] }],
    inBrief: [short],
  });
  expect(listShortenings(issue).map(({ path, how }) => `${how} ${path}`)).toEqual([
    "headline a1",
    "brief a1",
    "brief short",
    "link a1",
    "rest a1",
    "excerpt told",
  ]);
});

test("as many steps are taken as it needs, and all where even that is not enough", () => {
  const steps = listShortenings(
    makeIssue({ sections: [{ key: "a", title: "A", stories: paths("a1", "a2") }], inBrief: [] }),
  );
  const cost = { headline: 5, brief: 3, link: 1, rest: 0, excerpt: 0 };
  const measure = (forms: ReadonlyMap<string, keyof typeof cost>): number =>
    ["a1", "a2"].reduce((sum, path) => sum + (forms.has(path) ? cost[forms.get(path) ?? "excerpt"] : 10), 0);
  const after = (maxBytes: number) => Object.fromEntries(shortenToFit(steps, measure, maxBytes));
  expect(after(20)).toEqual({});
  expect(after(19)).toEqual({ a2: "headline" });
  expect(after(8)).toEqual({ a2: "brief", a1: "headline" });
  expect(after(2)).toEqual({ a2: "link", a1: "link" });
  expect(after(1)).toEqual({ a2: "rest", a1: "link" });
  expect(after(-1)).toEqual({ a2: "rest", a1: "rest" });
});

test("a theme that cannot be taken apart is rendered whole, and says what stands in the way", async () => {
  const theme = await loadTheme("brief", [templatesDir]);
  const columns = {
    ...theme,
    issue: {
      file: "templates/columns/issue.mjml.hbs",
      source:
        "<mjml><mj-body><mj-section>{{#each inBrief}}<mj-column><mj-text>{{title}}</mj-text></mj-column>{{/each}}</mj-section></mj-body></mjml>",
    },
  };
  const { edition, shortened, undivided } = await renderWithin(makeFullIssue(30), columns, 1000);
  expect(Buffer.byteLength(edition.html)).toBeGreaterThan(1000);
  expect(shortened).toEqual([]);
  expect(undivided).toContain(
    "templates/columns/issue.mjml.hbs, line 1: found columns that differ between editions",
  );
});
