import { randomUUID } from "node:crypto";
import type { Config, NewsletterConfig } from "../config/config.ts";
import { composeNotice, type Notice } from "../delivery/message/compose-notice.ts";
import { needsUtf8 } from "../delivery/message/header-text.ts";
import { GazetteError } from "../platform/errors.ts";
import { asciiDomain, asciiDomainOf, type Mailbox } from "../platform/mailbox.ts";
import { chooseRelays, openSigner } from "./choose-relays.ts";

export type NoticeText = Pick<Notice, "subject" | "text" | "html" | "inReplyTo">;

/**
 * Sends a message to the people who run a newsletter, by the first relay that takes it.
 *
 * @returns Its Message-ID, or undefined where nobody of them could be written to.
 */
export async function sendNotice(
  config: Config,
  { from }: Pick<NewsletterConfig, "from">,
  recipients: readonly Mailbox[],
  notice: NoticeText,
  date: Date,
): Promise<string | undefined> {
  const messageId = `<${randomUUID()}@${asciiDomainOf(from.address)}>`;
  const signer = openSigner(config.delivery);
  for (const { transport: factory } of chooseRelays(config)) {
    try {
      const transport = await factory.open();
      try {
        let taken = 0;
        for (const [index, to] of recipients.entries()) {
          const { state } = await transport.deliver(
            {
              envelope: { from: asciiDomain(from.address), to: asciiDomain(to.address) },
              isUtf8: needsUtf8(to.address) || needsUtf8(from.address),
              fileName: `notice-${messageId.slice(1, 9)}-${index + 1}.eml`,
              blocks: await composeNotice({ ...notice, from, to, date, messageId }, signer),
            },
            () => Promise.resolve(),
          );
          if (state === "accepted" || state === "uncertain") taken += 1;
        }
        if (taken > 0) return messageId;
      } finally {
        await transport.close();
      }
    } catch (error) {
      if (!(error instanceof GazetteError)) throw error;
    }
  }
  return undefined;
}
