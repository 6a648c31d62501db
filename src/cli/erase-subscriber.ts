import { createInterface } from "node:readline/promises";
import { eraseSubscriber } from "../newsletter/readers/erase-subscriber.ts";
import { GazetteError } from "../platform/errors.ts";
import { normaliseAddress, parseMailbox } from "../platform/mailbox.ts";
import { printJson, printLine } from "./command-context.ts";
import { type SubscriberOptions, withAudience } from "./subscribers.ts";

export interface EraseOptions extends SubscriberOptions {
  readonly yes?: true;
}

/** `gazette subscribers erase ADDRESS`: the right to erasure (GDPR article 17). */
export async function runErase(text: string, options: EraseOptions): Promise<void> {
  await withAudience(options, async ({ database, config, now }) => {
    const address = normaliseAddress(parseMailbox(text).address);
    await confirmErasure(address, options.yes === true);
    const erased = await eraseSubscriber(database, config, address, now());
    const { subscriptions, deliveries, reports, suppressions, files, remaining, wasErased } = erased;
    if (options.json === true) {
      const counts = { subscriptions, deliveries, reports, suppressions, files };
      printJson({ erased: counts, wasErased, remaining });
      return;
    }
    printLine(
      `Erased: ${subscriptions} subscriptions, ${reports} reports, ${suppressions} suppressions, ${files} messages in out/outbox.`,
    );
    printLine(
      `${deliveries} deliveries keep their place in their issues under a keyed hash, without address, name or reply.`,
    );
    printLine("The hash stays on record, so that a list imported again does not bring the address back.");
    printLine("What only you can look through:");
    for (const place of remaining) printLine(`  ${place}`);
  });
}

async function confirmErasure(address: string, isConfirmed: boolean): Promise<void> {
  if (isConfirmed) return;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new GazetteError(
      "confirmation-needed",
      "This cannot be undone, and nobody is here to confirm it.",
      {
        hint: "Add --yes to erase without asking.",
      },
    );
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(`Erase everything about ${address}, for good? [y/N] `);
  prompt.close();
  if (/^y(?:es)?$/iu.test(answer.trim())) return;
  throw new GazetteError("confirmation-needed", "Nothing was erased.", { hint: "Run it again to erase." });
}
