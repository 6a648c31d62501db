import { close, fdatasync, openSync } from "node:fs";

/** Brings what was committed to the disk without holding up the thread that commits. */
export interface LogSync {
  /**
   * Resolves when every commit made before the call survives a loss of power; rejects where the disk says no, and from then on
   * always: the system may have dropped what it could not write, and would confirm the next time what is not there.
   */
  sync(): Promise<void>;
  close(): void;
}

/**
 * The write-ahead log of a SQLite file. With `synchronous=NORMAL` a commit is in the log and not yet on the disk; with `FULL`
 * SQLite waits for the disk before it returns. Doing that wait here, on the thread pool, is the same promise a moment later
 * (https://sqlite.org/wal.html#performance_considerations).
 *
 * @param logFile The `-wal` file. SQLite keeps it while a connection is open, and holds no lock on it that closing our
 * descriptor could release.
 */
export function createLogSync(logFile: string): LogSync {
  let descriptor: number | undefined;
  let refusal: Error | undefined;
  return {
    sync: () =>
      new Promise((resolve, reject) => {
        if (refusal !== undefined) throw refusal;
        descriptor ??= openSync(logFile, "r+");
        fdatasync(descriptor, (error) => {
          if (error === null) {
            resolve();
            return;
          }
          refusal = error;
          reject(error);
        });
      }),
    close: () => {
      if (descriptor !== undefined) close(descriptor);
      descriptor = undefined;
    },
  };
}
