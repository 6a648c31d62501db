import { GazetteError } from "../../platform/errors.ts";

interface Remedy {
  readonly codes: RegExp;
  readonly what: string;
  readonly hint: string;
}

const nothingLost = "Nothing is lost: the next `gazette send` goes on where this one stopped.";

/** What each family of SQLite's result codes (https://sqlite.org/rescode.html) means for an operator. */
const remedies: readonly Remedy[] = [
  {
    codes: /^SQLITE_FULL/u,
    what: "the disk is full",
    hint: `Make room on the disk of the data folder. ${nothingLost}`,
  },
  {
    codes: /^SQLITE_(?:READONLY|PERM|CANTOPEN)/u,
    what: "it cannot be written",
    hint: `Check who owns the data folder and the files in it, and that its disk is not mounted read-only. ${nothingLost}`,
  },
  {
    codes: /^SQLITE_(?:BUSY|LOCKED)/u,
    what: "another program keeps it locked",
    hint: `End the program that has it open (a backup, a database browser). ${nothingLost}`,
  },
  {
    codes: /^SQLITE_(?:CORRUPT|NOTADB)/u,
    what: "it is damaged",
    hint: "Put a backup of the file in its place; a copy from before the last upgrade may lie beside it (.before-...). Without a backup do not delete it: Gazette would no longer know who has which issue. `sqlite3 FILE .recover` may save most of it.",
  },
  {
    codes: /^SQLITE_(?:IOERR|NOMEM)/u,
    what: "the disk does not take or give what is in it",
    hint: `Check the disk of the data folder (the system's log names its faults). ${nothingLost}`,
  },
];

/** The same faults, as the file system says them of the files beside the ledger. */
const asResultCode: Readonly<Record<string, string>> = {
  ENOSPC: "SQLITE_FULL",
  EDQUOT: "SQLITE_FULL",
  EROFS: "SQLITE_READONLY",
  EACCES: "SQLITE_PERM",
  EPERM: "SQLITE_PERM",
  ENOTDIR: "SQLITE_CANTOPEN",
  EEXIST: "SQLITE_CANTOPEN",
  ENOENT: "SQLITE_CANTOPEN",
  ELOOP: "SQLITE_CANTOPEN",
  EIO: "SQLITE_IOERR",
};

/**
 * What a fault of the ledger's file or its disk means for the operator; undefined for anything else, which is a bug of ours.
 *
 * @param place Where the ledger is.
 */
export function toStorageFault(error: unknown, place = "in the data folder"): GazetteError | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const said = String(error.code);
  // By name: whoever reports an error must not load the database for it.
  const code = error.name === "SqliteError" ? said : "syscall" in error ? asResultCode[said] : undefined;
  const remedy = remedies.find(({ codes }) => codes.test(code ?? ""));
  if (remedy === undefined) return undefined;
  const reason = error.message.replace(/\.$/u, "");
  return new GazetteError(
    "storage-failed",
    `The ledger ${place} cannot be used: ${remedy.what} (${reason}).`,
    { hint: remedy.hint, cause: error },
  );
}

/** As `toStorageFault`, for where a fault of the file system may be that of any file: only what the database itself says. */
export function toDatabaseFault(error: unknown): GazetteError | undefined {
  return error instanceof Error && error.name === "SqliteError" ? toStorageFault(error) : undefined;
}
