import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // What Gazette keeps outside of a project must not reach the home of whoever runs the tests.
    env: { XDG_STATE_HOME: join(tmpdir(), "gazette-test-state") },
    // The long run tries properties ten times as often.
    testTimeout: process.env["GAZETTE_SOAK"] === "1" ? 900_000 : 30_000,
    hookTimeout: 60_000,
    reporters:
      process.env["VITEST_JSON"] === undefined
        ? ["default"]
        : ["default", ["json", { outputFile: process.env["VITEST_JSON"] }]],
  },
});
