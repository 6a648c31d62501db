import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { Duplex } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { openReplyChannel } from "../../src/delivery/smtp/reply-channel.ts";
import { sendOverChannel } from "../../src/delivery/smtp/smtp-dialogue.ts";
import { createSmtpTransport } from "../../src/delivery/smtp/smtp-transport.ts";
import type { OutgoingMessage, Transport } from "../../src/delivery/transport.ts";
import {
  type ScriptedSmtpServer,
  type SmtpScript,
  startScriptedSmtpServer,
} from "../support/scripted-smtp-server.ts";

function messageTo(to: string, lines = 1): OutgoingMessage {
  return {
    envelope: { from: "editor@example.com", to },
    isUtf8: false,
    fileName: "message.eml",
    blocks: [Buffer.from(`To: ${to}\r\n\r\n${"A line.\r\n".repeat(lines)}`)],
  };
}

const [ann, ben, cam] = ["ann", "ben", "cam"].map((name) => messageTo(`${name}@example.org`)) as [
  OutgoingMessage,
  OutgoingMessage,
  OutgoingMessage,
];
const go = (): Promise<void> => Promise.resolve();

interface Scene {
  readonly server: ScriptedSmtpServer;
  readonly transport: Transport;
  /** What the server read, as it came. */
  readonly chunks: string[];
  readonly taken: () => string[];
}

