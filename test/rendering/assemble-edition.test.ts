import { describe, expect, test } from "vitest";
import { assembleEdition } from "../../src/rendering/assemble-edition.ts";
import { compileIssue } from "../../src/rendering/compile-issue.ts";
import { chooseStories, type StoryChoice, type ShorterForm } from "../../src/rendering/story-choice.ts";
import type { Issue } from "../../src/rendering/issue.ts";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import fc from "../support/fast-check.ts";
import { makeFullIssue, makeIssue, makeStory } from "./make-issue.ts";
import { templatesDir, themeNames } from "./render-copy.ts";

function pathsOf(issue: Issue): string[] {
  return [
    ...(issue.lead === undefined ? [] : [issue.lead]),
    ...issue.sections.flatMap(({ stories }) => stories),
    ...issue.inBrief,
  ].map(({ path }) => path);
}

/** A full issue with what joins badly: a story told in full, code, another direction, hostile values. */
function makeMixedIssue(language: string): Issue {
  const issue = makeFullIssue(9);
  const told = makeStory({
    id: "told",
    title: "Told <b>here</b> & now = {{x}}",
    url: undefined,
    isWhole: true,
    html: "<p>One</p><pre><code>a\n\n  b</code></pre><!-- x --><p>Two</p>",
  });
  const other = makeStory({ id: "hebrew", title: "הגשר נפתח", excerpt: "אחרי חודשים.", language: "he" });
  return {
    ...issue,
    masthead: { ...issue.masthead, language },
    sections: [...issue.sections, { key: "x", title: "X & Y", stories: [told, other] }],
    more: [...issue.more, { title: "With <a> path", url: "https://example.org/p", path: "linked.md" }],
  };
}

/** What a reader's inbox shows, with what HTML, Handlebars and our own marks are made of. */
const inboxText = fc
  .array(
    fc.constantFrom("Tide", "&", "<b>", '"', "'", "=", "`", "{{x}}", "&amp;", "הגשר", "\uFDE0~1\uFDE1", " "),
  )
  .map((parts) => parts.join(" "));

describe.each(themeNames)("the theme %s", (name) => {
  test.each(["en-GB", "ar"])(
    "an assembled edition is what rendering the same choice gives, in %s",
    async (language) => {
      const theme = await loadTheme(name, [templatesDir]);
      const issue = makeMixedIssue(language);
      const paths = [...pathsOf(issue), "linked.md"];
      const compiled = await compileIssue(issue, theme, { hasForms: true });
      const forms = [undefined, undefined, "headline", "brief", "link", "rest"] as const;
      await fc.assert(
        fc.asyncProperty(
          fc.subarray(paths),
          fc.array(fc.constantFrom(...forms), { minLength: paths.length, maxLength: paths.length }),
          fc.option(fc.record({ subject: inboxText, preheader: inboxText }), { nil: undefined }),
          async (articles, chosenForms, inbox) => {
            const secondary = new Set(
              issue.sections.flatMap(({ stories }) => stories.map(({ path }) => path)),
            );
            const choice: StoryChoice = {
              ...(inbox === undefined ? {} : { inbox }),
              articles: new Set(articles),
              forms: new Map(
                paths.flatMap((path, index): [string, ShorterForm][] => {
                  const form = chosenForms[index];
                  return form === undefined || !secondary.has(path) ? [] : [[path, form]];
                }),
              ),
            };
            const direct = await renderEdition(chooseStories(issue, choice), theme);
            const { html, text, subject, preheader } = assembleEdition(compiled, choice);
            expect({ html, text, subject, preheader }).toEqual({
              html: direct.html,
              text: direct.text,
              subject: direct.subject,
              preheader: direct.preheader,
            });
          },
        ),
        { numRuns: process.env["GAZETTE_SOAK"] === undefined ? 25 : 1000 },
      );
    },
  );

  test("its MJML gives the same HTML again", async () => {
    const theme = await loadTheme(name, [templatesDir]);
    const issue = makeFullIssue(6);
    const { mjml } = assembleEdition(await compileIssue(issue, theme));
    expect(mjml.replace(/\s+/g, " ")).toBe((await renderEdition(issue, theme)).mjml.replace(/\s+/g, " "));
    expect(mjml).not.toMatch(/[\uFDE0-\uFDEF]/);
  });
});

test("an edition without a story has neither headings of sections nor a line of what is inside", async () => {
  const theme = await loadTheme("broadsheet", [templatesDir]);
  const compiled = await compileIssue(makeIssue(), theme);
  const { html, text } = assembleEdition(compiled, { articles: new Set() });
  for (const body of [html, text]) {
    expect(body).toContain("The Harbour Letter");
    expect(body).not.toMatch(/In this issue|In brief|Trade/i);
  }
});

test("how many a list has is counted for each edition", async () => {
  const theme = await loadTheme("brief", [templatesDir]);
  const counting = {
    ...theme,
    text: {
      file: "text.hbs",
      source: `{{sections.length}} and {{inBrief.length}}, {{inside.length}}
{{#each sections}}
{{title}}: {{#if (is stories.length 1)}}one{{else}}{{plural stories.length "storyCount"}}{{/if}}{{#unless stories.length}} none{{/unless}}
{{/each}}
`,
    },
  };
  const issue = makeFullIssue(12);
  const compiled = await compileIssue(issue, counting, { hasForms: true });
  const [first = "", second = ""] = issue.sections.flatMap(({ stories }) => stories.map(({ path }) => path));
  for (const choice of [
    {},
    { articles: new Set(pathsOf(issue).slice(0, 4)) },
    { articles: new Set<string>() },
    {
      forms: new Map([
        [first, "headline"],
        [second, "brief"],
      ] as const),
    },
  ] satisfies StoryChoice[])
    expect(assembleEdition(compiled, choice).text).toBe(
      (await renderEdition(chooseStories(issue, choice), counting)).text,
    );
});

test("a link whose campaign is an edition's own names it", async () => {
  const theme = await loadTheme("brief", [templatesDir]);
  const link = "{{link url campaign=@root.subject content=@root.storyCount}}";
  const naming = {
    ...theme,
    partials: new Map([
      ...theme.partials,
      ["headline", { file: "headline", source: `{{#if url}}<a href="${link}">{{title}}</a>{{/if}}` }],
    ]),
    text: {
      file: "text",
      source: `{{#each sections}}{{#each stories}}${link}\n{{/each}}{{/each}}{{upper (t "continueReading" title=(truncate subject 12))}}`,
    },
  };
  const issue = makeFullIssue(6);
  const compiled = await compileIssue(issue, naming);
  const choice: StoryChoice = {
    articles: new Set(pathsOf(issue).slice(0, 3)),
    inbox: { subject: 'Tide & "wind"', preheader: "And more" },
  };
  const direct = await renderEdition(chooseStories(issue, choice), naming);
  const { html, text } = assembleEdition(compiled, choice);
  expect({ html, text }).toEqual({ html: direct.html, text: direct.text });
  expect(text).toContain("?utm_content=3&utm_campaign=Tide+%26+%22wind%22");
});
