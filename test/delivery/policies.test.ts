import { expect, test } from "vitest";
import { type DeliveryPolicy, defaultPolicy } from "../../src/delivery/delivery-policy.ts";
import { createSmtpTransport } from "../../src/delivery/smtp/smtp-transport.ts";
import type { Transport } from "../../src/delivery/transport.ts";
import { listDomainHolds } from "../../src/storage/deliveries/domain-holds.ts";
import { findIssue } from "../../src/storage/issues/issues.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import {
  expectNobodyTwice,
  openSendingScene,
  quickPolicy,
  relayOf,
  relayTo,
  type SendingScene,
} from "../support/sending-scene.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A clock that stands until it is moved. */
function standingClock(start: string): { now: () => Date; pass: (ms: number) => void } {
  let at = Date.parse(start);
  return { now: () => new Date(at), pass: (ms) => (at += ms) };
}

const domainOf = (address: string): string => address.slice(address.indexOf("@") + 1);
/** The readers of a scene are spread over five domains: this one has a fifth of them. */
const oneDomain = "domain0.example";

function takenBy(scene: Pick<SendingScene, "server">, domain?: string): number {
  const addresses = scene.server.completed.flatMap(({ to }) => to);
  return domain === undefined
    ? addresses.length
    : addresses.filter((address) => domainOf(address) === domain).length;
}

test("outside its hours nothing leaves, within them everything does, and at their end it stops", async () => {
  const scene = await openSendingScene(40);
  const clock = standingClock("2026-11-23T07:59:00Z");
  const hours = { fromMinute: 9 * 60, untilMinute: 17 * 60 };
  const policy = { ...quickPolicy, hours, timeZone: "Europe/Berlin" };

  expect(await scene.run({ policy, now: clock.now })).toMatchObject({ end: "hours" });
  expect(takenBy(scene)).toBe(0);

  clock.pass(8 * hourMs);
  const atTheirEnd = await scene.run({
    policy,
    now: clock.now,
    // Berlin is an hour ahead: 15:59 here is a minute to five there, and the tenth message takes that minute.
    onOutcome: () => takenBy(scene) >= 10 && clock.now().getUTCMinutes() === 59 && clock.pass(60_000),
  });
  expect(atTheirEnd).toMatchObject({ end: "hours" });
  expect(takenBy(scene)).toBeGreaterThanOrEqual(10);
  expect(takenBy(scene)).toBeLessThan(20);

  clock.pass(17 * hourMs);
  expect(await scene.run({ policy, now: clock.now })).toMatchObject({ end: "done" });
  expect(await scene.counts()).toEqual({ accepted: 40 });
});

test("a relay gives no more than its quota of a day, also to a second run, and goes on the next day", async () => {
  const scene = await openSendingScene(25);
  const clock = standingClock("2026-11-23T22:00:00Z");
  const relays = [relayOf(scene.server, { daily: { perDay: 10, warmUp: [] } })];

  expect(await scene.run({ relays, now: clock.now })).toMatchObject({ end: "quota" });
  expect(await scene.run({ relays, now: clock.now })).toMatchObject({ end: "quota" });
  expect(takenBy(scene)).toBe(10);

  clock.pass(3 * hourMs);
  await scene.run({ relays, now: clock.now });
  expect(takenBy(scene)).toBe(20);
  clock.pass(dayMs);
  expect(await scene.run({ relays, now: clock.now })).toMatchObject({ end: "done" });
  expect(await scene.counts()).toEqual({ accepted: 25 });
});

