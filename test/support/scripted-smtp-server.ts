import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** One message the server took in full: up to the final dot. */
export interface TakenMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** What the script says to a step: a reply, or `drop` or `silence`. */
export type ScriptedAnswer = string;

export interface SmtpScript {
  /** Answers one step; undefined: the usual answer. `step` is the verb, or `data-end` for the final dot. */
  readonly answer?: (step: string, line: string) => ScriptedAnswer | undefined;
  readonly extensions?: readonly string[];
}

export interface ScriptedSmtpServer {
  readonly url: string;
  readonly port: number;
  /** Every message whose final dot arrived, in order, whatever was answered to it. */
  readonly completed: TakenMessage[];
  readonly connections: () => number;
}

/**
 * A plain SMTP server (RFC 5321) that keeps its own log of every completed DATA and misbehaves as the script says.
 * Stopped when the test ends.
 */
export async function startScriptedSmtpServer(script: SmtpScript = {}): Promise<ScriptedSmtpServer> {
  const completed: TakenMessage[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    serve(socket, script, completed);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    completed,
    connections: () => connections,
  };
}

function serve(socket: Socket, script: SmtpScript, completed: TakenMessage[]): void {
  let buffered = "";
  let data: string | undefined;
  let from = "";
  let to: string[] = [];

  const say = (step: string, line: string, usual: string): boolean => {
    const answer = script.answer?.(step, line) ?? usual;
    if (answer === "drop") socket.destroy();
    else if (answer !== "silence") socket.write(`${answer}\r\n`);
    return answer === usual;
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
      from = /<([^>]*)>/u.exec(line)?.[1] ?? "";
      to = [];
      say(verb, line, "250 2.1.0 OK");
    } else if (verb === "RCPT") {
      if (say(verb, line, "250 2.1.5 OK")) to.push(/<([^>]*)>/u.exec(line)?.[1] ?? "");
    } else if (verb === "DATA") {
      if (say(verb, line, "354 Go ahead")) data = "";
    } else if (verb === "QUIT") {
      say(verb, line, "221 2.0.0 Bye");
      socket.end();
    } else {
      say(verb, line, verb === "RSET" || verb === "NOOP" ? "250 2.0.0 OK" : "502 5.5.1 Not known");
    }
  };

  say("greeting", "", "220 sink.example ESMTP");
  socket.setEncoding("latin1").on("data", (chunk) => {
    buffered += String(chunk);
    for (;;) {
      if (data !== undefined) {
        const end = /^\.\r\n|\r\n\.\r\n/u.exec(buffered);
        if (end === null) return;
        const raw = buffered.slice(0, end.index).replace(/(^|\r\n)\.\./gu, "$1.");
        buffered = buffered.slice(end.index + end[0].length);
        data = undefined;
        completed.push({ from, to, raw: Buffer.from(raw, "latin1").toString("utf8") });
        say("data-end", "", "250 2.0.0 Taken");
        continue;
      }
      const newline = buffered.indexOf("\r\n");
      if (newline < 0) return;
      const line = buffered.slice(0, newline);
      buffered = buffered.slice(newline + 2);
      command(line);
    }
  });
}
