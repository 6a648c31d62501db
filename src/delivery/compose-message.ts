import MailComposer from "nodemailer/lib/mail-composer";
import type { Mailbox } from "../platform/mailbox.ts";
import { digest } from "./message-id.ts";

/** One edition for one subscriber, before it is bytes. Text fields are plain; headers are encoded here. */
export interface Message {
  readonly from: Mailbox;
  readonly replyTo: Mailbox | undefined;
  readonly to: Mailbox;
  readonly subject: string;
  /** Fixed when the issue is frozen. */
  readonly date: Date;
  /** With angle brackets. */
  readonly messageId: string;
  readonly text: string;
  /** Pictures stand in it as `cid:NAME`. */
  readonly html: string;
  readonly images: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
  readonly list: {
    /** RFC 2919: the newsletter's identifier, such as `weekly.example.com`, and its title. */
    readonly id: string;
    readonly title: string;
    /** `mailto:` or `https:` addresses, in order of preference. */
    readonly unsubscribe: readonly string[];
  };
}

/** Octets a subject may have before encoding; RFC 5322 section 2.1.1 bounds the line, readers see 70 characters. */
const maxSubjectLength = 200;

/**
 * The message as SMTP sends it: multipart/alternative with the text first, pictures as multipart/related. The same
 * message gives the same bytes: boundaries come from the Message-ID.
 */
export async function composeMessage(message: Message): Promise<Buffer> {
  const used = message.images.filter(({ name }) => message.html.includes(`cid:${name}`));
  const composer = new MailComposer({
    from: { ...message.from },
    ...(message.replyTo === undefined ? {} : { replyTo: { ...message.replyTo } }),
    to: { ...message.to },
    subject: message.subject.slice(0, maxSubjectLength),
    date: message.date,
    messageId: message.messageId,
    text: toLf(message.text),
    html: toLf(message.html),
    textEncoding: "quoted-printable",
    newline: "win",
    attachments: used.map(({ name, contentType, bytes }) => ({
      cid: name,
      filename: name,
      contentType,
      content: Buffer.from(bytes),
      contentDisposition: "inline" as const,
    })),
    headers: {
      "List-Id": `${quoted(message.list.title)}<${message.list.id}>`,
      "List-Unsubscribe": message.list.unsubscribe.map((address) => `<${address}>`).join(", "),
      "Auto-Submitted": "auto-generated",
      Precedence: "bulk",
    },
    baseBoundary: digest(message.messageId),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, raw) => {
      if (error === null) resolve(raw);
      else reject(error);
    });
  });
}

/** A bare CR in a body breaks DKIM's body hash. */
function toLf(text: string): string {
  return text.replace(/\r\n?/gu, "\n");
}

/** A list title is a phrase (RFC 2919): ASCII in quotes; any other script is left to the Subject and the body. */
function quoted(title: string): string {
  return /^[\x20-\x7e]+$/u.test(title) ? `"${title.replace(/["\\]/gu, "")}" ` : "";
}
