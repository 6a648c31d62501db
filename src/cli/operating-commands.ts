import type { Command } from "commander";
import type { CommonOptions } from "./common-options.ts";

type MakeCommand = (program: Command, usage: string, summary: string, example: string) => Command;

/** Registers the commands that keep an installation in order. */
export function addOperatingCommands(program: Command, command: MakeCommand): void {
  command(
    program,
    "bounces <path>",
    "read bounces and complaints from a message, an mbox, a Maildir or - into the ledger",
    "gazette bounces ~/Maildir/.Bounces",
  ).action(async (path: string, options: CommonOptions) => {
    const { runBounces } = await import("./bounces.ts");
    await runBounces(path, options);
  });
}
