import { type Command, Option } from "commander";

/** A command with the options that every command has. */
export function makeCommand(program: Command, usage: string, summary: string, example: string): Command {
  return program
    .command(usage)
    .summary(summary)
    .description(summary)
    .option("--config <FILE>", "configuration file (default: gazette.config.ts, .js or .json here)")
    .option("--articles <DIR>", "folder of Markdown articles (default: articles)")
    .option("--out <DIR>", "where issues are written (default: out)")
    .option("--data <DIR>", "where the ledger is kept (default: .gazette)")
    .addOption(new Option("--now <INSTANT>", "the clock, such as 2026-11-22T07:00:00Z, for runs that repeat"))
    .option("--json", "one JSON document on stdout")
    .addHelpText("after", `\nExample:\n  $ ${example}`)
    .exitOverride();
}
