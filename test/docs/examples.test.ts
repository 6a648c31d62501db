import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configSchema } from "../../src/config/schema.ts";
import { readConfigFile } from "../../src/config/read-config-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = join(import.meta.dirname, "..", "..");
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const examples = pages.flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```(?:ts|js)\n([^]*?)^```$/gmu)].map(
    ([, source = ""], index) => ({
      name: `${page}, example ${index + 1}`,
      source,
    }),
  ),
);

/** A whole file as it stands; of a part, the files it may be a part of. */
function possibleFiles(source: string): string[] {
  if (source.includes("export default")) return [source];
  const part = source.trim().replace(/,$/u, "");
  return [`{ ${part} }`, `{ newsletters: { weekly: { ${part} } } }`, `{ newsletters: { ${part} } }`].map(
    (config) => `export default ${config};\n`,
  );
}

test.each(examples)("$name is a configuration that is accepted", async ({ source }) => {
  const problems: string[] = [];
  for (const file of possibleFiles(source)) {
    // The test runner resolves imports itself; test/config/config-file.test.ts runs this one as it stands.
    const own = file.replace(
      'import { defineConfig } from "gazette";',
      "const defineConfig = (config) => config;",
    );
    const folder = temporaryFolder({ "gazette.config.ts": own });
    const checked = configSchema.safeParse(await readConfigFile(join(folder, "gazette.config.ts")));
    if (checked.success) return;
    problems.push(checked.error.message);
  }
  expect(problems).toEqual([]);
});

test("there are examples", () => {
  expect(examples.length).toBeGreaterThan(2);
});
