import { expect, onTestFinished, test } from "vitest";
import { deliverIssue } from "../../src/delivery/deliver-issue.ts";
import { type DeliveryPolicy, defaultPolicy } from "../../src/delivery/delivery-policy.ts";
import { createSmtpTransport } from "../../src/delivery/smtp/smtp-transport.ts";
import { countDeliveries, countOpen, type DeliveryCounts } from "../../src/storage/deliveries.ts";
import { clearDomainHolds } from "../../src/storage/domain-holds.ts";
import { completeIfSettled } from "../../src/storage/issues.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { freezeForReaders } from "../support/issue-of-readers.ts";
import {
  type ScriptedAnswer,
  type SmtpScript,
  startScriptedSmtpServer,
} from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const readers = 40;
const connections = 4;

/** Waits that a test can sit through. */
const policy: DeliveryPolicy = {
  ...defaultPolicy,
  retry: { firstMs: 1, longestMs: 5 },
  domainBackOff: { firstMs: 1, longestMs: 5 },
  policyHoldMs: 5,
  reconnect: { firstMs: 5, longestMs: 20 },
  relayPauseMs: 10,
  errorBudget: undefined,
  minimumAttempts: 1000,
};

interface Sent {
  readonly counts: DeliveryCounts;
  /** For each address, how often the server may have taken its message for good. */
  readonly taken: ReadonlyMap<string, number>;
  readonly refused: number;
}

