import type { Outcome } from "../../delivery/outcome.ts";

/** Shows how a send goes, on stderr. */
export interface SendMeter {
  onOutcome(outcome: Outcome): void;
  /** Messages handed over so far. */
  accepted(): number;
  /** Removes the bar. */
  stop(): void;
}

const barWidth = 24;
const drawEveryMs = 100;
const logEveryMs = 1000;

/**
 * A bar with rate, time left and counts on a terminal; elsewhere one line a second. A send shorter than that says nothing.
 *
 * @param total How many messages are still to go.
 */
export function createSendMeter(total: number, stream: NodeJS.WriteStream = process.stderr): SendMeter {
  const startedAt = performance.now();
  const counts = { accepted: 0, deferred: 0, failed: 0, uncertain: 0 };
  const isTerminal = stream.isTTY;
  const line = (): string => {
    const done = counts.accepted + counts.deferred + counts.failed + counts.uncertain;
    const seconds = (performance.now() - startedAt) / 1000;
    const perSecond = done / Math.max(seconds, 0.001);
    const left = perSecond === 0 ? "" : `, ${formatDuration((total - done) / perSecond)} left`;
    const troubles = (["deferred", "failed", "uncertain"] as const)
      .filter((state) => counts[state] > 0)
      .map((state) => `, ${counts[state]} ${state}`)
      .join("");
    const sent = `${done} of ${total} (${Math.floor((done / Math.max(total, 1)) * 100)} %)`;
    return `${sent}, ${Math.round(perSecond)}/s${left}${troubles}`;
  };
  const draw = (): void => {
    const done = counts.accepted + counts.deferred + counts.failed + counts.uncertain;
    const full = Math.round((done / Math.max(total, 1)) * barWidth);
    stream.write(`\r\u001b[2K[${"#".repeat(full)}${".".repeat(barWidth - full)}] ${line()}`);
  };
  const timer = setInterval(
    () => {
      if (isTerminal) draw();
      else stream.write(`Sending: ${line()}\n`);
    },
    isTerminal ? drawEveryMs : logEveryMs,
  );
  timer.unref();
  return {
    onOutcome: ({ state }) => {
      counts[state] += 1;
    },
    accepted: () => counts.accepted,
    stop: () => {
      clearInterval(timer);
      if (isTerminal) stream.write("\r\u001b[2K");
    },
  };
}

function formatDuration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
