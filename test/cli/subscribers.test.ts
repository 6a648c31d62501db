import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const list = [
  "Email;Name;Language;Timezone;Topics",
  "Ada@Example.com;Ada;en;Europe/Paris;tides|boats",
  "not an address;Nobody;;;",
  'bo@example.com;"Bo; of the harbour";;;',
  "ADA@example.com;Ada again;;;",
  "zoe@example.com;Zoe;;Mars/Olympus;",
  "zone@example.com;;xx-not-a-language-tag-at-all-really;;",
].join("\r\n");

async function importedFolder(): Promise<{ cwd: string; run: Awaited<ReturnType<typeof runGazette>> }> {
  const cwd = temporaryFolder({ ...opinionPage, "readers.csv": `\uFEFF${list}\r\n` });
  return { cwd, run: await runGazette(["subscribers", "import", "readers.csv", "--json"], { cwd }) };
}

test("a list is taken in, and each row that cannot be is named with its line and reason", async () => {
  const { cwd, run } = await importedFolder();

  expect(run.exitCode).toBe(2);
  expect(JSON.parse(run.stdout)).toMatchObject({
    counts: { added: 2, updated: 0, repeated: 1, rejected: 3 },
    rejected: [
      { line: 3, address: "not an address", reason: "it is not an email address" },
      { line: 6, reason: '"Mars/Olympus" is not a time zone' },
      { line: 7 },
    ],
  });
  const shown = await runGazette(["subscribers", "list", "--json"], { cwd });
  expect(JSON.parse(shown.stdout)).toMatchObject({
    count: 2,
    subscribers: [
      { address: "ada@example.com", state: "active" },
      { address: "bo@example.com", name: "Bo; of the harbour" },
    ],
  });
});

test("one who has left stays away when the list is imported again, until asked back", async () => {
  const { cwd } = await importedFolder();

  await runGazette(["subscribers", "remove", "bo@example.com"], { cwd });
  const again = await runGazette(["subscribers", "import", "readers.csv", "--json"], { cwd });
  expect(JSON.parse(again.stdout)).toMatchObject({ counts: { added: 0, updated: 1, left: 1 } });
  await runGazette(["subscribers", "add", "Bo <bo@example.com>", "--rejoin"], { cwd });
  const shown = await runGazette(["subscribers", "show", "bo@example.com", "--json"], { cwd });

  expect(JSON.parse(shown.stdout)).toMatchObject({ subscriptions: [{ state: "active" }], suppression: null });
});

test("an issue goes to subscribers and to MAIL_TO, once an address, and never to a suppressed one", async () => {
  const { cwd } = await importedFolder();
  const server = await startScriptedSmtpServer();
  const env = { SMTP_URL: server.url, MAIL_TO: "ada@example.com, Cy <cy@example.com>" };
  await runGazette(["subscribers", "add", "gone@example.com"], { cwd });
  await runGazette(["subscribers", "remove", "gone@example.com", "--suppress"], { cwd });

  const run = await runGazette(["send", "--yes", "--json"], { cwd, env });

  expect(JSON.parse(run.stdout)).toMatchObject({ total: 3, accepted: 3 });
  expect(server.completed.map(({ to }) => to[0]).sort()).toEqual([
    "ada@example.com",
    "bo@example.com",
    "cy@example.com",
  ]);
});

test("those who joined since get the issue too, and nobody gets it twice", async () => {
  const { cwd } = await importedFolder();
  const server = await startScriptedSmtpServer();
  const env = { SMTP_URL: server.url };
  await runGazette(["send", "--yes"], { cwd, env });
  await runGazette(["subscribers", "add", "new@example.com"], { cwd });

  const run = await runGazette(["send", "--joined", "--json"], { cwd, env });

  expect(JSON.parse(run.stdout)).toMatchObject({ total: 3, accepted: 3 });
  expect(server.completed.map(({ to }) => to[0])).toHaveLength(3);
  expect(server.completed.at(-1)?.to).toEqual(["new@example.com"]);
});

test("a file that is no list is one clear error", async () => {
  const cwd = temporaryFolder({ "readers.csv": "first,last\nA,B\n" });

  const run = await runGazette(["subscribers", "import", "readers.csv"], { cwd });

  expect(run.exitCode).toBe(2);
  expect(run.stderr).toMatch(/no column "email"; found "first, last"/u);
});
