/** Items, the best first; as many as one asks for. */
export interface BestFirst<T> {
  /** The best of those left; undefined: none is. */
  take(): T | undefined;
  /** Those never taken, in no order. */
  rest(): readonly T[];
}

/**
 * Orders items only as far as they are taken (a binary heap): the first few of 100,000 cost one pass.
 *
 * @param compare A total order, negative where `a` goes first.
 */
export function createBestFirst<T>(items: readonly T[], compare: (a: T, b: T) => number): BestFirst<T> {
  const heap = [...items];
  for (let index = (heap.length >> 1) - 1; index >= 0; index--) sink(heap, index, compare);
  return {
    take: () => {
      const best = heap[0];
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) {
        heap[0] = last;
        sink(heap, 0, compare);
      }
      return best;
    },
    rest: () => heap,
  };
}

function sink<T>(heap: T[], start: number, compare: (a: T, b: T) => number): void {
  const moving = heap[start];
  if (moving === undefined) return;
  let hole = start;
  for (;;) {
    const left = heap[2 * hole + 1];
    const right = heap[2 * hole + 2];
    if (left === undefined) break;
    const rightWins = right !== undefined && compare(right, left) < 0;
    const child = rightWins ? right : left;
    if (compare(moving, child) <= 0) break;
    heap[hole] = child;
    hole = 2 * hole + (rightWins ? 2 : 1);
  }
  heap[hole] = moving;
}
