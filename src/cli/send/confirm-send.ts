import { GazetteError } from "../../platform/errors.ts";
import { askYesNo } from "./ask-yes-no.ts";

/**
 * Asks before sending to more than one address.
 *
 * @param what Completes "Send …?".
 * @throws GazetteError `confirmation-needed` where nobody is there to answer, or the answer is no.
 */
export async function confirmSend(what: string, count: number, isConfirmed: boolean): Promise<void> {
  if (count <= 1 || isConfirmed) return;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new GazetteError(
      "confirmation-needed",
      `This would send to ${count} addresses, and nobody is here to confirm it.`,
      {
        hint: "Add --yes to send without asking, or --dry-run to see what would be sent.",
      },
    );
  }
  if (!(await askYesNo(`Send ${what}?`, process.stdin, process.stderr))) {
    throw new GazetteError("confirmation-needed", "Not sent.", {
      hint: "Nothing was recorded; run it again to send.",
    });
  }
}
