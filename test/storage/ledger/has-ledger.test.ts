import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasLedger } from "../../../src/storage/ledger/has-ledger.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("a data folder that cannot be looked into is not one without a ledger", () => {
  const folder = temporaryFolder({ "data/gazette.sqlite": "" });
  symlinkSync(join(folder, "loop"), join(folder, "loop"));

  expect(hasLedger(join(folder, "data"))).toBe(true);
  expect(hasLedger(join(folder, "none"))).toBe(false);
  expect(() => hasLedger(join(folder, "loop"))).toThrow(
    expect.objectContaining({
      code: "storage-failed",
      message: expect.stringContaining("ELOOP") as unknown,
      hint: expect.stringContaining("the user who owns the data folder") as unknown,
    }),
  );
});
