import { expect, test } from "vitest";

import { makeArticle } from "./make-article.ts";
import { lastWeek, select, verdictOn } from "./select.ts";

test("the newest article leads, the next ones fill sections, the rest goes in brief and under more", () => {
  const articles = Array.from({ length: 45 }, (_, hour) =>
    makeArticle({
      id: `a${hour}`,
      topics: [["Energy", "Sport", "Books"][hour % 3] ?? ""],
      publishedAt: new Date(Date.UTC(2026, 10, 18, 0, -hour)),
    }),
  );

  const selection = select(articles, {}, { ledger: lastWeek });

  expect(selection.lead?.id).toBe("a0");
  expect(selection.sections.map(({ title, articles: stories }) => [title, stories.length])).toEqual([
    ["Sport", 3],
    ["Books", 3],
    ["Energy", 2],
  ]);
  expect(selection.inBrief).toHaveLength(10);
  expect(selection.more).toHaveLength(20);
  expect(selection.verdicts.filter((verdict) => !verdict.inIssue)).toHaveLength(6);
});

test("an article of an earlier issue is not sent again, also after its file has moved", () => {
  const edited = makeArticle({ id: "edited", publishedAt: new Date("2026-11-12T09:00:00Z") });
  const moved = makeArticle({ id: "new-name", contentHash: "same-bytes" });
  const sentIn = new Map([
    ["edited", { number: 41, slot: new Date("2026-11-15T23:30:00Z") }],
    ["same-bytes", { number: 40, slot: new Date("2026-11-09T07:00:00Z") }],
  ]);

  const selection = select([edited, moved], {}, { ledger: { ...lastWeek, sentIn } });

  expect(verdictOn(selection, "edited").reason).toBe("sent in issue 41 on 2026-11-16");
  expect(verdictOn(selection, "new-name").kind).toBe("already-sent");
  expect(selection.held).toBe("nothing new to send");
});
