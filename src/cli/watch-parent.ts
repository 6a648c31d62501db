const lookEveryMs = 1000;

/**
 * Calls `onGone` once the process that started this one has ended. npm passes a SIGTERM on to the shell it runs a script in, and
 * that shell keeps it to itself: whoever stops `npm start` would leave a schedule behind that nobody knows of.
 *
 * @returns Ends the watch.
 */
export function watchParent(onGone: () => void): () => void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
