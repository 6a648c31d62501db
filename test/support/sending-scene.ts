import { expect, onTestFinished } from "vitest";
import { deliverIssue, type DeliveryRun } from "../../src/delivery/deliver-issue.ts";
import { type DeliveryPolicy, defaultPolicy, type Relay } from "../../src/delivery/delivery-policy.ts";
import type { Outcome } from "../../src/delivery/outcome.ts";
import { createSmtpTransport } from "../../src/delivery/smtp/smtp-transport.ts";
import type { OutgoingMessage, TransportFactory } from "../../src/delivery/transport.ts";
import { countDeliveries, countOpen, type DeliveryCounts } from "../../src/storage/deliveries/deliveries.ts";
import { clearDomainHolds } from "../../src/storage/deliveries/domain-holds.ts";
import { resumeIssue } from "../../src/storage/issues/issue-state.ts";
import { completeIfSettled, findIssue } from "../../src/storage/issues/issues.ts";
import { type Database, openDatabase } from "../../src/storage/ledger/open-database.ts";
import type { DeliveryRow } from "../../src/storage/schema/delivery-tables.ts";
import { freezeForReaders } from "./issue-of-readers.ts";
import { type ScriptedSmtpServer, type SmtpScript, startScriptedSmtpServer } from "./scripted-smtp-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The default policy with waits that a test can sit through. */
export const quickPolicy: DeliveryPolicy = {
  ...defaultPolicy,
  retry: { firstMs: 1, longestMs: 5 },
  domainBackOff: { firstMs: 1, longestMs: 5 },
  policyHoldMs: 5,
  reconnect: { firstMs: 5, longestMs: 20 },
  relayPauseMs: 10,
  errorBudget: undefined,
  minimumAttempts: 1000,
};

const quickTimeouts = { connectMs: 500, commandMs: 100, endMs: 100 };

export function relayTo(transport: TransportFactory, more: Partial<Relay> = {}): Relay {
  return { transport, connections: 4, share: 1, daily: { perDay: undefined, warmUp: [] }, ...more };
}

/** The server as the one relay of a send. */
export function relayOf({ url }: Pick<ScriptedSmtpServer, "url">, more: Partial<Relay> = {}): Relay {
  return relayTo(createSmtpTransport({ url, timeouts: quickTimeouts }), more);
}

/** A letter of a few kilobytes. */
export function letterTo({ address }: Pick<DeliveryRow, "address">): Promise<OutgoingMessage> {
  return Promise.resolve({
    envelope: { from: "editor@example.com", to: address },
    isUtf8: false,
    fileName: `${address}.eml`,
    blocks: [Buffer.from(`To: ${address}\r\n\r\n${"A line of the letter.\r\n".repeat(200)}`)],
  });
}

export interface RunOptions {
  readonly relays?: readonly Relay[];
  readonly policy?: DeliveryPolicy;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
  readonly onOutcome?: (delivery: DeliveryRow, outcome: Outcome) => void;
}

export interface SendingScene {
  readonly folder: string;
  readonly database: Database;
  readonly server: ScriptedSmtpServer;
  readonly issueId: number;
  /** One run, as one `gazette send` is. */
  readonly run: (options?: RunOptions) => Promise<DeliveryRun>;
  /** Runs until nothing is open any more; with another ledger where this one was lost. */
  readonly finish: (options?: RunOptions, ledger?: Database) => Promise<DeliveryCounts>;
  readonly counts: () => Promise<DeliveryCounts>;
}

/** An issue frozen for readers of five domains, a ledger on the disk and a scripted server. */
export async function openSendingScene(readers: number, script: SmtpScript = {}): Promise<SendingScene> {
  const server = await startScriptedSmtpServer(script);
  const folder = temporaryFolder();
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  const issueId = await freezeForReaders(database, readers);
  const run = (options: RunOptions = {}, ledger = database): Promise<DeliveryRun> =>
    deliverIssue({
      database: ledger,
      issueId,
      relays: [relayOf(server)],
      policy: quickPolicy,
      compose: letterTo,
      now: () => new Date(),
      signal: new AbortController().signal,
      onOutcome: () => undefined,
      ...options,
    });
  return {
    folder,
    database,
    server,
    issueId,
    run: (options) => run(options),
    counts: () => countDeliveries(database, issueId),
    finish: async (options, ledger = database) => {
      for (let round = 0; round < 60; round += 1) {
        await run(options, ledger);
        // What a person does about a pause and a held domain.
        await clearDomainHolds(ledger);
        if ((await findIssue(ledger, issueId))?.state === "paused") await resumeIssue(ledger, issueId);
        if (countOpen(await countDeliveries(ledger, issueId)) === 0) break;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return completeIfSettled(ledger, issueId, new Date());
    },
  };
}

/** Holds what the ledger says of everyone against a server's own log. */
export function expectNobodyTwice(
  servers: readonly Pick<ScriptedSmtpServer, "completed">[],
  counts: DeliveryCounts,
  readers: number,
): void {
  const addresses = servers.flatMap(({ completed }) =>
    completed.filter(({ code }) => code === undefined || code < 400).flatMap(({ to }) => to),
  );
  expect(new Set(addresses).size, "someone was sent to twice").toBe(addresses.length);
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  expect(sum, "the sums do not balance").toBe(readers);
  expect(addresses.length, "accepted, and never sent").toBeGreaterThanOrEqual(counts.accepted ?? 0);
  expect(addresses.length, "sent, and not on record").toBeLessThanOrEqual(
    (counts.accepted ?? 0) + (counts.uncertain ?? 0),
  );
}
