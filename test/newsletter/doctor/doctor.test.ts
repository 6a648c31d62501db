import { generateKeyPairSync } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { Resolver } from "node:dns/promises";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../../../src/config/load-config.ts";
import { listDnsRecords } from "../../../src/newsletter/doctor/check-dns.ts";
import { remedyForWriting } from "../../../src/newsletter/doctor/check-storage.ts";
import type { DoctorCheck } from "../../../src/newsletter/doctor/doctor-check.ts";
import { examine } from "../../../src/newsletter/doctor/examine.ts";
import { opinionPage } from "../../support/opinion-page.ts";
import { startScriptedSmtpServer } from "../../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { resolverOf } from "../../support/txt-server.ts";

const now = (): Date => new Date("2026-11-23T07:00:00Z");

function keyOf(bits: number): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

interface Setting {
  readonly key?: string;
  readonly smtpUrl?: string;
  readonly newsletter?: Readonly<Record<string, unknown>>;
}

async function configOf({ key = keyOf(2048), smtpUrl, newsletter = {} }: Setting = {}) {
  const folder = temporaryFolder({
    ...opinionPage,
    "dkim.pem": key,
    "gazette.config.json": JSON.stringify({
      delivery: {
        dkim: [{ domain: "list.example", selector: "gazette", privateKeyFile: "dkim.pem" }],
        relays: smtpUrl === undefined ? [] : [{ url: smtpUrl }],
      },
      newsletters: { weekly: { from: "weekly@list.example", ...newsletter } },
    }),
  });
  return loadConfig(folder);
}

const find = (checks: readonly DoctorCheck[], name: string): DoctorCheck | undefined =>
  checks.find((check) => check.name.startsWith(name));

test("where all is well and DNS holds what the doctor prints, nothing fails, and nothing was sent", async () => {
  const server = await startScriptedSmtpServer();
  const config = await configOf({ smtpUrl: server.url });
  const records = listDnsRecords(config);
  const resolver = await resolverOf(Object.fromEntries(records.map(({ name, value }) => [name, [value]])));

  const checks = await examine({ config, now, resolver });

  expect(checks.filter(({ level }) => level !== "ok")).toEqual([]);
  expect(find(checks, "smtp")).toMatchObject({ detail: expect.stringContaining("no login") as string });
  expect(find(checks, "dkim")).toMatchObject({ detail: "the key signs, and DNS holds its public half" });
  expect(find(checks, "schedule weekly")).toMatchObject({
    detail: "next Mon, 30 Nov 2026 07:00 UTC (2026-11-30T07:00:00.000Z)",
  });
  expect(records.map(({ name }) => name)).toEqual([
    "gazette._domainkey.list.example",
    "list.example",
    "_dmarc.list.example",
  ]);
  expect(server.completed).toEqual([]);
});

test("another key in DNS, two SPF records and no DMARC are each found, with what to publish", async () => {
  const config = await configOf();
  const other = listDnsRecords(await configOf())[0]?.value ?? "";
  const resolver = await resolverOf({
    "gazette._domainkey.list.example": [other],
    "list.example": ["v=spf1 -all", "v=spf1 mx ~all", "unrelated"],
  });

  const checks = await examine({ config, now, resolver });

  expect(find(checks, "dkim")).toMatchObject({
    level: "failed",
    detail: expect.stringContaining("another key") as string,
  });
  expect(find(checks, "spf")).toMatchObject({
    level: "failed",
    remedy: expect.stringContaining("list.example") as string,
  });
  expect(find(checks, "dmarc")).toMatchObject({ level: "warning" });
});

test("a DNS that never answers is a warning within seconds, and the key was tried all the same", async () => {
  const socket = createSocket("udp4");
  onTestFinished(() => void socket.close());
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const resolver = new Resolver({ timeout: 300, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  const start = performance.now();

  const checks = await examine({ config: await configOf(), now, resolver });

  expect(find(checks, "dkim")).toMatchObject({
    level: "warning",
    detail: "the key signs and verifies; DNS could not be asked (ETIMEOUT)",
  });
  expect(checks.some(({ level }) => level === "failed")).toBe(false);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("each fault is a finding with its remedy, and no fault hides another", async () => {
  const config = await configOf({
    key: keyOf(1024),
    smtpUrl: "smtp://127.0.0.1:1",
    newsletter: { theme: "no-such-theme" },
  });
  mkdirSync(config.data, { recursive: true });
  writeFileSync(join(config.data, "gazette.sqlite"), "no ledger at all");

  const checks = await examine({
    config: { ...config, articles: { ...config.articles, dir: "/nowhere" } },
    now,
    resolver: await resolverOf({}),
  });

  const broken = checks.filter(({ level }) => level === "failed");
  expect(broken.map(({ name }) => name.split(" ")[0])).toEqual(
    expect.arrayContaining(["articles", "templates", "ledger", "smtp", "dkim"]),
  );
  for (const { detail, remedy } of broken) {
    expect(detail).not.toBe("");
    expect(remedy).toMatch(/\S/u);
  }
});

test.each([
  ["smtp://127.0.0.1:25", "v=spf1 a ~all"],
  ["smtp://192.0.2.10:587", "v=spf1 ip4:192.0.2.10 ~all"],
  ["smtps://[2001:db8::25]", "v=spf1 ip6:2001:db8::25 ~all"],
  ["smtps://user:secret@mail.example.net", "v=spf1 a:mail.example.net ~all"],
])("mail through %s is allowed by %s, which has no password in it", async (smtpUrl, value) => {
  const records = listDnsRecords(await configOf({ smtpUrl }));

  expect(records.find(({ name }) => name === "list.example")?.value).toBe(value);
  expect(JSON.stringify(records)).not.toContain("secret");
});

test("a full disk is no question of who owns the folder", () => {
  expect(remedyForWriting("ENOSPC")).toContain("make room");
  expect(remedyForWriting("EROFS")).toContain("read-only");
  expect(remedyForWriting("EACCES")).toContain("who owns the folder");
});
