import { rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../src/storage/open-database.ts";
import { keepResult } from "../print-rows.ts";
import { storeReaders } from "./audience.ts";
import { sinkName } from "./contestants.ts";
import type { RunResult } from "./letter.ts";

/**
 * Subscribes, freezes and sends to 1,000, then ten times as many, up to `largest`; each ledger is new. Keeps the results after
 * each, because the largest takes its time.
 *
 * @param send A process of its own that freezes the letter and sends it.
 */
export async function measureScale(
  largest: number,
  folder: string,
  send: (dataDir: string) => RunResult,
): Promise<void> {
  const rows: Record<string, number>[] = [];
  for (let count = Math.min(1000, largest); ; count = Math.min(count * 10, largest)) {
    const dataDir = join(folder, `scale-${count}`);
    const storedAt = performance.now();
    const database = await openDatabase(dataDir);
    await storeReaders(database, count);
    await database.destroy();
    const storeSeconds = (performance.now() - storedAt) / 1000;
    const { messages, seconds, cpuMs, peakMb, firstMs = NaN } = send(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
    rows.push({
      subscribers: count,
      accepted: messages,
      storeSeconds: round(storeSeconds, 1),
      firstMessageSeconds: round(firstMs / 1000, 2),
      sendSeconds: round(seconds, 1),
      perSecond: Math.round(messages / seconds),
      cpuMsAMessage: round(cpuMs, 3),
      peakMb: Math.round(peakMb),
    });
    keepResult("delivery-scale", { sink: sinkName, rows });
    if (count === largest) return;
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
