import type * as fs from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createLogSync } from "../../../src/storage/ledger/log-sync.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

// A disk that refuses once and then says yes cannot be had for real without a device of one's own.
const disk = vi.hoisted(() => ({ refusals: 0 }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const fdatasync = (descriptor: number, done: (error: Error | null) => void): void => {
    if (disk.refusals === 0) {
      real.fdatasync(descriptor, done);
      return;
    }
    disk.refusals -= 1;
    done(Object.assign(new Error("EIO: i/o error, fdatasync"), { code: "EIO", syscall: "fdatasync" }));
  };
  return { ...real, fdatasync };
});

test("what the disk once refused to confirm is never taken as confirmed later", async () => {
  const file = join(temporaryFolder({ log: "frames" }), "log");
  const log = createLogSync(file);
  await log.sync();

  disk.refusals = 1;

  await expect(log.sync()).rejects.toMatchObject({ code: "EIO" });
  await expect(log.sync()).rejects.toMatchObject({ code: "EIO" });
  log.close();
});
