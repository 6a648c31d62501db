import type { Command } from "commander";
import type { BackupOptions } from "./backup.ts";
import type { CommonOptions } from "./common-options.ts";
import { makeCommand } from "./make-command.ts";

/** Registers the commands that keep an installation in order. */
export function addOperatingCommands(program: Command): void {
  makeCommand(
    program,
    "bounces <path>",
    "read bounces and complaints from a message, an mbox, a Maildir or - into the ledger",
    "gazette bounces ~/Maildir/.Bounces",
  ).action(async (path: string, options: CommonOptions) => {
    const { runBounces } = await import("./bounces.ts");
    await runBounces(path, options);
  });
  makeCommand(
    program,
    "backup <file>",
    "copy the ledger into one file, also in the middle of a send",
    "gazette backup /backups/gazette-monday.sqlite",
  )
    .option("--force", "overwrite the file")
    .action(async (file: string, options: BackupOptions) => {
      const { runBackup } = await import("./backup.ts");
      await runBackup(file, options);
    });
  makeCommand(
    program,
    "restore <file>",
    "put a backup in the place of the ledger, and keep the one that was there",
    "gazette restore /backups/gazette-monday.sqlite",
  ).action(async (file: string, options: CommonOptions) => {
    const { runRestore } = await import("./restore.ts");
    await runRestore(file, options);
  });
  makeCommand(
    program,
    "doctor",
    "check everything: configuration, articles, ledger, SMTP, DKIM, DNS, schedule; send nothing",
    "gazette doctor --json",
  ).action(async (options: CommonOptions) => {
    const { runDoctor } = await import("./doctor.ts");
    await runDoctor(options);
  });
}
