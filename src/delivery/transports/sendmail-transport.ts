import { spawn } from "node:child_process";
import { GazetteError } from "../../platform/errors.ts";
import type { Outcome } from "../outcome.ts";
import type { OutgoingMessage, TransportFactory } from "../transport.ts";

/** sysexits.h: try again later. */
const tempFail = 75;

/**
 * Gives each message to a `sendmail` program, as every Unix mail server brings one. Its exit code is the answer: 0 took it,
 * EX_TEMPFAIL later, any other no.
 */
export function createSendmailTransport(path: string): TransportFactory {
  return {
    name: "sendmail",
    description: path,
    open: () =>
      Promise.resolve({
        deliver: async (message, beforeBody) => {
          await beforeBody();
          return run(path, message);
        },
        close: () => Promise.resolve(),
      }),
  };
}

function run(path: string, message: OutgoingMessage): Promise<Outcome> {
  const { from, to } = message.envelope;
  return new Promise((resolve, reject) => {
    // `--` and one address: nothing in an address is read as an option.
    const child = spawn(path, ["-i", "-f", from, "--", to], { stdio: ["pipe", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (said = (said + chunk).slice(-500)));
    child.once("error", (error) => {
      reject(
        new GazetteError("smtp-unreachable", `The program ${path} cannot be started: ${error.message}.`, {
          hint: "Check delivery.sendmail in the configuration.",
          cause: error,
        }),
      );
    });
    // A program that ends without reading closes the pipe; its exit code says the rest.
    child.stdin.once("error", () => undefined);
    child.once("close", (code) => resolve(toOutcome(code, said)));
    child.stdin.end(Buffer.concat(message.blocks).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  });
}

function toOutcome(exitCode: number | null, said: string): Outcome {
  const text = `exit code ${exitCode ?? "none"}${said === "" ? "" : `: ${said.replace(/\s+/gu, " ").trim()}`}`;
  const reply = { enhancedCode: undefined, text, host: "sendmail" };
  // Killed by a signal: nobody knows whether it had queued the message.
  if (exitCode === null) return { state: "uncertain", phase: "end", reply: { ...reply, code: undefined } };
  if (exitCode === 0) return { state: "accepted", phase: "end", reply: { ...reply, code: 250 } };
  const state = exitCode === tempFail ? "deferred" : "failed";
  return { state, phase: "end", reply: { ...reply, code: exitCode === tempFail ? 451 : 554 } };
}
