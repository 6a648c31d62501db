// A sender in a process of its own, for tests that kill it: node sender-process.ts DATA_DIR SMTP_URL CONNECTIONS [POINT [NTH]].
// At the named point, for the NTH time it is met, the process kills itself as `kill -9` would.
import { deliverIssue } from "../../src/delivery/deliver-issue.ts";
import { defaultPolicy, dueAt } from "../../src/delivery/delivery-policy.ts";
import { createSmtpTransport } from "../../src/delivery/smtp/smtp-transport.ts";
import type { OutgoingMessage, TransportFactory } from "../../src/delivery/transport.ts";
import { completeIfSettled, listUnfinishedIssues } from "../../src/storage/issues/issues.ts";
import { leaseDeliveries } from "../../src/storage/deliveries/deliveries.ts";
import { lockSender } from "../../src/storage/ledger/lock-sender.ts";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";

const [dataDir = "", url = "", connections = "1", point = "", nth = "1"] = process.argv.slice(2);
let met = 0;

function reach(name: string): void {
  if (name !== point) return;
  met += 1;
  if (met === Number(nth)) process.kill(process.pid, "SIGKILL");
}

function watched(factory: TransportFactory): TransportFactory {
  return {
    ...factory,
    open: async () => {
      const transport = await factory.open();
      reach("connected");
      return {
        deliver: async (message, beforeBody, upcoming) => {
          const step = async (): Promise<void> => {
            reach("before the step into the body");
            await beforeBody();
            reach("after the step into the body");
          };
          const announce = (): OutgoingMessage | undefined => {
            const next = upcoming?.();
            if (next !== undefined) reach("announced");
            return next;
          };
          const outcome = await transport.deliver(message, step, announce);
          reach("outcome known");
          return outcome;
        },
        close: () => transport.close(),
      };
    },
  };
}

const lock = lockSender(dataDir);
if (lock === undefined) throw new Error("Another sender is at work.");
const database = await openDatabase(dataDir);
const [issue] = await listUnfinishedIssues(database, "weekly");
if (issue !== undefined) {
  reach("started");
  if (point === "leased") {
    await leaseDeliveries(database, issue.id, 50, new Date(), dueAt(defaultPolicy, new Date()));
    reach("leased");
  }
  await deliverIssue({
    database,
    issueId: issue.id,
    relays: [
      {
        transport: watched(
          createSmtpTransport({ url, timeouts: { connectMs: 2000, commandMs: 2000, endMs: 2000 } }),
        ),
        connections: Number(connections),
        share: 1,
        daily: { perDay: undefined, warmUp: [] },
      },
    ],
    policy: { ...defaultPolicy, errorBudget: undefined, retry: { firstMs: 1, longestMs: 2 } },
    compose: ({ address }) => {
      reach("composing");
      const message = {
        envelope: { from: "editor@example.com", to: address },
        isUtf8: false,
        fileName: "message.eml",
        blocks: [Buffer.from(`To: ${address}\r\n\r\n${"A line of the letter.\r\n".repeat(400)}`)],
      };
      reach("composed");
      return Promise.resolve(message);
    },
    now: () => new Date(),
    signal: new AbortController().signal,
    onOutcome: () => reach("outcome recorded"),
  });
  await completeIfSettled(database, issue.id, new Date());
  reach("completed");
}
await database.destroy();
lock.release();
