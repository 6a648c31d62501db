import type { Config } from "../../config/config.ts";
import { createComposer, type IssueHeaders } from "../../delivery/message/compose-message.ts";
import { needsUtf8 } from "../../delivery/message/header-text.ts";
import { type MessageImage, prepareEdition } from "../../delivery/message/prepare-edition.ts";
import { verpAddress, verpToken } from "../../delivery/message/verp.ts";
import type { MessageSigner } from "../../delivery/dkim/sign-message.ts";
import type { OutgoingMessage } from "../../delivery/transport.ts";
import { asciiDomain, type Mailbox, normaliseAddress } from "../../platform/mailbox.ts";
import { localDay } from "../../platform/zoned-text.ts";
import type { Edition, Reader } from "../../rendering/edition.ts";
import { cutEdition, type EditionPiece } from "../../rendering/edition-pieces.ts";
import { type IssueSender, messageIdFor, readerOf, unsubscribeAddresses } from "../readers/address-reader.ts";
import { messageFileName } from "../readers/message-file-name.ts";

/** An edition cut where its readers differ. */
export interface CutEdition {
  readonly html: readonly EditionPiece[];
  readonly text: readonly EditionPiece[];
  /** The same for all editions that share pieces. */
  readonly boundarySeed?: string;
}

/** Cuts an edition that stands for itself. */
export function cutWhole({ html, text }: Pick<Edition, "html" | "text">): CutEdition {
  return { html: cutEdition(html), text: cutEdition(text) };
}

/** What an issue gives each of its messages. */
export interface MessageSource {
  readonly config: Pick<Config, "publicUrl" | "secret" | "delivery">;
  readonly sender: IssueSender;
  /** Newsletter, cadence and slot: what Message-IDs are made from. */
  readonly issueKey: string;
  /** The issue's row in the ledger; 0 for a message the ledger does not know. */
  readonly issueId: number;
  readonly slot: Date;
  readonly timeZone: string;
  readonly headers: IssueHeaders;
  readonly edition: CutEdition;
  readonly images: readonly MessageImage[];
}

/** Writes one reader's message, ready for SMTP. */
export type MessageWriter = (to: Mailbox) => Promise<OutgoingMessage>;

/** Encodes what all messages of an edition share and gives the writer of single ones. */
export function openMessageWriter(source: MessageSource, signer: MessageSigner | undefined): MessageWriter {
  const { config, sender, issueKey, issueId, headers, edition, images } = source;
  const prepared = prepareEdition<Reader>({
    ...edition,
    images,
  });
  const compose = createComposer(headers, prepared, signer);
  const day = localDay(source.slot, source.timeZone);
  const returnPath = asciiDomain(config.delivery.returnPath ?? sender.from.address);
  const senderAddresses = [returnPath, sender.from.address, sender.replyTo?.address ?? ""];
  const isUtf8Sender = senderAddresses.some(needsUtf8);
  return async (to) => {
    const messageId = messageIdFor(sender, issueKey, normaliseAddress(to.address));
    const from = config.delivery.verp
      ? verpAddress(returnPath, { issueId, token: verpToken(messageId), address: to.address })
      : returnPath;
    const unsubscribe = unsubscribeAddresses(sender, config, to.address);
    return {
      envelope: { from, to: asciiDomain(to.address) },
      isUtf8: isUtf8Sender || needsUtf8(to.address),
      get fileName() {
        return messageFileName(day, sender.key, to.address, issueKey);
      },
      blocks: await compose(readerOf(to, unsubscribe), { to, messageId, unsubscribe }),
    };
  };
}
