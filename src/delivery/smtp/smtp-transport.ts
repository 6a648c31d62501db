import { setTimeout as delay } from "node:timers/promises";
import { type Outcome, toOutcome } from "../outcome.ts";
import type { OutgoingMessage, Transport, TransportFactory } from "../transport.ts";
import { parseSmtpUrl } from "./smtp-address.ts";
import {
  connectSmtp,
  type ConnectOptions,
  type SmtpLink,
  type SmtpOAuth2,
  type SmtpTls,
} from "./smtp-connect.ts";
import { sendOverChannel, sizeOf, type SmtpExtensions, type SmtpTimeouts } from "./smtp-dialogue.ts";

export interface SmtpOptions {
  /** `smtp:` or `smtps:`, with its password: never print it. */
  readonly url: string;
  readonly tls?: SmtpTls | undefined;
  readonly oauth2?: SmtpOAuth2 | undefined;
  readonly timeouts?: Partial<SmtpTimeouts> & { readonly connectMs?: number };
}

const defaultTimeouts = { connectMs: 15_000, commandMs: 120_000, endMs: 600_000 };
const quitMs = 500;
/** A server whose connection takes fewer announced messages than this is told of none any more: it costs more than it saves. */
const worthAnnouncing = 10;

/** Sends through an SMTP server; each transport holds one connection and opens another where it was lost. */
export function createSmtpTransport(options: SmtpOptions): TransportFactory {
  const address = parseSmtpUrl(options.url);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const connect: ConnectOptions = {
    address,
    tls: options.tls,
    oauth2: options.oauth2,
    connectMs: timeouts.connectMs,
  };
  const place = `${address.host}:${address.port}`;
  const server: ServerHabits = { takesAnnounced: true };
  return {
    name: place,
    description: place,
    open: async () => createTransport(connect, timeouts, server, await connectSmtp(connect)),
  };
}

/** What one connection learns of a server for all of them. */
interface ServerHabits {
  takesAnnounced: boolean;
}

function createTransport(
  connect: ConnectOptions,
  timeouts: SmtpTimeouts,
  server: ServerHabits,
  first: SmtpLink,
): Transport {
  const { host } = connect.address;
  let link: SmtpLink | undefined = first;
  let announced: OutgoingMessage | undefined;
  /** How many announced messages the connection has taken. */
  let taken = 0;
  const hangUp = (): void => {
    link?.channel.close();
    link = undefined;
    announced = undefined;
    taken = 0;
  };
  const forgoAnnounced = (): void => {
    if (taken < worthAnnouncing) server.takesAnnounced = false;
    hangUp();
  };
  return {
    deliver: async (message, beforeBody, upcoming) => {
      // A server that waits for an announced message takes no other.
      if (announced !== undefined && announced !== message) hangUp();
      for (;;) {
        if (link?.channel.isOpen() !== true) {
          if (announced === undefined) hangUp();
          else forgoAnnounced();
          link = await connectSmtp(connect);
        }
        const isAnnounced = announced !== undefined;
        const { channel, extensions } = link;
        const refusal = refusalOf(message, extensions, host);
        if (refusal !== undefined) return refusal;
        const result = await sendOverChannel(channel, message, beforeBody, {
          host,
          extensions,
          timeouts,
          isAnnounced,
          upcoming: () => {
            const next = server.takesAnnounced ? upcoming?.() : undefined;
            return next === undefined || refusalOf(next, extensions, host) !== undefined ? undefined : next;
          },
        });
        if (result === undefined) {
          forgoAnnounced();
          continue;
        }
        if (isAnnounced) taken += 1;
        if (result.isReusable) announced = result.announced;
        else hangUp();
        return toOutcome(result.attempt);
      }
    },
    close: async () => {
      if (link?.channel.isOpen() !== true) return;
      // To a server that waits for a message, QUIT would be its first line.
      if (announced === undefined) {
        link.channel.write("QUIT\r\n");
        // A courtesy: a server that takes its time over it is left alone.
        await Promise.race([link.channel.ask(quitMs), delay(quitMs, undefined, { ref: false })]);
      }
      hangUp();
    },
  };
}

/** What the server would say of a message for what it is; nothing of it is sent. */
function refusalOf(
  message: OutgoingMessage,
  { smtpUtf8, size }: SmtpExtensions,
  host: string,
): Outcome | undefined {
  if (message.isUtf8 && !smtpUtf8) return notOffered(host);
  const { maxBytes = 0 } = size ?? {};
  return maxBytes > 0 && sizeOf(message) > maxBytes ? tooBig(host, sizeOf(message), maxBytes) : undefined;
}

/** RFC 6531 section 3.5: the client must not try; the code is the one such a server would give. */
function notOffered(host: string): Outcome {
  const text = "553 5.6.7 the server does not take addresses beyond ASCII (SMTPUTF8); nothing was sent";
  return { state: "failed", phase: "rcpt", reply: { code: 553, enhancedCode: "5.6.7", text, host } };
}

/** RFC 1870 section 6.1: no need to ask. Said at MAIL, as the server would: every further message is too big as well. */
function tooBig(host: string, bytes: number, maxBytes: number): Outcome {
  const text = `552 5.3.4 the message has ${bytes} bytes and the server takes ${maxBytes} (SIZE); nothing was sent`;
  return { state: "failed", phase: "mail", reply: { code: 552, enhancedCode: "5.3.4", text, host } };
}
