import { randomUUID } from "node:crypto";
import { GazetteError } from "../../platform/errors.ts";
import type { Mailbox } from "../../platform/mailbox.ts";
import { readFrozen } from "../../storage/schedule/drafts.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import { issueHeaders, issueKeyOf } from "../readers/address-reader.ts";
import { chooseRelays, openSigner } from "../sending/choose-relays.ts";
import { senderOf } from "../freezing/freeze-built-issue.ts";
import type { OpenContext } from "../timetable/schedule-run.ts";
import { cutWhole, openMessageWriter } from "../sending/write-messages.ts";

/** Sends the editors a draft as its readers will get it, marked as one. */
export async function sendSample(
  { config, newsletter, cadence }: OpenContext,
  draft: DraftRow,
  editors: readonly Mailbox[],
): Promise<void> {
  const { editions, images, issue } = readFrozen(draft);
  const [edition] = editions;
  if (edition === undefined) return;
  const slot = new Date(draft.slot);
  const sender = senderOf(newsletter);
  const headers = issueHeaders(sender, {
    number: draft.number,
    subject: `[Draft] ${issue.subject}`,
    date: slot,
  });
  const write = openMessageWriter(
    {
      config,
      sender,
      issueKey: `${issueKeyOf(newsletter.key, cadence, slot)}/draft/${randomUUID()}`,
      issueId: 0,
      slot,
      timeZone: newsletter.timeZone,
      headers,
      edition: cutWhole({ html: edition.html.join(""), text: edition.text.join("") }),
      images,
    },
    openSigner(config.delivery),
  );
  const [relay] = chooseRelays(config);
  try {
    const transport = await relay.transport.open();
    try {
      for (const editor of editors) await transport.deliver(await write(editor), () => Promise.resolve());
    } finally {
      await transport.close();
    }
  } catch (error) {
    // They have the review and its command; the issue is in `out/` too.
    if (!(error instanceof GazetteError)) throw error;
  }
}
