import { expect, test } from "vitest";
import { defaultPolicy } from "../../src/delivery/delivery-policy.ts";
import { createSmtpTransport } from "../../src/delivery/smtp/smtp-transport.ts";
import { openSendingScene, quickPolicy, relayTo } from "../support/sending-scene.ts";
import { missingOfPostfix, startPostfix, startSink } from "../support/postfix.ts";

const isSoak = process.env["GAZETTE_SOAK"] === "1";
const missing = missingOfPostfix();
const testWithPostfix = test.runIf(isSoak && missing === "");
const domains = Array.from({ length: 5 }, (_, index) => `domain${index}.example`);

/** Options of smtp-sink(1), and where every message of a run ends. `any`: where the ledger says, as long as it is true. */
const sinks: readonly { options: string[]; becomes: string }[] = [
  { options: [], becomes: "accepted" },
  { options: ["-p"], becomes: "accepted" },
  { options: ["-8", "-E"], becomes: "accepted" },
  { options: ["-e"], becomes: "accepted" },
  { options: ["-w", "1"], becomes: "accepted" },
  { options: ["-r", "mail"], becomes: "deferred" },
  { options: ["-r", "rcpt"], becomes: "deferred" },
  { options: ["-r", "data"], becomes: "deferred" },
  { options: ["-r", "."], becomes: "deferred" },
  { options: ["-f", "mail"], becomes: "waiting" },
  { options: ["-f", "rcpt"], becomes: "failed" },
  { options: ["-f", "data"], becomes: "failed" },
  { options: ["-f", "."], becomes: "failed" },
  { options: ["-q", "mail"], becomes: "deferred" },
  { options: ["-q", "rcpt"], becomes: "deferred" },
  { options: ["-q", "data"], becomes: "deferred" },
  { options: ["-q", "."], becomes: "uncertain" },
  { options: ["-A", "0"], becomes: "any" },
];

if (isSoak && missing !== "") test.skip(`${missing}: no relay of Postfix was tried`, () => undefined);

testWithPostfix.each(sinks)(
  "through smtp-sink $options each message is $becomes, and nobody is sent to twice",
  async ({ options, becomes }) => {
    const sink = await startSink(options);
    const scene = await openSendingScene(20);
    const transport = createSmtpTransport({
      url: sink.url,
      timeouts: { connectMs: 5000, commandMs: 5000, endMs: 5000 },
    });

    await scene.run({ relays: [relayTo(transport)], policy: { ...defaultPolicy, errorBudget: undefined } });

    const counts = await scene.counts();
    const taken = sink.taken();
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(new Set(taken).size).toBe(taken.length);
    if (becomes === "waiting") expect((counts.pending ?? 0) + (counts.deferred ?? 0)).toBe(20);
    else if (becomes !== "any") expect(counts).toEqual({ [becomes]: 20 });
    if (becomes === "accepted") expect(taken).toHaveLength(20);
  },
);

testWithPostfix(
  "through a real Postfix that restarts in mid-run, what it delivered is what the ledger says",
  { timeout: 300_000 },
  async () => {
    const readers = 2000;
    const postfix = await startPostfix(domains);
    const scene = await openSendingScene(readers);
    const transport = createSmtpTransport({ url: postfix.url });
    let accepted = 0;
    const onOutcome = (): void => {
      accepted += 1;
      if (accepted !== 300 && accepted !== 900) return;
      postfix.stop();
      setTimeout(() => void postfix.start(), 300);
    };

    const counts = await scene.finish({
      relays: [relayTo(transport, { connections: 8 })],
      policy: { ...quickPolicy, retry: defaultPolicy.retry, reconnect: defaultPolicy.reconnect },
      onOutcome,
    });

    const delivered = await postfix.delivered();
    const taken = new Set(delivered);
    expect(taken.size, "someone got it twice").toBe(delivered.length);
    expect((counts.accepted ?? 0) + (counts.uncertain ?? 0) + (counts.deferred ?? 0)).toBe(readers);
    expect(delivered.length).toBeGreaterThanOrEqual(counts.accepted ?? 0);
    expect(delivered.length).toBeLessThanOrEqual((counts.accepted ?? 0) + (counts.uncertain ?? 0));
    expect(counts.uncertain ?? 0).toBeLessThanOrEqual(2 * 8);
    console.log(JSON.stringify({ ...counts, delivered: delivered.length }));
  },
);
