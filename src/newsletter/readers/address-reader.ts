import type { IssueHeaders } from "../../delivery/message/compose-message.ts";
import { messageIdOf } from "../../delivery/message/message-id.ts";
import type { Config } from "../../config/config.ts";
import { asciiDomainOf, type Mailbox, normaliseAddress } from "../../platform/mailbox.ts";
import type { Edition, PersonalEdition, Reader } from "../../rendering/edition.ts";
import { personalise } from "../../rendering/personalise.ts";
import { signUnsubscribe } from "../../subscribers/unsubscribe-token.ts";

/** The reader of previews and of sends before anyone is subscribed. `example.com` never receives mail (RFC 2606). */
export const sampleReader: Mailbox = { name: "A Reader", address: "reader@example.com" };

/** Who an issue comes from: frozen with it, so that a change of the configuration never changes a retry. */
export interface IssueSender {
  readonly key: string;
  readonly title: string;
  readonly from: Mailbox;
  readonly replyTo: Mailbox | undefined;
  /**
   * Random, made when the issue is frozen: without the ledger nobody can guess another reader's Message-ID, so a report that
   * has it speaks of that delivery. Issues frozen before it was kept, and previews, have none.
   */
  readonly messageKey?: string;
}

/** What the links to the public pages are made with. */
export type LinkConfig = Pick<Config, "publicUrl" | "secret">;

/** The key of an issue, the same however often it is built. */
export function issueKeyOf(newsletter: string, cadence: string, slot: Date): string {
  return `${newsletter}/${cadence}/${slot.toISOString()}`;
}

/** @param address Normalised: it is the same however often and wherever it is asked for. */
export function messageIdFor(sender: IssueSender, issueKey: string, address: string): string {
  const key = sender.messageKey === undefined ? issueKey : `${issueKey}\n${sender.messageKey}`;
  return messageIdOf(key, address, asciiDomainOf(sender.from.address));
}

/**
 * Where a reader leaves the newsletter, the best way first: a signed link where there are public pages (RFC 8058 wants
 * HTTPS), and a message to the list's owner.
 */
export function unsubscribeAddresses(sender: IssueSender, links: LinkConfig, address: string): string[] {
  const { publicUrl, secret } = links;
  const mailto = ownerAddress(sender, `unsubscribe ${sender.key}`);
  if (publicUrl?.startsWith("https://") !== true || secret === undefined) return [mailto];
  const token = signUnsubscribe({ newsletter: sender.key, address: normaliseAddress(address) }, secret);
  return [`${publicUrl.replace(/\/+$/u, "")}/unsubscribe/${token}`, mailto];
}

/**
 * What the slots of an edition are filled with for one reader.
 *
 * @param unsubscribe What `unsubscribeAddresses` says of the reader.
 */
export function readerOf(to: Mailbox, [unsubscribeUrl = ""]: readonly string[]): Reader {
  return { address: to.address, name: to.name, unsubscribeUrl, preferencesUrl: "" };
}

/** What makes one reader's copy: links to public pages are left out where nobody says how to sign them. */
export interface CopySource {
  readonly newsletter: IssueSender;
  readonly edition: Pick<Edition, "subject" | "preheader" | "html" | "text">;
  readonly links?: LinkConfig;
}

const noLinks: LinkConfig = { publicUrl: undefined, secret: undefined };

/** One reader's own copy of an edition. */
export function personaliseFor({ newsletter, edition, links }: CopySource, to: Mailbox): PersonalEdition {
  return personalise(
    { ...edition, mjml: "" },
    readerOf(to, unsubscribeAddresses(newsletter, links ?? noLinks, to.address)),
  );
}

/** What all messages of an issue say in their headers. */
export function issueHeaders(
  sender: IssueSender,
  issue: { readonly number: number; readonly subject: string; readonly date: Date },
): IssueHeaders {
  const domain = asciiDomainOf(sender.from.address);
  return {
    from: sender.from,
    replyTo: sender.replyTo,
    subject: issue.subject,
    date: issue.date,
    list: {
      id: `${sender.key}.${domain}`,
      title: sender.title,
      help: ownerAddress(sender, `help ${sender.key}`),
    },
    // The part after the last colon names the sender; the others are what it wants complaints counted by.
    feedbackId: `${sender.key}-${issue.number}:${sender.key}:digest:${domain.replace(/[^\w.-]/gu, "") || "gazette"}`,
  };
}

/** RFC 6068: ASCII, whatever the address is, so that its header is. A person or the list's mailbox acts on it. */
function ownerAddress({ from, replyTo }: IssueSender, subject: string): string {
  const { address } = replyTo ?? from;
  const local = encodeURIComponent(address.slice(0, address.lastIndexOf("@"))).replaceAll("%2B", "+");
  return `mailto:${local}@${asciiDomainOf(address)}?subject=${encodeURIComponent(subject)}`;
}
