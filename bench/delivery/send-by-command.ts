import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";
import { writeArticles } from "../write-articles.ts";
import type { RunResult } from "./letter.ts";

const root = join(import.meta.dirname, "..", "..");
/** As many as a plain page holds before Gmail cuts it. */
const articles = 22;
const ticksPerSecond = 100;
const lookEveryMs = 100;

export interface SendOrder {
  /** With the ledger in `.gazette`, and room for the rest of a project. */
  readonly folder: string;
  readonly url: string;
  readonly connections: number;
  readonly keyFile: string;
}

/** `gazette send` as anyone runs it, with articles without pictures: from its start to its end, the making of the issue included. */
export async function sendByCommand({ folder, url, connections, keyFile }: SendOrder): Promise<RunResult> {
  mkdirSync(folder, { recursive: true });
  writeArticles(join(folder, "articles"), articles);
  const newsletter = { title: "The Weekly", from: "The Editor <editor@example.com>" };
  const config = {
    newsletters: { weekly: newsletter },
    delivery: { relays: [{ url, connections }] },
  };
  writeFileSync(join(folder, "gazette.config.json"), JSON.stringify(config));
  const startedAt = performance.now();
  const started = new Date();
  const child = spawn(process.execPath, [join(root, "bin", "gazette.js"), "send", "--yes", "--json"], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: folder,
      DKIM_PRIVATE_KEY_FILE: keyFile,
      DKIM_DOMAIN: "example.com",
      PUBLIC_URL: "https://news.example.com",
      GAZETTE_SECRET: "a secret for the benchmark",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
  const end = new Promise<number | null>((resolve) => child.once("close", resolve));
  const use = await watch(child.pid ?? 0, end);
  const seconds = (performance.now() - startedAt) / 1000;
  if ((await end) !== 0) throw new Error(`gazette send failed: ${stdout}`);
  const { accepted } = JSON.parse(stdout) as { readonly accepted: number };
  return {
    messages: accepted,
    seconds,
    cpuMs: use.cpuMs / accepted,
    peakMb: use.peakMb,
    firstMs: (await findFirst(join(folder, ".gazette"))).getTime() - started.getTime(),
  };
}

/** Looks at a process until it has ended: its processor time, and the most memory it had. */
async function watch(pid: number, end: Promise<unknown>): Promise<{ peakMb: number; cpuMs: number }> {
  const use = { peakMb: NaN, cpuMs: NaN };
  const over = new AbortController();
  void end.then(() => over.abort());
  while (!over.signal.aborted) {
    try {
      const peakKb = Number(/^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /u, "")
        .split(" ");
      // Of what has ended and is not yet gone, only the processor time is left.
      if (peakKb > 0) use.peakMb = peakKb / 1024;
      use.cpuMs = ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
    } catch {
      // It ended between two looks.
    }
    await Promise.race([sleep(lookEveryMs), end]);
  }
  return use;
}

/** When the first message was accepted, as the ledger has it. */
async function findFirst(dataDir: string): Promise<Date> {
  const database = await openDatabase(dataDir);
  try {
    const row = await database
      .selectFrom("deliveries")
      .select((expression) => expression.fn.min("updated_at").as("at"))
      .where("state", "=", "accepted")
      .executeTakeFirst();
    return new Date(row?.at ?? NaN);
  } finally {
    await database.destroy();
  }
}
