import { rmSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { simpleParser } from "mailparser";
import { onTestFinished } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { asSender } from "../../src/storage/ledger/as-sender.ts";
import { buildIssue, type BuiltIssue } from "../../src/newsletter/building/build-issue.ts";
import { freezeBuiltIssue } from "../../src/newsletter/freezing/freeze-built-issue.ts";
import type { NewsletterContext } from "../../src/newsletter/newsletter-context.ts";
import { planIssue } from "../../src/newsletter/planning/plan-issue.ts";
import { sendFrozenIssue } from "../../src/newsletter/sending/send-issue.ts";
import { type Database, openDatabase } from "../../src/storage/ledger/open-database.ts";
import type { IssueRow } from "../../src/storage/schema/issue-tables.ts";
import { type NewSubscription, storeSubscriptions } from "../../src/storage/audience/subscribers.ts";
import { type ScriptedSmtpServer, startScriptedSmtpServer } from "../support/scripted-smtp-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** One article's file; what is not named is made up from its name. */
export interface WrittenArticle {
  readonly name: string;
  readonly date: Date;
  readonly topics?: readonly string[];
  readonly language?: string;
  readonly translationKey?: string;
  readonly title?: string;
}

/** What a reader got, read back from the bytes that the server took. */
export interface ReceivedMessage {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A newsletter with subscribers, on a clock that the test sets, whose messages a real server takes. */
export interface PressRoom {
  readonly folder: string;
  readonly config: Config;
  readonly database: Database;
  readonly server: ScriptedSmtpServer;
  readonly contextOf: (cadence?: string) => NewsletterContext & { readonly database: Database };
  readonly write: (article: WrittenArticle) => void;
  readonly remove: (name: string) => void;
  readonly subscribe: (
    reader: Partial<NewSubscription> & { readonly address: string },
    at?: Date,
  ) => Promise<void>;
  readonly build: (slot: Date, cadence?: string) => Promise<BuiltIssue>;
  /** Builds and freezes; undefined where nothing is to be sent. */
  readonly freeze: (slot: Date, cadence?: string) => Promise<IssueRow | undefined>;
  readonly deliver: (issue: IssueRow, now: Date) => Promise<void>;
  /** The messages taken so far, oldest first, and forgets them. */
  readonly collect: () => Promise<ReceivedMessage[]>;
}

export async function openPressRoom(newsletter: object = {}): Promise<PressRoom> {
  const server = await startScriptedSmtpServer();
  const folder = temporaryFolder({
    ".env": `SMTP_URL=${server.url}\n`,
    "articles/.keep": "",
    "gazette.config.json": JSON.stringify({
      newsletters: {
        weekly: { title: "The Weekly", from: "editor@example.org", language: "en", ...newsletter },
      },
    }),
  });
  const config = await loadConfig(folder);
  const database = await openDatabase(config.data);
  onTestFinished(() => database.destroy());
  const [first] = config.newsletters;
  const contextOf = (cadence = first.cadences[0]?.name ?? "regular") => ({
    config,
    newsletter: first,
    cadence,
    database,
  });
  const build = async (slot: Date, cadence?: string): Promise<BuiltIssue> => {
    const context = contextOf(cadence);
    return buildIssue(context, await planIssue(context, slot));
  };
  return {
    folder,
    config,
    database,
    server,
    contextOf,
    write: ({ name, date, topics = [], language, translationKey, title = `Title of ${name}` }) => {
      const path = join(folder, "articles", `${name}.md`);
      mkdirSync(dirname(path), { recursive: true });
      const front = [
        `title: ${JSON.stringify(title)}`,
        `date: ${date.toISOString()}`,
        `topics: ${JSON.stringify(topics)}`,
        `id: ${name}`,
        `url: https://news.example.org/${name}`,
        ...(language === undefined ? [] : [`language: ${language}`]),
        ...(translationKey === undefined ? [] : [`translationKey: ${translationKey}`]),
      ];
      writeFileSync(path, `---\n${front.join("\n")}\n---\n\nThe text of ${name} is short.\n`);
    },
    remove: (name) => rmSync(join(folder, "articles", `${name}.md`)),
    subscribe: async (reader, at = new Date("2026-11-01T00:00:00Z")) => {
      const row = { name: "", language: null, timeZone: null, topics: null, cadence: null, ...reader };
      await storeSubscriptions(database, first.key, [row], at, {
        rejoin: false,
        defaultCadence: first.cadences[0]?.name,
      });
    },
    build,
    freeze: async (slot, cadence) => {
      const context = contextOf(cadence);
      const plan = await planIssue(context, slot);
      if (plan.selection.held !== undefined) return undefined;
      return freezeBuiltIssue(context, await buildIssue(context, plan), "schedule", slot);
    },
    deliver: async (issue, now) => {
      await asSender(config.data, () =>
        sendFrozenIssue(contextOf(issue.cadence), issue, {
          signal: new AbortController().signal,
          now: () => now,
          onOutcome: () => undefined,
        }),
      );
    },
    collect: async () => {
      const taken = server.completed.splice(0);
      return Promise.all(
        taken.map(async ({ to, raw }) => {
          const { subject = "", html, text = "" } = await simpleParser(raw);
          return { to: to[0] ?? "", subject, html: html === false ? "" : html, text };
        }),
      );
    },
  };
}

/** The articles named in a message, by the addresses its links lead to, in order of first mention. */
export function articlesIn({ html }: Pick<ReceivedMessage, "html">): string[] {
  const names = [...html.matchAll(/https:\/\/news\.example\.org\/([\w-]+)/gu)].map(([, name = ""]) => name);
  return [...new Set(names)];
}
