import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { GazetteError } from "../../platform/errors.ts";
import type { Outcome } from "../outcome.ts";
import type { OutgoingMessage, TransportFactory } from "../transport.ts";

/**
 * What an exit code says (sysexits.h). The address: no such user or host, or a message it will not have. Us: called wrongly,
 * not allowed, wrongly configured, so that every further message would fail. All others pass with time.
 */
const addressCodes = new Set([65, 67, 68]);
const ourCodes = new Set([64, 77, 78]);
const noSuchUser = 67;
/** Longer than any queueing program takes; whether one that is stopped had queued the message, nobody knows. */
const longestMs = 600_000;

/**
 * Gives each message to a `sendmail` program, as every Unix mail server brings one. Its exit code is the answer.
 */
export function createSendmailTransport(path: string): TransportFactory {
  return {
    name: "sendmail",
    description: path,
    open: async () => {
      await assertProgram(path);
      return {
        deliver: async (message, beforeBody) => {
          await beforeBody();
          return run(path, message);
        },
        close: () => Promise.resolve(),
      };
    },
  };
}

/** Before any message is on record as begun. @throws GazetteError `smtp-unreachable` */
async function assertProgram(path: string): Promise<void> {
  try {
    await access(path, constants.X_OK);
  } catch (error) {
    throw new GazetteError("smtp-unreachable", `The program ${path} cannot be started.`, {
      hint: "Check delivery.sendmail in the configuration; nothing was sent.",
      cause: error,
    });
  }
}

function run(path: string, message: OutgoingMessage): Promise<Outcome> {
  const { from, to } = message.envelope;
  return new Promise((resolve) => {
    // `--` and one address: nothing in an address is read as an option.
    const child = spawn(path, ["-i", "-f", from, "--", to], {
      stdio: ["pipe", "ignore", "pipe"],
      timeout: longestMs,
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (said = (said + chunk).slice(-500)));
    // It never ran: no memory, no processes left.
    child.once("error", (error) => resolve(ended("deferred", "connect", 451, error.message)));
    // A program that ends without reading closes the pipe; its exit code says the rest.
    child.stdin.once("error", () => undefined);
    child.once("close", (code) => resolve(toOutcome(code, said)));
    child.stdin.end(Buffer.concat(message.blocks).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  });
}

function toOutcome(exitCode: number | null, said: string): Outcome {
  const text = `exit code ${exitCode ?? "none"}${said === "" ? "" : `: ${said.replace(/\s+/gu, " ").trim()}`}`;
  // Killed by a signal: nobody knows whether it had queued the message.
  if (exitCode === null) return ended("uncertain", "end", undefined, text);
  if (exitCode === 0) return ended("accepted", "end", 250, text);
  if (ourCodes.has(exitCode)) return ended("failed", "connect", 554, text);
  if (addressCodes.has(exitCode))
    return ended("failed", "end", 550, text, exitCode === noSuchUser ? "5.1.1" : undefined);
  return ended("deferred", "end", 451, text);
}

function ended(
  state: Outcome["state"],
  phase: Outcome["phase"],
  code: number | undefined,
  text: string,
  enhancedCode?: string,
): Outcome {
  return { state, phase, reply: { code, enhancedCode, text, host: "sendmail" } };
}
