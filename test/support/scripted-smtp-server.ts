import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { TLSSocket, type TLSSocketOptions } from "node:tls";
import { onTestFinished } from "vitest";

/** One message the server took in full: up to the final dot. */
export interface TakenMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  /** The reply's code; undefined where the server did not answer. */
  readonly code: number | undefined;
}

/**
 * What the script says to a step: a whole reply; or `drop` (destroys the connection), `reset` (RST), `end` (FIN, half-closed),
 * `silence`; or bytes as they are, all at once or trickled, and then perhaps one of these.
 */
export type ScriptedAnswer =
  | string
  | {
      readonly bytes: string;
      readonly everyMs?: number;
      readonly then?: "drop" | "reset" | "end" | "usual";
    };

export interface SmtpScript {
  /** Keys and certificates; STARTTLS is offered where `extensions` names it. */
  readonly tls?: TLSSocketOptions;
  /** TLS from the first byte. */
  readonly secure?: boolean;
  /** Answers one step; undefined: the usual answer. `step` is the verb, or `data-end` for the final dot. */
  readonly answer?: (step: string, line: string) => ScriptedAnswer | undefined;
  readonly extensions?: readonly string[];
  /** Called with each piece of a body as it comes, before the final dot is looked for; `drop` or `reset` ends the connection. */
  readonly onBody?: (to: readonly string[], bytes: number) => "drop" | "reset" | undefined;
}

export interface ScriptedSmtpServer {
  readonly url: string;
  readonly port: number;
  /** Every message whose final dot arrived, in order, whatever was answered to it. */
  readonly completed: TakenMessage[];
  readonly connections: () => number;
  /** The most connections that it had at a time. */
  readonly mostOpen: () => number;
  /** Ends every connection and listens no more, as a server that is shut down. */
  readonly stop: () => Promise<void>;
  /** Listens again at the same port. */
  readonly restart: () => Promise<void>;
}

/**
 * A plain SMTP server (RFC 5321) that keeps its own log of every completed DATA and misbehaves as the script says.
 * Stopped when the test ends.
 */
export async function startScriptedSmtpServer(script: SmtpScript = {}): Promise<ScriptedSmtpServer> {
  const completed: TakenMessage[] = [];
  const sockets = new Set<Socket>();
  let [connections, mostOpen] = [0, 0];
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    mostOpen = Math.max(mostOpen, sockets.size);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    socket.setNoDelay(true);
    if (script.secure === true) secure(socket, script, completed, "greeting");
    else serve(socket, script, completed, "greeting");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const { port } = address;
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, "close");
  };
  onTestFinished(stop);
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    completed,
    connections: () => connections,
    mostOpen: () => mostOpen,
    stop,
    restart: async () => {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
  };
}

type Beginning = "greeting" | "no greeting";

function secure(socket: Socket, script: SmtpScript, completed: TakenMessage[], begin: Beginning): void {
  const secured = new TLSSocket(socket, { ...script.tls, isServer: true });
  secured.on("error", () => socket.destroy());
  secured.once("secure", () => {
    if (script.tls?.requestCert === true && Object.keys(secured.getPeerCertificate()).length === 0)
      secured.destroy();
    else serve(secured, script, completed, begin);
  });
}

