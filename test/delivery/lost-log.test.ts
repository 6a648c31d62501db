import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countDeliveries } from "../../src/storage/deliveries/deliveries.ts";
import { databaseFile, openDatabase } from "../../src/storage/ledger/open-database.ts";
import { freezeForReaders } from "../support/issue-of-readers.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const program = join(import.meta.dirname, "..", "support", "sender-process.ts");
const connections = 4;
const readers = 120;
const isSoak = process.env["GAZETTE_SOAK"] === "1";

/** What may become of the write-ahead log of a sender that was killed. */
const damages: readonly { name: string; damage: (log: string) => void }[] = [
  { name: "is emptied", damage: (log) => truncateSync(log, 0) },
  { name: "loses its second half", damage: (log) => truncateSync(log, Math.floor(statSync(log).size / 2)) },
  {
    name: "is cut in the middle of its last page",
    damage: (log) => truncateSync(log, statSync(log).size - 100),
  },
  { name: "keeps only its header", damage: (log) => truncateSync(log, 32) },
  {
    name: "is removed with its index",
    damage: (log) => {
      rmSync(log);
      rmSync(log.replace(/-wal$/u, "-shm"), { force: true });
    },
  },
];

// A process and a half each: the first two are the rule, the others the soak.
test.each(isSoak ? damages : damages.slice(0, 2))(
  "when the log of a killed sender $name, nobody is sent to twice and nobody is forgotten",
  async ({ damage }) => {
    const folder = temporaryFolder();
    let met = 0;
    let kill: (() => void) | undefined;
    const server = await startScriptedSmtpServer({
      extensions: ["PIPELINING"],
      answer: (step) => {
        if (step === "data-end" && (met += 1) === 60) kill?.();
        return undefined;
      },
    });
    const before = await openDatabase(folder);
    const issueId = await freezeForReaders(before, readers);
    await before.destroy();
    const run = async (onStart: (kill: () => void) => void): Promise<unknown> => {
      const args = [program, folder, server.url, String(connections)];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
      onStart(() => child.kill("SIGKILL"));
      const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
      return signal ?? code;
    };

    expect(await run((end) => (kill = end))).toBe("SIGKILL");
    const log = `${databaseFile(folder)}-wal`;
    expect(existsSync(log) && statSync(log).size > 32).toBe(true);
    damage(log);
    expect(await run(() => undefined)).toBe(0);

    const database = await openDatabase(folder);
    const counts = await countDeliveries(database, issueId);
    await database.destroy();
    const addresses = server.completed.flatMap(({ to }) => to);
    expect(new Set(addresses).size, "someone was sent to twice").toBe(addresses.length);
    expect((counts.accepted ?? 0) + (counts.uncertain ?? 0), "someone was forgotten").toBe(readers);
    expect(counts.uncertain ?? 0).toBeLessThanOrEqual(connections);
    expect(readers - addresses.length).toBeLessThanOrEqual(counts.uncertain ?? 0);
  },
);
