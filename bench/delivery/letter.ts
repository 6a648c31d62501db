import { readFileSync } from "node:fs";
import { writeSlot } from "../../src/rendering/slots/slots.ts";

const sentence =
  "The ferry leaves when it says it will, and the tunnel opens when the tides have been counted – twice. ";

/** A digest of about 66 KB of HTML with the reader's name and links in it, as slots or as values. */
export function makeLetter(values?: { readonly name: string; readonly link: string }): {
  html: string;
  text: string;
} {
  const name = values?.name ?? writeSlot("name", "html");
  const link = values?.link ?? writeSlot("unsubscribeUrl", "url");
  const plainName = values?.name ?? writeSlot("name", "text");
  const plainLink = values?.link ?? writeSlot("unsubscribeUrl", "text");
  const story = (index: number): string =>
    `<tr><td style="padding:16px 0;font-family:Georgia,serif"><h2>Story ${index}</h2><p>${sentence.repeat(28)}</p></td></tr>\n`;
  const stories = Array.from({ length: 22 }, (_, index) => story(index + 1)).join("");
  return {
    html: `<!doctype html><html lang="en"><body><p>Good morning, ${name}.</p><table>${stories}</table><p><a href="${link}">Unsubscribe</a></p></body></html>\n`,
    text: `Good morning, ${plainName}.\n\n${sentence.repeat(30)}\n\nUnsubscribe: ${plainLink}\n`,
  };
}

/** The result of one contestant, as its process prints it. */
export interface RunResult {
  readonly messages: number;
  readonly seconds: number;
  /** Processor time of the sending process and its threads, a message. */
  readonly cpuMs: number;
  readonly peakMb: number;
  /** From the start of the command to the first answer to a message. */
  readonly firstMs?: number | undefined;
}

/** Linux counts into a process's `maxRSS` what its parent had when it started it, and not into `VmHWM`. */
function readPeakKb(): number {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

/** Measures the rest of the process from here to the call of what it gives back. */
export function startMeasuring(): (messages: number) => void {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  return (messages) => {
    const { user, system } = process.cpuUsage(cpu);
    const result: RunResult = {
      messages,
      seconds: (performance.now() - startedAt) / 1000,
      cpuMs: (user + system) / 1000 / messages,
      peakMb: readPeakKb() / 1024,
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  };
}
