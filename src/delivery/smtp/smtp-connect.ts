import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import XOAuth2 from "nodemailer/lib/xoauth2";
import { GazetteError } from "../../platform/errors.ts";
import { connectFault, describe } from "./connect-fault.ts";
import { openReplyChannel, type ReplyChannel } from "./reply-channel.ts";
import { isThisMachine, type SmtpAddress } from "./smtp-address.ts";
import type { SmtpExtensions } from "./smtp-dialogue.ts";

/** A certificate of ours for servers that ask for one, and one of theirs to trust. Files in PEM. */
export interface SmtpTls {
  readonly certFile: string | undefined;
  readonly keyFile: string | undefined;
  readonly caFile: string | undefined;
}

/** A token instead of a password (XOAUTH2); renewed through the provider when it runs out. */
export interface SmtpOAuth2 {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly accessUrl: string;
}

export interface ConnectOptions {
  readonly address: SmtpAddress;
  readonly tls: SmtpTls | undefined;
  readonly oauth2: SmtpOAuth2 | undefined;
  readonly connectMs: number;
}

export interface SmtpLink {
  readonly channel: ReplyChannel;
  readonly extensions: SmtpExtensions;
}

/** What nodemailer's connection holds when it has greeted, secured and logged in; its types do not say so. */
interface ConnectionInside {
  readonly _socket?: Socket | false;
  readonly _supportedExtensions?: readonly string[];
  /** Of SIZE; 0: the server names no limit. */
  readonly _maxAllowedSize?: number;
}

/**
 * Connects, does TLS and login through nodemailer, and takes the socket over for a dialogue of our own. Away from this
 * machine, TLS is required and the certificate is checked.
 *
 * @throws GazetteError `smtp-unreachable` or `smtp-refused`; nothing was sent.
 */
export async function connectSmtp(options: ConnectOptions): Promise<SmtpLink> {
  const { address, connectMs } = options;
  const isLocal = isThisMachine(address.host);
  const connection = new SMTPConnection({
    host: address.host,
    port: address.port,
    secure: address.secure,
    requireTLS: !address.secure && !isLocal,
    opportunisticTLS: isLocal,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: connectMs,
    tls: {
      ...readTls(options.tls),
      ...(isLocal && options.tls === undefined ? { rejectUnauthorized: false } : {}),
    },
  });
  const place = `${address.host}:${address.port}`;
  const guard = AbortSignal.timeout(3 * connectMs);
  const fail = (): void => connection.close();
  guard.addEventListener("abort", fail);
  try {
    try {
      await settled(connection, (done) => connection.connect((error?: Error | null) => done(error)));
    } catch (error) {
      throw connectFault(error, address);
    }
    if (address.user !== "") await logIn(connection, options, guard);
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    guard.removeEventListener("abort", fail);
  }
  return takeOver(connection, place);
}

async function logIn(connection: SMTPConnection, options: ConnectOptions, guard: AbortSignal): Promise<void> {
  const place = `${options.address.host}:${options.address.port}`;
  const { user, password } = options.address;
  const auth =
    options.oauth2 === undefined
      ? { user, credentials: { user, pass: password } }
      : { user, method: "XOAUTH2", oauth2: new XOAuth2({ user, ...options.oauth2 }) };
  try {
    await settled(connection, (done) => connection.login(auth, done));
  } catch (error) {
    if (guard.aborted) {
      throw new GazetteError("smtp-unreachable", `${place} does not finish the login.`, {
        hint: "See the server's log; nothing was sent, and it is tried again.",
        cause: error,
      });
    }
    throw new GazetteError("smtp-refused", `${place} refuses the login: ${describe(error)}.`, {
      hint: "Check the user and password in SMTP_URL (percent-encode special characters); nothing was sent.",
      cause: error,
    });
  }
}

function takeOver(connection: SMTPConnection, place: string): SmtpLink {
  const inside = connection as unknown as ConnectionInside;
  const { _socket: socket, _supportedExtensions: offered, _maxAllowedSize: maxBytes = 0 } = inside;
  if (socket === undefined || socket === false || offered === undefined) {
    throw new Error("nodemailer's SMTP connection no longer has the socket where it had it.");
  }
  if (socket.destroyed) {
    throw new GazetteError("smtp-unreachable", `${place} closed the connection after the greeting.`, {
      hint: "Check the server's log; nothing was sent.",
    });
  }
  return {
    channel: openReplyChannel(socket),
    extensions: {
      pipelining: offered.includes("PIPELINING"),
      smtpUtf8: offered.includes("SMTPUTF8"),
      size: offered.includes("SIZE") ? { maxBytes } : undefined,
    },
  };
}

function readTls(tls: SmtpTls | undefined): Record<string, Buffer> {
  const read = (path: string): Buffer => {
    try {
      return readFileSync(path);
    } catch (error) {
      throw new GazetteError("config-invalid", `The TLS file ${path} cannot be read.`, {
        hint: "Check delivery.relays in the configuration.",
        cause: error,
      });
    }
  };
  return {
    ...(tls?.certFile === undefined ? {} : { cert: read(tls.certFile) }),
    ...(tls?.keyFile === undefined ? {} : { key: read(tls.keyFile) }),
    ...(tls?.caFile === undefined ? {} : { ca: read(tls.caFile) }),
  };
}

function settled(
  connection: SMTPConnection,
  start: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(error);
    connection.once("error", fail);
    connection.once("end", () => reject(new Error("the connection was closed")));
    start((error) => {
      connection.removeListener("error", fail);
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}
