import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { GazetteError } from "../platform/errors.ts";
import { asciiDomainOf } from "../platform/mailbox.ts";
import { assembleDelivery } from "./assemble-delivery.ts";
import type { ChecksConfig, Config, NewsletterConfig, SelectionConfig } from "./config.ts";
import { type ConfigProblem, describeProblems, formatProblem, nearest } from "./describe-problems.ts";
import { environmentNames, readEnvironment, secretNames, stateFolder } from "./environment.ts";
import { readConfigFile } from "./read-config-file.ts";
import {
  configSchema,
  environmentSchema,
  type ParsedConfig,
  type ParsedEnvironment,
  scheduleWords,
} from "./schema.ts";

/** What the command line says; it wins over everything else. Paths are relative to the current folder. */
export interface ConfigOverrides {
  readonly configFile?: string;
  readonly articlesDir?: string;
  readonly outDir?: string;
  readonly dataDir?: string;
}

const fileNames = ["gazette.config.ts", "gazette.config.js", "gazette.config.json"];

/**
 * Reads the configuration file (where there is one), `.env` beside it and the environment, and gives one validated
 * Config. The command line wins over the environment, that over `.env`, that over the file.
 *
 * @param readFile Gives the configuration file's default export; a running schedule reads it in a process of its own.
 * @throws GazetteError `config-invalid` with every problem at once, each with path, found, allowed and what was
 * probably meant.
 */
export async function loadConfig(
  folder: string,
  overrides: ConfigOverrides = {},
  readFile: (path: string) => Promise<unknown> = readConfigFile,
): Promise<Config> {
  const file = findConfigFile(folder, overrides.configFile);
  const root = file === undefined ? folder : dirname(file);
  const fileInput = file === undefined ? {} : await readFile(file);
  const environment = readEnvironment(root);

  const problems: ConfigProblem[] = environment.unknown.map((name) => ({
    path: name,
    found: "an unknown name in .env",
    allowed: environmentNames.join(", "),
    suggestion: nearest(name, environmentNames),
  }));
  problems.push(...environment.cutOff.map(describeCutOff));
  const config = configSchema.safeParse(fileInput);
  const settings = environmentSchema.safeParse(environment.values);
  if (!config.success)
    problems.push(...describeProblems(config.error.issues, configSchema, fileInput, secretSettings));
  if (!settings.success) {
    problems.push(
      ...describeProblems(settings.error.issues, environmentSchema, environment.values, secretNames),
    );
  }
  if (!config.success || !settings.success || problems.length > 0) throw invalid(problems, file);
  return assemble(root, folder, file, config.data, settings.data, overrides);
}

/** Settings of the file whose values must never be printed. */
const secretSettings: ReadonlySet<string> = new Set([
  "delivery.relays.*.url",
  "delivery.relays.*.oauth2",
  "delivery.dkim.*.privateKeyFile",
  "schedule.alertWebhook",
]);

function describeCutOff(name: string): ConfigProblem {
  return {
    path: name,
    found: "text after the closing quote, which .env leaves out",
    allowed: "one value",
    suggestion: undefined,
    advice: "Put single quotes around the whole value, or none at all.",
  };
}

function findConfigFile(folder: string, named: string | undefined): string | undefined {
  if (named !== undefined) {
    const path = resolve(folder, named);
    if (existsSync(path)) return path;
    throw new GazetteError("config-invalid", `There is no configuration file at ${path}.`, {
      hint: "Check the path given with --config.",
    });
  }
  return fileNames.map((name) => join(folder, name)).find((path) => existsSync(path));
}

function invalid(problems: readonly ConfigProblem[], file: string | undefined): GazetteError {
  const source = file === undefined ? "the environment and .env" : `${file}, the environment and .env`;
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const lines = problems.map((problem) => `  ${formatProblem(problem)}`);
  return new GazetteError(
    "config-invalid",
    `${count} in the configuration (${source}):\n${lines.join("\n")}`,
    {
      hint: "docs/configuration.md lists every setting.",
    },
  );
}

