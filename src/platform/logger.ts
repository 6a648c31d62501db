import type { Logger } from "pino";

export type LogLevel = "debug" | "info" | "warn" | "error";

/** Lines for programs and for people; addresses and what stands before an @ in a URL never reach them. */
export interface Log {
  write(level: LogLevel, fields: Readonly<Record<string, unknown>>, message: string): void;
}

/**
 * A log on stderr: one JSON object a line, and on a terminal lines for people. pino is loaded here and not before, because
 * only the running schedule needs it.
 */
export async function openLog(level: LogLevel, stream: NodeJS.WriteStream = process.stderr): Promise<Log> {
  const { pino } = await import("pino");
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger: Logger = stream.isTTY
    ? pino(options, await openPretty(stream))
    : pino({ ...options, formatters: { level: (name) => ({ level: name }) } }, stream);
  return {
    write: (name, fields, message) => {
      logger[name](scrubFields(fields), scrub(message));
    },
  };
}

async function openPretty(stream: NodeJS.WriteStream): Promise<NodeJS.WritableStream> {
  const { default: pretty } = await import("pino-pretty");
  return pretty({
    colorize: stream.hasColors(),
    destination: stream,
    translateTime: "SYS:yyyy-mm-dd HH:MM:ss",
  });
}

function scrubFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? scrub(value) : value]),
  );
}

/** Servers repeat the address they refuse, and errors the URL they could not reach. */
export function scrub(text: string): string {
  return text.replace(/[^\s<>"'`()[\],;:]+(?::[^\s<>"'`@]*)?@[^\s<>"'`()[\],;]+/gu, "(address)");
}
