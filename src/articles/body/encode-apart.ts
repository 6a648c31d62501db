import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";

import { packageRoot } from "../../platform/package-root.ts";
import type { ImageToEncode } from "./encode-image.ts";
import type { EncodedImage } from "./image-cache.ts";

/** What a picture, and the pictures that share this, may take. Milliseconds. */
export interface Allowance {
  readonly drawingMs: number;
  readonly pictureMs: number;
  readonly togetherMs: number;
  /** Of `togetherMs`. */
  leftMs: number;
}

/** For one article. A photograph of 50 megapixels takes half a second, a map of 1 MB as SVG about as long. */
export function createAllowance(): Allowance {
  return { drawingMs: 5000, pictureMs: 15_000, togetherMs: 30_000, leftMs: 30_000 };
}

/** At a time; each may take some hundred megabytes. */
const maxProcesses = 2;
/** After which a process that has nothing to do ends. */
const idleMs = 5000;

interface Job {
  readonly image: ImageToEncode;
  readonly allowance: Allowance;
  readonly resolve: (made: EncodedImage | string) => void;
  readonly reject: (error: Error) => void;
}

interface IdleProcess {
  readonly child: ChildProcess;
  readonly end: NodeJS.Timeout;
}

const waiting: Job[] = [];
const idle: IdleProcess[] = [];
let busy = 0;

/**
 * `encodeImage` in a process of its own, which is killed when a picture takes too long: no limit within a process stops
 * librsvg, and what crashes a decoder does not crash the issue. The processes serve one picture after the other, hold up
 * no end of the program, and end when it does, however it ends.
 *
 * @returns a text where it cannot be shown: why, as the end of a sentence.
 */
export function encodeApart(image: ImageToEncode, allowance: Allowance): Promise<EncodedImage | string> {
  return new Promise((resolve, reject) => {
    waiting.push({ image, allowance, resolve, reject });
    startNext();
  });
}

function startNext(): void {
  // A second process pays only where there is more to do than its start takes.
  const processes = busy + idle.length;
  const isWorth = processes === 0 || idle.length > 0 || waiting.length > 2;
  if (!isWorth || busy === maxProcesses) return;
  const job = waiting.shift();
  if (job === undefined) return;
  busy++;
  void encodeOne(job)
    .then(job.resolve, job.reject)
    .finally(() => {
      busy--;
      startNext();
    });
  startNext();
}

async function encodeOne({ image, allowance }: Job): Promise<EncodedImage | string> {
  const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} seconds`;
  const ownMs = image.isDrawing ? allowance.drawingMs : allowance.pictureMs;
  const beyond = `is left out, because the pictures of this article take more than ${seconds(allowance.togetherMs)}`;
  if (allowance.leftMs <= 0) return beyond;
  const limitMs = Math.min(ownMs, allowance.leftMs);
  const child = takeProcess();
  const started = performance.now();
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort();
    child.kill("SIGKILL");
  }, limitMs);
  try {
    const { made, how } = await ask(child, image);
    if (made !== undefined) {
      if (!late.signal.aborted) keepProcess(child);
      return made;
    }
    if (!late.signal.aborted) return `cannot be read as a picture: reading it ends the process (${how})`;
    return limitMs < ownMs ? beyond : `takes more than ${seconds(ownMs)} to be read`;
  } finally {
    clearTimeout(timer);
    allowance.leftMs -= performance.now() - started;
  }
}

interface Answer {
  readonly made?: EncodedImage | string;
  /** How the process ended without one. */
  readonly how?: string;
}

function ask(child: ChildProcess, image: ImageToEncode): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const onMessage = (made: EncodedImage | string): void => settle(() => resolve({ made }));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (code: number | null, signal: string | null): void => {
      // Our own program fails only where sharp cannot be loaded, and has said so.
      if (code === 1) onError(new Error("The process that reads pictures could not do so."));
      else settle(() => resolve({ how: signal ?? `exit code ${code ?? 0}` }));
    };
    const settle = (end: () => void): void => {
      child.off("message", onMessage).off("error", onError).off("exit", onExit);
      end();
    };
    child.on("message", onMessage).on("error", onError).on("exit", onExit);
    child.send(image, (error) => {
      // A process that died before it could listen says why when it ends.
      if (error !== null && child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    });
  });
}

function takeProcess(): ChildProcess {
  for (let last = idle.pop(); last !== undefined; last = idle.pop()) {
    clearTimeout(last.end);
    if (!last.child.connected) continue;
    last.child.ref();
    last.child.channel?.ref();
    return last.child;
  }
  const program = import.meta.filename.endsWith(".ts")
    ? path.join(import.meta.dirname, "picture-process.ts")
    : path.join(packageRoot(), "dist", "picture-process.js");
  const child = fork(program, [], {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // Whoever asks it something hears of what goes wrong; an error that nobody listens for would end us.
  child.on("error", () => undefined);
  return child;
}

function keepProcess(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  const end = setTimeout(() => {
    idle.splice(
      idle.findIndex((one) => one.child === child),
      1,
    );
    child.disconnect();
  }, idleMs);
  end.unref();
  idle.push({ child, end });
}
