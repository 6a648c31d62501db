import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultPolicy } from "../../src/delivery/delivery-policy.ts";
import { createOutboxTransport } from "../../src/delivery/transports/outbox-transport.ts";
import { createSendmailTransport } from "../../src/delivery/transports/sendmail-transport.ts";
import { findIssue } from "../../src/storage/issues/issues.ts";
import { letterTo, openSendingScene, relayTo } from "../support/sending-scene.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A sendmail of a few lines of shell: keeps what it is given, and ends as it is told. */
function fakeSendmail(ending: string): { path: string; taken: () => string[] } {
  const folder = temporaryFolder();
  const path = join(folder, "sendmail");
  mkdirSync(join(folder, "taken"));
  writeFileSync(path, `#!/bin/sh\nfor last; do :; done\ncat > "${folder}/taken/$last"\n${ending}\n`);
  chmodSync(path, 0o755);
  return { path, taken: () => readdirSync(join(folder, "taken")).sort() };
}

/** Names of sysexits.h, and what each must become. */
const exits: readonly { name: string; code: number; becomes: string }[] = [
  { name: "EX_OK", code: 0, becomes: "accepted" },
  { name: "EX_USAGE", code: 64, becomes: "paused" },
  { name: "EX_DATAERR", code: 65, becomes: "failed" },
  { name: "EX_NOINPUT", code: 66, becomes: "deferred" },
  { name: "EX_NOUSER", code: 67, becomes: "suppressed" },
  { name: "EX_NOHOST", code: 68, becomes: "failed" },
  { name: "EX_UNAVAILABLE", code: 69, becomes: "deferred" },
  { name: "EX_SOFTWARE", code: 70, becomes: "deferred" },
  { name: "EX_OSERR", code: 71, becomes: "deferred" },
  { name: "EX_OSFILE", code: 72, becomes: "deferred" },
  { name: "EX_CANTCREAT", code: 73, becomes: "deferred" },
  { name: "EX_IOERR", code: 74, becomes: "deferred" },
  { name: "EX_TEMPFAIL", code: 75, becomes: "deferred" },
  { name: "EX_PROTOCOL", code: 76, becomes: "deferred" },
  { name: "EX_NOPERM", code: 77, becomes: "paused" },
  { name: "EX_CONFIG", code: 78, becomes: "paused" },
];

test.each(exits)("a sendmail that ends with $name ($code): $becomes", async ({ code, becomes }) => {
  const { path, taken } = fakeSendmail(`echo "said $?" >&2; exit ${code}`);
  const scene = await openSendingScene(2);

  const { end } = await scene.run({
    relays: [relayTo(createSendmailTransport(path), { connections: 1 })],
    policy: defaultPolicy,
  });

  const counts = await scene.counts();
  if (becomes === "paused") {
    expect(end).toBe("paused");
    expect((await findIssue(scene.database, scene.issueId))?.pause_reason).toContain(`exit code ${code}`);
    expect((counts.pending ?? 0) + (counts.deferred ?? 0)).toBe(2);
    return;
  }
  expect(counts).toEqual({ [becomes === "suppressed" ? "failed" : becomes]: 2 });
  expect(taken()).toHaveLength(2);
  const suppressed = await scene.database.selectFrom("suppressions").selectAll().execute();
  expect(suppressed).toHaveLength(becomes === "suppressed" ? 2 : 0);
});

test("a sendmail that is killed may have queued the message: uncertain", async () => {
  const { path } = fakeSendmail("kill -9 $$");
  const scene = await openSendingScene(1);

  await scene.run({ relays: [relayTo(createSendmailTransport(path))] });

  expect(await scene.counts()).toEqual({ uncertain: 1 });
});

test("a sendmail that is not there is a setting to mend, and nothing was begun", async () => {
  const scene = await openSendingScene(3);
  const path = join(temporaryFolder(), "nothing");

  await expect(scene.run({ relays: [relayTo(createSendmailTransport(path))] })).rejects.toMatchObject({
    code: "smtp-unreachable",
    message: expect.stringContaining(path) as unknown,
  });
  expect(await scene.counts()).toEqual({ pending: 3 });
});

test("a sendmail gets the letter with Unix line ends, and the address is no option", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "sendmail");
  writeFileSync(path, `#!/bin/sh\necho "$@" > "${folder}/arguments"\ncat > "${folder}/letter"\n`);
  chmodSync(path, 0o755);
  const transport = await createSendmailTransport(path).open();
  const letter = await letterTo({ address: "-oQ/tmp@example.com" });

  expect(await transport.deliver(letter, () => Promise.resolve())).toMatchObject({ state: "accepted" });

  expect(readFileSync(join(folder, "arguments"), "utf8")).toBe(
    "-i -f editor@example.com -- -oQ/tmp@example.com\n",
  );
  expect(readFileSync(join(folder, "letter"), "utf8")).toBe(
    Buffer.concat(letter.blocks).toString().replaceAll("\r\n", "\n"),
  );
});

test("an outbox that is taken away in mid-send pauses the run; mended, everyone is served once", async () => {
  const scene = await openSendingScene(60);
  const folder = join(temporaryFolder(), "outbox");
  let written = 0;
  const relays = [relayTo(createOutboxTransport(folder))];

  const run = await scene.run({
    relays,
    onOutcome: ({ address }, { state }) => {
      written += state === "accepted" ? 1 : 0;
      expect(state).not.toBe("uncertain");
      if (written === 10) {
        rmSync(folder, { recursive: true, force: true });
        writeFileSync(folder, `in the way of ${address}`);
      }
    },
  });

  expect(run).toMatchObject({ end: "paused" });
  expect((await findIssue(scene.database, scene.issueId))?.pause_reason).toContain("cannot be written");
  rmSync(folder);
  expect(await scene.finish({ relays })).toEqual({ accepted: 60 });
  expect(readdirSync(folder).every((name) => name.endsWith(".eml"))).toBe(true);
});

test("what a killed send left half written in the outbox is cleared, and what another writes is not", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  const folder = temporaryFolder({
    [`a.eml.${child.pid ?? 0}.part`]: "half",
    [`b.eml.${process.pid}.part`]: "being written",
    "c.eml": "whole",
  });

  await createOutboxTransport(folder).open();

  expect(readdirSync(folder).sort()).toEqual([`b.eml.${process.pid}.part`, "c.eml"]);
});
