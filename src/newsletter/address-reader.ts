import { composeMessage, type Message } from "../delivery/compose-message.ts";
import { messageIdOf } from "../delivery/message-id.ts";
import type { NewsletterConfig } from "../config/config.ts";
import type { Mailbox } from "../platform/mailbox.ts";
import type { Edition, PersonalEdition, Reader } from "../rendering/edition.ts";
import { personalise } from "../rendering/personalise.ts";

/** The reader of previews and of sends before anyone is subscribed. `example.com` never receives mail (RFC 2606). */
export const sampleReader: Mailbox = { name: "A Reader", address: "reader@example.com" };

/** What an issue gives each of its messages. */
export interface MessageSource {
  readonly newsletter: NewsletterConfig;
  /** Newsletter, cadence and slot: what Message-IDs are made from. */
  readonly issueKey: string;
  readonly frozenAt: Date;
  readonly edition: Pick<Edition, "subject" | "preheader" | "html" | "text">;
  readonly images: Message["images"];
}

/** The key of an issue, the same however often it is built. */
export function issueKeyOf(newsletter: string, cadence: string, slot: Date): string {
  return `${newsletter}/${cadence}/${slot.toISOString()}`;
}

export function messageIdFor(
  source: Pick<MessageSource, "newsletter" | "issueKey">,
  address: string,
): string {
  return messageIdOf(source.issueKey, address, domainOf(source.newsletter.from.address));
}

/** One reader's own copy of an issue. */
export function personaliseFor(
  { newsletter, edition }: Pick<MessageSource, "newsletter" | "edition">,
  to: Mailbox,
): PersonalEdition {
  const reader: Reader = {
    address: to.address,
    name: to.name,
    unsubscribeUrl: unsubscribeAddress(newsletter),
    preferencesUrl: "",
  };
  return personalise({ ...edition, mjml: "" }, reader);
}

/** One reader's message, as bytes for SMTP. */
export async function composeFor(source: MessageSource, to: Mailbox): Promise<Buffer> {
  const { newsletter } = source;
  return composeMessage({
    from: newsletter.from,
    replyTo: newsletter.replyTo,
    to,
    subject: source.edition.subject,
    date: source.frozenAt,
    messageId: messageIdFor(source, to.address),
    images: source.images,
    list: {
      id: `${newsletter.key}.${domainOf(newsletter.from.address)}`,
      title: newsletter.title,
      unsubscribe: [unsubscribeAddress(newsletter)],
    },
    ...personaliseFor(source, to),
  });
}

/** RFC 6068; a person or the list's mailbox acts on it until there are public pages. */
function unsubscribeAddress({ from, replyTo, key }: NewsletterConfig): string {
  const { address } = replyTo ?? from;
  return `mailto:${address}?subject=${encodeURIComponent(`unsubscribe ${key}`)}`;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
