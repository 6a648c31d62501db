import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { GazetteError } from "../../platform/errors.ts";
import type { TransportFactory } from "../transport.ts";
import { makeFolder } from "../../platform/make-folder.ts";

/**
 * The embedded default where no SMTP server is configured: each message becomes an `.eml` file. Written beside and moved
 * into place after it has reached the disk, so a file that is there is whole.
 */
export function createOutboxTransport(folder: string): TransportFactory {
  return {
    name: "outbox",
    description: folder,
    open: () => {
      try {
        makeFolder(folder);
      } catch (error) {
        const fault = new GazetteError("output-unwritable", `The folder ${folder} cannot be made.`, {
          hint: "Check who may write there, or choose another folder with OUT_DIR or --out.",
          cause: error,
        });
        return Promise.reject(fault);
      }
      return Promise.resolve({
        deliver: async (message, beforeBody) => {
          await beforeBody();
          const path = join(folder, message.fileName);
          const beside = `${path}.part`;
          const file = await open(beside, "w");
          try {
            await file.writeFile(Buffer.concat(message.blocks));
            await file.sync();
          } finally {
            await file.close();
          }
          await rename(beside, path);
          return {
            state: "accepted",
            phase: "end",
            reply: { code: 250, enhancedCode: "2.0.0", text: `written to ${path}`, host: "outbox" },
          };
        },
        close: () => Promise.resolve(),
      });
    },
  };
}
