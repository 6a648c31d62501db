// Selection over 100,000 articles against sorting the same array by date, and against ten folders of 10,000.
import type { Article } from "../src/articles/article.ts";
import type { LedgerView } from "../src/selection/terms/ledger-view.ts";
import { selectArticles } from "../src/selection/select-articles.ts";
import { defaultSelectionRules } from "../src/selection/terms/selection-rules.ts";
import { decideWindow } from "../src/selection/candidates/window.ts";
import { type Comparison, median } from "./compare-commands.ts";
import { printRows } from "./print-rows.ts";
import { makeArticle } from "../test/selection/make-article.ts";

const slot = new Date("2026-11-23T07:00:00Z");
const lastSlot = new Date("2026-11-16T07:00:00Z");
const firstDay = Date.UTC(2016, 0, 4);
const titles = [
  "harbour",
  "market",
  "council",
  "museum",
  "river",
  "bridge",
  "school",
  "theatre",
  "energy",
  "station",
];

const large = makeFolder(100_000);
const small = makeFolder(10_000);
const ledgers = new Map<readonly Article[], LedgerView>(
  [large, small].map((folder) => [folder, sendAll(folder)]),
);

const weekly = (folder: readonly Article[]): void => select(folder, ledgers.get(folder));
const first = (folder: readonly Article[]): void => select(folder, undefined);
const sort = (folder: readonly Article[]): void => {
  [...folder].sort((a, b) => (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0));
};

printRows("selection", [
  {
    ...compare(
      "a weekly issue of 100,000 articles",
      () => weekly(large),
      "sorting them by date",
      () => sort(large),
    ),
    limit: 3,
  },
  {
    ...compare(
      "a first issue of 100,000 articles",
      () => first(large),
      "sorting them by date",
      () => sort(large),
    ),
    limit: 3,
  },
  {
    ...compare(
      "a weekly issue of 100,000 articles",
      () => weekly(large),
      "ten of 10,000",
      () => {
        for (let time = 0; time < 10; time++) weekly(small);
      },
    ),
    limit: 1.5,
  },
]);

function compare(a: string, runA: () => void, b: string, runB: () => void, runs = 21): Comparison {
  for (let warmUp = 0; warmUp < 3; warmUp++) {
    runA();
    runB();
  }
  const pairs = Array.from({ length: runs }, () => ({ a: timeOnce(runA), b: timeOnce(runB) }));
  return {
    a,
    b,
    runs,
    medianMsA: median(pairs.map((pair) => pair.a)),
    medianMsB: median(pairs.map((pair) => pair.b)),
    ratio: median(pairs.map((pair) => pair.a / pair.b)),
  };
}

function timeOnce(run: () => void): number {
  globalThis.gc?.();
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
}

function select(articles: readonly Article[], ledger: LedgerView | undefined): void {
  const request = {
    slot,
    timeZone: "Europe/Paris",
    language: "en",
    ledger: ledger ?? { issues: [], sentIn: new Map() },
  };
  const textOf = (article: Article): string =>
    `${article.title}. The tide came up the steps and went down again.`;
  const context = { ...request, textOf };
  const window = decideWindow(articles, defaultSelectionRules, context);
  selectArticles(articles, defaultSelectionRules, { ...context, window });
}

/** Ten years of articles, in an order that has nothing to do with their dates. */
function makeFolder(count: number): Article[] {
  const span = slot.getTime() - firstDay;
  return Array.from({ length: count }, (_, index): Article => {
    const place = (index * 7919) % count;
    return makeArticle({
      id: `articles/${index % 40}/article-${index}`,
      title: `The ${titles[index % 10] ?? ""} and the ${titles[(index * 3) % 7] ?? ""}, part of number ${index}`,
      publishedAt: new Date(firstDay + (place / count) * span),
      draft: index % 50 === 0 ? "it says draft: true" : undefined,
      topics: [titles[index % 7] ?? ""],
      authors: ["A Writer"],
      contentHash: ((index + 1) * 2_654_435_761).toString(16).padStart(64, "0"),
    });
  });
}

/** What the ledger holds when every article of the last five years was sent in its week. */
function sendAll(articles: readonly Article[]): LedgerView {
  const since = new Date("2021-11-15T07:00:00Z");
  const sentIn = new Map<string, { readonly number: number; readonly slot: Date }>();
  for (const { id, contentHash, publishedAt, draft } of articles) {
    if (publishedAt === undefined || draft || publishedAt < since || publishedAt >= lastSlot) continue;
    const issue = { number: 260, slot: lastSlot };
    sentIn.set(id, issue);
    sentIn.set(contentHash, issue);
  }
  return { issues: [{ number: 260, slot: lastSlot, since, until: lastSlot }], sentIn };
}
