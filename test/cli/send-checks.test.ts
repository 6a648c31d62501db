import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { IssueManifest } from "../../src/newsletter/manifest.ts";
import { listIssues } from "../../src/storage/issues/issues.ts";
import { openDatabase } from "../../src/storage/ledger/open-database.ts";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const now = ["--now", "2026-11-22T12:00:00Z"];

const unfinished = `---
title: The bridge reopens on Monday
date: 2026-11-18
canonical: https://harbour.town/bridge
---
Lorem ipsum dolor sit amet, consectetur adipiscing elit, and then the bridge.
`;

/** A newsletter with one reader, no server, and an article that nobody finished. */
function project(): string {
  return temporaryFolder({
    ".env": "MAIL_TO=ada@harbour.town\nMAIL_FROM=letter@harbour.town\n",
    "articles/bridge.md": unfinished,
  });
}

/** The manifests of the issues in the ledger. */
async function ledgerOf(cwd: string): Promise<IssueManifest[]> {
  const database = await openDatabase(join(cwd, ".gazette"));
  try {
    return (await listIssues(database, 10)).map(({ manifest }) => JSON.parse(manifest) as IssueManifest);
  } finally {
    await database.destroy();
  }
}

function outbox(cwd: string): string[] {
  try {
    return readdirSync(join(cwd, "out", "outbox"));
  } catch {
    return [];
  }
}

test("an error stops a send with its place, and nothing is recorded; mended, the issue goes out", async () => {
  const cwd = project();

  const stopped = await runGazette(["send", ...now], { cwd });

  expect(stopped.exitCode).toBe(2);
  expect(stopped.stderr).toContain("A check found an error, so nothing was sent:");
  expect(stopped.stderr).toContain('bridge.md:6: Filler text was left in: "Lorem ipsum');
  expect(stopped.stderr).toContain('--force "why"');
  expect(outbox(cwd)).toEqual([]);
  expect(await ledgerOf(cwd)).toEqual([]);

  writeFileSync(join(cwd, "articles", "bridge.md"), unfinished.replace(/Lorem .* then/u, "After works"));
  const sent = await runGazette(["send", ...now], { cwd });
  expect(sent.exitCode, sent.stderr).toBe(0);
  expect(outbox(cwd)).toHaveLength(1);
  expect((await ledgerOf(cwd)).map(({ forced }) => forced)).toEqual([undefined]);
});

test("a dry run says that the send would be stopped, and a test for oneself is not", async () => {
  const cwd = project();

  const rehearsal = await runGazette(["send", "--dry-run", ...now], { cwd });
  const toOneself = await runGazette(["send", "--to", "me@harbour.town", ...now], { cwd });

  expect(rehearsal.exitCode).toBe(2);
  expect(rehearsal.stderr).toContain("Filler text");
  expect(toOneself.exitCode, toOneself.stderr).toBe(0);
});

test("forced, it goes out, and the ledger and the issue's folder keep why", async () => {
  const cwd = project();

  const sent = await runGazette(["send", "--force", "an issue about typesetting", ...now], { cwd });

  expect(sent.exitCode, sent.stderr).toBe(0);
  expect(outbox(cwd)).toHaveLength(1);
  const [manifest] = await ledgerOf(cwd);
  expect(manifest?.forced).toEqual({ reason: "an issue about typesetting", errors: 1 });
  const written = readFileSync(join(cwd, "out", "digest", "2026-11-22", "issue.json"), "utf8");
  expect((JSON.parse(written) as IssueManifest).forced).toEqual(manifest?.forced);
});

test("a force without a reason is no reason", async () => {
  const cwd = project();

  const blank = await runGazette(["send", "--force", "  ", ...now], { cwd });

  expect(blank.exitCode).toBe(2);
  expect(outbox(cwd)).toEqual([]);
});

test("a build says what stops a send, and its manifest names the place", async () => {
  const cwd = project();

  const built = await runGazette(["build", ...now], { cwd });

  expect(built.exitCode, built.stderr).toBe(0);
  expect(built.stdout).toMatch(
    /^ +Checks +1 error, which stops a send; 1 warning \(`gazette check` lists them\)$/mu,
  );
  const written = readFileSync(join(cwd, "out", "digest", "2026-11-22", "issue.json"), "utf8");
  expect((JSON.parse(written) as IssueManifest).findings).toContainEqual(
    expect.objectContaining({ rule: "placeholder", severity: "error", place: "bridge.md:6" }),
  );
});
