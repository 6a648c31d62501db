import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { apartCommand } from "./cli/apart/apart-command.ts";
import { addIssueCommands } from "./cli/issue-commands.ts";
import { addOperatingCommands } from "./cli/operating-commands.ts";
import { addSendCommands } from "./cli/send-commands.ts";
import { addSubscriberCommands } from "./cli/subscriber-commands.ts";
import { reportError, reportUsage } from "./cli/report-error.ts";
import { GazetteError } from "./platform/errors.ts";
import { packageRoot } from "./platform/package-root.ts";

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as {
    readonly version: string;
  };
  return version;
}

function createProgram(): Command {
  const program = new Command("gazette")
    .version(readVersion(), "--version", "the version")
    .description("Turns a folder of Markdown articles into a digest email for every reader.")
    .exitOverride()
    .addHelpText(
      "after",
      "\nExample:\n  $ gazette build        writes the next issue to out/ and sends nothing",
    );

  addIssueCommands(program);
  addSendCommands(program);
  addSubscriberCommands(program);
  addOperatingCommands(program);
  program.command(apartCommand, { hidden: true }).action(async () => {
    const { workApart } = await import("./cli/apart/work-apart.ts");
    await workApart();
  });
  return program;
}

/** Commander takes `--help` for a question about everything where the command is not known. */
function withoutHelpForNothing(program: Command, args: readonly string[]): string[] {
  const [name = "", ...rest] = args;
  const known = program.commands.find((candidate) => candidate.name() === name);
  if (known !== undefined && known.commands.length > 0) return [name, ...withoutHelpForNothing(known, rest)];
  const isNamed = name !== "" && !name.startsWith("-");
  if (!isNamed || known !== undefined || name === "help" || program.commands.length === 0) return [...args];
  return args.filter((arg) => arg !== "--help" && arg !== "-h");
}

function neverLoaded(): GazetteError {
  return new GazetteError(
    "config-invalid",
    "The configuration file never finished loading: it waits for something that never comes.",
    {
      hint: "Look for an `await` outside of functions in gazette.config.ts, or in what it imports.",
    },
  );
}

/** Runs one command line; sets the exit code: 0 done, 1 a bug, 2 for the operator to mend, 3 some recipients not accepted. */
export async function main(args: readonly string[]): Promise<void> {
  const json = args.includes("--json");
  // A reader such as `head` that has seen enough closes the pipe; that is no fault of this command.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  // Node ends with 13 where an `await` of a module never settles, and the only module that is not ours is the configuration.
  process.once("exit", (code) => {
    if (code === 13) process.exitCode = reportError(neverLoaded(), json);
  });
  try {
    const program = createProgram();
    await program.parseAsync(withoutHelpForNothing(program, args), { from: "user" });
  } catch (error) {
    // Commander has printed its own message; only help and the version are not mistakes.
    if (error instanceof CommanderError) process.exitCode = reportUsage(error, json);
    else process.exitCode = reportError(error, json);
  }
}
