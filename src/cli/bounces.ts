import { type RefusedMessage, type ReportCounts, takeReports } from "../newsletter/reports/take-reports.ts";
import { openDatabase } from "../storage/ledger/open-database.ts";
import { openContext, printJson, printLine } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";

const refusedListed = 1000;
const refusedShown = 20;

/** `gazette bounces FILE|MAILDIR|-`: exit code 2 where a message could not be read; the others are taken. */
export async function runBounces(path: string, options: CommonOptions): Promise<void> {
  const { config, now } = await openContext(options);
  const database = await openDatabase(config.data);
  const refused: RefusedMessage[] = [];
  try {
    const counts = await takeReports({
      database,
      config,
      path,
      standardInput: process.stdin,
      now,
      onRefused: (message) => {
        if (refused.length < refusedListed) refused.push(message);
      },
    });
    if (counts.refused > 0) process.exitCode = 2;
    if (options.json === true) printJson({ counts, refused });
    else printCounts(counts, refused);
  } finally {
    await database.destroy();
  }
}

function printCounts(counts: ReportCounts, refused: readonly RefusedMessage[]): void {
  const { messages, suppressed } = counts;
  printLine(`${messages === 1 ? "1 message" : `${messages} messages`} read.`);
  const lines: readonly (readonly [number, string])[] = [
    [counts.hard, "say that the address does not exist"],
    [counts.soft, "say that it did not work this time"],
    [counts.policy, "refuse the sender or the message, not the reader"],
    [counts.complaints, "are complaints"],
    [counts.delayed, "tell of a delay or of success; nothing follows"],
    [counts.autoReplies, "are automatic replies; nothing follows"],
    [counts.other, "are no reports"],
    [counts.unrecognised, "are about no delivery from here that they could prove; nothing follows"],
    [counts.known, "were read before"],
    [counts.refused, "could not be read"],
  ];
  for (const [count, what] of lines) if (count > 0) printLine(`  ${String(count).padStart(6)}  ${what}`);
  for (const { place, reason } of refused.slice(0, refusedShown)) printLine(`          ${place}: ${reason}`);
  if (counts.refused > refusedShown) printLine("          and more; --json lists up to 1,000.");
  printLine(
    suppressed === 0
      ? "No address was suppressed."
      : `${suppressed === 1 ? "1 address gets" : `${suppressed} addresses get`} no more mail; \`gazette subscribers suppressed\` lists them.`,
  );
}
