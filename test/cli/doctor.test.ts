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
