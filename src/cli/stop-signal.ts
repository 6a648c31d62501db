export interface StopSignal {
  readonly signal: AbortSignal;
  /** The same as the first SIGTERM. */
  stop(): void;
  /** Gives SIGINT and SIGTERM back to the system. */
  release(): void;
}

/**
 * Turns the first SIGINT or SIGTERM into an abort, so that what is in flight can be finished; the second ends the process
 * as the system would.
 */
export function stopSignal(): StopSignal {
  const controller = new AbortController();
  const release = (): void => {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
  };
  const stop = (): void => {
    controller.abort();
    release();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return { signal: controller.signal, stop, release };
}
