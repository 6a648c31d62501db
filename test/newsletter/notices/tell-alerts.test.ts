import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { tellAlerts } from "../../../src/newsletter/notices/tell-alerts.ts";
import { listUntoldAlerts, raiseAlert } from "../../../src/storage/schedule/alerts.ts";
import { openScheduleRoom, type ScheduleRoom } from "../../support/schedule-room.ts";
import { startScriptedSmtpServer } from "../../support/scripted-smtp-server.ts";
import { sendNotice } from "../../../src/newsletter/notices/send-notice.ts";

const later = new Date("2030-01-01T00:00:00Z");

async function raise({ run }: ScheduleRoom, key: string): Promise<void> {
  await raiseAlert(run.database, { key, message: `${key} waits`, remedy: "Look at it." }, run.now());
}

/** A chat service's address. @returns It, and what was posted to it. */
async function startWebhook(): Promise<{ readonly address: string; readonly posts: string[] }> {
  const posts: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      posts.push(body);
      response.end("ok");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, posts };
}

test("while mail cannot be signed, the webhook is told each alert once", async () => {
  const webhook = await startWebhook();
  const room = await openScheduleRoom({}, { schedule: { alertTo: "ops@harbour.town" } });
  const { config } = room.run;
  const run = {
    ...room.run,
    config: {
      ...config,
      schedule: { ...config.schedule, alertWebhook: webhook.address },
      delivery: {
        ...config.delivery,
        dkim: [{ domain: "harbour.town", selector: "s", key: { file: `${room.folder}/nowhere.pem` } }],
      },
    },
  };
  await raise(room, "first");
  await raise(room, "second");

  for (let tick = 0; tick < 3; tick += 1) await tellAlerts(run);

  expect(webhook.posts.map((body) => (JSON.parse(body) as { key: string }).key)).toEqual(["first", "second"]);
  expect(await listUntoldAlerts(room.run.database, later)).toEqual([]);
});

test("of several operators each gets an alert once, also where one could be reached only later", async () => {
  let isBusy = true;
  const room = await openScheduleRoom(
    {},
    { schedule: { alertTo: "ops@harbour.town, night@harbour.town, gone@harbour.town" } },
    {
      answer: (step, line) => {
        if (step !== "RCPT") return undefined;
        if (line.includes("gone@")) return "550 5.1.1 No such mailbox";
        return isBusy && line.includes("night@") ? "450 4.2.1 Busy" : undefined;
      },
    },
  );
  await raise(room, "first");

  await tellAlerts(room.run);
  expect(await listUntoldAlerts(room.run.database, later)).toHaveLength(1);
  isBusy = false;
  for (const at of ["12:05", "12:10", "13:00"]) {
    room.clock.now = new Date(`2026-11-15T${at}:00Z`);
    await tellAlerts(room.run);
  }

  expect(room.mail()).toEqual([
    "ops@harbour.town: Gazette: first waits",
    "night@harbour.town: Gazette: first waits",
  ]);
  expect(await listUntoldAlerts(room.run.database, later)).toEqual([]);
});

test("whom a relay is lost over, the next relay reaches, and nobody twice", async () => {
  let met = 0;
  const first = await startScriptedSmtpServer({
    answer: (step) => (step === "MAIL" && (met += 1) === 2 ? "drop" : undefined),
  });
  const second = await startScriptedSmtpServer();
  const { run } = await openScheduleRoom();
  const [known] = run.config.delivery.relays;
  if (known === undefined) throw new Error("The room has no relay.");
  const relays = [first, second].map(({ url }) => ({ ...known, url }));
  const people = ["ada", "bob", "cleo"].map((name) => ({ name: "", address: `${name}@harbour.town` }));

  const end = await sendNotice(
    { ...run.config, delivery: { ...run.config.delivery, relays } },
    run.config.newsletters[0],
    people,
    { subject: "A word", text: "A word.", html: "<p>A word.</p>" },
    run.now(),
  );

  expect(end).toEqual({ reached: expect.arrayContaining(people) as unknown, waiting: [] });
  const taken = [first, second].flatMap(({ completed }) => completed.flatMap(({ to }) => to));
  expect(taken.sort()).toEqual(people.map(({ address }) => address));
});
