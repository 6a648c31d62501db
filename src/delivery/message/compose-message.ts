import { asciiDomainOf, type Mailbox } from "../../platform/mailbox.ts";
import type { HeaderField, MessageSigner } from "../dkim/sign-message.ts";
import { encodeHeaderText, encodeList, encodeMailbox, encodeNamed } from "./header-text.ts";
import {
  type EditionPiece,
  type MessageImage,
  type PreparedEdition,
  prepareEdition,
} from "./prepare-edition.ts";
import { writeFields } from "./write-fields.ts";

/** What all messages of an issue say in their headers. */
export interface IssueHeaders {
  readonly from: Mailbox;
  readonly replyTo: Mailbox | undefined;
  readonly subject: string;
  /** Fixed when the issue is frozen. */
  readonly date: Date;
  readonly list: {
    /** RFC 2919: the newsletter's identifier, such as `weekly.example.com`, and its title. */
    readonly id: string;
    readonly title: string;
    /** `mailto:` or `https:` address with help on the list (RFC 2369). */
    readonly help: string;
  };
  /** Four parts with colons, the sender last, by which Gmail counts complaints. */
  readonly feedbackId: string;
}

/** What only one message says. */
export interface MessageHeaders {
  readonly to: Mailbox;
  /** With angle brackets. */
  readonly messageId: string;
  /** `https:` and `mailto:` addresses, in order of preference (RFC 2369); with one of `https:`, one click is enough (RFC 8058). */
  readonly unsubscribe: readonly string[];
}

/** Gives a message in blocks, most of which all messages of the edition share. */
export type MessageComposer<Reader> = (reader: Reader, headers: MessageHeaders) => Promise<readonly Buffer[]>;

/** Characters a subject may have: readers see 70, and an endless one is no subject. */
const maxSubjectLength = 200;
/** RFC 5322 section 2.1.1 allows 998 octets a line; an address that does not fit is left out. */
const maxAddressOctets = 900;

/**
 * Makes the messages of one edition: what they share is encoded once, what differs is put in for each. The same reader
 * gets the same bytes. Lines are at most 998 octets and none begins with a dot.
 */
export function createComposer<Reader>(
  issue: IssueHeaders,
  edition: PreparedEdition<Reader>,
  signer: MessageSigner | undefined,
): MessageComposer<Reader> {
  const before = headersBefore(issue);
  const after = headersAfter(issue, edition);
  signer?.share([...before, ...after]);
  const [textBefore, textAfter] = [writeFields(before), writeFields(after)];
  return async (reader, message) => {
    const body = edition.bodyFor(reader);
    const own = ownHeaders(message);
    const signature = signer === undefined ? "" : await signer.sign([...before, ...own, ...after], body.hash);
    const head = Buffer.from(`${signature}${textBefore}${writeFields(own)}${textAfter}\r\n`);
    return joinSmall([head, ...body.blocks]);
  };
}

/** Octets up to which copying a block costs less than handing it to the socket by itself. */
const smallBlock = 8 * 1024;

/** Joins small neighbours; large blocks, which messages share, stay as they are. */
function joinSmall(blocks: readonly Buffer[]): Buffer[] {
  const joined: Buffer[] = [];
  let small: Buffer[] = [];
  const close = (): void => {
    if (small.length > 0) joined.push(Buffer.concat(small));
    small = [];
  };
  for (const block of blocks) {
    if (block.length <= smallBlock) small.push(block);
    else {
      close();
      joined.push(block);
    }
  }
  close();
  return joined;
}

function headersBefore(issue: IssueHeaders): HeaderField[] {
  return [
    { name: "From", value: encodeMailbox(issue.from, 6) },
    ...(issue.replyTo === undefined ? [] : [{ name: "Reply-To", value: encodeMailbox(issue.replyTo, 10) }]),
    { name: "Subject", value: encodeHeaderText(cut(issue.subject, maxSubjectLength), 9) },
    { name: "Date", value: issue.date.toUTCString().replace("GMT", "+0000") },
  ];
}

/** The first `length` UTF-16 units, without half a character at the end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, "");
}

function ownHeaders({ to, messageId, unsubscribe }: MessageHeaders): HeaderField[] {
  const addresses = unsubscribe.filter((address) => address.length <= maxAddressOctets);
  const isOneClick = addresses.some((address) => address.startsWith("https:"));
  return [
    { name: "To", value: encodeMailbox(to, 4) },
    { name: "Message-ID", value: messageId },
    ...(addresses.length === 0
      ? []
      : [
          {
            name: "List-Unsubscribe",
            value: encodeList(
              addresses.map((address) => `<${address}>`),
              18,
            ),
          },
        ]),
    ...(isOneClick ? [{ name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" }] : []),
  ];
}

function headersAfter<Reader>(issue: IssueHeaders, edition: PreparedEdition<Reader>): HeaderField[] {
  const { id, title, help } = issue.list;
  return [
    { name: "List-Id", value: encodeNamed(title, asciiDomainOf(id), 9) },
    ...(help.length > maxAddressOctets ? [] : [{ name: "List-Help", value: `<${help}>` }]),
    { name: "Feedback-ID", value: issue.feedbackId },
    { name: "Auto-Submitted", value: "auto-generated" },
    { name: "Precedence", value: "bulk" },
    { name: "MIME-Version", value: "1.0" },
    { name: "Content-Type", value: edition.contentType },
  ];
}

/** One whole message, before it is bytes: for previews and tests. */
export interface Message
  extends Omit<IssueHeaders, "feedbackId" | "list">, Omit<MessageHeaders, "unsubscribe"> {
  readonly text: string;
  readonly html: string;
  readonly images: readonly MessageImage[];
  readonly list: IssueHeaders["list"] & { readonly unsubscribe: readonly string[] };
  readonly feedbackId: string;
}

/** A message of its own, as SMTP sends it. */
export async function composeMessage(message: Message, signer?: MessageSigner): Promise<Buffer> {
  const literal = (text: string): EditionPiece<undefined>[] => [{ kind: "literal", text }];
  const edition = prepareEdition<undefined>({
    text: literal(message.text),
    html: literal(message.html),
    images: message.images,
  });
  const { to, messageId, list } = message;
  const compose = createComposer(message, edition, signer);
  return Buffer.concat(await compose(undefined, { to, messageId, unsubscribe: list.unsubscribe }));
}