/** Sends to everyone through a server with the script, again and again until nothing is open. */
async function sendThrough(script: SmtpScript): Promise<Sent> {
  const server = await startScriptedSmtpServer(script);
  const database = await openDatabase(temporaryFolder());
  onTestFinished(() => database.destroy());
  const issueId = await freezeForReaders(database, readers);
  const transport = createSmtpTransport({
    url: server.url,
    timeouts: { connectMs: 500, commandMs: 100, endMs: 100 },
  });
  const daily = { perDay: undefined, warmUp: [] };
  for (let round = 0; round < 60; round += 1) {
    await deliverIssue({
      database,
      issueId,
      relays: [{ transport, connections, share: 1, daily }],
      policy,
      compose: ({ address }) =>
        Promise.resolve({
          envelope: { from: "editor@example.com", to: address },
          isUtf8: false,
          fileName: "message.eml",
          blocks: [Buffer.from(`To: ${address}\r\n\r\n${"A line of the letter.\r\n".repeat(200)}`)],
        }),
      now: () => new Date(),
      signal: new AbortController().signal,
      onOutcome: () => undefined,
    });
    await clearDomainHolds(database);
    if (countOpen(await countDeliveries(database, issueId)) === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const counts = await completeIfSettled(database, issueId, new Date());
  const taken = new Map<string, number>();
  let refused = 0;
  for (const { to, code } of server.completed) {
    if (code !== undefined && code >= 400) refused += 1;
    else for (const address of to) taken.set(address, (taken.get(address) ?? 0) + 1);
  }
  return { counts, taken, refused };
}

/** Answers the third, the thirteenth and the twenty-third time a step is met with the fault. */
function sometimes(step: string, fault: ScriptedAnswer): { script: SmtpScript; faults: () => number } {
  let met = 0;
  let faults = 0;
  return {
    faults: () => faults,
    script: {
      answer: (at) => {
        if (at !== step) return undefined;
        met += 1;
        if (met % 10 !== 3 || faults >= 3) return undefined;
        faults += 1;
        return fault;
      },
    },
  };
}

const partial = { bytes: "250", then: "end" } as const;
const halfReply = { bytes: "250-2.0.0 Half of\r\n", then: "end" } as const;
const trickled = { bytes: "250 2.0.0 OK\r\n", everyMs: 2 } as const;
const nonsense = { bytes: "What?\r\n" } as const;

/** Where the final state depends on the fault: what every hit message must become. Absent: accepted in the end. */
const faults: readonly { step: string; fault: ScriptedAnswer; becomes?: "failed" | "uncertain" }[] = [
  ...["greeting", "EHLO"].flatMap((step) => [{ step, fault: "drop" }]),
  ...["MAIL", "RCPT", "DATA"].flatMap((step) => [
    { step, fault: "421 4.3.2 Shutting down" },
    { step, fault: "450 4.2.1 Busy" },
    { step, fault: "451 4.3.0 Later" },
    { step, fault: "452 4.2.2 Full" },
    { step, fault: "drop" },
    { step, fault: "reset" },
    { step, fault: "end" },
    { step, fault: "silence" },
    { step, fault: partial },
    { step, fault: halfReply },
    { step, fault: nonsense },
  ]),
  { step: "RCPT", fault: "451 4.7.1 Greylisted" },
  { step: "RCPT", fault: "550 5.1.1 No such reader", becomes: "failed" },
  { step: "RCPT", fault: "550 5.7.1 Not welcome", becomes: "failed" },
  { step: "RCPT", fault: "552 5.2.2 Mailbox full" },
  { step: "DATA", fault: "554 5.5.0 No", becomes: "failed" },
  { step: "data-end", fault: "421 4.3.2 Shutting down" },
  { step: "data-end", fault: "451 4.3.0 Later" },
  { step: "data-end", fault: "452 4.2.2 Full" },
  { step: "data-end", fault: "550 5.6.0 Not this", becomes: "failed" },
  { step: "data-end", fault: "552 5.3.4 Too big", becomes: "failed" },
  { step: "data-end", fault: "554 5.7.1 Refused", becomes: "failed" },
  { step: "data-end", fault: trickled },
  { step: "data-end", fault: "drop", becomes: "uncertain" },
  { step: "data-end", fault: "reset", becomes: "uncertain" },
  { step: "data-end", fault: "end", becomes: "uncertain" },
  { step: "data-end", fault: "silence", becomes: "uncertain" },
  { step: "data-end", fault: partial, becomes: "uncertain" },
  { step: "data-end", fault: halfReply, becomes: "uncertain" },
  { step: "data-end", fault: nonsense, becomes: "uncertain" },
];

/** Without pipelining the dialogue differs only in its order: one fault of each kind is enough. */
const table = faults.flatMap((row) =>
  (row.fault === "drop" || row.step === "data-end" ? [false, true] : [true]).map((pipelining) => ({
    ...row,
    pipelining,
    said: typeof row.fault === "string" ? row.fault : JSON.stringify(row.fault),
  })),
);

test.each(table)(
  "$said at $step (pipelining: $pipelining): nobody is sent twice and nobody is forgotten",
  async ({ step, fault, becomes, pipelining }) => {
    const { script, faults: hits } = sometimes(step, fault);

    const { counts, taken } = await sendThrough({ ...script, extensions: pipelining ? ["PIPELINING"] : [] });

    expect(hits()).toBeGreaterThan(0);
    expect(Math.max(...taken.values())).toBe(1);
    const lost = becomes === undefined ? 0 : hits();
    expect(counts).toEqual({
      accepted: readers - lost,
      ...(becomes === undefined ? {} : { [becomes]: lost }),
    });
    expect(taken.size).toBe(becomes === "failed" ? readers - lost : readers);
  },
);

test.each(["drop", "reset"] as const)(
  "a connection lost inside the body (%s) is tried again, and nothing is uncertain",
  async (how) => {
    let hits = 0;
    let met = 0;

    const { counts, taken } = await sendThrough({
      extensions: ["PIPELINING"],
      onBody: () => {
        met += 1;
        if (met % 15 !== 3 || hits >= 3) return undefined;
        hits += 1;
        return how;
      },
    });

    expect(hits).toBe(3);
    expect(Math.max(...taken.values())).toBe(1);
    // What the kernel had taken in full, the final dot included, may have arrived: that is all that can be uncertain.
    expect((counts.accepted ?? 0) + (counts.uncertain ?? 0)).toBe(readers);
    expect(counts.uncertain ?? 0).toBeLessThanOrEqual(3);
  },
);
