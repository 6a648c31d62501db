import { join } from "node:path";
import { expect, test } from "vitest";
import { holdLease } from "../../src/schedule/hold-lease.ts";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";
import { runGazette } from "../support/run-gazette.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("an approved draft goes out at once where that is asked, and not while another Gazette is at work", async () => {
  const server = await startScriptedSmtpServer();
  const newsletter = {
    schedule: "0 7 * * 1",
    to: "ada@harbour.town",
    from: "news@harbour.town",
    review: "required",
    editors: "ed@harbour.town",
  };
  const cwd = temporaryFolder({
    ".env": `SMTP_URL=${server.url}\n`,
    "articles/first.md": "---\ntitle: First\ndate: 2026-11-14\n---\nThe first article, with a text.\n",
    "gazette.config.json": JSON.stringify({ newsletters: { weekly: newsletter } }),
  });
  const gazette = (...args: string[]) =>
    runGazette([...args, "--now", "2026-11-15T12:00:00Z"], {
      cwd,
      env: { XDG_STATE_HOME: join(cwd, "state") },
    });
  const readers = () => server.completed.filter(({ to }) => to.includes("ada@harbour.town")).length;
  await gazette("send", "--due");
  const { drafts } = JSON.parse((await gazette("status", "--json")).stdout) as { drafts: { hash: string }[] };
  const hash = drafts[0]?.hash ?? expect.fail("no draft");

  const database = await openDatabase(join(cwd, ".gazette"));
  const holding = { now: () => new Date("2026-11-15T12:00:00Z"), signal: new AbortController().signal };
  await holdLease(database, "schedule", holding, async () => {
    const { stdout, exitCode } = await gazette("send", "--approve", hash, "--at-once");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("goes out at its slot, Mon, 16 Nov 2026 07:00 UTC");
    expect(stdout).toContain("Not at once: another Gazette is at work");
  });
  await database.destroy();
  expect(readers()).toBe(0);

  const { stdout } = await gazette("send", "--approve", hash, "--at-once");
  expect(stdout).toContain("1 accepted");
  expect(readers()).toBe(1);
  // Decided ahead of its time, so it is the last one and not the next.
  expect(JSON.parse((await gazette("status", "--json")).stdout)).toMatchObject({
    last: [{ slot: "2026-11-16T07:00:00.000Z", outcome: "sent" }],
    next: [{ slot: "2026-11-23T07:00:00.000Z" }],
  });
  expect((await gazette("send", "--reject", hash)).stderr).toContain("went out already");
});
