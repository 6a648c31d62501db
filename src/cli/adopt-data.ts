import { adoptInstance } from "../newsletter/instance/adopt-instance.ts";
import { GazetteError } from "../platform/errors.ts";
import { openDatabase } from "../storage/ledger/open-database.ts";
import { type CommandContext, printJson, printLine } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";

/** `gazette schedule --adopt skip|send`: this data folder is the one that sends from now on. */
export async function adoptData(
  context: CommandContext,
  choice: string,
  options: CommonOptions,
): Promise<void> {
  if (choice !== "skip" && choice !== "send") {
    throw new GazetteError("usage", `--adopt takes skip or send; found "${choice}".`, {
      hint: "skip: what is overdue here went out from elsewhere, or may have. send: nothing was sent from elsewhere.",
    });
  }
  const database = await openDatabase(context.config.data);
  try {
    const { skipped, paused } = await adoptInstance({ ...context, database }, choice);
    if (options.json === true) {
      printJson({ adopted: true, skipped, paused });
      return;
    }
    printLine("This data folder is the one that sends from now on.");
    if (skipped > 0) {
      printLine(`${skipped} overdue ${skipped === 1 ? "slot is" : "slots are"} on record as skipped.`);
      printLine(
        "The next issue takes their articles. Those that readers have from elsewhere would come again: mark them as drafts, or leave them out in issue.md.",
      );
    }
    for (const id of paused) {
      printLine(
        `Issue ${id} was being sent and is paused: \`gazette status ${id}\` shows it, \`gazette resume ${id}\` goes on, \`gazette cancel ${id}\` ends it.`,
      );
    }
  } finally {
    await database.destroy();
  }
}
