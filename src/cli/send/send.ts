import { asSender } from "../../storage/ledger/as-sender.ts";
import { hasRecipients } from "../../newsletter/freezing/freeze-built-issue.ts";
import { assertInstance, placeOf } from "../../newsletter/instance/instance-doubt.ts";
import { parseMailbox } from "../../platform/mailbox.ts";
import { countSending } from "../../storage/ledger/instance.ts";
import { chooseNewsletter, openContext } from "../command-context.ts";
import { printLinkDoubt } from "../print-warnings.ts";
import { chooseCadence, withLedger, withLedgerIfAny, type WithLedger } from "../with-newsletter.ts";
import { assertSendOptions } from "./assert-send-options.ts";
import { rehearseAgain, sendAgain } from "./resend.ts";
import type { SendOptions } from "./send-options.ts";
import { sendToReaders } from "./send-to-readers.ts";

/** `gazette send`: finds which of its roads the options ask for. Sets exit code 3 where a recipient was not accepted. */
export async function runSend(key: string | undefined, options: SendOptions): Promise<void> {
  assertSendOptions(key, options);
  const context = await openContext(options, key);
  if (options.due === true) {
    const { sendDue } = await import("./send-due.ts");
    await sendDue(context, options);
    return;
  }
  if (options.approve !== undefined || options.reject !== undefined) {
    const { decideOnDraft } = await import("./approve-draft.ts");
    await decideOnDraft(context, options);
    return;
  }
  const { config, now } = context;
  const newsletter = chooseNewsletter(config, key);
  const isAgain = options.only !== undefined || options.issue !== undefined || options.joined === true;
  printLinkDoubt(config);
  const cadence = chooseCadence(newsletter, options.cadence);
  const look = <T>(work: Parameters<typeof withLedgerIfAny<T>>[2]): Promise<T> =>
    withLedgerIfAny(context, newsletter, work, cadence);
  const send = (road: (open: WithLedger) => Promise<void>): Promise<void> =>
    withLedger(
      context,
      newsletter,
      (open) =>
        asSender(config.data, async () => {
          // A copied or restored data folder would send again what went out from elsewhere.
          await assertInstance({ config, database: open.database, now });
          await countSending(open.database, placeOf(config));
          await road(open);
        }),
      cadence,
    );

  if (options.to !== undefined) {
    const to = parseMailbox(options.to);
    const { sendTestTo } = await import("./send-test.ts");
    await look((open) => sendTestTo(context, open, to, options));
  } else if (options.dryRun === true && isAgain) {
    await look((open) => rehearseAgain(open, options));
  } else if (options.dryRun === true) {
    const { rehearseSend } = await import("./rehearse-send.ts");
    await look((open) => rehearseSend(context, open, options));
  } else if (isAgain) await send((open) => sendAgain(context, open, options));
  else if (await look(hasRecipients)) await send((open) => sendToReaders(context, open, options));
  else {
    const { rehearseForNobody } = await import("./send-test.ts");
    await look((open) => rehearseForNobody(context, open, options));
  }
}
