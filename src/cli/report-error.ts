import { styleText } from "node:util";
import type { CommanderError } from "commander";
import { GazetteError } from "../platform/errors.ts";
import { toDatabaseFault } from "../storage/ledger/storage-fault.ts";
import { toTerminal } from "./terminal-text.ts";

/**
 * Says what went wrong: one clear message for what the operator can mend, the stack for a bug of ours. With `json`, the
 * same as a document on stdout.
 *
 * @returns The exit code: 2 or 1.
 */
export function reportError(thrown: unknown, json: boolean): 1 | 2 {
  const error = toDatabaseFault(thrown) ?? thrown;
  if (!(error instanceof GazetteError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `${label("bug")} Gazette failed in a way it should not. Please report this:\n${toTerminal(stack)}\n`,
    );
    if (json) print({ error: { code: "bug", message: stack, hint: null } });
    return 1;
  }
  process.stderr.write(`${label("error")} ${toTerminal(error.message)}\n`);
  if (error.hint !== undefined) process.stderr.write(`${label("hint", "cyan")}  ${toTerminal(error.hint)}\n`);
  if (json) print({ error: { code: error.code, message: error.message, hint: error.hint ?? null } });
  return 2;
}

/** What commander has already said on stderr; help and the version are no mistakes. @returns The exit code. */
export function reportUsage({ exitCode, message }: CommanderError, json: boolean): 0 | 2 {
  if (exitCode === 0) return 0;
  const [first = "", ...rest] = message.replace(/^error: /u, "").split("\n");
  const hint = rest.join(" ").replace(/^\((.*)\)$/u, "$1");
  if (json) print({ error: { code: "usage", message: first, hint: hint === "" ? null : hint } });
  return 2;
}

function label(word: string, colour: "red" | "cyan" = "red"): string {
  return styleText([colour, "bold"], `${word}:`, { stream: process.stderr });
}

function print(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
