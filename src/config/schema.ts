import { Cron } from "croner";
import { z } from "zod";
import { askedAddress, baseAddress, smtpUrl, webAddress } from "./address-schema.ts";
import { checksSchema } from "./checks-schema.ts";
import { deliverySchema } from "./delivery-schema.ts";
import { GazetteError } from "../platform/errors.ts";
import { parseMailbox, parseMailboxes, uniqueMailboxes } from "../platform/mailbox.ts";
import { compilePathPatterns } from "../platform/path-patterns.ts";

// A configuration is read once; compiling its checks first would take longer than the checks.
z.config({ jitless: true });

/** Words for the schedules people ask for most; all at seven in the morning. */
export const scheduleWords: Readonly<Record<string, string>> = {
  daily: "0 7 * * *",
  weekdays: "0 7 * * 1-5",
  weekly: "0 7 * * 1",
  monthly: "0 7 1 * *",
};

const key = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/u,
    "a short name of lower-case letters, digits and hyphens, such as weekly",
  );
const line = z
  .string()
  .trim()
  .min(1, "a text that is not empty")
  .max(300, "at most 300 characters")
  .regex(/^[^\p{Cc}]*$/u, "one line without control characters");
const count = (min: number, max: number): z.ZodNumber =>
  z
    .number()
    .int("a whole number")
    .min(min, `a number of at least ${min}`)
    .max(max, `a number of at most ${max}`);

const mailbox = z.string().transform((value, context) => {
  try {
    return parseMailbox(value);
  } catch (error) {
    if (!(error instanceof GazetteError)) throw error;
    context.addIssue({ code: "custom", message: "an email address such as Editor <editor@example.com>" });
    return z.NEVER;
  }
});

const mailboxes = z.union([z.string(), z.array(z.string())]).transform((value, context) => {
  const text = typeof value === "string" ? value : value.join(", ");
  try {
    return uniqueMailboxes(parseMailboxes(text));
  } catch (error) {
    if (!(error instanceof GazetteError)) throw error;
    context.addIssue({
      code: "custom",
      message: `an email address or several${describeWrongEntry(text, error)}`,
    });
    return z.NEVER;
  }
});

/** Of a list people look for the one that is wrong; a semicolon is how some mail programs separate theirs. */
function describeWrongEntry(text: string, { message }: GazetteError): string {
  const separated = /[;\n]/u.test(text)
    ? ", separated with commas (found a semicolon or a line break)"
    : ", separated with commas";
  return text.includes(",") ? `${separated}; ${message.replace(/\.$/u, "")}` : separated;
}

const cron = z.string().transform((value, context) => {
  const word = scheduleWords[value.trim()];
  if (word !== undefined) return word;
  const pattern = value.trim();
  try {
    // In UTC, which has every time of day; from a year on that no clock decides about.
    const first = new Cron(pattern, { paused: true, mode: "5-part", utcOffset: 0 }).nextRun("2026-01-01");
    if (first !== null) return pattern;
    context.addIssue({ code: "custom", message: "a schedule with a day that comes; this one has none" });
    return z.NEVER;
  } catch {
    context.addIssue({
      code: "custom",
      message:
        'daily, weekdays, weekly, monthly, or five cron fields (minute hour day month weekday) such as "0 7 * * 1"',
    });
    return z.NEVER;
  }
});

const timeZone = z.string().refine(isTimeZone, "an IANA time zone such as Europe/Paris or UTC");

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    // An offset such as +02:00 is accepted by Intl but knows no daylight saving.
    return !/^[+-]/u.test(value);
  } catch {
    return false;
  }
}

const language = z.string().refine(isLanguage, "a language tag such as en, de or zh-Hant");

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

const pattern = z.string().refine((value) => {
  try {
    new RegExp(value, "u");
    return true;
  } catch {
    return false;
  }
}, "a regular expression (JavaScript syntax, u flag)");

const words = z.array(line);
const patterns = z.array(
  line.refine((pattern) => {
    try {
      return typeof compilePathPatterns([pattern]) === "function";
    } catch (error) {
      if (error instanceof GazetteError) return false;
      throw error;
    }
  }, "a pattern such as drafts/** or *.tmp.md, with letters in brackets in their order, [a-z]"),
);

const recognised = z.strictObject({
  values: words.exactOptional(),
  folders: words.exactOptional(),
  authors: words.exactOptional(),
  keywords: words.exactOptional(),
  pattern: pattern.exactOptional(),
});

const topic = z.strictObject({
  key,
  title: line.exactOptional(),
  match: recognised.extend({ aliases: words.exactOptional() }).exactOptional(),
  include: recognised.exactOptional(),
  exclude: recognised.exactOptional(),
  weight: z.number().exactOptional(),
  limit: count(0, 1000).exactOptional(),
});

