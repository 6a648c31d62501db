import type { Command } from "commander";
import type { CommonOptions } from "./common-options.ts";
import { makeCommand } from "./make-command.ts";

/** Registers the commands that send, and those that watch over what is sent. */
export function addSendCommands(program: Command): void {
  makeCommand(program, "send [newsletter]", "send an issue now", "gazette send --to me@example.com")
    .option("--cadence <NAME>", "whose issue, of a newsletter with several (default: the first)")
    .option("--since <INSTANT>", "an issue of the articles from this instant or day on")
    .option("--until <INSTANT>", "an issue of the articles before this instant or day")
    .option("--to <ADDRESS>", "send one test, marked as one, to this address; the ledger does not change")
    .option("--dry-run", "say what would be sent, and to how many; send nothing")
    .option("--yes", "do not ask before sending to more than one address")
    .option("--force <WHY>", "send although a check found an error; the reason is kept in the ledger")
    .option("--issue <ID>", "go on with this issue instead of the newest")
    .option("--only <STATES>", "send again to failed, deferred, expired or uncertain deliveries of an issue")
    .option(
      "--arrived <ADDRESSES>",
      "with --only uncertain: who has it, by the server's log; the others get it",
    )
    .option("--joined", "send an issue to those who joined since it went out")
    .option("--due", "do what a running schedule would do now, and end: for crontabs and hosted runners")
    .option("--approve <HASH>", "let the draft with this hash go out, exactly as it is")
    .option("--reject <HASH>", "keep the draft with this hash from going out")
    .option("--at-once", "with --approve: send it now and not at its slot")
    .action(async (newsletter: string | undefined, options: CommonOptions) => {
      const { runSend } = await import("./send/send.ts");
      await runSend(newsletter, options);
    });

  makeCommand(
    program,
    "status [issue]",
    "issues, deliveries, next slots and what needs a person",
    "gazette status",
  ).action(async (issue: string | undefined, options: CommonOptions) => {
    const { runStatus } = await import("./status.ts");
    await runStatus(issue, options);
  });

  makeCommand(
    program,
    "pause <issue>",
    "stop an issue that is being sent, losing nothing",
    "gazette pause 12",
  ).action(async (issue: string, options: CommonOptions) => {
    const { runPause } = await import("./issue-state.ts");
    await runPause(issue, options);
  });

  makeCommand(program, "resume <issue>", "let a paused issue go on", "gazette resume 12").action(
    async (issue: string, options: CommonOptions) => {
      const { runResume } = await import("./issue-state.ts");
      await runResume(issue, options);
    },
  );

  makeCommand(
    program,
    "cancel <issue>",
    "end an issue for good; what was not sent is skipped",
    "gazette cancel 12",
  ).action(async (issue: string, options: CommonOptions) => {
    const { runCancel } = await import("./issue-state.ts");
    await runCancel(issue, options);
  });

  makeCommand(
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
      const { runSchedule } = await import("./schedule.ts");
      await runSchedule(options);
    });
}
