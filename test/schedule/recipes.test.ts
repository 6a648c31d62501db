import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import yaml from "js-yaml";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = join(import.meta.dirname, "..", "..");
const recipes = join(root, "docs", "recipes");
const read = (name: string): string => readFileSync(join(recipes, name), "utf8");

test("the crontab line runs as it is written and sends what is due", () => {
  const home = temporaryFolder({
    "newsletter/articles/one.md": "---\ntitle: One\ndate: 2026-11-20\n---\nThe one article.\n",
    "newsletter/gazette.config.json": JSON.stringify({
      // Every minute, so that a slot is due whenever this runs.
      newsletters: { weekly: { schedule: "* * * * *", to: "ada@harbour.town" } },
    }),
  });
  const bin = join(home, "bin");
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, "node"));
  writeFileSync(
    join(bin, "gazette"),
    `#!/bin/sh\nexec node ${join(root, "bin", "gazette.js")} "$@" $CLOCK\n`,
    {
      mode: 0o755,
    },
  );
  const line = /^\*\/5 \* \* \* \* (.+)$/mu.exec(read("crontab"))?.[1] ?? "";
  const run = (clock: string) =>
    spawnSync("/bin/sh", ["-c", line], {
      encoding: "utf8",
      env: { HOME: home, PATH: `${bin}:/usr/bin:/bin`, CLOCK: `--now ${clock}` },
    });

  // cron mails what is printed: nothing, while all is well.
  expect(run("2026-11-22T12:00:30Z")).toMatchObject({ status: 0, stdout: "" });
  expect(run("2026-11-22T12:01:30Z")).toMatchObject({ status: 0, stdout: "" });
  expect(readFileSync(join(home, "newsletter", "gazette.log"), "utf8")).toContain("sent: No. 1: 1 accepted");
});

test("the systemd unit is one that systemd takes", () => {
  const analyser = "/usr/bin/systemd-analyze";
  if (!existsSync(analyser)) {
    // Elsewhere its sections and the command are looked at.
    expect(read("gazette.service")).toMatch(/^\[Service\][^[]*^ExecStart=\/\S+/mu);
    return;
  }
  const { stderr } = spawnSync(analyser, ["verify", join(recipes, "gazette.service")], { encoding: "utf8" });

  expect(stderr.split("\n").filter((line) => line.includes("gazette.service"))).toEqual([]);
});

interface Compose {
  readonly services: Record<
    string,
    {
      readonly build: { readonly context: string; readonly dockerfile: string };
      readonly volumes: readonly string[];
    }
  >;
  readonly volumes: Record<string, unknown>;
}

test("the compose file and the Dockerfile name files and folders that are there", () => {
  const { services, volumes } = yaml.load(read("compose.yaml")) as Compose;
  const { build, volumes: mounts } = services["gazette"] ?? {
    build: { context: "", dockerfile: "" },
    volumes: [],
  };
  const context = join(recipes, build.context);

  expect(context).toBe(`${root}/`.replace(/\/$/u, ""));
  expect(existsSync(join(context, build.dockerfile))).toBe(true);
  expect(Object.keys(volumes)).toContain(mounts[1]?.split(":")[0]);
  const dockerfile = read("Dockerfile");
  for (const [, names = ""] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gmu))
    for (const name of names.split(" ")) expect(existsSync(join(root, name)), name).toBe(true);
  expect(dockerfile).toContain('ENTRYPOINT ["node", "/app/bin/gazette.js"]');
});

test("the steps of the hosted workflow keep the ledger on its branch from run to run", () => {
  const workflow = yaml.load(read("github-actions.yml")) as {
    readonly jobs: {
      readonly send: { readonly steps: readonly { readonly name?: string; readonly run?: string }[] };
    };
  };
  const stepCalled = (start: string): string =>
    workflow.jobs.send.steps.find(({ name }) => name?.startsWith(start))?.run ?? "";
  const [fetchLedger, keepLedger] = [stepCalled("Fetch the ledger"), stepCalled("Keep the ledger")];
  expect(keepLedger).toContain("git push");
  const folder = temporaryFolder({ "seed/articles/one.md": "---\ntitle: One\n---\n" });
  const sh = (cwd: string, script: string) => {
    const env = {
      HOME: folder,
      PATH: process.env["PATH"] ?? "",
      GIT_AUTHOR_NAME: "x",
      GIT_AUTHOR_EMAIL: "x@example.com",
      GIT_COMMITTER_NAME: "x",
      GIT_COMMITTER_EMAIL: "x@example.com",
    };
    const { status, stderr } = spawnSync("bash", ["-e", "-c", script], { cwd, env, encoding: "utf8" });
    expect(status, stderr).toBe(0);
  };
  sh(
    folder,
    "git init -q --bare origin.git && cd seed && git init -q && git add . && git commit -qm Seed && git push -q ../origin.git HEAD:main",
  );
  for (const run of ["first", "second", "third"]) {
    const workspace = join(folder, run);
    mkdirSync(workspace);
    sh(workspace, `git clone -q -b main file://${folder}/origin.git project`);
    sh(join(workspace, "project"), fetchLedger);
    const ledger = join(workspace, "ledger");
    const known = existsSync(join(ledger, "gazette.sqlite"))
      ? readFileSync(join(ledger, "gazette.sqlite"), "utf8")
      : "";
    expect(known).toBe({ first: "", second: "first ", third: "first second " }[run]);
    writeFileSync(join(ledger, "gazette.sqlite"), `${known}${run} `);
    writeFileSync(join(ledger, "instance.json"), "{}");
    sh(ledger, keepLedger);
  }
});