const selection = z.strictObject({
  days: count(1, 3660).optional(),
  topics: z.array(topic).optional(),
  only: words.optional(),
  exclude: words.optional(),
  languages: z.array(language).optional(),
  firstIssue: count(1, 1000).optional(),
  lateDays: count(0, 3660).optional(),
  minimum: count(0, 1000).optional(),
  sections: count(0, 100).optional(),
  stories: count(0, 1000).optional(),
  perSection: count(1, 1000).optional(),
  inBrief: count(0, 1000).optional(),
  more: count(0, 1000).optional(),
  otherSection: line.optional(),
  sameStory: z
    .union([
      z.literal(false),
      z.number().gt(0, "false, or a number above 0").max(1, "false, or a number up to 1"),
    ])
    .optional(),
});

const hours = z.number().gt(0, "a number above 0").max(720, "at most 720 (30 days)");

/** What the running schedule tells, and whom. */
const schedule = z.strictObject({
  alertTo: mailboxes.optional(),
  alertWebhook: askedAddress.optional(),
  healthPort: count(1, 65_535).optional(),
  healthHost: line.optional(),
  logLevel: z.enum(["debug", "info", "warn", "error"]).optional(),
});

const newsletter = z
  .strictObject({
    title: line.optional(),
    tagline: line.optional(),
    from: mailbox.optional(),
    replyTo: mailbox.optional(),
    to: mailboxes.optional(),
    schedule: cron.optional(),
    cadences: z.record(key, cron).optional(),
    missed: z.enum(["send", "skip", "ask"]).optional(),
    missedHours: hours.optional(),
    localTime: z.boolean().optional(),
    review: z.enum(["required", "optional", "none"]).optional(),
    reviewHours: hours.optional(),
    editors: mailboxes.optional(),
    timeZone: timeZone.optional(),
    language: language.optional(),
    theme: z
      .string()
      .regex(/^[\w-]+$/u, "the name of a folder in templates/")
      .optional(),
    website: webAddress.optional(),
    postalAddress: line.optional(),
    reason: line.optional(),
    maxHtmlBytes: count(20_000, 10_000_000).optional(),
    checks: checksSchema.optional(),
    subject: line.optional(),
    selection: selection.optional(),
  })
  .superRefine(({ review, editors }, context) => {
    if (review === undefined || review === "none" || (editors?.length ?? 0) > 0) return;
    const message = "the address of at least one editor, because `review` is on";
    context.addIssue({ code: "custom", path: ["editors"], message });
  });

/** The shape of `gazette.config.ts`, with what is allowed in words. */
export const configSchema = z.strictObject({
  articles: z
    .strictObject({
      dir: line.optional(),
      baseUrl: webAddress.optional(),
      ignore: patterns.optional(),
      includeReadme: z.boolean().optional(),
      undated: z.enum(["refuse", "git", "file-time"]).optional(),
      topicsFromFolders: z.boolean().optional(),
      imagesUrl: webAddress.optional(),
      lineBreaks: z.boolean().optional(),
    })
    .optional(),
  out: line.optional(),
  data: line.optional(),
  publicUrl: baseAddress.optional(),
  checks: checksSchema.optional(),
  delivery: deliverySchema.optional(),
  schedule: schedule.optional(),
  newsletters: z
    .record(key, newsletter)
    .refine((value) => Object.keys(value).length > 0, "at least one newsletter")
    .optional(),
});

/** The settings of the environment, by the same rules. */
export const environmentSchema = z.object({
  ARTICLES_DIR: line.optional(),
  OUT_DIR: line.optional(),
  DATA_DIR: line.optional(),
  DIGEST_TITLE: line.optional(),
  DIGEST_SCHEDULE: cron.optional(),
  DIGEST_TIMEZONE: timeZone.optional(),
  DIGEST_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,3}$/u, "a number of days such as 7")
    .transform(Number)
    .optional(),
  DIGEST_TOPICS: z
    .string()
    .transform((value) =>
      value
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== ""),
    )
    .optional(),
  DIGEST_ADDRESS: line.optional(),
  MAIL_FROM: mailbox.optional(),
  MAIL_TO: mailboxes.optional(),
  MAIL_REPLY_TO: mailbox.optional(),
  SMTP_URL: smtpUrl.optional(),
  DKIM_PRIVATE_KEY: z
    .string()
    .refine((value) => value.includes("-----BEGIN"), "a private key in PEM, its lines joined with \\n")
    .optional(),
  DKIM_DOMAIN: line.optional(),
  DKIM_SELECTOR: line.optional(),
  DKIM_PRIVATE_KEY_FILE: line.optional(),
  PUBLIC_URL: baseAddress.optional(),
  GAZETTE_SECRET: z.string().min(16, "at least 16 characters").optional(),
  DATABASE_URL: z
    .string()
    .refine(
      () => false,
      "no value yet: the ledger is a SQLite file in the data folder (DATA_DIR), and one machine sends; a database server " +
        "does not work yet",
    )
    .optional(),
  ALERT_TO: mailboxes.optional(),
  ALERT_WEBHOOK: askedAddress.optional(),
  GAZETTE_INSTANCE: line.optional(),
});

export type ConfigInput = z.input<typeof configSchema>;
export type ParsedConfig = z.output<typeof configSchema>;
export type ParsedEnvironment = z.output<typeof environmentSchema>;
