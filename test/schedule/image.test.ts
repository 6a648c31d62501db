import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import yaml from "js-yaml";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (name: string): string => readFileSync(join(root, name), "utf8");

/** The instructions of a Dockerfile, continued lines joined, by stage. */
function readStages(text: string): { readonly word: string; readonly rest: string }[][] {
  const lines = text.replaceAll(/\\\n/gu, " ").split("\n");
  const stages: { readonly word: string; readonly rest: string }[][] = [];
  for (const line of lines) {
    const [, word = "", rest = ""] = /^([A-Z]+) (.*)$/u.exec(line) ?? [];
    if (word === "FROM") stages.push([]);
    if (word !== "") stages.at(-1)?.push({ word, rest });
  }
  return stages;
}

/** A script that does what the Dockerfile's build stage does, in `app` instead of `/app`. */
function scriptOf(stage: readonly { readonly word: string; readonly rest: string }[], app: string): string {
  const left = read(".dockerignore")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((name) => `--exclude='./${name}'`);
  return stage
    .map(({ word, rest }) => {
      if (word === "RUN") return `cd ${app} && ${rest}`;
      if (word === "WORKDIR") return `mkdir -p ${app}`;
      if (word !== "COPY") return ":";
      const names = rest.split(/\s+/u).slice(0, -1).join(" ");
      return names === "."
        ? `cd ${root} && tar -c ${left.join(" ")} . | tar -x -C ${app}`
        : `cd ${root} && cp ${names} ${app}`;
    })
    .join("\n");
}

test.runIf(process.env["GAZETTE_SOAK"] === "1")(
  "the steps of the Dockerfile, in an empty folder, make a Gazette that runs as another user and answers the health check",
  { timeout: 600_000 },
  async () => {
    const folder = temporaryFolder({
      "project/articles/one.md": "---\ntitle: One\ndate: 2026-11-20\n---\nThe one article.\n",
      "project/gazette.config.ts":
        'import { defineConfig } from "gazette";\nexport default defineConfig({ newsletters: { weekly: { to: "ada@harbour.town" } }, schedule: { healthPort: 9464 } });\n',
    });
    const [app, data, project] = ["app", "data", "project"].map((name) => join(folder, name));
    if (app === undefined || data === undefined || project === undefined) throw new Error("No folders.");
    const [build = [], run = []] = readStages(read("docs/recipes/Dockerfile"));
    const env = { PATH: process.env["PATH"] ?? "", HOME: folder };
    // npm with this user's own settings: proxies and certificates are no part of the recipe.
    const built = spawnSync("bash", ["-e", "-c", scriptOf(build, app)], { encoding: "utf8" });
    expect(built.status, built.stderr).toBe(0);

    // As the image's user, to whom the project is not theirs to write.
    const isRoot = process.getuid?.() === 0;
    const user = isRoot ? { uid: 1000, gid: 1000 } : {};
    mkdirSync(data);
    if (isRoot) chownSync(data, 1000, 1000);
    for (const path of [folder, project, join(project, "articles")]) chmodSync(path, 0o555);
    const entry = run.find(({ word }) => word === "ENTRYPOINT")?.rest ?? "[]";
    const command = run.find(({ word }) => word === "CMD")?.rest ?? "[]";
    const [program = "", ...args] = [
      ...(JSON.parse(entry) as string[]),
      ...(JSON.parse(command) as string[]),
    ].map((part) => part.replace("/app/", `${app}/`));
    const inside = { ...env, HOME: data, NODE_ENV: "production", DATA_DIR: data, OUT_DIR: join(data, "out") };
    const child = spawn(program, args, {
      cwd: project,
      env: inside,
      stdio: ["ignore", "pipe", "inherit"],
      ...user,
    });
    try {
      await once(child.stdout, "data");
      const compose = yaml.load(read("docs/recipes/compose.yaml")) as {
        readonly services: {
          readonly gazette: { readonly healthcheck: { readonly test: readonly string[] } };
        };
      };
      const [, checker = "", ...check] = compose.services.gazette.healthcheck.test;
      expect(spawnSync(checker, check, { env: inside, ...user }).status).toBe(0);
      const status = spawnSync(program, [args[0] ?? "", "status", "--json"], {
        cwd: project,
        env: inside,
        ...user,
      });
      expect(JSON.parse(String(status.stdout))).toHaveProperty("next");
    } finally {
      child.kill("SIGTERM");
      await once(child, "exit");
      for (const path of [folder, project, join(project, "articles")]) chmodSync(path, 0o755);
    }
    expect(child.exitCode).toBe(0);
  },
);
