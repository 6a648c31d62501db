import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError, Option } from "commander";
import type { CommonOptions } from "./cli/common-options.ts";
import { addOperatingCommands } from "./cli/operating-commands.ts";
import { addSubscriberCommands } from "./cli/subscriber-commands.ts";
import { reportError, reportUsage } from "./cli/report-error.ts";
import { GazetteError } from "./platform/errors.ts";
import { packageRoot } from "./platform/package-root.ts";

function command(program: Command, usage: string, summary: string, example: string): Command {
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

  command(program, "build [newsletter]", "write the next issue to out/; send nothing", "gazette build")
    .option("--cadence <NAME>", "of a newsletter with several (default: the first)")
    .option("--since <INSTANT>", "take articles from this instant or day on")
    .option("--until <INSTANT>", "take articles before this instant or day")
    .option("--as <ADDRESS>", "write the edition of this reader too, to reader/ in the issue's folder")
    .option("--topics <LIST>", "the same for anyone who chose these topics, separated by commas")
    .option("--language <TAG>", "the same in this language, such as fr")
    .action(async (newsletter: string | undefined, options: CommonOptions) => {
      const { runBuild } = await import("./cli/build.ts");
      await runBuild(newsletter, options);
    });

  command(
    program,
    "explain [newsletter]",
    "every article with its verdict: in or out, and why",
    "gazette explain --verdict no-topic",
  )
    .option("--cadence <NAME>", "of a newsletter with several (default: the first)")
    .option("--since <INSTANT>", "take articles from this instant or day on")
    .option("--until <INSTANT>", "take articles before this instant or day")
    .option("--verdict <NAME>", "only articles with this verdict")
    .option("--path <TEXT>", "only articles whose path contains this text")
    .option("--as <ADDRESS>", "why each article is in or out for this reader")
    .option("--topics <LIST>", "the same for anyone who chose these topics, separated by commas")
    .option("--language <TAG>", "the same in this language, such as fr")
    .action(async (newsletter: string | undefined, options: CommonOptions) => {
      const { runExplain } = await import("./cli/explain.ts");
      await runExplain(newsletter, options);
    });

  command(
    program,
    "check [dir]",
    "check a built issue: links, contrast, sizes, mail programs",
    "gazette check --strict",
  )
    .option("--format <NAME>", "text, json or sarif (default: text)")
    .option("--strict", "warnings fail too")
    .option("--online", "ask servers whether the links lead anywhere")
    .action(async (dir: string | undefined, options: CommonOptions) => {
      const { runCheck } = await import("./cli/check.ts");
      await runCheck(dir, options);
    });

  command(program, "send [newsletter]", "send an issue now", "gazette send --to me@example.com")
    .option("--cadence <NAME>", "whose issue, of a newsletter with several (default: the first)")
    .option("--since <INSTANT>", "an issue of the articles from this instant or day on")
    .option("--until <INSTANT>", "an issue of the articles before this instant or day")
    .option("--to <ADDRESS>", "send one test, marked as one, to this address; the ledger does not change")
    .option("--dry-run", "say what would be sent, and to how many; send nothing")
    .option("--yes", "do not ask before sending to more than one address")
    .option("--force <WHY>", "send although a check found an error; the reason is kept in the ledger")
    .option("--issue <ID>", "go on with this issue instead of the newest")
    .option("--only <STATES>", "send again to failed, deferred, expired or uncertain deliveries of an issue")
    .option("--joined", "send an issue to those who joined since it went out")
    .option("--due", "do what a running schedule would do now, and end: for crontabs and hosted runners")
    .option("--approve <HASH>", "let the draft with this hash go out, exactly as it is")
    .option("--reject <HASH>", "keep the draft with this hash from going out")
    .option("--at-once", "with --approve: send it now and not at its slot")
    .action(async (newsletter: string | undefined, options: CommonOptions) => {
      const { runSend } = await import("./cli/send.ts");
      await runSend(newsletter, options);
    });

  command(
    program,
    "status [issue]",
    "issues, deliveries, next slots and what needs a person",
    "gazette status",
  ).action(async (issue: string | undefined, options: CommonOptions) => {
    const { runStatus } = await import("./cli/status.ts");
    await runStatus(issue, options);
  });

  command(
    program,
    "pause <issue>",
    "stop an issue that is being sent, losing nothing",
    "gazette pause 12",
  ).action(async (issue: string, options: CommonOptions) => {
    const { runPause } = await import("./cli/issue-state.ts");
    await runPause(issue, options);
  });

  command(program, "resume <issue>", "let a paused issue go on", "gazette resume 12").action(
    async (issue: string, options: CommonOptions) => {
      const { runResume } = await import("./cli/issue-state.ts");
      await runResume(issue, options);
    },
  );

  command(
    program,
    "cancel <issue>",
    "end an issue for good; what was not sent is skipped",
    "gazette cancel 12",
  ).action(async (issue: string, options: CommonOptions) => {
    const { runCancel } = await import("./cli/issue-state.ts");
    await runCancel(issue, options);
  });

  addSubscriberCommands(program, command);
  addOperatingCommands(program, command);

  command(
    program,
    "schedule",
    "run for good: send each issue when its slot is due",
    "gazette schedule --simulate 5",
  )
    .option("--simulate <N>", "list the next N slots and what each would hold, and stop")
    .option(
      "--adopt <CHOICE>",
      "send from a copied or restored data folder: skip or send what is overdue in it",
    )
    .action(async (options: CommonOptions) => {
      const { runSchedule } = await import("./cli/schedule.ts");
      await runSchedule(options);
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
