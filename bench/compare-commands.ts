import { spawnSync } from "node:child_process";

/** One command line, run as a whole process. */
export interface BenchCommand {
  readonly name: string;
  readonly args: readonly [string, ...string[]];
  readonly cwd: string;
}

/** Times of two commands run in turn, in one run on one machine. */
export interface Comparison {
  readonly a: string;
  readonly b: string;
  readonly runs: number;
  readonly medianMsA: number;
  readonly medianMsB: number;
  /** Median of the ratios A/B, pair by pair: steady where the machine's speed drifts. */
  readonly ratio: number;
}

/**
 * Times A and B in turn (A B A B …) after one uncounted run of each.
 *
 * @throws Error where a command does not end with exit code 0.
 */
export function compareCommands(a: BenchCommand, b: BenchCommand, runs: number): Comparison {
  timeOnce(a);
  timeOnce(b);
  const pairs = Array.from({ length: runs }, () => ({ a: timeOnce(a), b: timeOnce(b) }));
  return {
    a: a.name,
    b: b.name,
    runs,
    medianMsA: median(pairs.map((pair) => pair.a)),
    medianMsB: median(pairs.map((pair) => pair.b)),
    ratio: median(pairs.map((pair) => pair.a / pair.b)),
  };
}

function timeOnce({ name, args: [file, ...rest], cwd }: BenchCommand): number {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(file, rest, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const elapsedMs = performance.now() - startedAt;
  if (status !== 0) throw new Error(`${name} ended with ${status ?? "a signal"}: ${stderr}`);
  return elapsedMs;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}
