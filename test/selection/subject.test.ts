import { expect, test } from "vitest";

import { composeSubject } from "../../src/selection/subject.ts";
import { makeArticle } from "./make-article.ts";
import { select } from "./select.ts";

test("the subject is the lead's title, and the preheader goes on with the others", () => {
  const titles = [
    "A harbour opens",
    "The long way round the lighthouse of the northern islands and back again",
    "Rain",
  ];
  const articles = titles.map((title, at) =>
    makeArticle({ title, publishedAt: new Date(Date.UTC(2026, 10, 18 - at)) }),
  );

  const line = composeSubject(select(articles), "Weekly");

  expect(line.subject).toBe("A harbour opens");
  expect(line.preheader).toBe(
    "The long way round the lighthouse of the northern islands and back again · Rain",
  );
});

test("a long title is cut at a word of its own script", () => {
  const line = composeSubject(select([makeArticle({ title: "台灣海峽的和平與穩定".repeat(12) })]), "Weekly");

  expect(Array.from(line.subject).length).toBeLessThanOrEqual(70);
  expect(line.subject.endsWith("…")).toBe(true);
});
