import { expect, test } from "vitest";
import type { DeliveryCounts } from "../../src/storage/deliveries/deliveries.ts";
import type { ScriptedAnswer, SmtpScript } from "../support/scripted-smtp-server.ts";
import { openSendingScene } from "../support/sending-scene.ts";

const readers = 24;

interface Sent {
  readonly counts: DeliveryCounts;
  /** For each address, how often the server may have taken its message for good. */
  readonly taken: ReadonlyMap<string, number>;
}

/** Sends to everyone through a server with the script, again and again until nothing is open. */
async function sendThrough(script: SmtpScript): Promise<Sent> {
  const { server, finish } = await openSendingScene(readers, script);
  const counts = await finish();
  const taken = new Map<string, number>();
  for (const { to, code } of server.completed) {
    if (code === undefined || code < 400)
      for (const address of to) taken.set(address, (taken.get(address) ?? 0) + 1);
  }
  return { counts, taken };
}

/** Answers the third, the eleventh and the nineteenth time a step is met with the fault. */
function sometimes(step: string, fault: ScriptedAnswer): { script: SmtpScript; faults: () => number } {
  let met = 0;
  let faults = 0;
  return {
    faults: () => faults,
    script: {
      answer: (at) => {
        if (at !== step) return undefined;
        met += 1;
        if (met % 8 !== 3 || faults >= 3) return undefined;
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
const mixed = { bytes: "250-2.0.0 One\r\n550 5.0.0 Another\r\n" } as const;
const longLine = { bytes: `250 ${"x".repeat(10_000)}\r\n` } as const;
const endless = { bytes: "250-and so on\r\n".repeat(5000) } as const;

interface Fault {
  readonly step: string;
  readonly fault: ScriptedAnswer;
  /** What every hit message must become; absent: accepted in the end. */
  readonly becomes?: "failed" | "uncertain";
}

/** A connection that ends, or says nothing that can be understood. */
const losses: readonly ScriptedAnswer[] = [
  "drop",
  "reset",
  "end",
  "silence",
  partial,
  halfReply,
  nonsense,
  mixed,
  endless,
];
const later = ["421 4.3.2 Shutting down", "450 4.2.1 Busy", "451 4.3.0 Later", "452 4.2.2 Full"];
const never = ["550 5.6.0 Not this", "552 5.3.4 Too big", "554 5.5.0 No"];

const faults: readonly Fault[] = [
  // Nothing was begun: the message goes over another connection, or later over this one.
  ...["greeting", "EHLO"].flatMap((step) =>
    [...losses, "421 4.3.2 Full house", "554 5.3.2 Go away"].map((fault) => ({ step, fault })),
  ),
  // The sender as such is refused: the run pauses, and a person lets it go on.
  ...[...losses, ...later, ...never].map((fault) => ({ step: "MAIL", fault })),
  ...["RCPT", "DATA"].flatMap((step) => [
    ...[...losses, ...later].map((fault) => ({ step, fault })),
    ...never.map((fault) => ({ step, fault, becomes: "failed" as const })),
  ]),
  ...["MAIL", "RCPT"].map((step) => ({ step, fault: longLine })),
  ...["MAIL", "RCPT", "data-end"].map((step) => ({ step, fault: trickled })),
  { step: "RCPT", fault: "451 4.7.1 Greylisted" },
  { step: "RCPT", fault: "550 5.1.1 No such reader", becomes: "failed" },
  { step: "RCPT", fault: "550 5.7.1 Not welcome", becomes: "failed" },
  { step: "RCPT", fault: "552 5.2.2 Mailbox full" },
  ...later.map((fault) => ({ step: "data-end", fault })),
  ...never.map((fault) => ({ step: "data-end", fault, becomes: "failed" as const })),
  { step: "data-end", fault: "554 5.7.1 Refused", becomes: "failed" },
  { step: "data-end", fault: longLine },
  // The whole message was read and nobody knows what became of it.
  ...losses.map((fault) => ({ step: "data-end", fault, becomes: "uncertain" as const })),
];

/** Without pipelining the dialogue differs only in its order: one fault of each kind is enough. */
const table = faults.flatMap((row) =>
  (row.fault === "drop" || row.step === "data-end" ? [false, true] : [true]).map((pipelining) => ({
    ...row,
    pipelining,
    said: (typeof row.fault === "string" ? row.fault : JSON.stringify(row.fault)).slice(0, 60),
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
        if (met % 6 !== 3 || hits >= 3) return undefined;
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
