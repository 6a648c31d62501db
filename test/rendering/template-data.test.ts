import { expect, test } from "vitest";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { describeData, type DataType } from "../../src/rendering/templates/template-data.ts";
import { viewIssue } from "../../src/rendering/view/view-issue.ts";
import { makeFullIssue } from "./make-issue.ts";
import { templatesDir } from "./render-copy.ts";

/** Where a value is not what the description says, by path. */
function differences(value: unknown, type: DataType, path = ""): string[] {
  switch (type.kind) {
    case "text":
    case "html":
    case "address":
      return typeof value === "string" ? [] : [`${path} is no ${type.kind}`];
    case "number":
      return typeof value === "number" ? [] : [`${path} is no number`];
    case "flag":
      return typeof value === "boolean" ? [] : [`${path} is neither true nor false`];
    case "flag":
      return typeof value === "boolean" ? [] : [`${path} is no flag`];
    case "date":
      return value instanceof Date ? [] : [`${path} is no date`];
    case "list":
      if (!Array.isArray(value) || value.length === 0) return [`${path} is no list, or empty here`];
      return value.flatMap((item: unknown, index) => differences(item, type.of, `${path}[${index}]`));
    case "object": {
      if (value === null && type.optional === true) return [];
      if (typeof value !== "object" || value === null) return [`${path} is no object`];
      const spare = Object.keys(value).filter((key) => !Object.hasOwn(type.fields, key));
      const inside = Object.entries(type.fields).flatMap(([key, field]) =>
        differences((value as Record<string, unknown>)[key], field, `${path}.${key}`),
      );
      return [...spare.map((key) => `${path}.${key} is not described`), ...inside];
    }
  }
}

test("templates get exactly the data that is described, with nothing missing", async () => {
  const theme = await loadTheme("brief", [templatesDir]);
  const issue = makeFullIssue(20);
  const sections = issue.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => ({ ...story, sameStory: [{ title: "t", url: undefined }] })),
  }));
  const related = (story: (typeof issue.inBrief)[number]) => ({
    ...story,
    sameStory: [{ title: "t", url: undefined }],
  });
  const view = viewIssue(
    { ...issue, sections, inBrief: issue.inBrief.map(related), lead: issue.lead && related(issue.lead) },
    theme,
  );
  expect(differences(view, { kind: "object", about: "", fields: describeData(theme.options) })).toEqual([]);
});
