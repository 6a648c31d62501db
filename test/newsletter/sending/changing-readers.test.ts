import { expect, test } from "vitest";
import { countDeliveries } from "../../../src/storage/deliveries/deliveries.ts";
import fc from "../../support/fast-check.ts";
import { articlesIn, openPressRoom } from "../press-room.ts";

const dayMs = 86_400_000;
const start = new Date("2026-11-23T07:00:00Z");
const topicNames = ["Harbour", "Town", "Music"];
const cadences = { daily: 1, weekly: 4 };

const changes = fc.record({
  reader: fc.constantFrom("ada", "bo", "cy"),
  topics: fc.option(fc.subarray(topicNames), { nil: null }),
  language: fc.constantFrom(null, null, "fr", "en"),
  cadence: fc.constantFrom(null, null, "daily", "weekly"),
});
const days = fc.array(
  fc.record({
    articles: fc.array(fc.record({ topics: fc.subarray(topicNames), isTranslated: fc.boolean() }), {
      maxLength: 2,
    }),
    changes: fc.array(changes, { maxLength: 2 }),
  }),
  { minLength: 4, maxLength: 9 },
);

interface Reader {
  topics: readonly string[];
  cadence: keyof typeof cadences;
  readonly received: Map<string, number>;
}

test("whatever readers change between issues, each message is a part of its issue in its order, and nothing comes twice or is lost", async () => {
  await fc.assert(
    fc.asyncProperty(days, async (story) => {
      const room = await openPressRoom({
        cadences: { daily: "0 7 * * *", weekly: "0 7 * * 1" },
        selection: { sameStory: false, more: 1000 },
      });
      const topicsOf = new Map<string, readonly string[]>();
      const readers = new Map<string, Reader>();
      for (const name of ["ada", "bo", "cy", "all"]) {
        readers.set(name, { topics: [], cadence: "daily", received: new Map() });
        await room.subscribe({ address: `${name}@example.com` });
      }
      const publish = (topics: readonly string[], isTranslated: boolean, date: Date): void => {
        const name = `a${topicsOf.size}`;
        topicsOf.set(name, topics);
        const pair = isTranslated ? { language: "en", translationKey: name } : {};
        room.write({ name, date, topics, ...pair });
        if (isTranslated)
          room.write({ name: `${name}-fr`, date, topics, language: "fr", translationKey: name });
      };

      const send = async (cadence: keyof typeof cadences, slot: Date): Promise<void> => {
        const issue = await room.freeze(slot, cadence);
        if (issue === undefined) return;
        await room.deliver(issue, slot);
        const { editions, articles } = JSON.parse(issue.manifest) as {
          readonly editions: readonly { readonly articles: readonly string[] }[];
          readonly articles: readonly { readonly path: string }[];
        };
        const order = articles.map(({ path }) => path.replace(/(?:-fr)?\.md$/u, ""));
        const messages = await room.collect();
        for (const message of messages) {
          const name = message.to.replace(/@.*$/u, "");
          const reader = readers.get(name);
          const got = articlesIn(message).map((article) => article.replace(/-fr$/u, ""));
          expect(got.length).toBeGreaterThan(0);
          expect(got).toEqual([...new Set(order)].filter((article) => got.includes(article)));
          for (const article of got) reader?.received.set(article, (reader.received.get(article) ?? 0) + 1);
        }
        expect(messages.length === 0 || editions.length > 0).toBe(true);
        const counts = await countDeliveries(room.database, issue.id);
        expect((counts.accepted ?? 0) + (counts.skipped ?? 0)).toBe(issue.recipients);
        for (const reader of readers.values()) {
          if (reader.cadence !== cadence) continue;
          for (const article of new Set(order)) {
            const topics = topicsOf.get(article) ?? [];
            const isTheirs =
              reader.topics.length === 0 || topics.some((topic) => reader.topics.includes(topic));
            if (isTheirs) expect([article, reader.received.get(article)]).toEqual([article, 1]);
          }
        }
      };

      publish([], false, start);
      for (const cadence of ["daily", "weekly"] as const)
        await send(cadence, new Date(start.getTime() + 3_600_000));
      for (const [day, { articles, changes: wanted }] of story.entries()) {
        const noon = new Date(start.getTime() + (day + 1) * dayMs);
        for (const { topics, isTranslated } of articles) publish(topics, isTranslated, noon);
        for (const { reader: name, topics, language, cadence } of wanted) {
          const reader = readers.get(name);
          if (reader === undefined) continue;
          await room.subscribe({ address: `${name}@example.com`, topics, language, cadence }, noon);
          if (topics !== null) reader.topics = topics;
          if (cadence !== null) reader.cadence = cadence;
        }
        const slot = new Date(noon.getTime() + 3_600_000);
        for (const [cadence, length] of Object.entries(cadences) as [keyof typeof cadences, number][])
          if ((day + 1) % length === 0) await send(cadence, slot);
      }
      const end = new Date(start.getTime() + (story.length + 1) * dayMs);
      for (const cadence of ["daily", "weekly"] as const) await send(cadence, end);

      // One who never chose topics has everything, once.
      for (const { received } of readers.values())
        for (const times of received.values()) expect(times).toBe(1);
      expect([...(readers.get("all")?.received.keys() ?? [])].sort()).toEqual([...topicsOf.keys()].sort());
      for (const { reader: name, topics } of story.flatMap(({ changes: all }) => all)) {
        if (topics !== null) readers.delete(name);
      }
      for (const { received } of readers.values())
        expect([...received.keys()].sort()).toEqual([...topicsOf.keys()].sort());
    }),
    { numRuns: process.env["GAZETTE_SOAK"] === "1" ? 60 : 4 },
  );
}, 1_200_000);
