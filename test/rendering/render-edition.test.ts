import { join } from "node:path";
import { expect, test } from "vitest";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { personalise } from "../../src/rendering/personalise.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import { makeIssue } from "./make-issue.ts";

const templates = join(import.meta.dirname, "../../templates");

test("an issue becomes HTML and text that name its stories, and a reader's own links", async () => {
  const edition = await renderEdition(makeIssue(), await loadTheme("broadsheet", [templates]));
  const copy = personalise(edition, {
    address: "anna@example.com",
    name: "Anna",
    unsubscribeUrl: "https://example.org/u?t=1&s=2",
    preferencesUrl: "",
  });
  for (const body of [copy.html, copy.text]) {
    expect(body).toContain("The bridge reopens on Monday");
    expect(body).toContain("A bakery moves two doors down");
    expect(body).toContain("Winter timetable for the ferry");
  }
  expect(copy.html).toContain('href="https://example.org/u?t=1&amp;s=2"');
  expect(copy.text).toContain("https://example.org/u?t=1&s=2");
  expect(copy.html).not.toMatch(/[\uFDD0-\uFDEF]/);
  expect(copy.html).not.toContain("Choose what you get");
});
