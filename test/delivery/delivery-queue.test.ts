import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { defaultPolicy, dueAt } from "../../src/delivery/delivery-policy.ts";
import { createDeliveryQueue, type DeliveryQueue } from "../../src/delivery/delivery-queue.ts";
import { createDomainGate, type DomainGate } from "../../src/delivery/pace/domain-gate.ts";
import { createRelayDesk } from "../../src/delivery/relay-desk.ts";
import { countDeliveries, leaseDeliveries } from "../../src/storage/deliveries/deliveries.ts";
import { createLedgerWriter } from "../../src/storage/deliveries/ledger-writer.ts";
import { type Database, openDatabase } from "../../src/storage/ledger/open-database.ts";
import type { DeliveryRow } from "../../src/storage/schema/delivery-tables.ts";
import { domainOf } from "../../src/platform/mailbox.ts";
import { freezeForReaders } from "../support/issue-of-readers.ts";
import { relayTo } from "../support/sending-scene.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const hourMs = 3_600_000;
const domains = Array.from({ length: 5 }, (_, index) => `domain${index}.example`);

interface QueueScene {
  readonly database: Database;
  readonly issueId: number;
  readonly queue: DeliveryQueue;
  /** How often the ledger was asked for more. */
  readonly leases: () => number;
  /** The most that was on its way back to the ledger at once. */
  readonly mostSentBack: () => number;
}

/** A queue over a ledger whose answers take their time. */
async function openQueueScene(readers: number, gate: DomainGate): Promise<QueueScene> {
  const database = await openDatabase(temporaryFolder());
  onTestFinished(() => database.destroy());
  const issueId = await freezeForReaders(database, readers);
  const now = (): Date => new Date();
  const writer = createLedgerWriter({ database, now, gatherMs: 0 });
  onTestFinished(() => writer.drain());
  let [leases, sentBack, most] = [0, 0, 0];
  const queue = createDeliveryQueue({
    gate,
    now,
    random: () => 0,
    signal: new AbortController().signal,
    onFault: (error) => expect.unreachable(String(error)),
    lease: (count) => {
      leases += 1;
      return leaseDeliveries(database, issueId, count, now(), dueAt(defaultPolicy, now()));
    },
    writer: {
      record: async (...asked) => {
        most = Math.max(most, (sentBack += 1));
        await sleep(2);
        const answer = await writer.record(...asked);
        sentBack -= 1;
        return answer;
      },
    },
  });
  return { database, issueId, queue, leases: () => leases, mostSentBack: () => most };
}

const openGate = (limits: Parameters<typeof createDomainGate>[0] = new Map()): DomainGate =>
  createDomainGate(limits, defaultPolicy.domainBackOff, () => 0, 12 * hourMs);

test("of an audience whose domains are all held, no more is taken than the ledger takes back", async () => {
  const gate = openGate();
  for (const domain of domains) gate.hold(domain, Date.now() + hourMs, Date.now());
  const scene = await openQueueScene(2000, gate);

  expect(await Promise.all([scene.queue.take(), scene.queue.take()])).toEqual(["empty", "empty"]);

  expect(await countDeliveries(scene.database, scene.issueId)).toEqual({ deferred: 2000 });
  expect(scene.mostSentBack()).toBeLessThanOrEqual(400);
});

test("while the rest waits for a slow domain, the ledger is asked now and then, and not at each look", async () => {
  const limit = { connections: 1, perSecond: undefined };
  const scene = await openQueueScene(100, openGate(new Map(domains.map((domain) => [domain, limit]))));
  for (const domain of domains) expect(await scene.queue.take(), domain).toHaveProperty("address");

  const startedAt = performance.now();
  for (let looks = 0; looks < 50; looks += 1) expect(await scene.queue.take()).toBe("busy");

  expect(scene.leases()).toBeLessThanOrEqual(3 + (performance.now() - startedAt) / 200);
});

test("a connection books on the place that it is about to leave, and on no other", async () => {
  const limit = { connections: 1, perSecond: undefined };
  const { queue } = await openQueueScene(10, openGate(new Map(domains.map((domain) => [domain, limit]))));
  const taken = await Promise.all(domains.map(() => queue.take()));
  const current = taken.find((row) => typeof row === "object");

  expect(await queue.take()).toBe("busy");
  const next = await queue.take(current);

  expect(next).toHaveProperty("address");
  expect(domainOf((next as DeliveryRow).address)).toBe(domainOf(current?.address ?? ""));
});

test("a delivery that was booked goes back to the ledger where its domain asks for less meanwhile", async () => {
  const gate = openGate();
  const { database, issueId, queue } = await openQueueScene(1, gate);
  const booked = (await queue.take()) as DeliveryRow;
  const domain = domainOf(booked.address);

  expect(queue.returnHeld(booked)).toBe(false);
  gate.hold(domain, Date.now() + hourMs, Date.now());
  expect(queue.returnHeld(booked)).toBe(true);
  await expect.poll(() => countDeliveries(database, issueId)).toEqual({ deferred: 1 });
});

test("connections that begin a day together take no more than its quota", async () => {
  const database = await openDatabase(temporaryFolder());
  onTestFinished(() => database.destroy());
  const transport = { name: "relay", description: "relay", open: () => Promise.reject(new Error("unused")) };
  const relay = relayTo(transport, { daily: { perDay: 10, warmUp: [] }, connections: 8 });
  const desk = createRelayDesk(database, [relay]);
  let taken = 0;

  const lane = async (): Promise<void> => {
    while ((await desk.ask(relay, new Date("2026-11-23T07:00:00Z"))) === "take") {
      taken += 1;
      await sleep(2);
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));

  expect(taken).toBe(10);
});

test("a message that the ledger counts while a day begins counts once against the day's quota", async () => {
  const database = await openDatabase(temporaryFolder());
  onTestFinished(() => database.destroy());
  const transport = { name: "relay", description: "relay", open: () => Promise.reject(new Error("unused")) };
  const relay = relayTo(transport, { daily: { perDay: 2, warmUp: [] }, connections: 2 });
  const desk = createRelayDesk(database, [relay]);
  const [evening, morning] = [new Date("2026-11-23T23:59:00Z"), new Date("2026-11-24T00:00:00Z")];

  expect(await desk.ask(relay, evening)).toBe("take");
  await database
    .insertInto("relay_usage")
    .values({ relay: "relay", day: "2026-11-24", messages: 1 })
    .execute();
  // The connection hears of it once the ledger has written it.
  setImmediate(() => {
    desk.use(relay);
  });

  expect(await desk.ask(relay, morning)).toBe("take");
  expect(await desk.ask(relay, morning)).toBe("spent");
});
