import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const fixtures = join(import.meta.dirname, "..", "delivery", "reports", "fixtures");
const placeholder = "<0123456789abcdef0123456789abcdef@list.example>";

test("what a Maildir of bounces says about a real send stops the next one, and the files stay", async () => {
  const cwd = temporaryFolder(opinionPage);
  const server = await startScriptedSmtpServer();
  const env = { SMTP_URL: server.url, MAIL_TO: "ada@example.com, bo@example.com, cy@example.com" };
  await runGazette(["send", "--yes"], { cwd, env });
  const messageIdFor = (address: string): string => {
    const sent = server.completed.find(({ to }) => to[0] === address);
    return /^Message-ID: (<.*>)$/imu.exec(sent?.raw ?? "")?.[1] ?? "";
  };
  const report = (name: string, address: string): string =>
    readFileSync(join(fixtures, `${name}.eml`), "utf8").replaceAll(placeholder, messageIdFor(address));
  const maildir = join(cwd, "Bounces");
  for (const folder of ["new", "cur", "tmp"]) mkdirSync(join(maildir, folder), { recursive: true });
  writeFileSync(join(maildir, "new", "1"), report("exim-text", "ada@example.com"));
  writeFileSync(join(maildir, "cur", "2:2,S"), report("complaint", "bo@example.com"));
  writeFileSync(join(maildir, "cur", "3:2,S"), report("exchange-policy", "cy@example.com"));
  writeFileSync(join(maildir, "tmp", "4"), report("postfix-unknown", "cy@example.com"));
  writeFileSync(join(maildir, "new", "5"), Buffer.alloc(4000));
  symlinkSync(join(maildir, "nowhere"), join(maildir, "new", "6"));
  execFileSync("mkfifo", [join(maildir, "new", "7")]);
  chmodSync(join(maildir, "new", "1"), 0o400);

  const first = await runGazette(["bounces", "Bounces", "--json"], { cwd, env });
  const second = await runGazette(["bounces", "Bounces", "--json"], { cwd, env });
  const status = await runGazette(["status", "1", "--json"], { cwd, env });
  const again = await runGazette(["send", "--joined", "--json"], { cwd, env });

  expect(first.exitCode).toBe(2);
  expect(JSON.parse(first.stdout)).toMatchObject({
    counts: {
      messages: 6,
      hard: 1,
      complaints: 1,
      policy: 1,
      refused: 3,
      bounced: 2,
      complained: 1,
      suppressed: 2,
    },
    refused: [
      { place: join("Bounces", "new", "5"), reason: expect.stringContaining("no headers") as string },
      { place: join("Bounces", "new", "6"), reason: expect.stringContaining("ENOENT") as string },
      { place: join("Bounces", "new", "7"), reason: "it is not a file" },
    ],
  });
  expect(JSON.parse(second.stdout)).toMatchObject({
    counts: { messages: 6, known: 3, refused: 3, bounced: 0, complained: 0, suppressed: 0 },
  });
  expect(JSON.parse(status.stdout)).toMatchObject({
    issues: [{ state: "complete", deliveries: { bounced: 2, complained: 1 } }],
  });
  expect(JSON.parse(again.stdout)).toMatchObject({ total: 3, bounced: 2, complained: 1 });
  expect(server.completed).toHaveLength(3);
});

test("one report in a file is told in words, and a place without reports is one clear error", async () => {
  const cwd = temporaryFolder({ "one.eml": readFileSync(join(fixtures, "postfix-unknown.eml"), "utf8") });

  const one = await runGazette(["bounces", "one.eml"], { cwd });
  const none = await runGazette(["bounces", "nowhere"], { cwd });
  const folder = await runGazette(["bounces", "."], { cwd });

  expect(one.stdout).toBe(
    "1 message read.\n       1  are about no delivery from here that they could prove; nothing follows\nNo address was suppressed.\n",
  );
  expect([none.exitCode, folder.exitCode]).toEqual([2, 2]);
  expect(none.stderr).toContain("There are no reports at nowhere.");
  expect(folder.stderr).toContain("it has neither new/ nor cur/");
});
