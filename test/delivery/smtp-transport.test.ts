import { createServer } from "node:net";
import { expect, test } from "vitest";
import { consequenceOf } from "../../src/delivery/consequence.ts";
import type { Outcome } from "../../src/delivery/outcome.ts";
import { createSmtpTransport } from "../../src/delivery/smtp/smtp-transport.ts";
import { type SmtpScript, startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";

const message = {
  envelope: { from: "editor@example.com", to: "reader@example.org" },
  isUtf8: false,
  fileName: "message.eml",
  blocks: [Buffer.from("Subject: Hello\r\n\r\n=2EA line that begins with a dot.\r\n")],
};

interface Sent {
  readonly outcome: Outcome;
  readonly bodies: number;
  readonly taken: readonly string[];
}

async function sendWith(script: SmtpScript): Promise<Sent> {
  const server = await startScriptedSmtpServer(script);
  const transport = await createSmtpTransport({ url: server.url }).open();
  let bodies = 0;
  try {
    const outcome = await transport.deliver(message, () => {
      bodies += 1;
      return Promise.resolve();
    });
    return { outcome, bodies, taken: server.completed.map(({ raw }) => raw) };
  } finally {
    await transport.close();
  }
}

test("a message arrives as it was", async () => {
  const { outcome, bodies, taken } = await sendWith({});

  expect(outcome).toMatchObject({ state: "accepted", reply: { code: 250, enhancedCode: "2.0.0" } });
  expect(bodies).toBe(1);
  expect(taken).toEqual([Buffer.concat(message.blocks).toString().replace(/\r\n$/u, "")]);
});

test.each([
  { step: "MAIL", answer: "421 4.3.2 Shutting down", state: "deferred", code: 421, bodies: 0 },
  { step: "MAIL", answer: "451 4.3.0 Try later", state: "deferred", code: 451, bodies: 0 },
  { step: "RCPT", answer: "450 4.2.1 Busy", state: "deferred", code: 450, bodies: 0 },
  { step: "RCPT", answer: "550 5.1.1 No such user", state: "failed", code: 550, bodies: 0 },
  { step: "DATA", answer: "554 5.7.1 No", state: "failed", code: 554, bodies: 1 },
  { step: "data-end", answer: "452 4.2.2 Full", state: "deferred", code: 452, bodies: 1 },
  { step: "data-end", answer: "552 5.3.4 Too big", state: "failed", code: 552, bodies: 1 },
  { step: "MAIL", answer: "drop", state: "deferred", code: undefined, bodies: 0 },
  { step: "RCPT", answer: "drop", state: "deferred", code: undefined, bodies: 0 },
  { step: "DATA", answer: "drop", state: "deferred", code: undefined, bodies: 1 },
  { step: "data-end", answer: "drop", state: "uncertain", code: undefined, bodies: 1 },
])("$answer at $step is $state", async ({ step, answer, state, code, bodies }) => {
  const sent = await sendWith({ answer: (at) => (at === step ? answer : undefined) });

  expect(sent.outcome.state).toBe(state);
  expect(sent.outcome.reply.code).toBe(code);
  expect(sent.bodies).toBe(bodies);
});

test("after a refused recipient the same connection takes the next message", async () => {
  let refused = false;
  const server = await startScriptedSmtpServer({
    answer: (step) => {
      if (step !== "RCPT" || refused) return undefined;
      refused = true;
      return "550 5.1.1 No such user";
    },
  });
  const transport = await createSmtpTransport({ url: server.url }).open();

  const first = await transport.deliver(message, () => Promise.resolve());
  const second = await transport.deliver(message, () => Promise.resolve());
  await transport.close();

  expect([first.state, second.state]).toEqual(["failed", "accepted"]);
  expect(server.connections()).toBe(1);
});

test("after a lost connection the next message goes over a new one", async () => {
  let dropped = false;
  const server = await startScriptedSmtpServer({
    answer: (step) => {
      if (step !== "RCPT" || dropped) return undefined;
      dropped = true;
      return "drop";
    },
  });
  const transport = await createSmtpTransport({ url: server.url }).open();

  const states = [];
  for (let count = 0; count < 2; count += 1) {
    states.push((await transport.deliver(message, () => Promise.resolve())).state);
  }
  await transport.close();

  expect(states).toEqual(["deferred", "accepted"]);
  expect(server.connections()).toBe(2);
});

test("where the ledger refuses the body, no byte of it leaves", async () => {
  const server = await startScriptedSmtpServer();
  const transport = await createSmtpTransport({ url: server.url }).open();

  await expect(
    transport.deliver(message, () => Promise.reject(new Error("the ledger says no"))),
  ).rejects.toThrow("the ledger says no");
  await transport.close();

  expect(server.completed).toEqual([]);
});

test("no server is one clear error", async () => {
  const unused = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => unused.once("listening", resolve));
  const address = unused.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  await new Promise((resolve) => unused.close(resolve));

  await expect(createSmtpTransport({ url: `smtp://127.0.0.1:${port}` }).open()).rejects.toMatchObject({
    name: "GazetteError",
    code: "smtp-unreachable",
    message: expect.stringContaining(`127.0.0.1:${port}`) as unknown,
  });
});

test("a refused login is one clear error without the password", async () => {
  const server = await startScriptedSmtpServer({
    extensions: ["AUTH PLAIN LOGIN"],
    answer: (step) => (step === "AUTH" ? "535 5.7.8 Wrong" : undefined),
  });

  const error: unknown = await createSmtpTransport({ url: `smtp://me:hunter2@127.0.0.1:${server.port}` })
    .open()
    .catch((caught: unknown) => caught);

  expect(error).toMatchObject({ name: "GazetteError", code: "smtp-refused" });
  expect(String(error)).not.toContain("hunter2");
});

test("a reply that came while the process was held up counts, although its time is over", async () => {
  const server = await startScriptedSmtpServer({
    answer: (step) => {
      // After the reply is on its way: the whole process stands still for longer than the sender waits.
      if (step === "data-end")
        process.nextTick(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400));
      return undefined;
    },
  });
  const timeouts = { connectMs: 500, commandMs: 200, endMs: 200 };
  const transport = await createSmtpTransport({ url: server.url, timeouts }).open();

  const outcome = await transport.deliver(message, () => Promise.resolve());
  await transport.close();

  expect(outcome.state).toBe("accepted");
});

test.each([true, false])(
  "a server that offers SIZE is told it with MAIL (pipelining: %s)",
  async (isPipelined) => {
    const lines: string[] = [];
    const bytes = Buffer.concat(message.blocks).length;

    const { outcome } = await sendWith({
      extensions: ["SIZE 1000000", ...(isPipelined ? ["PIPELINING"] : [])],
      answer: (step, line) => (step === "MAIL" && lines.push(line), undefined),
    });

    expect(outcome.state).toBe("accepted");
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^MAIL FROM:<[^>]*> SIZE=${bytes}$`, "u"))]);
  },
);

test("a message too big for the server is not begun, and the run pauses: nobody is given up for it", async () => {
  const { outcome, bodies, taken } = await sendWith({ extensions: ["SIZE 10", "PIPELINING"] });

  expect(outcome).toMatchObject({
    state: "failed",
    phase: "mail",
    reply: { code: 552, enhancedCode: "5.3.4" },
  });
  expect(consequenceOf(outcome)).toBe("pause-run");
  expect({ bodies, taken }).toEqual({ bodies: 0, taken: [] });
});
