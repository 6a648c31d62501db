import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { GazetteError } from "../platform/errors.ts";
import { type SmtpReply, toOutcome } from "./outcome.ts";
import type { OutgoingMessage, Transport, TransportFactory } from "./transport.ts";

const connectionTimeoutMs = 15_000;
const greetingTimeoutMs = 15_000;
const socketTimeoutMs = 120_000;

interface SmtpAddress {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`). */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
}

/**
 * Sends through the server of an `smtp:` or `smtps:` address; nodemailer's connection does TLS, login and the dialogue.
 * Away from this machine, TLS is required.
 */
export function createSmtpTransport(smtpUrl: string): TransportFactory {
  const address = parseSmtpUrl(smtpUrl);
  return {
    description: `${address.host}:${address.port}`,
    open: async () => createTransport(address, await connect(address)),
  };
}

function parseSmtpUrl(smtpUrl: string): SmtpAddress {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./u.test(host);
}

/** Connected and logged in. */
async function connect(address: SmtpAddress): Promise<SMTPConnection> {
  const connection = new SMTPConnection({
    host: address.host,
    port: address.port,
    secure: address.secure,
    requireTLS: !address.secure && !isThisMachine(address.host),
    opportunisticTLS: isThisMachine(address.host),
    connectionTimeout: connectionTimeoutMs,
    greetingTimeout: greetingTimeoutMs,
    socketTimeout: socketTimeoutMs,
  });
  try {
    await settled((done) => {
      connection.once("error", done);
      connection.connect((error?: Error | null) => done(error ?? null));
    });
  } catch (error) {
    connection.close();
    throw new GazetteError(
      "smtp-unreachable",
      `No SMTP server answers at ${address.host}:${address.port}: ${describe(error)}.`,
      {
        hint: "Check SMTP_URL and that the server is up; nothing was sent.",
        cause: error,
      },
    );
  }
  if (address.user === "") return connection;
  try {
    await settled((done) => {
      connection.login(
        { user: address.user, credentials: { user: address.user, pass: address.password } },
        done,
      );
    });
  } catch (error) {
    connection.close();
    throw new GazetteError(
      "smtp-refused",
      `${address.host}:${address.port} refuses the login: ${describe(error)}.`,
      {
        hint: "Check the user and password in SMTP_URL (percent-encode special characters); nothing was sent.",
        cause: error,
      },
    );
  }
  return connection;
}

function settled(start: (done: (error: Error | null | undefined) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/[\r\n]+/gu, " ").replace(/\.$/u, "");
}

function createTransport(address: SmtpAddress, first: SMTPConnection): Transport {
  let connection: SMTPConnection | undefined = first;

  const usable = async (): Promise<SMTPConnection> => {
    connection ??= await connect(address);
    return connection;
  };

  return {
    deliver: async (message, beforeBody) => {
      const current = await usable();
      const attempt = await send(current, message, beforeBody, address.host);
      if (attempt.broken || (attempt.reply.code !== 250 && !(await isReset(current)))) {
        current.close();
        connection = undefined;
      }
      if (attempt.refusal !== undefined) throw attempt.refusal;
      return toOutcome(attempt);
    },
    close: () => {
      connection?.quit();
      return Promise.resolve();
    },
  };
}

/** A refused message leaves the server in mid-transaction; RSET (RFC 5321 section 4.1.1.5) makes it ready for the next. */
async function isReset(connection: SMTPConnection): Promise<boolean> {
  try {
    await settled((done) => {
      connection.once("error", done);
      connection.reset(done);
    });
    return true;
  } catch {
    return false;
  }
}

interface Attempt {
  readonly bodyStarted: boolean;
  readonly reply: SmtpReply;
  /** The dialogue is over and the connection cannot be used again. */
  readonly broken: boolean;
  /** What `beforeBody` rejected with. */
  readonly refusal: Error | undefined;
}

/** nodemailer's errors do not tell how far a message got, so the body is a stream of ours that sees its first read. */
function send(
  connection: SMTPConnection,
  message: OutgoingMessage,
  beforeBody: () => Promise<void>,
  host: string,
): Promise<Attempt> {
  return new Promise((resolve) => {
    let bodyStarted = false;
    let refusal: Error | undefined;
    const body = new Readable({
      read() {
        if (bodyStarted) return;
        beforeBody().then(
          () => {
            bodyStarted = true;
            this.push(message.raw);
            this.push(null);
          },
          (error: unknown) => {
            refusal = error instanceof Error ? error : new Error(String(error));
            this.destroy(refusal);
          },
        );
      },
    });
    let ended = false;
    const finish = (error: unknown, response: string): void => {
      if (ended) return;
      ended = true;
      connection.removeListener("error", onError);
      const code = error === null ? 250 : responseCode(error);
      const broken = error !== null && code === undefined;
      resolve({ bodyStarted, refusal, broken, reply: toReply(code, response, host) });
    };
    const onError = (error: Error): void => finish(error, responseOf(error));
    connection.on("error", onError);
    connection.send({ from: message.envelope.from, to: [message.envelope.to] }, body, (error, info) => {
      if (error === null) finish(null, info.response);
      else finish(error, responseOf(error));
    });
  });
}

function responseCode(error: unknown): number | undefined {
  const code = error instanceof Error && "responseCode" in error ? error.responseCode : undefined;
  return typeof code === "number" && code >= 200 && code < 600 ? code : undefined;
}

function responseOf(error: unknown): string {
  if (error instanceof Error && "response" in error && typeof error.response === "string")
    return error.response;
  return describe(error);
}

function toReply(code: number | undefined, response: string, host: string): SmtpReply {
  const enhancedCode = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/u.exec(response)?.[1];
  return { code, enhancedCode, text: response.replace(/\s+/gu, " ").slice(0, 500), host };
}
