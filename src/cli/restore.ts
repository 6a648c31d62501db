import { resolve } from "node:path";
import { asSender } from "../storage/ledger/as-sender.ts";
import { inspectLedger } from "../storage/ledger/inspect-ledger.ts";
import { restoreLedger } from "../storage/ledger/restore-ledger.ts";
import { describeLedger } from "./backup.ts";
import { openContext, printJson, printLine } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";

/** `gazette restore FILE`: a backup in the ledger's place; the one that was there stays beside it. */
export async function runRestore(name: string, options: CommonOptions): Promise<void> {
  const { config, now } = await openContext(options);
  const backup = resolve(name);
  // Before anything is made in the data folder.
  inspectLedger(backup);
  const restored = await asSender(config.data, () =>
    Promise.resolve(restoreLedger(config.data, backup, now())),
  );
  if (options.json === true) {
    printJson({ backup, ...restored, replaced: restored.replaced ?? null });
    return;
  }
  printLine(`Restored from ${backup}: ${describeLedger(restored)}.`);
  if (restored.replaced !== undefined)
    printLine(`The ledger that was there is kept as ${restored.replaced}.`);
  if (restored.paused > 0)
    printLine(
      `${restored.paused === 1 ? "One unfinished issue is" : `${restored.paused} unfinished issues are`} paused; \`gazette status\` tells more.`,
    );
  printLine(
    "What was sent since the backup is not in it: look before you send, because readers may get it again.",
  );
  printLine(
    "Nothing goes out by itself until you say so: `gazette schedule --adopt skip` where issues may have gone out since the backup, `--adopt send` where none did.",
  );
}
