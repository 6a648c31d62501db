import { rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";
import { keepResult } from "../print-rows.ts";
import { storeReaders } from "./audience.ts";
import { sinkName } from "./contestants.ts";
import { sendByCommand, type SendOrder } from "./send-by-command.ts";

/**
 * Subscribes 1,000, then ten times as many, up to `largest`, and sends to them by the command; each ledger is new. Keeps the
 * results after each, because the largest takes its time.
 */
export async function measureScale(
  largest: number,
  folder: string,
  order: Omit<SendOrder, "folder">,
): Promise<void> {
  const rows: Row[] = [];
  for (let count = Math.min(1000, largest); ; count = Math.min(count * 10, largest)) {
    const project = join(folder, `scale-${count}`);
    const database = await openDatabase(join(project, ".gazette"));
    await storeReaders(database, count);
    await database.destroy();
    const {
      messages,
      seconds,
      cpuMs,
      peakMb,
      firstMs = NaN,
    } = await sendByCommand({
      ...order,
      folder: project,
    });
    rmSync(project, { recursive: true, force: true });
    rows.push({
      subscribers: count,
      accepted: messages,
      firstMessageSeconds: round(firstMs / 1000, 2),
      sendSeconds: round(seconds, 1),
      perSecond: Math.round(messages / seconds),
      cpuMsAMessage: round(cpuMs, 3),
      peakMb: Math.round(peakMb),
    });
    keepResult("delivery-scale", { sink: sinkName, ...describeGrowth(rows), rows });
    if (count === largest) return;
  }
}

interface Row extends Record<string, number> {
  readonly subscribers: number;
  readonly cpuMsAMessage: number;
}

/**
 * How cost grows: the exponent of the audience's size in the processor time of the whole send, over the two largest audiences.
 * 1 is linear, 2 quadratic; the smallest ones mostly pay for the start.
 */
function describeGrowth(rows: readonly Row[]): { readonly growth?: number } {
  const [before, last] = rows.slice(-2);
  if (before === undefined || last === undefined) return {};
  const cost = ({ subscribers, cpuMsAMessage }: Row): number => subscribers * cpuMsAMessage;
  const exponent = Math.log(cost(last) / cost(before)) / Math.log(last.subscribers / before.subscribers);
  return { growth: round(exponent, 3) };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