function assemble(
  root: string,
  folder: string,
  file: string | undefined,
  config: ParsedConfig,
  settings: ParsedEnvironment,
  overrides: ConfigOverrides,
): Config {
  const place = (override: string | undefined, setting: string | undefined, fallback: string): string =>
    override === undefined ? resolve(root, setting ?? fallback) : resolve(folder, override);
  const entries = Object.entries(config.newsletters ?? { digest: {} });
  const [first, ...others] = entries.map(([key, input], index) =>
    assembleNewsletter(key, input, index === 0 ? settings : {}, config.checks ?? {}),
  );
  if (first === undefined) throw new Error("The schema lets no configuration without a newsletter pass.");
  return {
    root,
    file,
    articles: {
      dir: place(overrides.articlesDir, settings.ARTICLES_DIR ?? config.articles?.dir, "articles"),
      baseUrl: config.articles?.baseUrl,
      ignore: config.articles?.ignore ?? [],
      includeReadme: config.articles?.includeReadme ?? false,
      undated: config.articles?.undated ?? "refuse",
      topicsFromFolders: config.articles?.topicsFromFolders ?? true,
      imagesUrl: config.articles?.imagesUrl,
      lineBreaks: config.articles?.lineBreaks,
    },
    out: place(overrides.outDir, settings.OUT_DIR ?? config.out, "out"),
    data: place(overrides.dataDir, settings.DATA_DIR ?? config.data, ".gazette"),
    publicUrl: settings.PUBLIC_URL ?? config.publicUrl,
    smtpUrl: settings.SMTP_URL,
    delivery: assembleDelivery(root, config.delivery ?? {}, settings, asciiDomainOf(first.from.address)),
    schedule: {
      alertMailboxes: settings.ALERT_TO ?? config.schedule?.alertTo ?? [],
      alertWebhook: settings.ALERT_WEBHOOK ?? config.schedule?.alertWebhook,
      health:
        config.schedule?.healthPort === undefined
          ? undefined
          : { host: config.schedule.healthHost ?? "127.0.0.1", port: config.schedule.healthPort },
      logLevel: config.schedule?.logLevel ?? "info",
    },
    instance: { name: settings.GAZETTE_INSTANCE, stateDir: stateFolder() },
    secret: settings.GAZETTE_SECRET,
    newsletters: [first, ...others],
  };
}

type NewsletterInput = NonNullable<ParsedConfig["newsletters"]>[string];

/** `example.com` never receives mail (RFC 2606): a sender nobody can be harmed by, for previews. */
const previewSender = { name: "", address: "gazette@example.com" };

/** Gmail clips a message at 102 KB; a reader's own links come on top of these. */
const defaultMaxHtmlBytes = 90 * 1024;

/** A Monday digest on Tuesday morning is late; on Thursday it helps nobody. */
const defaultMissedHours = 24;
const defaultReviewHours = 24;

function assembleNewsletter(
  key: string,
  input: NewsletterInput,
  settings: ParsedEnvironment,
  checks: ChecksConfig,
): NewsletterConfig {
  const title = settings.DIGEST_TITLE ?? input.title ?? "The Gazette";
  const from = settings.MAIL_FROM ?? input.from ?? previewSender;
  const schedule = settings.DIGEST_SCHEDULE ?? input.schedule;
  const cadences =
    schedule === undefined && input.cadences !== undefined
      ? Object.entries(input.cadences).map(([name, cron]) => ({ name, cron }))
      : [{ name: "regular", cron: schedule ?? scheduleWords["weekly"] ?? "" }];
  return {
    key,
    title,
    tagline: input.tagline,
    from: from.name === "" ? { name: title, address: from.address } : from,
    replyTo: settings.MAIL_REPLY_TO ?? input.replyTo,
    to: settings.MAIL_TO ?? input.to ?? [],
    cadences,
    missed: input.missed ?? "send",
    missedHours: input.missedHours ?? defaultMissedHours,
    localTime: input.localTime ?? false,
    review: {
      mode: input.review ?? "none",
      leadHours: input.reviewHours ?? defaultReviewHours,
      editors: input.editors ?? [],
    },
    timeZone: settings.DIGEST_TIMEZONE ?? input.timeZone ?? "UTC",
    language: input.language ?? "en",
    theme: input.theme ?? "broadsheet",
    website: input.website,
    postalAddress: settings.DIGEST_ADDRESS ?? input.postalAddress,
    reason: input.reason,
    subject: input.subject,
    maxHtmlBytes: input.maxHtmlBytes ?? defaultMaxHtmlBytes,
    selection: assembleSelection(input.selection ?? {}, settings),
    checks: { ...checks, ...input.checks },
  };
}

function assembleSelection(
  input: NonNullable<NewsletterInput["selection"]>,
  settings: ParsedEnvironment,
): SelectionConfig {
  return {
    days: settings.DIGEST_DAYS ?? input.days,
    topics: (input.topics ?? []).map(({ title, match: { aliases = [], ...match } = {}, ...topic }) => ({
      ...topic,
      title: title ?? topic.key,
      aliases,
      match,
    })),
    only: settings.DIGEST_TOPICS ?? input.only ?? [],
    exclude: input.exclude ?? [],
    languages: input.languages ?? [],
    firstIssue: input.firstIssue,
    lateDays: input.lateDays,
    minimum: input.minimum,
    sections: input.sections,
    stories: input.stories,
    perSection: input.perSection,
    inBrief: input.inBrief,
    more: input.more,
    otherSection: input.otherSection,
    sameStory: input.sameStory,
  };
}
