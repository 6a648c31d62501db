import { once } from "node:events";
import { connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
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

  expect(chunks.some((chunk) => /\r\n\.\r\nMAIL FROM:.*\r\nRCPT TO:<ben@.*\r\nDATA\r\n$/u.test(chunk))).toBe(
    true,
  );
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
