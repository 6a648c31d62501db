import { GazetteError } from "../../platform/errors.ts";
import { LeaseLost } from "../../storage/schedule/leases.ts";
import { toDatabaseFault } from "../../storage/ledger/storage-fault.ts";
import type { PackedError } from "./tasks.ts";

/** Takes an error apart for another process; what SQLite says goes as the fault of the ledger that it is. */
export function packError(thrown: unknown): PackedError {
  const error = toDatabaseFault(thrown) ?? thrown;
  if (error instanceof GazetteError) {
    const { code, message, hint } = error;
    return { kind: "gazette", code, message, hint };
  }
  if (error instanceof LeaseLost) return { kind: "lease-lost", lease: error.lease };
  if (error instanceof Error) return { kind: "other", message: error.message, stack: error.stack };
  return { kind: "other", message: String(error), stack: undefined };
}

/** Puts an error together again; a fault of ours keeps the stack of where it was thrown. */
export function unpackError(packed: PackedError): Error {
  if (packed.kind === "lease-lost") return new LeaseLost(packed.lease);
  const { message } = packed;
  if (packed.kind === "gazette") {
    const { code, hint } = packed;
    return new GazetteError(code, message, hint === undefined ? {} : { hint });
  }
  const error = new Error(message);
  if (packed.stack !== undefined) error.stack = packed.stack;
  return error;
}
