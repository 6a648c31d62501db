import { createServer } from "node:http";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { serveHealth } from "../../../src/newsletter/health/serve-health.ts";
import { tellAlerts } from "../../../src/newsletter/notices/tell-alerts.ts";
import { raiseAlert } from "../../../src/storage/schedule/alerts.ts";
import { resumeIssue } from "../../../src/storage/issues/issue-state.ts";
import { openScheduleRoom, type ScheduleRoom } from "../../support/schedule-room.ts";
import { freePort } from "../../support/free-port.ts";

async function openHealth(room: ScheduleRoom) {
  const health = await serveHealth({ host: "127.0.0.1", port: await freePort() }, () => room.run);
  onTestFinished(() => health.close());
  const ask = async (path: string) => {
    const response = await fetch(`${health.url}${path}`);
    return { status: response.status, text: await response.text() };
  };
  return { health, ask };
}

test("it is healthy while slots are decided on, and not when one is ten minutes overdue", async () => {
  const room = await openScheduleRoom();
  const { ask } = await openHealth(room);

  room.clock.now = new Date("2026-11-16T06:09:00Z");
  expect(await ask("/healthz")).toEqual({ status: 200, text: '{"ok":true,"problems":[]}\n' });
  room.clock.now = new Date("2026-11-16T06:11:00Z");
  const late = await ask("/healthz");
  expect(late.status).toBe(503);
  expect(late.text).toContain("the slot of weekly at 2026-11-16T06:00:00.000Z is 11 minutes overdue");
  await room.tickAt("2026-11-16T06:12:00Z");
  expect((await ask("/healthz")).status).toBe(200);
});

test("it is not healthy while looks at what is due fail, and says why without an address", async () => {
  const room = await openScheduleRoom();
  const fault = "the disk of ada@harbour.town is full";
  const health = await serveHealth({ host: "127.0.0.1", port: await freePort() }, () => ({
    ...room.run,
    fault,
  }));
  onTestFinished(() => health.close());

  const response = await fetch(`${health.url}/healthz`);

  expect(response.status).toBe(503);
  expect(await response.text()).toContain("the disk of (address) is full");
});

test("it is not healthy when the mail server is gone", async () => {
  const room = await openScheduleRoom(
    {},
    {},
    { answer: (step) => (step === "greeting" ? "drop" : undefined) },
  );
  const { ask } = await openHealth(room);

  const { status, text } = await ask("/healthz");

  expect(status).toBe(503);
  expect(text).toContain("cannot be reached");
});

test("metrics tell slots, deliveries and messages, and no address", async () => {
  const room = await openScheduleRoom();
  const { health, ask } = await openHealth(room);
  await room.tickAt("2026-11-16T06:00:10Z");
  health.count("accepted");

  const { status, text } = await ask("/metrics");

  expect(status).toBe(200);
  expect(text).toContain(
    'gazette_last_slot_timestamp_seconds{newsletter="weekly",cadence="regular",outcome="sent"} 1794808800',
  );
  expect(text).toContain('gazette_deliveries{issue="1",newsletter="weekly",state="accepted"} 1');
  expect(text).toContain('gazette_messages_total{state="accepted"} 1');
  expect(text).toContain("gazette_healthy 1");
  expect(text).not.toContain("@");
  expect((await ask("/other")).status).toBe(404);
});

/** A server for the alerts of a room; `answer` undefined: it takes a request and never says a word. */
async function openHook(answer: number | undefined) {
  const bodies: string[] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.setEncoding("utf8").on("data", (chunk: string) => bodies.push(chunk));
    request.on("end", () => {
      if (answer !== undefined) response.writeHead(answer).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/hook`, bodies, asked: () => asked };
}

const raise = (room: ScheduleRoom, key: string) =>
  raiseAlert(room.run.database, { key, message: `${key} failed`, remedy: "Mend it." }, room.clock.now);

test("a webhook gets each alert once", async () => {
  const hook = await openHook(200);
  const room = await openScheduleRoom({}, { schedule: { alertWebhook: hook.url } });
  await raise(room, "slot:weekly");

  await tellAlerts(room.run);
  await tellAlerts(room.run);

  expect(hook.bodies.map((body) => JSON.parse(body) as unknown)).toMatchObject([
    { text: "Gazette: slot:weekly failed. Mend it.", key: "slot:weekly" },
  ]);
});

test("a webhook that never answers is waited for once and not for each alert, and mail tells them all the same", async () => {
  const hook = await openHook(undefined);
  const room = await openScheduleRoom(
    {},
    { schedule: { alertWebhook: hook.url, alertTo: "ops@harbour.town" } },
  );
  for (const key of ["one", "two", "three"]) await raise(room, key);

  const startedAt = performance.now();
  await tellAlerts(room.run);

  expect(performance.now() - startedAt).toBeLessThan(20_000);
  expect(hook.asked()).toBe(1);
  expect(room.mail()).toHaveLength(3);
});

test("many alerts at once are one message that lists them, by mail and by webhook", async () => {
  const hook = await openHook(200);
  const room = await openScheduleRoom(
    {},
    { schedule: { alertWebhook: hook.url, alertTo: "ops@harbour.town" } },
  );
  for (let index = 10; index < 60; index += 1) await raise(room, `slot${index}`);

  await tellAlerts(room.run);
  await tellAlerts(room.run);

  expect(room.mail()).toEqual([
    "ops@harbour.town: Gazette: 50 things need a person, the first of them: slot10 failed",
  ]);
  expect(room.server.completed[0]?.raw).toContain("slot39 failed");
  expect(room.server.completed[0]?.raw).toContain("and 20 more");
  expect(hook.bodies).toHaveLength(1);
});

test("each pause of an issue is told once, without the address that the server quotes", async () => {
  const room = await openScheduleRoom(
    {},
    {},
    {
      answer: (step) =>
        step === "RCPT" ? "550 5.1.8 <ada@harbour.town>: your sender is refused" : undefined,
    },
  );
  const { database } = room.run;
  const alerts = () =>
    database
      .selectFrom("alerts")
      .select(["key", "message", "raised_at"])
      .where("key", "like", "paused:%")
      .execute();

  await room.tickAt("2026-11-16T06:00:30Z");
  const [first, ...more] = await alerts();
  await resumeIssue(database, 1);
  const between = await alerts();
  await room.tickAt("2026-11-16T07:00:30Z");

  expect(first?.message).toMatch(/is paused: .*<\(address\)>: your sender is refused/u);
  expect([more, between]).toEqual([[], []]);
  expect(await alerts()).toEqual([{ ...first, raised_at: expect.stringMatching(/T07:/u) as string }]);
});
