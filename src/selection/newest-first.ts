import type { DatedArticle } from "./availability.ts";

/** Newest first; equal dates by path, so that the file system never decides. */
export function compareNewestFirst(a: DatedArticle, b: DatedArticle): number {
  return b.publishedAt.getTime() - a.publishedAt.getTime() || comparePaths(a.path, b.path);
}

/** By code unit: the same on every machine, whatever its locale. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Yields articles from the newest to the oldest. A heap: whoever stops after a few of 100,000 has not paid for
 * sorting them all.
 */
export function* newestFirst(articles: readonly DatedArticle[]): Generator<DatedArticle> {
  const heap = [...articles];
  for (let index = (heap.length >> 1) - 1; index >= 0; index--) sink(heap, index);
  let top = heap[0];
  while (top !== undefined) {
    yield top;
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) {
      heap[0] = last;
      sink(heap, 0);
    }
    top = heap[0];
  }
}

function sink(heap: DatedArticle[], start: number): void {
  const moving = heap[start];
  if (moving === undefined) return;
  let hole = start;
  for (;;) {
    const left = heap[2 * hole + 1];
    const right = heap[2 * hole + 2];
    if (left === undefined) break;
    const rightWins = right !== undefined && compareNewestFirst(right, left) < 0;
    const child = rightWins ? right : left;
    if (compareNewestFirst(moving, child) <= 0) break;
    heap[hole] = child;
    hole = 2 * hole + (rightWins ? 2 : 1);
  }
  heap[hole] = moving;
}
