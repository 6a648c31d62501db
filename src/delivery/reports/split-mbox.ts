import { createHash } from "node:crypto";

/** One message as it lay among others. */
export interface RawMessage {
  /** From its first byte on, at most `maxMessageBytes`: a report says what it has to say at its beginning. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the whole message in hexadecimal. */
  readonly hash: string;
}

/** Words, codes and the headers of the returned message come first, and reading a line costs more than its bytes. */
export const maxMessageBytes = 256 * 1024;

const newline = 0x0a;
const carriageReturn = 0x0d;
const separator = Buffer.from("\nFrom ");

/**
 * Cuts a stream into messages: an mbox at its lines that begin with "From " after an empty line (RFC 4155), anything else is
 * one message. Holds one message of at most `maxMessageBytes` at a time, however long the stream or its lines are.
 */
export async function* splitMbox(input: AsyncIterable<Uint8Array>): AsyncGenerator<RawMessage> {
  let message = openMessage();
  let isMbox: boolean | undefined;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of input) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    if (isMbox === undefined) {
      if (rest.length < separator.length) continue;
      isMbox = rest.subarray(0, 5).equals(separator.subarray(1));
    }
    if (isMbox) {
      for (let at = findSeparator(rest); at >= 0; at = findSeparator(rest)) {
        message.add(rest.subarray(0, at + 1));
        if (!message.isEmpty()) yield message.close();
        message = openMessage();
        rest = rest.subarray(at + 1);
      }
    }
    // What may be the beginning of a separator waits for what follows.
    const held = isMbox ? Math.min(rest.length, separator.length + 2) : 0;
    message.add(rest.subarray(0, rest.length - held));
    rest = rest.subarray(rest.length - held);
  }
  message.add(rest);
  if (!message.isEmpty()) yield message.close();
}

/** The place of the line feed before a "From " line that follows an empty one; -1 where there is none. */
function findSeparator(bytes: Buffer): number {
  let at = bytes.indexOf(separator);
  while (at >= 0) {
    const before = bytes[at - 1] === carriageReturn ? at - 2 : at - 1;
    if (bytes[before] === newline) return at;
    at = bytes.indexOf(separator, at + 1);
  }
  return -1;
}

function openMessage(): {
  add: (bytes: Buffer) => void;
  isEmpty: () => boolean;
  close: () => RawMessage;
} {
  const hash = createHash("sha256");
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let total = 0;
  return {
    add: (bytes) => {
      total += bytes.length;
      hash.update(bytes);
      if (keptBytes >= maxMessageBytes || bytes.length === 0) return;
      const part = Buffer.from(bytes.subarray(0, maxMessageBytes - keptBytes));
      keptBytes += part.length;
      kept.push(part);
    },
    isEmpty: () => total === 0,
    close: () => ({ bytes: withoutSeparator(Buffer.concat(kept)), hash: hash.digest("hex") }),
  };
}

function withoutSeparator(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 5).equals(separator.subarray(1))) return bytes;
  const end = bytes.indexOf(newline);
  return end < 0 ? bytes : bytes.subarray(end + 1);
}
