import type { Mailbox } from "../../platform/mailbox.ts";
import type { HeaderField, MessageSigner } from "../dkim/sign-message.ts";
import { encodeHeaderText, encodeMailbox } from "./header-text.ts";
import { type EditionPiece, prepareEdition } from "./prepare-edition.ts";
import { writeFields } from "./write-fields.ts";

/** A message to the people who run a newsletter, not to its readers. */
export interface Notice {
  readonly from: Mailbox;
  readonly to: Mailbox;
  /** One line. */
  readonly subject: string;
  readonly date: Date;
  /** With angle brackets. */
  readonly messageId: string;
  /** Message-ID of the message it belongs under (RFC 5322 section 3.6.4). */
  readonly inReplyTo?: string | undefined;
  readonly text: string;
  readonly html: string;
}

/** A notice as SMTP sends it: no list, nothing to unsubscribe from. */
export async function composeNotice(notice: Notice, signer: MessageSigner | undefined): Promise<Buffer[]> {
  const literal = (text: string): EditionPiece<undefined>[] => [{ kind: "literal", text }];
  const edition = prepareEdition<undefined>({
    text: literal(notice.text),
    html: literal(notice.html),
    images: [],
  });
  const body = edition.bodyFor(undefined);
  const fields: HeaderField[] = [
    { name: "From", value: encodeMailbox(notice.from, 6) },
    { name: "Subject", value: encodeHeaderText(notice.subject, 9) },
    { name: "Date", value: notice.date.toUTCString().replace("GMT", "+0000") },
    { name: "To", value: encodeMailbox(notice.to, 4) },
    { name: "Message-ID", value: notice.messageId },
    ...(notice.inReplyTo === undefined
      ? []
      : [
          { name: "In-Reply-To", value: notice.inReplyTo },
          { name: "References", value: notice.inReplyTo },
        ]),
    { name: "Auto-Submitted", value: "auto-generated" },
    { name: "MIME-Version", value: "1.0" },
    { name: "Content-Type", value: edition.contentType },
  ];
  const signature = signer === undefined ? "" : await signer.sign(fields, body.hash);
  return [Buffer.from(`${signature}${writeFields(fields)}\r\n`), ...body.blocks];
}
