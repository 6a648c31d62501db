import type { Command } from "commander";
import type { EraseOptions } from "./erase-subscriber.ts";
import type { ExportOptions } from "./export-subscribers.ts";
import type { SubscriberOptions } from "./subscribers.ts";
import { makeCommand } from "./make-command.ts";

/** Registers `gazette subscribers ...`. */
export function addSubscriberCommands(program: Command): void {
  const group = program
    .command("subscribers")
    .summary("the audience: import, export, list, add, remove, show, erase, suppress")
    .description("the audience of a newsletter")
    .exitOverride()
    .addHelpText("after", "\nExample:\n  $ gazette subscribers import readers.csv");
  const command = (usage: string, summary: string, example: string): Command =>
    makeCommand(group, usage, summary, `gazette subscribers ${example}`).option(
      "--newsletter <NAME>",
      "which newsletter (default: the first)",
    );

  command(
    "import <file>",
    "bring in a CSV list: email, name, language, timezone, topics, cadence; - reads standard input",
    "import readers.csv",
  ).action(async (file: string, options: SubscriberOptions) => {
    const { runImport } = await import("./subscribers.ts");
    await runImport(file, options);
  });
  command("list", "every subscriber, by address", "list --json").action(
    async (options: SubscriberOptions) => {
      const { runList } = await import("./subscribers.ts");
      await runList(options);
    },
  );
  command("add <address>", "add one subscriber", 'add "A Reader <reader@example.com>"')
    .option("--topics <LIST>", "only these topics, separated by commas")
    .option("--cadence <NAME>", "how often, where the newsletter has several cadences")
    .option("--language <TAG>", "such as en or zh-Hant")
    .option("--timezone <NAME>", "such as Europe/Paris")
    .option("--rejoin", "although the address left before, or is suppressed")
    .action(async (address: string, options: SubscriberOptions) => {
      const { runAdd } = await import("./subscribers.ts");
      await runAdd(address, options);
    });
  command("remove <address>", "take one out of the newsletter", "remove reader@example.com")
    .option("--suppress", "no mail to this address at all")
    .option("--reason <TEXT>", "why, for the record")
    .action(async (address: string, options: SubscriberOptions) => {
      const { runRemove } = await import("./subscribers.ts");
      await runRemove(address, options);
    });
  command("show <address>", "what an address gets, and why not", "show reader@example.com").action(
    async (address: string, options: SubscriberOptions) => {
      const { runShow } = await import("./subscribers.ts");
      await runShow(address, options);
    },
  );
  command("export [file]", "write the list as CSV, to a file or standard output", "export readers.csv")
    .option("--all", "also those who left or are suppressed, with their state")
    .option("--force", "overwrite the file")
    .action(async (file: string | undefined, options: ExportOptions) => {
      const { runExport } = await import("./export-subscribers.ts");
      await runExport(file, options);
    });
  command(
    "erase <address>",
    "forget an address for good, everywhere (GDPR article 17)",
    "erase reader@example.com",
  )
    .option("--yes", "do not ask")
    .action(async (address: string, options: EraseOptions) => {
      const { runErase } = await import("./erase-subscriber.ts");
      await runErase(address, options);
    });
  command("suppressed", "every address that gets no mail, and why", "suppressed --json").action(
    async (options: SubscriberOptions) => {
      const { runSuppressed } = await import("./suppressions.ts");
      await runSuppressed(options);
    },
  );
  command(
    "suppress <address>",
    "no mail of any newsletter to an address",
    'suppress reader@example.com --reason "asked by telephone"',
  )
    .option("--reason <TEXT>", "why, for the record")
    .action(async (address: string, options: SubscriberOptions) => {
      const { runSuppress } = await import("./suppressions.ts");
      await runSuppress(address, options);
    });
  command("unsuppress <address>", "let an address get mail again", "unsuppress reader@example.com").action(
    async (address: string, options: SubscriberOptions) => {
      const { runUnsuppress } = await import("./suppressions.ts");
      await runUnsuppress(address, options);
    },
  );
}