test.each([1, 4])(
  "what is booked before midnight and leaves after it counts for the new day (connections: %i)",
  async (connections) => {
    const scene: SendingScene = await openSendingScene(40, {
      extensions: ["PIPELINING"],
      answer: (step) => {
        if (step === "data-end" && takenBy(scene) === 5) clock.pass(2 * hourMs);
        return undefined;
      },
    });
    const clock = standingClock("2026-11-23T23:00:00Z");
    const relays = [relayOf(scene.server, { connections, daily: { perDay: 12, warmUp: [] } })];

    expect(await scene.run({ relays, now: clock.now })).toMatchObject({ end: "quota" });

    const days = await scene.database.selectFrom("relay_usage").selectAll().orderBy("day").execute();
    expect(days.map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-24"]);
    expect(days[1]?.messages).toBe(12);
    expect(takenBy(scene)).toBe(days.reduce((sum, { messages }) => sum + messages, 0));
  },
);

test("a reader on the suppression list whose message is booked as the last of a quota leaves it to another", async () => {
  const scene = await openSendingScene(10, { extensions: ["PIPELINING"] });
  const third = await scene.database
    .selectFrom("deliveries")
    .select("address")
    .orderBy("address")
    .offset(2)
    .limit(1)
    .executeTakeFirstOrThrow();
  await scene.database
    .insertInto("suppressions")
    .values({ ...third, reason: "refused", detail: "", created_at: "2026-11-23T07:00:00.000Z" })
    .execute();
  const relays = [relayOf(scene.server, { connections: 1, daily: { perDay: 3, warmUp: [] } })];

  expect(await scene.run({ relays })).toMatchObject({ end: "quota" });

  expect(await scene.counts()).toEqual({ accepted: 3, skipped: 1, pending: 6 });
});

test("a new relay warms up over the days on which it is used, a week between them or a clock a year wrong", async () => {
  const scene = await openSendingScene(60);
  const clock = standingClock("2026-11-23T07:00:00Z");
  const relays = [relayOf(scene.server, { daily: { perDay: 30, warmUp: [5, 10, 15] } })];
  const sent: number[] = [];

  for (const passed of [7 * dayMs, 365 * dayMs, -365 * dayMs + 7 * dayMs, 0]) {
    const before = takenBy(scene);
    await scene.run({ relays, now: clock.now });
    sent.push(takenBy(scene) - before);
    clock.pass(passed);
  }

  expect(sent).toEqual([5, 10, 15, 30]);
});

test("two relays share the messages as configured", async () => {
  const scene = await openSendingScene(100);
  const second = await startScriptedSmtpServer();
  const relays = [
    relayOf(scene.server, { share: 3, connections: 2 }),
    relayOf(second, { share: 1, connections: 2 }),
  ];

  expect(await scene.run({ relays })).toMatchObject({ end: "done" });

  expect(scene.server.completed.length).toBeGreaterThanOrEqual(68);
  expect(scene.server.completed.length).toBeLessThanOrEqual(82);
  expectNobodyTwice([scene.server, second], await scene.counts(), 100);
});

test("where one of two relays goes down in mid-run, the other takes its part, and nobody is sent to twice", async () => {
  let stop: (() => Promise<void>) | undefined;
  const scene: SendingScene = await openSendingScene(100, {
    answer: (step) => {
      if (step === "RCPT" && scene.server.completed.length >= 15 && stop !== undefined) {
        void stop();
        stop = undefined;
      }
      return undefined;
    },
  });
  stop = scene.server.stop;
  const second = await startScriptedSmtpServer();
  const relays = [relayOf(scene.server), relayOf(second)];

  const counts = await scene.finish({ relays, policy: { ...quickPolicy, relayPatienceMs: 200 } });

  expect(scene.server.completed.length).toBeLessThan(30);
  expectNobodyTwice([scene.server, second], counts, 100);
  expect((counts.accepted ?? 0) + (counts.uncertain ?? 0)).toBe(100);
  expect(counts.uncertain ?? 0).toBeLessThanOrEqual(4);
});

test("a relay that restarts in mid-run is waited for, and the run ends with everyone served", async () => {
  let isRunning = true;
  const scene: SendingScene = await openSendingScene(60, {
    extensions: ["PIPELINING"],
    answer: (step) => {
      if (step === "MAIL" && scene.server.completed.length >= 20 && isRunning) {
        isRunning = false;
        void scene.server.stop().then(() => setTimeout(() => void scene.server.restart(), 150));
      }
      return undefined;
    },
  });

  const counts = await scene.finish();

  expectNobodyTwice([scene.server], counts, 60);
  expect((counts.accepted ?? 0) + (counts.uncertain ?? 0)).toBe(60);
  expect(counts.uncertain ?? 0).toBeLessThanOrEqual(4);
  expect(scene.server.connections()).toBeGreaterThan(4);
});

test("a domain never has more connections than it is given, while the others use the rest", async () => {
  const atOnce = new Map<string, number>();
  let most = 0;
  let mostOthers = 0;
  const scene = await openSendingScene(60, {
    answer: (step, line) => {
      if (step !== "RCPT" && step !== "data-end") return undefined;
      const domain = domainOf(line.replace(/^.*<|>.*$/gu, ""));
      atOnce.set(domain, (atOnce.get(domain) ?? 0) + (step === "RCPT" ? 1 : -1));
      most = Math.max(most, atOnce.get(oneDomain) ?? 0);
      const others = [...atOnce].filter(([name]) => name !== oneDomain);
      mostOthers = Math.max(
        mostOthers,
        others.reduce((sum, [, count]) => sum + count, 0),
      );
      return undefined;
    },
  });
  const domains = new Map([[oneDomain, { connections: 1, perSecond: undefined }]]);

  await scene.run({ policy: { ...quickPolicy, domains } });

  expect(await scene.counts()).toEqual({ accepted: 60 });
  expect(most).toBe(1);
  expect(mostOthers).toBeGreaterThan(1);
});

test("a domain gets no more messages a second than it is given, and a run no more than all together", async () => {
  const at: number[] = [];
  const scene = await openSendingScene(50, {
    answer: (step, line) => {
      if (step === "RCPT" && line.includes(oneDomain)) at.push(performance.now());
      return undefined;
    },
  });
  const domains = new Map([[oneDomain, { connections: undefined, perSecond: 20 }]]);
  const startedAt = performance.now();

  await scene.run({ policy: { ...quickPolicy, domains, perSecond: 80 } });

  expect(at).toHaveLength(10);
  // Nine intervals of 50 ms, and fifty messages at 80 a second; each with a start of a tenth of a second at once.
  expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(330);
  expect(performance.now() - startedAt).toBeGreaterThan(500);
  expect(await scene.counts()).toEqual({ accepted: 50 });
});

test("a domain's messages keep their distance where connections were held up", async () => {
  const startedAt: number[] = [];
  let ends = 0;
  const scene = await openSendingScene(60, {
    extensions: ["PIPELINING"],
    answer: (step, line) => {
      if (step === "RCPT" && line.includes(oneDomain)) startedAt.push(performance.now());
      const isSlow = step === "data-end" && (ends += 1) % 12 < 4;
      return isSlow ? { bytes: "250 2.0.0 Taken\r\n", everyMs: 30 } : undefined;
    },
  });
  const domains = new Map([[oneDomain, { connections: undefined, perSecond: 10 }]]);
  const relays = [relayTo(createSmtpTransport({ url: scene.server.url }))];

  await scene.run({ relays, policy: { ...quickPolicy, domains } });

  expect(await scene.counts()).toEqual({ accepted: 60 });
  // Two at once, as the start of a tenth of a second allows, and then a tenth of a second between them.
  startedAt.slice(3).forEach((at, index) => expect(at - (startedAt[index] ?? 0)).toBeGreaterThan(100));
});

test("a server that has the commands of a message whose domain is held meanwhile is not kept waiting", async () => {
  const events: string[] = [];
  const scene = await openSendingScene(10, {
    extensions: ["PIPELINING"],
    answer: (step, line) =>
      step === "data-end" && line.includes("domain1.example") ? "451 4.7.1 Slow down" : undefined,
  });
  const transport = createSmtpTransport({ url: scene.server.url });
  const open = async (): Promise<Transport> => {
    const connection = await transport.open();
    return {
      deliver: async (message, ...asked) => {
        const outcome = await connection.deliver(message, ...asked);
        events.push(domainOf(message.envelope.to));
        return outcome;
      },
      close: () => (events.push("closed"), connection.close()),
    };
  };
  const until = new Date(Date.now() + hourMs).toISOString();
  await scene.database
    .insertInto("domain_holds")
    .values(
      [2, 3, 4].map((index) => ({ domain: `domain${index}.example`, until, kind: "policy", reply: "" })),
    )
    .execute();

  await scene.run({
    relays: [relayTo({ ...transport, open }, { connections: 1 })],
    policy: {
      ...quickPolicy,
      domainBackOff: defaultPolicy.domainBackOff,
      // What is left when the other domain is held waits for a quarter of a second.
      domains: new Map([[oneDomain, { connections: undefined, perSecond: 4 }]]),
    },
  });

  expect(events).toEqual(["domain1.example", "closed", oneDomain, oneDomain, "closed"]);
});

test("a run that goes wrong pauses before it has asked everyone, and says why", async () => {
  let asked = 0;
  const scene = await openSendingScene(300, {
    answer: (step) =>
      step === "RCPT" ? ((asked += 1) % 2 === 0 ? "550 5.6.0 Not wanted" : undefined) : undefined,
  });
  const policy: DeliveryPolicy = { ...quickPolicy, errorBudget: { window: 40, minimum: 20, share: 0.25 } };

  expect(await scene.run({ policy })).toMatchObject({ end: "paused" });

  expect(asked).toBeLessThan(40);
  expect(await findIssue(scene.database, scene.issueId)).toMatchObject({
    state: "paused",
    pause_reason: expect.stringMatching(/\d+ of the last \d+ .*25 %.*550 5\.6\.0 Not wanted/u) as unknown,
  });
  const counts = await scene.counts();
  expect(counts.pending).toBeGreaterThan(250);
  expect(counts.leased).toBeUndefined();
});

test("a server that refuses the sender pauses the run at the first message, and nobody is marked as failed", async () => {
  let asked = 0;
  const scene = await openSendingScene(50, {
    answer: (step) => {
      if (step !== "MAIL") return undefined;
      asked += 1;
      return "550 5.7.60 Not allowed to send as this sender";
    },
  });

  expect(await scene.run()).toMatchObject({ end: "paused" });

  expect(asked).toBeLessThanOrEqual(4);
  const counts = await scene.counts();
  expect((counts.pending ?? 0) + (counts.deferred ?? 0)).toBe(50);
});

test("a message that is deferred again and again expires after its time, and not before", async () => {
  const scene = await openSendingScene(10, {
    answer: (step, line) =>
      step === "RCPT" && line.includes(oneDomain) ? "451 4.3.0 Come back later" : undefined,
  });
  const clock = standingClock("2026-11-23T07:00:00Z");
  const policy: DeliveryPolicy = { ...defaultPolicy, errorBudget: undefined };
  const run = () => scene.run({ policy, now: clock.now });

  const { nextAttemptAt } = await run();
  expect(await scene.counts()).toEqual({ accepted: 8, deferred: 2 });
  const waitMs = (nextAttemptAt?.getTime() ?? 0) - clock.now().getTime();
  expect(waitMs).toBeGreaterThanOrEqual(2.5 * 60_000);
  expect(waitMs).toBeLessThanOrEqual(5 * 60_000);

  for (let hours = 6; hours < 48; hours += 6) {
    clock.pass(6 * hourMs);
    await run();
    expect(await scene.counts()).toEqual({ accepted: 8, deferred: 2 });
  }
  clock.pass(6 * hourMs);
  await run();
  expect(await scene.counts()).toEqual({ accepted: 8, expired: 2 });
});

test("a machine that slept through the time of a deferred message still tries it before it expires", async () => {
  let isBusy = true;
  const scene = await openSendingScene(5, {
    answer: (step) => (step === "RCPT" && isBusy ? "451 4.3.0 Later" : undefined),
  });
  const clock = standingClock("2026-11-23T07:00:00Z");
  await scene.run({ now: clock.now, policy: { ...quickPolicy, minimumAttempts: 4 } });

  clock.pass(30 * dayMs);
  isBusy = false;
  await scene.run({ now: clock.now, policy: { ...quickPolicy, minimumAttempts: 4 } });

  expect(await scene.counts()).toEqual({ accepted: 5 });
});

test("a domain that refuses us by policy gets nothing for hours, and the others get theirs", async () => {
  let isOpen = false;
  const scene = await openSendingScene(100, {
    answer: (step, line) =>
      step === "RCPT" && !isOpen && line.includes(oneDomain) ? "550 5.7.1 Not from you" : undefined,
  });
  const clock = standingClock("2026-11-23T07:00:00Z");
  const policy: DeliveryPolicy = { ...defaultPolicy, errorBudget: undefined };

  await scene.run({ policy, now: clock.now });

  const counts = await scene.counts();
  expect(counts.accepted).toBe(80);
  // What was on its way when the first refusal came; the rest waits.
  expect(counts.failed).toBeLessThanOrEqual(4);
  expect(counts.deferred).toBe(20 - (counts.failed ?? 0));
  expect(await listDomainHolds(scene.database, clock.now())).toMatchObject([
    { domain: oneDomain, kind: "policy", reply: "550 5.7.1 Not from you", until: "2026-11-23T11:00:00.000Z" },
  ]);

  isOpen = true;
  clock.pass(3 * hourMs);
  await scene.run({ policy, now: clock.now });
  expect(await scene.counts()).toEqual(counts);
  clock.pass(2 * hourMs);
  await scene.run({ policy, now: clock.now });
  expect(await scene.counts()).toEqual({ accepted: 100 - (counts.failed ?? 0), failed: counts.failed });
});

test.each(["421 4.7.0 Too many from you", "451 4.7.1 Greylisted"])(
  "a domain that says %s is left alone for minutes, longer each time, and the others get theirs",
  async (reply) => {
    let isBusy = true;
    let asked = 0;
    const scene = await openSendingScene(100, {
      answer: (step, line) => {
        if (step !== "RCPT" || !line.includes(oneDomain)) return undefined;
        asked += 1;
        return isBusy ? reply : undefined;
      },
    });
    const clock = standingClock("2026-11-23T07:00:00Z");
    const run = () => scene.run({ policy: { ...defaultPolicy, errorBudget: undefined }, now: clock.now });

    await run();

    expect(await scene.counts()).toEqual({ accepted: 80, deferred: 20 });
    expect(asked).toBeLessThanOrEqual(4);
    const [hold] = await listDomainHolds(scene.database, clock.now());
    expect(hold).toMatchObject({ domain: oneDomain, kind: "back-off" });
    isBusy = false;
    clock.pass(hourMs);
    await run();
    expect(await scene.counts()).toEqual({ accepted: 100 });
  },
);

test("a relay that shuts down at the end of messages is left alone for a moment, and no domain is held for it", async () => {
  let closings = 0;
  const scene = await openSendingScene(60, {
    extensions: ["PIPELINING"],
    answer: (step) =>
      step === "data-end" && (closings += 1) <= 8 ? "421 4.3.2 Shutting down for a moment" : undefined,
  });

  await scene.run({ policy: { ...quickPolicy, domainBackOff: defaultPolicy.domainBackOff } });

  expect(await listDomainHolds(scene.database, new Date())).toEqual([]);
  const counts = await scene.finish();
  expect(counts).toEqual({ accepted: 60 });
});

test("a hold that a wrong clock wrote gives way to the next one, which counts also for the next run", async () => {
  const scene = await openSendingScene(50, {
    answer: (step, line) =>
      step === "RCPT" && line.includes(oneDomain) ? "550 5.7.1 Not from you" : undefined,
  });
  const clock = standingClock("2026-11-23T07:00:00Z");
  await scene.database
    .insertInto("domain_holds")
    .values({ domain: oneDomain, until: "2027-11-23T07:00:00.000Z", kind: "back-off", reply: "421 4.7.0" })
    .execute();
  const policy: DeliveryPolicy = { ...defaultPolicy, errorBudget: undefined };

  await scene.run({ policy, now: clock.now });

  const counts = await scene.counts();
  expect(counts.failed).toBeLessThanOrEqual(4);
  expect(counts.deferred).toBe(10 - (counts.failed ?? 0));
  expect(await listDomainHolds(scene.database, clock.now())).toMatchObject([
    { domain: oneDomain, kind: "policy", until: "2026-11-23T11:00:00.000Z" },
  ]);
});

test.each([
  ["an hour ahead", hourMs],
  ["an hour back", -hourMs],
  ["a year ahead", 365 * dayMs],
  ["a year back", -365 * dayMs],
])("a clock that is set %s in mid-run, and right again later, keeps nobody waiting", async (_, jumpMs) => {
  let met = 0;
  const scene: SendingScene = await openSendingScene(100, {
    // One message in seven is asked to come back, one in twenty ends its connection.
    answer: (step) => {
      if (step !== "RCPT") return undefined;
      met += 1;
      return met % 20 === 0 ? "drop" : met % 7 === 0 ? "451 4.3.0 Later" : undefined;
    },
  });
  const clock = standingClock("2026-11-23T07:00:00Z");
  const jumps = new Map([
    [30, jumpMs],
    [60, -jumpMs],
    [80, jumpMs],
  ]);
  const onOutcome = (): void => {
    const jump = jumps.get(takenBy(scene));
    if (jump === undefined) return;
    jumps.delete(takenBy(scene));
    clock.pass(jump);
  };
  const policy: DeliveryPolicy = {
    ...quickPolicy,
    retry: defaultPolicy.retry,
    domainBackOff: defaultPolicy.domainBackOff,
    relayPauseMs: 50,
    domains: new Map([[oneDomain, { connections: 2, perSecond: 200 }]]),
    perSecond: 1000,
  };

  // Three refusals in a row and the hour that a clock stays behind make some two hours and a half.
  let rounds = 0;
  for (; (await scene.counts()).accepted !== 100 && rounds < 48; rounds += 1) {
    await scene.run({ policy, now: clock.now, onOutcome });
    clock.pass(5 * 60_000);
  }

  expect(await scene.counts()).toEqual({ accepted: 100 });
  expectNobodyTwice([scene.server], await scene.counts(), 100);
});
