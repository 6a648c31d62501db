import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { readConfigApart } from "../../src/config/read-config-apart.ts";
import { watchConfig } from "../../src/config/watch-config.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const configOf = (name: string): string =>
  `import { defineConfig } from "gazette";\nimport { title } from "./title.ts";\nconsole.log("loaded");\nexport default defineConfig({ newsletters: { ${name}: { title } } });\n`;

test("a configuration is read anew each time, with what it imports, and nothing of it stays in memory", async () => {
  const folder = temporaryFolder({
    "gazette.config.ts": configOf("weekly"),
    "title.ts": 'export const title: string = "One";\n',
  });
  const file = join(folder, "gazette.config.ts");

  expect(await readConfigApart(file)).toEqual({ newsletters: { weekly: { title: "One" } } });
  writeFileSync(join(folder, "title.ts"), 'export const title: string = "Two";\n');
  expect(await readConfigApart(file)).toEqual({ newsletters: { weekly: { title: "Two" } } });
});

test("a broken configuration is refused once with its reason, and the one before stays until it is mended", async () => {
  const folder = temporaryFolder({
    "gazette.config.ts": configOf("weekly"),
    "title.ts": 'export const title: string = "One";\n',
  });
  const file = join(folder, "gazette.config.ts");
  const load = () => loadConfig(folder, {}, readConfigApart);
  const watch = watchConfig(await load(), load);
  expect(await watch.look(false)).toMatchObject({ kind: "same" });

  writeFileSync(file, "export default {;\n");
  expect(await watch.look(false)).toMatchObject({
    kind: "refused",
    config: { newsletters: [{ key: "weekly" }] },
    error: {
      code: "config-invalid",
      message: expect.stringContaining("gazette.config.ts, line 1,") as unknown,
    },
  });
  expect(await watch.look(true)).toMatchObject({
    kind: "same",
    config: { newsletters: [{ key: "weekly" }] },
  });

  writeFileSync(file, configOf("weekly"));
  expect(await watch.look(false)).toMatchObject({ kind: "mended" });
  expect(await watch.look(true)).toMatchObject({ kind: "same" });

  writeFileSync(file, configOf("daily"));
  expect(await watch.look(false)).toMatchObject({
    kind: "changed",
    config: { newsletters: [{ key: "daily" }] },
  });
});

test("what keeps a configuration from being read is said with the line it stands in", async () => {
  const folder = temporaryFolder({
    "gazette.config.ts":
      "const settings: { title?: { text: string } } = {};\nexport default settings.title!.text;\n",
    "other.js": "export const newsletters = {};\n",
  });
  await expect(readConfigApart(join(folder, "gazette.config.ts"))).rejects.toMatchObject({
    message: expect.stringMatching(/gazette\.config\.ts, line 2, cannot be read: Cannot read/u) as unknown,
    hint: expect.stringContaining("Mend the file") as unknown,
  });
  await expect(readConfigApart(join(folder, "other.js"))).rejects.toMatchObject({
    message: expect.stringContaining("it has no default export") as unknown,
  });
});