function serve(socket: Socket, script: SmtpScript, completed: TakenMessage[], begin: Beginning): void {
  let buffered = "";
  let data: string | undefined;
  let from: string | undefined;
  let to: string[] = [];
  /** Once silent, silent for good. */
  let isSilent = false;
  /** A server says one thing at a time: what comes meanwhile waits. */
  let isTrickling = false;

  const end = (how: string): boolean => {
    if (how === "drop") socket.destroy();
    else if (how === "reset") socket.resetAndDestroy();
    else if (how === "end") socket.end();
    else return how === "silence";
    return true;
  };

  /** @returns The code that was said; undefined where nothing whole was. */
  const say = (step: string, line: string, usual: string): number | undefined => {
    if (isSilent) return undefined;
    const answer = script.answer?.(step, line) ?? usual;
    isSilent = answer === "silence";
    if (typeof answer === "string") {
      if (end(answer)) return undefined;
      socket.write(`${answer}\r\n`);
      return Number(answer.slice(0, 3));
    }
    const { bytes, everyMs, then } = answer;
    if (everyMs === undefined) socket.write(bytes);
    else {
      isTrickling = true;
      trickle(socket, bytes, everyMs, () => {
        isTrickling = false;
        readOn();
      });
    }
    if (then === "usual") socket.write(`${usual}\r\n`);
    else if (then !== undefined) end(then);
    return bytes.endsWith("\r\n") && /(?:^|\n)\d{3} [^\n]*\n$/u.test(bytes)
      ? Number(bytes.slice(0, 3))
      : undefined;
  };

  const command = (line: string): void => {
    const verb = line.split(/[\s:]/u)[0]?.toUpperCase() ?? "";
    if (verb === "EHLO") {
      const lines = ["sink.example", ...(script.extensions ?? [])];
      const usual = lines
        .map((text, index) => `250${index === lines.length - 1 ? " " : "-"}${text}`)
        .join("\r\n");
      say(verb, line, usual);
    } else if (verb === "MAIL") {
      const isTaken = say(verb, line, "250 2.1.0 OK") === 250;
      from = isTaken ? (/<([^>]*)>/u.exec(line)?.[1] ?? "") : undefined;
      to = [];
    } else if (verb === "RCPT" && from === undefined) {
      say(verb, line, "503 5.5.1 No sender");
    } else if (verb === "RCPT") {
      if (say(verb, line, "250 2.1.5 OK") === 250) to.push(/<([^>]*)>/u.exec(line)?.[1] ?? "");
    } else if (verb === "DATA") {
      // As RFC 2920 allows: DATA without a recipient is refused.
      if (to.length === 0) say(verb, line, "503 5.5.1 No recipient");
      else if (say(verb, line, "354 Go ahead") === 354) data = "";
    } else if (verb === "STARTTLS") {
      if (say(verb, line, "220 2.0.0 Begin") !== 220) return;
      socket.removeAllListeners("data");
      secure(socket, script, completed, "no greeting");
    } else if (verb === "QUIT") {
      say(verb, line, "221 2.0.0 Bye");
      socket.end();
    } else {
      say(verb, line, verb === "RSET" || verb === "NOOP" ? "250 2.0.0 OK" : "502 5.5.1 Not known");
    }
  };

  const readOn = (): void => {
    for (;;) {
      if (socket.destroyed || isTrickling) return;
      if (data !== undefined) {
        const end = /^\.\r\n|\r\n\.\r\n/u.exec(buffered);
        if (end === null) return;
        const raw = buffered.slice(0, end.index).replace(/(^|\r\n)\.\./gu, "$1.");
        buffered = buffered.slice(end.index + end[0].length);
        data = undefined;
        const code = say("data-end", to[0] ?? "", "250 2.0.0 Taken");
        completed.push({ from: from ?? "", to, raw: Buffer.from(raw, "latin1").toString("utf8"), code });
        continue;
      }
      const newline = buffered.indexOf("\r\n");
      if (newline < 0) return;
      const line = buffered.slice(0, newline);
      buffered = buffered.slice(newline + 2);
      command(line);
    }
  };

  if (begin === "greeting") say("greeting", "", "220 sink.example ESMTP");
  socket.setEncoding("latin1").on("data", (chunk) => {
    buffered += String(chunk);
    if (data !== undefined) {
      const ending = script.onBody?.(to, String(chunk).length);
      if (ending !== undefined) {
        end(ending);
        return;
      }
    }
    readOn();
  });
}

function trickle(socket: Socket, bytes: string, everyMs: number, onEnd: () => void): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at < bytes.length && !socket.destroyed) socket.write(bytes[at] ?? "");
    else {
      clearInterval(timer);
      onEnd();
    }
    at += 1;
  }, everyMs);
}
