import { expect, test } from "vitest";

import { createLocalTime } from "../../src/platform/local-time.ts";
import { defaultSelectionRules } from "../../src/selection/terms/selection-rules.ts";
import fc from "../support/fast-check.ts";
import { monday, topicNames } from "./arbitraries.ts";
import { draftIssue, freeze, type LivingFile, type Newsroom, uidOf } from "./newsroom.ts";
import { runs } from "./soak.ts";

const dayMs = 86_400_000;

const additions = fc.record({
  explicitId: fc.boolean(),
  /** Days before the day it turns up; negative: it is scheduled. */
  age: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -3, max: 8 }) },
    { weight: 1, arbitrary: fc.integer({ min: 9, max: 50 }) },
  ),
  draft: fc.integer({ min: 0, max: 6 }).map((value) => value === 0),
  topics: fc.subarray(topicNames, { maxLength: 2 }),
});

/** One week: what authors did, and how the issue at its end fared. */
const weeks = fc.array(
  fc.record({
    added: fc.array(additions, { maxLength: 5 }),
    /** Files touched, by place, and how. */
    touched: fc.array(fc.tuple(fc.nat(60), fc.constantFrom("rename", "edit")), { maxLength: 4 }),
    hour: fc.integer({ min: 0, max: 6 * 24 }),
    outcome: fc.constantFrom("sent", "sent", "sent", "crashed", "cancelled", "no run"),
  }),
  { minLength: 1, maxLength: 9 },
);

const roomy = { ...defaultSelectionRules, maxMore: 10_000, firstIssueArticles: 4 };
const tight = { ...roomy, maxStories: 2, maxPerSection: 1, maxInBrief: 1, maxMore: 1 };

test("whatever happens between slots, no article is in two issues and none within the age limit in none", () => {
  const time = createLocalTime("Europe/Paris");
  fc.assert(
    fc.property(weeks, fc.boolean(), (story, isTight) => {
      const rules = isTight ? tight : roomy;
      const room: Newsroom = { issues: [], sentIn: new Map() };
      const files: LivingFile[] = [];
      const issued = new Set<string>();
      let touchedSince = new Map<string, string>();

      for (const [week, { added, touched, hour, outcome }] of story.entries()) {
        const slot = new Date(monday.getTime() + week * 7 * dayMs);
        const arrival = slot.getTime() - 7 * dayMs + hour * 3_600_000;
        for (const { age, ...file } of added) {
          const publishedAt = new Date(arrival - age * dayMs);
          const uid = `f${files.length}`;
          files.push({ ...file, uid, title: `Story ${uid}`, publishedAt, name: 0, content: 0 });
        }
        for (const [at, how] of touched) {
          const file = files[at % Math.max(files.length, 1)];
          // A file that is moved and rewritten between two issues is another article, and rightly so.
          if (file === undefined || (touchedSince.get(file.uid) ?? how) !== how) continue;
          if (how === "rename") file.name++;
          else file.content++;
          touchedSince.set(file.uid, how);
        }
        if (outcome === "no run") continue;

        const draft = draftIssue(room, files, rules, slot);
        const inIssue = draft.selection.verdicts
          .filter((verdict) => verdict.inIssue)
          .map(({ article }) => uidOf(article));
        expect(inIssue.filter((uid) => issued.has(uid))).toEqual([]);
        if (outcome !== "sent" || draft.selection.held !== undefined) continue;

        freeze(room, draft, slot);
        touchedSince = new Map();
        for (const uid of inIssue) issued.add(uid);
        const first = room.issues[0]?.since ?? slot;
        const oldest = time.startOfDay(slot, -rules.lateDays);
        for (const { article, kind } of draft.selection.verdicts) {
          const date = article.publishedAt;
          if (
            room.issues.length === 1 ||
            date === undefined ||
            article.draft !== undefined ||
            issued.has(uidOf(article))
          )
            continue;
          if (date < first || date < oldest || date >= slot) continue;
          expect([uidOf(article), kind]).toEqual([
            uidOf(article),
            isTight ? expect.stringMatching(/^over-/) : "in an issue",
          ]);
        }
      }
    }),
    runs(1_500),
  );
});

test("a crash before freezing changes nothing: the same slot gives the same issue again", () => {
  fc.assert(
    fc.property(fc.array(additions, { maxLength: 12 }), (added) => {
      const room: Newsroom = { issues: [], sentIn: new Map() };
      const files = added.map(({ age, ...file }, at): LivingFile => {
        const publishedAt = new Date(monday.getTime() - age * dayMs);
        return { ...file, uid: `f${at}`, title: `Story ${at}`, publishedAt, name: 0, content: 0 };
      });

      const crashed = draftIssue(room, files, roomy, monday);
      const again = draftIssue(room, files, roomy, monday);

      const outline = ({ selection }: typeof again): unknown =>
        selection.verdicts.map(({ kind, reason, rank }) => [kind, reason, rank]);
      expect(outline(again)).toEqual(outline(crashed));
    }),
    runs(500),
  );
});
