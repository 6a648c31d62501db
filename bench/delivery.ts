// Delivery side by side: Gazette, a plain nodemailer pool with its DKIM, and Postfix's smtp-source where it is installed.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freezeIssue } from "../src/storage/freeze-issue.ts";
import { openDatabase } from "../src/storage/open-database.ts";
import { storeSubscriptions } from "../src/storage/subscribers.ts";
import { makeLetter, type RunResult } from "./delivery/letter.ts";

const port = 2599;
const connections = 8;
const readers = Number(process.env["BENCH_READERS"] ?? 6000);
const plainMessages = 1000;
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3);
const sinkProgram = "/usr/sbin/smtp-sink";
const sourceProgram = "/usr/sbin/smtp-source";
const folder = mkdtempSync(join(tmpdir(), "gazette-bench-delivery-"));

const sink = await startSink();
try {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keyFile = join(folder, "key.pem");
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  const signMs = measure(() => sign("sha256", Buffer.alloc(1500), privateKey), 300);

  const gazette: RunResult[] = [];
  const plain: RunResult[] = [];
  const source: number[] = [];
  // In turns, so that whatever else the machine does touches all of them.
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = join(folder, `data-${round}`);
    await prepare(dataDir, readers);
    gazette.push(run("send-gazette.ts", dataDir, `smtp://127.0.0.1:${port}`, String(connections), keyFile));
    plain.push(run("send-nodemailer.ts", String(port), String(connections), keyFile, String(plainMessages)));
    if (existsSync(sourceProgram)) source.push(runSource());
  }
  report(gazette, plain, source, signMs);
} finally {
  sink.kill();
  rmSync(folder, { recursive: true, force: true });
}

function measure(work: () => void, times: number): number {
  const before = process.cpuUsage();
  for (let count = 0; count < times; count += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

async function startSink(): Promise<ChildProcess> {
  const child = existsSync(sinkProgram)
    ? spawn(sinkProgram, ["-u", "nobody", `127.0.0.1:${port}`, "1000"], { stdio: "ignore" })
    : spawn(process.execPath, [join(import.meta.dirname, "delivery", "sink.ts"), String(port)], {
        stdio: "ignore",
      });
  for (let tries = 0; tries < 100; tries += 1) {
    await sleep(50);
    if (await answers()) return child;
  }
  throw new Error("The sink did not start.");
}

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("data", () => {
      socket.end("QUIT\r\n");
      resolve(true);
    });
  });
}

async function prepare(dataDir: string, count: number): Promise<void> {
  const database = await openDatabase(dataDir);
  const at = new Date("2026-11-23T07:00:00Z");
  for (let from = 0; from < count; from += 5000) {
    const rows = Array.from({ length: Math.min(5000, count - from) }, (_, index) => ({
      address: `reader${String(from + index).padStart(7, "0")}@example.com`,
      name: `Reader ${from + index}`,
      language: null,
      timeZone: null,
      topics: [],
    }));
    await storeSubscriptions(database, "weekly", rows, at);
  }
  const instant = at.toISOString();
  const { html, text } = makeLetter();
  await freezeIssue(database, {
    issue: {
      newsletter: "weekly",
      cadence: "regular",
      slot: instant,
      number: 1,
      origin: "hand",
      since: instant,
      until: instant,
      subject: "What the tides said",
      preheader: "",
      hash: "",
      manifest: "{}",
      frozen_at: instant,
    },
    articles: [],
    newNames: [],
    editions: [
      { key: "whole", subject: "What the tides said", preheader: "", html: [html], text: [text], readers: 1 },
    ],
    images: [],
    recipients: [],
    editionKey: "whole",
    audience: { newsletter: "weekly", cadence: "regular", cadences: ["regular"], sharedIssues: [] },
  });
  await database.destroy();
}

function run(program: string, ...args: string[]): RunResult {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "delivery", program), ...args],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`${program} failed.`);
  return JSON.parse(stdout) as RunResult;
}

/** @returns Messages a second: one fixed, unsigned message of the same size. */
function runSource(): number {
  const startedAt = performance.now();
  const args = ["-s", String(connections), "-m", "6000", "-l", "70000", `127.0.0.1:${port}`];
  const { status } = spawnSync(sourceProgram, args, { stdio: "inherit" });
  if (status !== 0) throw new Error("smtp-source failed.");
  return 6000 / ((performance.now() - startedAt) / 1000);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function report(
  gazette: readonly RunResult[],
  plain: readonly RunResult[],
  source: readonly number[],
  signMs: number,
): void {
  const rate = (results: readonly RunResult[]): number =>
    median(results.map(({ messages, seconds }) => messages / seconds));
  const cpuMs = median(gazette.map((result) => result.cpuMs));
  const result = {
    readers,
    connections,
    gazettePerSecond: Math.round(rate(gazette)),
    nodemailerPerSecond: Math.round(rate(plain)),
    smtpSourcePerSecond: source.length === 0 ? null : Math.round(median(source)),
    timesNodemailer: Number((rate(gazette) / rate(plain)).toFixed(2)),
    shareOfSmtpSource: source.length === 0 ? null : Number((rate(gazette) / median(source)).toFixed(2)),
    cpuMsAMessage: Number(cpuMs.toFixed(3)),
    rsaMsAMessage: Number(signMs.toFixed(3)),
    cpuMsOverRsa: Number((cpuMs - signMs).toFixed(3)),
    peakMb: Math.round(Math.max(...gazette.map(({ peakMb }) => peakMb))),
    sink: existsSync(sinkProgram) ? "smtp-sink" : "bench/delivery/sink.ts",
  };
  for (const [name, value] of Object.entries(result))
    console.log(`${name.padEnd(22)} ${value ?? "not installed"}`);
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  writeFileSync(
    join(import.meta.dirname, "results", "delivery.json"),
    `${JSON.stringify(result, null, 2)}\n`,
  );
}
