// Delivery side by side: Gazette, a plain nodemailer pool with its DKIM, and Postfix's smtp-source where it is installed.
// `npm run bench -- delivery --subscribers 1000000` sends to audiences of growing size by the command instead, Gazette alone.
import { spawnSync } from "node:child_process";
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../src/storage/ledger/open-database.ts";
import { freezeLetter, storeReaders } from "./delivery/audience.ts";
import { type Bundle, bundleContestants, sinkName, startSink } from "./delivery/contestants.ts";
import { measureScale } from "./delivery/scale.ts";
import { keepResult } from "./print-rows.ts";

const port = 2599;
const connections = 8;
const { values } = parseArgs({
  options: {
    readers: { type: "string", default: "6000" },
    rounds: { type: "string", default: "5" },
    subscribers: { type: "string" },
  },
});
const readers = Number(values.readers);
const plainMessages = 1000;
const sourceProgram = "/usr/sbin/smtp-source";
const hasSource = existsSync(sourceProgram);

/** One turn of each; all at the same work on the same machine within the same minute. */
interface Round {
  readonly gazettePerSecond: number;
  readonly nodemailerPerSecond: number;
  /** NaN where Postfix is absent. */
  readonly smtpSourcePerSecond: number;
  readonly cpuMs: number;
  readonly rsaMs: number;
  readonly peakMb: number;
}

const folder = mkdtempSync(join(tmpdir(), "gazette-bench-delivery-"));
const bundle = await bundleContestants();
const sink = await startSink(port);
try {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keyFile = join(folder, "key.pem");
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  const url = `smtp://127.0.0.1:${port}`;
  if (values.subscribers !== undefined) {
    await measureScale(Number(values.subscribers), folder, { url, connections, keyFile });
  } else {
    const results: Round[] = [];
    for (let round = 0; round < Number(values.rounds); round += 1)
      results.push(await playRound(bundle, url, keyFile, privateKey));
    report(results);
  }
} finally {
  sink.kill();
  bundle.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function playRound(
  contestants: Bundle,
  url: string,
  keyFile: string,
  privateKey: KeyObject,
): Promise<Round> {
  const dataDir = mkdtempSync(join(folder, "data-"));
  const database = await openDatabase(dataDir);
  await storeReaders(database, readers);
  await freezeLetter(database);
  await database.destroy();
  const rsaMs = measureCpuMs(() => sign("sha256", Buffer.alloc(1500), privateKey), 1000);
  const gazette = contestants.run("send-gazette", dataDir, url, String(connections), keyFile);
  const plain = contestants.run(
    "send-nodemailer",
    String(port),
    String(connections),
    keyFile,
    String(plainMessages),
  );
  return {
    gazettePerSecond: gazette.messages / gazette.seconds,
    nodemailerPerSecond: plain.messages / plain.seconds,
    smtpSourcePerSecond: hasSource ? runSource() : NaN,
    cpuMs: gazette.cpuMs,
    rsaMs,
    peakMb: gazette.peakMb,
  };
}

function measureCpuMs(work: () => void, times: number): number {
  const before = process.cpuUsage();
  for (let count = 0; count < times; count += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** @returns Messages a second: one fixed, unsigned message of the same size. */
function runSource(): number {
  const startedAt = performance.now();
  const args = ["-s", String(connections), "-m", String(readers), "-l", "70000", `127.0.0.1:${port}`];
  const { status } = spawnSync(sourceProgram, args, { stdio: "inherit" });
  if (status !== 0) throw new Error("smtp-source failed.");
  return readers / ((performance.now() - startedAt) / 1000);
}

function report(rounds: readonly Round[]): void {
  // Each ratio is of one round, because the machine may have less to give in the next.
  const median = (valueOf: (round: Round) => number, digits = 0): number | null => {
    const sorted = rounds.map(valueOf).sort((a, b) => a - b);
    const value = sorted[Math.floor(sorted.length / 2)] ?? NaN;
    return Number.isNaN(value) ? null : Number(value.toFixed(digits));
  };
  keepResult("delivery", {
    readers,
    rounds: rounds.length,
    connections,
    gazettePerSecond: median((round) => round.gazettePerSecond),
    nodemailerPerSecond: median((round) => round.nodemailerPerSecond),
    smtpSourcePerSecond: median((round) => round.smtpSourcePerSecond),
    timesNodemailer: median((round) => round.gazettePerSecond / round.nodemailerPerSecond, 2),
    shareOfSmtpSource: median((round) => round.gazettePerSecond / round.smtpSourcePerSecond, 2),
    cpuMsAMessage: median((round) => round.cpuMs, 3),
    rsaMsAMessage: median((round) => round.rsaMs, 3),
    cpuMsOverRsa: median((round) => round.cpuMs - round.rsaMs, 3),
    peakMb: median((round) => round.peakMb),
    sink: sinkName,
  });
}
