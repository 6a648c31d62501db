import type { Command } from "commander";
import type { CommonOptions } from "./common-options.ts";
import { makeCommand } from "./make-command.ts";

/** Registers the commands that look at the next issue and send nothing. */
export function addIssueCommands(program: Command): void {
  makeCommand(program, "build [newsletter]", "write the next issue to out/; send nothing", "gazette build")
    .option("--cadence <NAME>", "of a newsletter with several (default: the first)")
    .option("--since <INSTANT>", "take articles from this instant or day on")
    .option("--until <INSTANT>", "take articles before this instant or day")
    .option("--as <ADDRESS>", "write the edition of this reader too, to reader/ in the issue's folder")
    .option("--topics <LIST>", "the same for anyone who chose these topics, separated by commas")
    .option("--language <TAG>", "the same in this language, such as fr")
    .action(async (newsletter: string | undefined, options: CommonOptions) => {
      const { runBuild } = await import("./build.ts");
      await runBuild(newsletter, options);
    });

  makeCommand(
    program,
    "explain [newsletter]",
    "every article with its verdict: in or out, and why",
    "gazette explain --verdict no-topic",
  )
    .option("--cadence <NAME>", "of a newsletter with several (default: the first)")
    .option("--since <INSTANT>", "take articles from this instant or day on")
    .option("--until <INSTANT>", "take articles before this instant or day")
    .option("--verdict <NAMES>", "only articles with these verdicts, separated by commas", together)
    .option("--path <TEXT>", "only articles whose path contains this text")
    .option("--as <ADDRESS>", "why each article is in or out for this reader")
    .option("--topics <LIST>", "the same for anyone who chose these topics, separated by commas")
    .option("--language <TAG>", "the same in this language, such as fr")
    .action(async (newsletter: string | undefined, options: CommonOptions) => {
      const { runExplain } = await import("./explain/explain.ts");
      await runExplain(newsletter, options);
    });

  makeCommand(
    program,
    "check [dir]",
    "check a built issue: links, contrast, sizes, mail programs",
    "gazette check --strict",
  )
    .option("--format <NAME>", "text, json or sarif (default: text)")
    .option("--strict", "warnings fail too")
    .option("--online", "ask servers whether the links lead anywhere")
    .action(async (dir: string | undefined, options: CommonOptions) => {
      const { runCheck } = await import("./check.ts");
      await runCheck(dir, options);
    });
}

/** An option that may be given several times. */
function together(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