/** A transport to a server, with somebody on the line who listens. */
async function openScene(script: SmtpScript = {}): Promise<Scene> {
  const server = await startScriptedSmtpServer(script);
  const chunks: string[] = [];
  const listener = createServer((socket) => {
    const relayed = connect(server.port, "127.0.0.1");
    for (const end of [socket, relayed]) end.on("error", () => undefined);
    socket.on("data", (chunk) => chunks.push(chunk.toString()));
    socket.pipe(relayed).pipe(socket);
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  onTestFinished(() => void listener.close());
  const { port } = listener.address() as { port: number };
  const timeouts = { connectMs: 500, commandMs: 500, endMs: 500 };
  const transport = await createSmtpTransport({ url: `smtp://127.0.0.1:${port}`, timeouts }).open();
  onTestFinished(() => transport.close());
  return { server, transport, chunks, taken: () => server.completed.flatMap(({ to }) => to) };
}

const pipelining = { extensions: ["PIPELINING"] };

test("the next message's commands leave with the body, and its own body is all that follows", async () => {
  const { server, transport, chunks, taken } = await openScene(pipelining);

  await transport.deliver(ann, go, () => ben);
  const before = chunks.length;
  expect(await transport.deliver(ben, go)).toMatchObject({ state: "accepted" });

  expect(chunks.slice(0, before).join("")).toMatch(/\r\n\.\r\nMAIL FROM:.*\r\nRCPT TO:<ben@.*\r\nDATA\r\n$/u);
  expect(chunks.slice(before).join("")).toBe(`${ben.blocks.join("")}.\r\n`);
  expect(taken()).toEqual(["ann@example.org", "ben@example.org"]);
  expect(server.connections()).toBe(1);
});

test("where another message comes than the one announced, it has a connection of its own", async () => {
  const { server, transport, taken } = await openScene(pipelining);

  await transport.deliver(ann, go, () => ben);
  expect(await transport.deliver(cam, go)).toMatchObject({ state: "accepted" });

  expect(taken()).toEqual(["ann@example.org", "cam@example.org"]);
  expect(server.connections()).toBe(2);
});

test("a server that waits for an announced message is never told QUIT, which would be its first line", async () => {
  const { transport, chunks, taken } = await openScene(pipelining);

  await transport.deliver(ann, go, () => ben);
  await transport.close();

  expect(chunks.join("")).not.toContain("QUIT");
  expect(taken()).toEqual(["ann@example.org"]);
});

test.each(["end", "drop"] as const)(
  "a server that takes one message a connection (%s): the announced one goes over the next, untried before",
  async (then) => {
    const { server, transport, taken } = await openScene({
      ...pipelining,
      answer: (step) => (step === "data-end" ? { bytes: "250 2.0.0 Taken\r\n", then } : undefined),
    });
    let asked = 0;

    expect(await transport.deliver(ann, go, () => ben)).toMatchObject({ state: "accepted" });
    const outcome = await transport.deliver(ben, () => {
      asked += 1;
      return Promise.resolve();
    });

    expect(outcome).toMatchObject({ state: "accepted" });
    expect(asked).toBe(1);
    expect(taken()).toEqual(["ann@example.org", "ben@example.org"]);
    expect(server.connections()).toBe(2);
  },
);

test.each([
  "421 4.3.2 Enough for one connection",
  "450 4.3.0 Later",
  "503 5.5.1 Not yet",
  "554 5.5.0 Too soon",
  "silence",
])(
  "an announced message that is answered with %s is the first of another connection, and no other is announced",
  async (answer) => {
    let mails = 0;
    const { server, transport, chunks, taken } = await openScene({
      ...pipelining,
      answer: (step) => (step === "MAIL" && (mails += 1) === 2 ? answer : undefined),
    });

    await transport.deliver(ann, go, () => ben);
    expect(await transport.deliver(ben, go, () => cam)).toMatchObject({ state: "accepted" });

    expect(chunks.join("")).not.toContain("cam@");
    expect(await transport.deliver(cam, go)).toMatchObject({ state: "accepted" });
    expect(taken()).toEqual(["ann@example.org", "ben@example.org", "cam@example.org"]);
    expect(server.connections()).toBe(2);
  },
);

test("a server that takes many messages a connection is told of the next one on each", async () => {
  let [mails, announced] = [0, 0];
  const { server, transport, taken } = await openScene({
    ...pipelining,
    answer: (step) => (step === "MAIL" && (mails += 1) % 15 === 0 ? "421 4.3.2 Enough" : undefined),
  });
  const messages = Array.from({ length: 40 }, (_, index) => messageTo(`reader${index}@example.org`));

  for (const [index, message] of messages.entries())
    await transport.deliver(message, go, () => ((announced += 1), messages[index + 1]));

  expect(taken()).toEqual(messages.map(({ envelope }) => envelope.to));
  expect(server.connections()).toBe(3);
  expect(announced).toBe(40);
});

test("a server that answers a message before it has it gets none", async () => {
  const { transport, chunks, taken } = await openScene({
    ...pipelining,
    answer: (step) =>
      step === "DATA" ? { bytes: "354 Go ahead\r\n250 2.0.0 Taken, whatever it is\r\n" } : undefined,
  });

  expect(await transport.deliver(ann, go)).toMatchObject({ state: "deferred", phase: "data" });

  expect(chunks.join("")).not.toContain("To: ann@");
  expect(taken()).toEqual([]);
});

test("where the kernel takes a message and not yet what is behind it, its answer counts", async () => {
  // A kernel whose buffer is full behind the dot, and a process that is held up until the answer is there.
  const socket = Object.assign(
    new Duplex({
      read: () => undefined,
      write: (bytes, _, done) => take([bytes], done),
      writev: (pieces, done) =>
        take(
          pieces.map(({ chunk }) => chunk as Buffer),
          done,
        ),
    }),
    { setTimeout: () => socket, setNoDelay: () => socket },
  );
  let read = "";
  const take = (pieces: readonly Buffer[], done: () => void): void => {
    read += Buffer.concat(pieces).toString();
    const [, behind] = read.split("\r\n.\r\n");
    if (behind !== undefined) setTimeout(() => socket.push("250 2.0.0 Taken\r\n"));
    if (behind === undefined || behind === "") done();
    else setTimeout(done, 20);
  };
  socket.push("250 OK\r\n250 OK\r\n354 Go ahead\r\n");

  const result = await sendOverChannel(openReplyChannel(socket as unknown as Socket), ann, go, {
    host: "sink.example",
    extensions: { pipelining: true, smtpUtf8: false, size: undefined },
    timeouts: { commandMs: 500, endMs: 500 },
    isAnnounced: false,
    upcoming: () => ben,
  });

  expect(result).toMatchObject({ attempt: { phase: "end", reply: { code: 250 } }, isReusable: true });
});

test("the answer to a message counts, whatever nonsense comes behind it in the same packet", async () => {
  const { transport, taken } = await openScene({
    ...pipelining,
    answer: (step) => (step === "data-end" ? { bytes: "250 2.0.0 Taken\r\nWhat?\r\n" } : undefined),
  });

  expect(await transport.deliver(ann, go, () => ben)).toMatchObject({ state: "accepted" });
  expect(await transport.deliver(ben, go)).toMatchObject({ state: "accepted" });
  expect(taken()).toEqual(["ann@example.org", "ben@example.org"]);
});

test("an announced message whose body may not leave does not leave", async () => {
  const { transport, chunks, taken } = await openScene(pipelining);

  await transport.deliver(ann, go, () => ben);
  await expect(transport.deliver(ben, () => Promise.reject(new Error("paused")))).rejects.toThrow("paused");
  expect(await transport.deliver(cam, go)).toMatchObject({ state: "accepted" });

  expect(chunks.join("")).not.toContain("To: ben@");
  expect(taken()).toEqual(["ann@example.org", "cam@example.org"]);
});

test("an announced message that is refused is refused, and the connection goes on", async () => {
  const { server, transport, taken } = await openScene({
    ...pipelining,
    answer: (_, line) => (line.includes("ben@") ? "550 5.1.1 Nobody of that name" : undefined),
  });

  await transport.deliver(ann, go, () => ben);
  expect(await transport.deliver(ben, go, () => cam)).toMatchObject({ state: "failed", phase: "rcpt" });
  expect(await transport.deliver(cam, go)).toMatchObject({ state: "accepted" });

  expect(taken()).toEqual(["ann@example.org", "cam@example.org"]);
  expect(server.connections()).toBe(1);
});

test("a message that the server will not have is not announced to it", async () => {
  const { server, transport, chunks } = await openScene({ extensions: ["PIPELINING", "SIZE 1000"] });
  const big = messageTo("big@example.org", 1000);

  await transport.deliver(ann, go, () => big);
  expect(await transport.deliver(big, go)).toMatchObject({ state: "failed", reply: { code: 552 } });
  await transport.deliver(ben, go);

  expect(chunks.join("")).not.toContain("big@");
  expect(server.connections()).toBe(1);
});

test("a server that does not offer pipelining is asked one thing at a time", async () => {
  const { transport, chunks } = await openScene({ extensions: [] });

  await transport.deliver(ann, go, () => ben);

  expect(chunks.join("")).not.toContain("ben@");
});
