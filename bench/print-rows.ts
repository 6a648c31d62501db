import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Comparison } from "./compare-commands.ts";

/** A comparison with the ratio it should stay under. */
export interface BenchRow extends Comparison {
  readonly limit: number;
}

/** A figure with nothing to hold it against but its limit. */
export interface BenchFigure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
}

/** Prints a table and keeps it in `bench/results/NAME.json`, with the machine it was measured on. */
export function printRows(
  name: string,
  rows: readonly BenchRow[],
  figures: readonly BenchFigure[] = [],
): void {
  for (const { a, b, medianMsA, medianMsB, ratio, limit, runs } of rows) {
    const verdict = ratio <= limit ? "within" : "OVER";
    console.log(
      `${a}: ${medianMsA.toFixed(0)} ms; ${b}: ${medianMsB.toFixed(0)} ms; ratio ${ratio.toFixed(2)} (${verdict} ${limit}; medians of ${runs} pairs)`,
    );
  }
  for (const { what, value, unit, limit } of figures)
    console.log(`${what}: ${value.toFixed(0)} ${unit} (${value <= limit ? "within" : "OVER"} ${limit})`);
  keep(name, { rows, ...(figures.length > 0 ? { figures } : {}) });
}

/** Prints figures that are compared with nothing, and keeps them in the same way. */
export function keepResult(name: string, result: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(result))
    console.log(`${key.padEnd(22)} ${value === null ? "not installed" : JSON.stringify(value)}`);
  keep(name, result);
}

function keep(name: string, result: Readonly<Record<string, unknown>>): void {
  const results = join(import.meta.dirname, "results");
  mkdirSync(results, { recursive: true });
  const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? "unknown" };
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify({ machine, ...result }, null, 2)}\n`);
}
