import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import config, { rarelyUsed } from "../rolldown.config.ts";

test("the bundle loads what mjml hardly ever uses at its first use only, which halves the time of importing mjml", async () => {
  const build = await rolldown({ ...config, logLevel: "silent" });
  const { output } = await build.generate({ format: "esm" });
  await build.close();

  const code = output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
  const uses = code
    .split("\n")
    .filter((line) => rarelyUsed.some((name) => line.includes(`"${name}"`) && line.includes("require(")));
  expect(uses.length).toBeGreaterThanOrEqual(3);
  for (const line of uses) expect(line.trim()).toMatch(/^const loaded = /u);
}, 60_000);
