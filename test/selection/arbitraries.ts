import type { Article } from "../../src/articles/article.ts";
import { defaultSelectionRules, type SelectionRules } from "../../src/selection/terms/selection-rules.ts";
import fc from "../support/fast-check.ts";
import { makeArticle } from "./make-article.ts";

export const monday = new Date("2026-11-23T07:00:00Z");
export const topicNames = ["Energy", "Sport", "Books", "Town hall", "台灣"];
const languages = ["en", "fr", "zh-Hant", undefined];
const titleWords = [
  "harbour",
  "bridge",
  "council",
  "budget",
  "Maduro",
  "storm",
  "vote",
  "3.1.4",
  "museum",
  "strike",
  "school",
  "fire",
];

const dayMs = 86_400_000;

/** Instants around the Monday, many of them exactly on it or on a midnight. */
export const instants = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: -60 * 24, max: 4 * 24 })
      .map((hours) => new Date(monday.getTime() + hours * 3_600_000)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      monday,
      new Date(monday.getTime() - 7 * dayMs),
      new Date("2026-11-15T23:00:00Z"),
    ),
  },
);

/** Anything an articles folder may hold: drafts, no date, broken dates, shared ids and contents, translations. */
const fields = fc.record({
  id: fc.oneof(
    { weight: 9, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.constantFrom("same-id", "other-id") },
  ),
  title: fc
    .array(fc.constantFrom(...titleWords), { minLength: 1, maxLength: 8 })
    .map((words) => words.join(" ")),
  publishedAt: fc.oneof(
    { weight: 20, arbitrary: instants },
    { weight: 1, arbitrary: fc.constantFrom(undefined, new Date(Number.NaN)) },
  ),
  expiresAt: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: instants }),
  draft: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
  topics: fc.uniqueArray(fc.constantFrom(...topicNames), { maxLength: 3 }),
  language: fc.constantFrom(...languages),
  translationKey: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom("t1", "t2") },
  ),
  weight: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) },
  ),
  featured: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
  pinned: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
  contentHash: fc.oneof(
    { weight: 9, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.constantFrom("same-bytes", "other-bytes") },
  ),
});

export function folders(maxLength = 30): fc.Arbitrary<Article[]> {
  return fc.array(fields, { maxLength }).map((rows) =>
    rows.map((row, index) =>
      makeArticle({
        ...row,
        draft: row.draft ? "it says draft: true" : undefined,
        path: `${["energy", "fr", "en"][index % 3] ?? ""}/${index}.md`,
      }),
    ),
  );
}

/** Any limits, with or without configured topics. */
export const rules: fc.Arbitrary<SelectionRules> = fc
  .record({
    topics: fc.constantFrom<SelectionRules["topics"]>(
      [],
      [
        { key: "sport", title: "Sport", limit: 1 },
        { key: "energy", title: "Energy", weight: 2, match: { folders: ["energy"] } },
        { key: "storms", title: "Weather", match: { keywords: ["storm"] }, exclude: { values: ["Books"] } },
      ],
    ),
    only: fc.constantFrom<readonly string[]>([], [], ["Sport", "energy"]),
    exclude: fc.constantFrom<readonly string[]>([], [], ["Books"]),
    catchAll: fc.constantFrom(undefined, "The rest"),
    languages: fc.constantFrom<readonly string[]>([], [], ["en", "fr"]),
    lead: fc.boolean(),
    maxStories: fc.integer({ min: 0, max: 9 }),
    maxPerSection: fc.integer({ min: 1, max: 4 }),
    maxSections: fc.integer({ min: 0, max: 4 }),
    maxInBrief: fc.integer({ min: 0, max: 5 }),
    maxMore: fc.integer({ min: 0, max: 5 }),
    minArticles: fc.integer({ min: 0, max: 5 }),
    lateDays: fc.integer({ min: 0, max: 40 }),
    firstIssueArticles: fc.integer({ min: 1, max: 20 }),
    sameStory: fc.constantFrom(
      { threshold: false as const, maxDaysApart: 5 },
      { threshold: 0.2, maxDaysApart: 5 },
    ),
  })
  .map((some) => ({ ...defaultSelectionRules, ...some }));
