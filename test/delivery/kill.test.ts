import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { countDeliveries, type DeliveryCounts } from "../../src/storage/deliveries/deliveries.ts";
import { findIssue } from "../../src/storage/issues/issues.ts";
import { type Database, openDatabase } from "../../src/storage/ledger/open-database.ts";
import { freezeForReaders } from "../support/issue-of-readers.ts";
import { type ScriptedSmtpServer, startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const program = join(import.meta.dirname, "..", "support", "sender-process.ts");
const isSoak = process.env["GAZETTE_SOAK"] === "1";
const connections = 4;

interface Scene {
  readonly server: ScriptedSmtpServer;
  readonly database: Database;
  readonly issueId: number;
  /** Starts a sender; with a point, one that kills itself there. */
  readonly start: (point?: string, nth?: number) => ChildProcess;
  readonly readers: number;
}

/** Called on each step a server sees, with the sender that is at work. */
type OnStep = (step: string, sender: ChildProcess | undefined) => void;

async function openScene(readers: number, onStep: OnStep = () => undefined): Promise<Scene> {
  let sender: ChildProcess | undefined;
  const server = await startScriptedSmtpServer({
    extensions: ["PIPELINING"],
    answer: (step) => {
      onStep(step, sender);
      return undefined;
    },
    onBody: () => {
      onStep("body", sender);
      return undefined;
    },
  });
  const folder = temporaryFolder();
  const database = await openDatabase(folder);
  onTestFinished(() => database.destroy());
  const issueId = await freezeForReaders(database, readers);
  return {
    server,
    database,
    issueId,
    readers,
    start: (point = "", nth = 1) => {
      const args = [program, folder, server.url, String(connections), point, String(nth)];
      sender = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
      return sender;
    },
  };
}

async function ended(child: ChildProcess): Promise<NodeJS.Signals | number | null> {
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return signal ?? code;
}

/** Lets a last sender finish, and holds what became of everyone against the server's own log. */
async function finish(
  { server, database, issueId, readers, start }: Scene,
  crashes: number,
): Promise<DeliveryCounts> {
  expect(await ended(start())).toBe(0);
  const counts = await countDeliveries(database, issueId);
  const addresses = server.completed.flatMap(({ to }) => to);
  expect(new Set(addresses).size, "someone was sent to twice").toBe(addresses.length);
  expect((counts.accepted ?? 0) + (counts.uncertain ?? 0), "someone was forgotten").toBe(readers);
  expect(counts.uncertain ?? 0).toBeLessThanOrEqual(crashes * connections);
  // Whoever did not get it is uncertain, so that a person knows.
  expect(readers - addresses.length).toBeLessThanOrEqual(counts.uncertain ?? 0);
  expect((await findIssue(database, issueId))?.state).toBe("complete");
  return counts;
}

test.each([
  "started",
  "leased",
  "connected",
  "composing",
  "composed",
  "before the step into the body",
  "after the step into the body",
  "announced",
  "outcome known",
  "outcome recorded",
  "completed",
])("killed at the point '%s', it goes on without a double", async (point) => {
  const scene = await openScene(40);

  expect(await ended(scene.start(point, ["started", "leased", "completed"].includes(point) ? 1 : 3))).toBe(
    "SIGKILL",
  );

  await finish(scene, 1);
});

test.each(["body", "data-end"])(
  "killed while the server reads '%s', it goes on without a double",
  async (at) => {
    let steps = 0;
    const scene = await openScene(40, (step, sender) => {
      if (step === at && (steps += 1) === 10) sender?.kill("SIGKILL");
    });

    expect(await ended(scene.start())).toBe("SIGKILL");

    const counts = await finish(scene, 1);
    expect(counts.uncertain).toBeGreaterThan(0);
  },
);

test(
  "killed at any instant, again and again, nobody is sent to twice and nobody is forgotten",
  { timeout: isSoak ? 1_800_000 : 60_000 },
  async () => {
    const crashes = isSoak ? 200 : 5;
    let hunted: ChildProcess | undefined;
    let isOver = false;
    // From its first word to the server on: on a slow machine a sender takes long to start.
    const scene = await openScene(isSoak ? 10_000 : 600, (_, sender) => {
      if (isOver || sender === undefined || sender === hunted) return;
      hunted = sender;
      setTimeout(() => sender.kill("SIGKILL"), Math.random() * (isSoak ? 60 : 200));
    });
    let killed = 0;
    for (let round = 0; round < crashes; round += 1)
      if ((await ended(scene.start())) === "SIGKILL") killed += 1;
    isOver = true;

    await finish(scene, killed);
  },
);

test("two senders started at once: one sends, the other stands back", async () => {
  const scene = await openScene(200);

  await Promise.all([ended(scene.start()), ended(scene.start())]);

  await finish(scene, 0);
});
