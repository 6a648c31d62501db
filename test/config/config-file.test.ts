import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const article = { "articles/one.md": "---\ntitle: One\ndate: 2026-11-20\n---\n\nIt happened.\n" };

const typed = `import { defineConfig } from "gazette";

const title: string = "The Quay";
export default defineConfig({ newsletters: { weekly: { title } } });
`;

test.each([
  ["no package.json", {}],
  ["a package.json without a type", { "package.json": "{}" }],
  ["a package.json of CommonJS", { "package.json": '{ "type": "commonjs" }' }],
])("a configuration imports defineConfig with no node_modules and %s", async (_, beside) => {
  const cwd = temporaryFolder({ ...article, ...beside, "settings/gazette.config.ts": typed });

  const run = await runGazette(
    ["build", "--json", "--config", "settings/gazette.config.ts", "--articles", "articles"],
    { cwd },
  );

  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toMatchObject({ issue: { newsletter: "weekly", title: "The Quay" } });
});

test.each([
  ["does not parse", "export default {\n  newsletters: {\n    weekly: { title: 'A' 'b' },\n  },\n};\n", 3],
  ["fails when it runs", "const a = 1;\n\nexport default { out: b };\n", 3],
  ["uses an enum", "export default {};\nenum Topic { sea }\n", 2],
])("a configuration that %s is named with its line", async (_, source, line) => {
  const cwd = temporaryFolder({ ...article, "gazette.config.ts": source });

  const run = await runGazette(["build"], { cwd });

  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(`gazette.config.ts, line ${line}, cannot be read: `);
  expect(run.stderr).not.toMatch(/\n\s+at /u);
});

test("two newsletters of one name are refused with the line of the second: JSON would forget the first", async () => {
  const folder = temporaryFolder({
    "gazette.config.json":
      '{ "newsletters": {\n  "weekly": { "to": "ada@harbour.town" },\n  "weekly": { "to": "bob@harbour.town" } } }',
  });

  await expect(loadConfig(folder)).rejects.toMatchObject({
    code: "config-invalid",
    message: expect.stringContaining("a name stands twice in one object (line 3)") as unknown,
  });
});
