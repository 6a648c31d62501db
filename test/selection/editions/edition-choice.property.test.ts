import { expect, test } from "vitest";

import type { Article } from "../../../src/articles/article.ts";
import { createEditionChooser, type EditionChoice } from "../../../src/selection/editions/edition-choice.ts";
import { isReadersIssue } from "../reader-cadence.ts";
import type { Selection } from "../../../src/selection/terms/selection.ts";
import { defaultSelectionRules } from "../../../src/selection/terms/selection-rules.ts";
import fc from "../../support/fast-check.ts";
import { folders, monday, rules, topicNames } from "../arbitraries.ts";
import { draftIssue, freeze, type LivingFile, type Newsroom } from "../newsroom.ts";
import { lastWeek, select } from "../select.ts";
import { runs } from "../soak.ts";

const dayMs = 86_400_000;

/** Everything shown, in reading order; each article by the one that the issue shows for it. */
function readingOrder(
  edition: Selection | EditionChoice,
  original: (article: Article) => Article,
): Article[] {
  const { lead, sections, inBrief, more } = edition;
  const stories = sections.flatMap(({ articles }) => articles);
  return [...(lead === undefined ? [] : [lead]), ...stories, ...inBrief, ...more].map(original);
}

test("every personal edition is a subset of the issue in the same order, in the reader's language where there is one", () => {
  const wishes = fc.record({
    topics: fc.subarray([...topicNames, "general"]),
    language: fc.constantFrom(undefined, "en", "fr", "zh-TW"),
  });
  fc.assert(
    fc.property(folders(), rules, wishes, (articles, all, wish) => {
      const selection = select(articles, all, { ledger: lastWeek });
      const edition = createEditionChooser(selection, all)(wish);

      const shownFor = new Map(
        selection.translations.flatMap(({ shown, versions }) =>
          versions.map(({ article }) => [article, shown] as const),
        ),
      );
      const original = (article: Article): Article => shownFor.get(article) ?? article;
      const whole = readingOrder(selection, original);
      const personal = readingOrder(edition, original);
      expect(personal).toEqual(whole.filter((article) => personal.includes(article)));
      expect(edition.isEmpty).toBe(personal.length === 0);
      if (wish.topics.length === 0) expect(personal).toEqual(whole);
      for (const { article, language } of selection.translations.flatMap(({ versions }) => versions)) {
        if (language === wish.language && personal.includes(original(article))) {
          const versions = readingOrder(edition, (item) => item).filter(
            (item) => original(item) === original(article),
          );
          const group = selection.translations.find(({ shown }) => shown === original(article));
          expect(
            versions.map((version) => group?.versions.find((item) => item.article === version)?.language),
          ).toEqual([language]);
        }
      }
    }),
    runs(1_500),
  );
});

test("a reader who changes topics and cadence at will gets no article twice and misses none they asked for", () => {
  const days = fc.array(
    fc.record({
      arrivals: fc.array(fc.subarray(topicNames, { maxLength: 2 }), { maxLength: 2 }),
      cadence: fc.constantFrom(undefined, undefined, undefined, undefined, "daily", "weekly", "monthly"),
    }),
    { minLength: 5, maxLength: 45 },
  );
  const every = { daily: 1, weekly: 7, monthly: 28 };
  const all = { ...defaultSelectionRules, maxMore: 10_000, lateDays: 60 };
  fc.assert(
    fc.property(days, (story) => {
      const rooms = new Map(
        Object.keys(every).map((cadence): [string, Newsroom] => [cadence, { issues: [], sentIn: new Map() }]),
      );
      const files: LivingFile[] = [addFile([], monday)];
      let reader = { cadence: "weekly", left: [] as { cadence: string; at: Date }[] };
      const received = new Set<string>();
      const expected = new Set<string>(["f0.md"]);

      const receive = (cadence: string, slot: Date): void => {
        const room = rooms.get(cadence);
        if (room === undefined) return;
        const draft = draftIssue(room, files, all, slot);
        if (draft.selection.held !== undefined) return;
        if (
          isReadersIssue(
            { cadence, slot },
            reader,
            room.issues.map((issue) => issue.slot),
          )
        ) {
          const edition = createEditionChooser(draft.selection, all)({ topics: [], received });
          const ids = readingOrder(edition, (article) => article).map(({ id }) => id);
          const linked = edition.sameStory.flatMap(({ others }) => others.map(({ id }) => id));
          for (const id of [...ids, ...linked]) {
            expect(received.has(id)).toBe(false);
            received.add(id);
          }
        }
        freeze(room, draft, slot);
      };

      // All cadences begin together, and the reader with them.
      for (const cadence of rooms.keys()) receive(cadence, new Date(monday.getTime() + 3_600_000));
      for (const [day, { arrivals, cadence }] of story.entries()) {
        const noon = new Date(monday.getTime() + (day + 1) * dayMs);
        for (const topics of arrivals)
          expected.add(`${files[files.push(addFile(topics, noon, files.length)) - 1]?.uid ?? ""}.md`);
        if (cadence !== undefined && cadence !== reader.cadence) {
          reader = { cadence, left: [...reader.left, { cadence: reader.cadence, at: noon }] };
        }
        const slot = new Date(noon.getTime() + 3_600_000);
        for (const [name, length] of Object.entries(every)) if ((day + 1) % length === 0) receive(name, slot);
      }
      const end = new Date(monday.getTime() + (story.length + 1) * dayMs);
      for (const cadence of rooms.keys()) receive(cadence, end);

      expect([...received].map((id) => id.replace(/-0\.md$/u, ".md")).sort()).toEqual([...expected].sort());
    }),
    runs(400),
  );
});

function addFile(topics: readonly string[], publishedAt: Date, at = 0): LivingFile {
  const title = ["Storm over the harbour bridge and museum", "Council votes on budget"][at % 2] ?? "";
  return { uid: `f${at}`, explicitId: false, title, publishedAt, draft: false, topics, name: 0, content: 0 };
}
