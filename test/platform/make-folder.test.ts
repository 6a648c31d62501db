import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../src/platform/make-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("a folder is made with those above it, and one that is there is left", () => {
  const path = join(temporaryFolder(), "a", "b", "c");

  makeFolder(path);
  makeFolder(path);

  expect(statSync(path).isDirectory()).toBe(true);
});

test("a file in the way is an error", () => {
  const folder = temporaryFolder({ file: "" });

  expect(() => makeFolder(join(folder, "file"))).toThrow(/EEXIST/u);
  expect(() => makeFolder(join(folder, "file", "below"))).toThrow(/ENOTDIR/u);
});

test.runIf(process.platform === "linux")(
  "where the system lets nobody make folders it says so, and does not hang",
  () => {
    expect(() => makeFolder("/proc/gazette/data")).toThrow(/ENOENT|EACCES|EPERM/u);
  },
);
