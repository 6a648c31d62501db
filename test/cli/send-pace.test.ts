import { generateKeyPairSync } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

type Server = Awaited<ReturnType<typeof startScriptedSmtpServer>>;

const noon = "2026-11-23T12:00:00Z";
const readers = Array.from({ length: 8 }, (_, index) => `reader${index}@example.com`);

/** A project whose configuration file says this of delivery. */
function openProject(delivery: object): string {
  const newsletters = { digest: { from: "editor@example.com", to: readers, timeZone: "Europe/Berlin" } };
  return temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({ newsletters, delivery }),
  });
}

async function send(cwd: string, now = noon, env: Record<string, string> = {}) {
  const { exitCode, stdout, stderr } = await runGazette(["send", "--yes", "--json", "--now", now], {
    cwd,
    env,
  });
  return { exitCode, stderr, report: JSON.parse(stdout) as Record<string, unknown> };
}

const sentTo = ({ completed }: Server): string[] => completed.flatMap(({ to }) => to).sort();

test("hours in the configuration keep a send waiting on the newsletter's own clock, and let it go on", async () => {
  const server = await startScriptedSmtpServer();
  const cwd = openProject({ relays: [{ url: server.url }], hours: "14:00-17:00" });

  // Noon in UTC is one o'clock in Berlin.
  expect(await send(cwd)).toMatchObject({ exitCode: 3, report: { end: "hours", pending: 8, accepted: 0 } });
  expect(sentTo(server)).toEqual([]);
  expect(await send(cwd, "2026-11-23T13:00:00Z")).toMatchObject({ exitCode: 0, report: { accepted: 8 } });
  expect(sentTo(server)).toEqual(readers);
});

test("a quota in the configuration ends a send for the day, and the next day's goes on with the rest", async () => {
  const server = await startScriptedSmtpServer();
  const cwd = openProject({ relays: [{ url: server.url, perDay: 5 }] });

  expect(await send(cwd)).toMatchObject({ exitCode: 3, report: { end: "quota", pending: 3, accepted: 5 } });
  expect(await send(cwd)).toMatchObject({ report: { end: "quota", accepted: 5 } });
  expect(await send(cwd, "2026-11-24T12:00:00Z")).toMatchObject({ exitCode: 0, report: { accepted: 8 } });
  expect(sentTo(server)).toEqual(readers);
});

test("shares in the configuration divide the messages between two servers", async () => {
  const [large, small] = [await startScriptedSmtpServer(), await startScriptedSmtpServer()];
  const cwd = openProject({
    relays: [
      { url: large.url, share: 3, connections: 1 },
      { url: small.url, share: 1, connections: 1 },
    ],
  });

  expect(await send(cwd)).toMatchObject({ exitCode: 0, report: { accepted: 8 } });
  expect([...sentTo(large), ...sentTo(small)].sort()).toEqual(readers);
  expect(sentTo(large).length).toBeGreaterThanOrEqual(5);
  expect(sentTo(small).length).toBeGreaterThanOrEqual(1);
});

test.each([
  ["too short", () => generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey],
  ["of a kind that signs no mail", () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey],
])("a key that is %s stops the whole send, and with one that signs it goes on", async (_, makeKey) => {
  const server = await startScriptedSmtpServer();
  const cwd = openProject({ relays: [{ url: server.url }] });
  const file = join(cwd, "dkim.pem");
  writeFileSync(file, makeKey().export({ type: "pkcs8", format: "pem" }));
  const env = { DKIM_PRIVATE_KEY_FILE: file };

  const refused = await send(cwd, noon, env);
  expect(refused).toMatchObject({ exitCode: 2, report: { error: { code: "dkim-invalid" } } });
  expect(server.completed).toEqual([]);

  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }));
  expect(await send(cwd, noon, env)).toMatchObject({ exitCode: 0, report: { accepted: 8 } });
  expect(sentTo(server)).toEqual(readers);
  for (const { raw } of server.completed) expect(raw).toMatch(/^DKIM-Signature: /u);
});

test("a first send leaves in the data folder what is needed, and no lock of a work that is done", async () => {
  const server = await startScriptedSmtpServer();
  const cwd = openProject({ relays: [{ url: server.url }] });

  await send(cwd);

  expect(readdirSync(join(cwd, ".gazette")).filter((name) => name.endsWith(".migrating"))).toEqual([]);
});
