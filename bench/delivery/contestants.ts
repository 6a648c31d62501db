import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { rolldown } from "rolldown";
import type { RunResult } from "./letter.ts";

const sinkProgram = "/usr/sbin/smtp-sink";

/** What takes the messages, as the results name it. */
export const sinkName = existsSync(sinkProgram) ? "smtp-sink" : "bench/delivery/sink.ts";

/** Starts Postfix's smtp-sink on a port of this machine, or a minimal sink where Postfix is absent. To be killed. */
export async function startSink(port: number): Promise<ChildProcess> {
  const child = existsSync(sinkProgram)
    ? spawn(sinkProgram, ["-u", "nobody", `127.0.0.1:${port}`, "1000"], { stdio: "ignore" })
    : spawn(process.execPath, [join(import.meta.dirname, "sink.ts"), String(port)], { stdio: "ignore" });
  for (let tries = 0; tries < 100; tries += 1) {
    await sleep(50);
    if (await answers(port)) return child;
  }
  throw new Error("The sink did not start.");
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("data", () => {
      socket.end("QUIT\r\n");
      resolve(true);
    });
  });
}

/** Contestants as one file each, as Gazette is installed: stripping types costs memory that no user pays. */
export interface Bundle {
  run(program: "send-gazette" | "send-nodemailer", ...args: string[]): RunResult;
  remove(): void;
}

/** Bundles the contestants into the folder of Gazette's own bundle, where they find the packages that cannot be bundled. */
export async function bundleContestants(): Promise<Bundle> {
  const dist = join(import.meta.dirname, "..", "..", "dist");
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(join(dist, "bench-"));
  const input = Object.fromEntries(
    ["send-gazette", "send-nodemailer"].map((name) => [name, join(import.meta.dirname, `${name}.ts`)]),
  );
  const bundle = await rolldown({
    input,
    platform: "node",
    external: ["better-sqlite3"],
    logLevel: "silent",
  });
  await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].js" });
  await bundle.close();
  return {
    run: (program, ...args) => {
      const { stdout, status } = spawnSync(process.execPath, [join(folder, `${program}.js`), ...args], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      if (status !== 0) throw new Error(`${program} failed.`);
      return JSON.parse(stdout) as RunResult;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
