import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const list = "email,name,topics\nada@example.com,=1+1,tides|boats\nbo@example.com,Bo,\ncy@example.com,Cy,\n";

test("an export is a private file that an import reads back, with those who get mail and no others", async () => {
  const cwd = temporaryFolder({ "readers.csv": list });
  await runGazette(["subscribers", "import", "readers.csv"], { cwd });
  await runGazette(["subscribers", "remove", "bo@example.com"], { cwd });
  await runGazette(["subscribers", "suppress", "cy@example.com", "--reason", "asked"], { cwd });

  const file = await runGazette(["subscribers", "export", "out.csv", "--json"], { cwd });
  const refused = await runGazette(["subscribers", "export", "out.csv"], { cwd });
  const all = await runGazette(["subscribers", "export", "--all"], { cwd });
  const back = await runGazette(["subscribers", "import", "out.csv", "--data", "other", "--json"], { cwd });

  expect(JSON.parse(file.stdout)).toMatchObject({ count: 1 });
  expect(statSync(join(cwd, "out.csv")).mode & 0o077).toBe(0);
  expect(readFileSync(join(cwd, "out.csv"), "utf8")).toMatch(
    /\r\nada@example\.com,'=1\+1,,,"tides\|boats",,active,/u,
  );
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain("out.csv is there already");
  expect(all.stdout.split("\r\n").map((line) => line.split(",").at(-2))).toEqual([
    "state",
    "active",
    "left",
    "suppressed",
    undefined,
  ]);
  expect(JSON.parse(back.stdout)).toMatchObject({ counts: { added: 1, rejected: 0 } });
});

test("the suppression list is kept by hand too: suppress, list, lift", async () => {
  const cwd = temporaryFolder({ "readers.csv": list });

  await runGazette(["subscribers", "suppress", "ada@example.com", "--reason", "by telephone"], { cwd });
  const listed = await runGazette(["subscribers", "suppressed", "--json"], { cwd });
  const lifted = await runGazette(["subscribers", "unsuppress", "ada@example.com"], { cwd });
  const twice = await runGazette(["subscribers", "unsuppress", "ada@example.com"], { cwd });

  expect(JSON.parse(listed.stdout)).toMatchObject({
    count: 1,
    suppressed: [{ address: "ada@example.com", reason: "by-hand", detail: "by telephone" }],
  });
  expect(lifted.exitCode).toBe(0);
  expect(twice.exitCode).toBe(2);
});

/** Every file under a folder that has `text` in its name or its bytes. */
function filesNaming(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes(text) || readFileSync(path).includes(text));
}

test("three spellings of a domain are one reader, who is sent an issue once", async () => {
  const spellings = ["ada@bücher.example", "ada@xn--bcher-kva.example", "ADA@ｂücher.example"];
  const cwd = temporaryFolder({ ...opinionPage, "readers.csv": ["email", ...spellings].join("\n") });

  const imported = await runGazette(["subscribers", "import", "readers.csv", "--json"], { cwd });
  const sent = await runGazette(["send", "--yes", "--json"], {
    cwd,
    env: { MAIL_TO: spellings.join(", "), MAIL_FROM: "editor@example.com" },
  });

  expect(JSON.parse(imported.stdout)).toMatchObject({ counts: { added: 1, repeated: 2 } });
  expect(JSON.parse(sent.stdout)).toMatchObject({ total: 1, accepted: 1 });
  expect(readdirSync(join(cwd, "out", "outbox"))).toHaveLength(1);
  const gone = await runGazette(["subscribers", "suppress", "ada@bücher.example"], { cwd });
  expect(gone.stdout).toContain("ada@xn--bcher-kva.example");
});

test("an erased address is on no byte of the disk, its issues still add up, and no list brings it back", async () => {
  const cwd = temporaryFolder({ ...opinionPage, "readers.csv": list.replace("tides|boats", "") });
  const erase = (...more: string[]) =>
    runGazette(["subscribers", "erase", "ADA@example.com", ...more], { cwd });
  await runGazette(["subscribers", "import", "readers.csv"], { cwd });
  await runGazette(["send", "--yes"], { cwd });
  await runGazette(["subscribers", "suppress", "ada@example.com"], { cwd });
  expect(filesNaming(join(cwd, "out", "outbox"), "ada@example.com")).toHaveLength(1);

  const copies = ["saved", "before-0002-delivery", "replaced-2026-11-01"].map(
    (end) => `gazette.sqlite.${end}`,
  );
  for (const name of copies) writeFileSync(join(cwd, ".gazette", name), "a copy");
  const unasked = await erase();
  const erased = await erase("--yes", "--json");
  const again = await runGazette(["subscribers", "import", "readers.csv", "--json"], { cwd });
  const added = await runGazette(["subscribers", "add", "ada@example.com"], { cwd });
  const status = await runGazette(["status", "1", "--json"], { cwd });
  const joined = await runGazette(["send", "--joined", "--json"], { cwd });

  expect(unasked.exitCode).toBe(2);
  expect(JSON.parse(erased.stdout)).toMatchObject({
    erased: { subscriptions: 1, deliveries: 1, suppressions: 1, files: 1 },
    wasErased: false,
    remaining: [
      ...copies.toSorted().map((name) => expect.stringContaining(join(".gazette", name)) as string),
      expect.stringContaining("backups") as string,
    ],
  });
  for (const folder of [".gazette", "out"]) {
    expect(filesNaming(join(cwd, folder), "ada@example.com")).toEqual([]);
    expect(filesNaming(join(cwd, folder), "=1+1")).toEqual([]);
  }
  expect(JSON.parse(again.stdout)).toMatchObject({ counts: { added: 0, updated: 2, erased: 1 } });
  expect(added.exitCode).toBe(2);
  expect(added.stderr).toContain("asked to be forgotten");
  expect(JSON.parse(status.stdout)).toMatchObject({
    issues: [{ state: "complete", deliveries: { accepted: 3 } }],
  });
  expect(JSON.parse(joined.stdout)).toMatchObject({ total: 3, accepted: 3 });

  const rejoined = await runGazette(["subscribers", "add", "ada@example.com", "--rejoin"], { cwd });
  expect(rejoined.exitCode).toBe(0);
});

test("100,000 rows are in within seconds, and every bad one is named", { timeout: 60_000 }, async () => {
  const cwd = temporaryFolder();
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    index % 1000 === 500 ? `no address ${index},x` : `reader${index}@example.com,"Reader, ${index}"`,
  );
  writeFileSync(join(cwd, "readers.csv"), `email,name\n${rows.join("\n")}\n`);
  const start = performance.now();

  const run = await runGazette(["subscribers", "import", "readers.csv", "--json"], { cwd });

  expect(JSON.parse(run.stdout)).toMatchObject({ counts: { added: 99_900, rejected: 100 } });
  expect((JSON.parse(run.stdout) as { rejected: unknown[] }).rejected).toHaveLength(100);
  // Two to four seconds on a quiet machine.
  expect(performance.now() - start).toBeLessThan(30_000);
});
