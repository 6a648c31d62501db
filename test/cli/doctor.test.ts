import { expect, test } from "vitest";
import { opinionPage } from "../support/opinion-page.ts";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("the doctor tells a script what it found, and its exit code whether anything failed", async () => {
  const cwd = temporaryFolder(opinionPage);

  const sound = await runGazette(["doctor", "--json"], { cwd });
  const broken = await runGazette(["doctor"], { cwd, env: { SMTP_URL: "smtp://127.0.0.1:1" } });
  const misspelt = await runGazette(["doctor", "--json"], { cwd, env: { DIGEST_TIMEZONE: "Mars/Olympus" } });

  expect(sound.exitCode).toBe(0);
  const { checks } = JSON.parse(sound.stdout) as { readonly checks: readonly Record<string, unknown>[] };
  for (const check of checks) {
    expect(check).toMatchObject({
      ok: true,
      name: expect.any(String) as string,
      detail: expect.any(String) as string,
    });
    expect(check).toHaveProperty("remedy");
  }
  expect(broken.exitCode).toBe(2);
  expect(broken.stdout).toMatch(/failed {2}smtp 127\.0\.0\.1:1: No SMTP server answers/u);
  expect(misspelt.exitCode).toBe(2);
  expect(JSON.parse(misspelt.stdout)).toMatchObject({ checks: [{ name: "configuration", ok: false }] });
});

test("the doctor names what the status names: a slot that is overdue, and one that was held", async () => {
  const cwd = temporaryFolder({
    ...opinionPage,
    "gazette.config.json": JSON.stringify({
      newsletters: { digest: { schedule: "0 7 * * *", missed: "ask", to: "ada@harbour.town" } },
    }),
  });
  const at = (instant: string, ...args: string[]) => runGazette([...args, "--now", instant], { cwd });
  await at("2026-11-22T12:00:00Z", "send", "--due");
  const overdue = await at("2026-11-23T10:00:00Z", "doctor");
  await at("2026-11-23T10:05:00Z", "send", "--due");
  const held = await at("2026-11-23T10:10:00Z", "doctor");

  expect(overdue.stdout).toMatch(
    /warning pending: the slot of digest at 2026-11-23T07:00:00.000Z is overdue/u,
  );
  expect(held.stdout).toMatch(
    /warning pending: "The Gazette" of Mon, 23 Nov 2026 07:00 UTC was held: found 3 hours late/u,
  );
});
