import { randomUUID } from "node:crypto";
import type { Config, NewsletterConfig } from "../../config/config.ts";
import { composeNotice, type Notice } from "../../delivery/message/compose-notice.ts";
import { needsUtf8 } from "../../delivery/message/header-text.ts";
import type { Outcome } from "../../delivery/outcome.ts";
import type { OutgoingMessage, TransportFactory } from "../../delivery/transport.ts";
import { GazetteError } from "../../platform/errors.ts";
import { asciiDomain, asciiDomainOf, type Mailbox } from "../../platform/mailbox.ts";
import { chooseRelays, openSigner } from "../sending/choose-relays.ts";

export type NoticeText = Pick<Notice, "subject" | "text" | "html" | "inReplyTo">;

/** Whom a notice reached. Who is in neither list was refused for good. */
export interface NoticeEnd {
  readonly reached: readonly Mailbox[];
  /** Whom it may reach another time. */
  readonly waiting: readonly Mailbox[];
}

/** Sends a message to the people who run a newsletter: whom one relay does not take it for, the next one may. */
export async function sendNotice(
  config: Config,
  { from }: Pick<NewsletterConfig, "from">,
  recipients: readonly Mailbox[],
  notice: NoticeText,
  date: Date,
): Promise<NoticeEnd> {
  const messageId = `<${randomUUID()}@${asciiDomainOf(from.address)}>`;
  const reached = new Set<Mailbox>();
  const refused = new Set<Mailbox>();
  const waiting = (): Mailbox[] => recipients.filter((to) => !reached.has(to));
  try {
    const signer = openSigner(config.delivery);
    for (const { transport } of chooseRelays(config)) {
      const write = (to: Mailbox): Promise<Buffer[]> =>
        composeNotice({ ...notice, from, to, date, messageId }, signer);
      await overRelay(transport, waiting(), async (deliver, to) => {
        const outcome = await deliver({
          envelope: { from: asciiDomain(from.address), to: asciiDomain(to.address) },
          isUtf8: needsUtf8(to.address) || needsUtf8(from.address),
          fileName: `notice-${messageId.slice(1, 9)}-${recipients.indexOf(to) + 1}.eml`,
          blocks: await write(to),
        });
        if (outcome.state === "accepted" || outcome.state === "uncertain") reached.add(to);
        else if (isAboutThem(outcome)) refused.add(to);
      });
    }
  } catch (error) {
    // A key that cannot sign is a setting to mend, as a relay that cannot be reached is; `gazette doctor` names both.
    if (!(error instanceof GazetteError)) throw error;
  }
  return { reached: [...reached], waiting: waiting().filter((to) => !refused.has(to)) };
}

type Deliver = (message: OutgoingMessage) => Promise<Outcome>;

/** Hands over to each person; a relay that is lost is left for the next one. */
async function overRelay(
  factory: TransportFactory,
  people: readonly Mailbox[],
  handOver: (deliver: Deliver, to: Mailbox) => Promise<void>,
): Promise<void> {
  if (people.length === 0) return;
  try {
    const transport = await factory.open();
    try {
      for (const to of people)
        await handOver((message) => transport.deliver(message, () => Promise.resolve()), to);
    } finally {
      await transport.close();
    }
  } catch (error) {
    if (!(error instanceof GazetteError)) throw error;
  }
}

/** The server refused this recipient for good, and not us. */
function isAboutThem({ state, phase }: Outcome): boolean {
  return state === "failed" && phase !== "connect" && phase !== "mail";
}
