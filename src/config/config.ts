import type { CheckRuleId } from "./check-rules.ts";
import type { Mailbox } from "../platform/mailbox.ts";

/** Ways to recognise an article; one of them is enough. */
export interface TopicMatchConfig {
  readonly values?: readonly string[];
  readonly folders?: readonly string[];
  readonly authors?: readonly string[];
  readonly keywords?: readonly string[];
  readonly pattern?: string;
}

/** A topic readers can choose, and what makes an article belong to it. */
export interface TopicConfig {
  readonly key: string;
  readonly title: string;
  /** Other names of it, for front matter, readers and settings. */
  readonly aliases: readonly string[];
  readonly match?: TopicMatchConfig;
  readonly include?: TopicMatchConfig;
  readonly exclude?: TopicMatchConfig;
  readonly weight?: number;
  readonly limit?: number;
}

/** How a newsletter chooses its articles. */
export interface SelectionConfig {
  /** The last N days instead of "since the last issue". */
  readonly days: number | undefined;
  readonly topics: readonly TopicConfig[];
  /** Only articles of these topics; empty: every topic. */
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  /** BCP 47; empty: every language. */
  readonly languages: readonly string[];
  readonly firstIssue: number | undefined;
  readonly lateDays: number | undefined;
  readonly minimum: number | undefined;
  readonly sections: number | undefined;
  readonly stories: number | undefined;
  readonly perSection: number | undefined;
  readonly inBrief: number | undefined;
  readonly more: number | undefined;
  /** Title of the section for articles without a configured topic; undefined: they are left out where topics are configured. */
  readonly otherSection: string | undefined;
  /** Cosine at which two articles are one story; false: never. */
  readonly sameStory: number | false | undefined;
}

/** What the operator says of one check. */
export interface CheckSetting {
  /** Why it is switched off. */
  readonly off?: string;
  /** Of `html-size`: the size from which a page is called large, in units of 1,024 bytes. */
  readonly budgetKb?: number;
}

export type ChecksConfig = Readonly<Partial<Record<CheckRuleId, CheckSetting>>>;

/** Who sees an issue before it goes. */
export interface ReviewConfig {
  /** `required`: without approval it is held. `optional`: without approval it goes. */
  readonly mode: "required" | "optional" | "none";
  /** How long before its slot the draft is made. */
  readonly leadHours: number;
  readonly editors: readonly Mailbox[];
}

/** What the running schedule tells, and whom. */
export interface ScheduleConfig {
  readonly alertMailboxes: readonly Mailbox[];
  /** Gets a POST for each alert; it may hold a token: never print it. */
  readonly alertWebhook: string | undefined;
  /** Where `/healthz` and `/metrics` answer; undefined: nowhere. */
  readonly health: { readonly host: string; readonly port: number } | undefined;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

/** What tells this installation from a copy of its data folder. */
export interface InstanceConfig {
  /** The operator's own name for it, for machines that are new at each start. */
  readonly name: string | undefined;
  /** Absolute; outside the data folder. */
  readonly stateDir: string | undefined;
}

/** One configured digest. */
export interface NewsletterConfig {
  readonly key: string;
  readonly title: string;
  readonly tagline: string | undefined;
  readonly from: Mailbox;
  readonly replyTo: Mailbox | undefined;
  /** Readers named in the configuration itself: the first user's audience. */
  readonly to: readonly Mailbox[];
  /** Five-field cron expressions by cadence name, such as `{ weekly: "0 7 * * 1" }`. */
  readonly cadences: readonly { readonly name: string; readonly cron: string }[];
  /** What happens to a slot that was missed because nothing was running. */
  readonly missed: "send" | "skip" | "ask";
  /** With `send`: how late a missed slot may be. */
  readonly missedHours: number;
  /** Whether readers get an issue at the slot's time of day in their own time zone. */
  readonly localTime: boolean;
  readonly review: ReviewConfig;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47. */
  readonly language: string;
  readonly theme: string;
  readonly website: string | undefined;
  readonly postalAddress: string | undefined;
  readonly reason: string | undefined;
  readonly subject: string | undefined;
  /** Stories are shortened where an issue's HTML would be larger. */
  readonly maxHtmlBytes: number;
  readonly selection: SelectionConfig;
  /** The newsletter's own settings over those for all. */
  readonly checks: ChecksConfig;
}

export interface ArticlesConfig {
  /** Absolute. */
  readonly dir: string;
  readonly baseUrl: string | undefined;
  readonly ignore: readonly string[];
  readonly includeReadme: boolean;
  readonly undated: "refuse" | "git" | "file-time";
  readonly topicsFromFolders: boolean;
  /** Where local pictures are hosted; undefined: they travel with the message. */
  readonly imagesUrl: string | undefined;
  /** Whether a line that ends within a paragraph ends in the email; undefined: as where it was written. */
  readonly lineBreaks: boolean | undefined;
}

/** One SMTP server to send through. */
export interface RelayConfig {
  /** `smtp://` or `smtps://`, with its password: never print it. */
  readonly url: string;
  readonly share: number;
  readonly connections: number;
  readonly perDay: number | undefined;
  /** The cap of the first day, of the second, and so on. */
  readonly warmUp: readonly number[];
  /** PEM files, absolute. */
  readonly tls:
    | {
        readonly certFile: string | undefined;
        readonly keyFile: string | undefined;
        readonly caFile: string | undefined;
      }
    | undefined;
  readonly oauth2:
    | {
        readonly clientId: string;
        readonly clientSecret: string;
        readonly refreshToken: string;
        readonly accessUrl: string;
      }
    | undefined;
}

/** A key to sign with; the file is absolute. */
export interface DkimConfig {
  readonly domain: string;
  readonly selector: string;
  readonly key: { readonly file: string } | { readonly pem: string };
}

/** How messages leave. */
export interface DeliveryConfig {
  /** `SMTP_URL` first where it is set; empty: no SMTP server. */
  readonly relays: readonly RelayConfig[];
  /** The path of a sendmail program instead of SMTP. */
  readonly sendmail: string | undefined;
  /** Messages a second, all relays together; undefined: as fast as it goes. */
  readonly perSecond: number | undefined;
  /** Minutes after local midnight, half-open; undefined: any hour. */
  readonly hours: { readonly fromMinute: number; readonly untilMinute: number } | undefined;
  readonly domains: Readonly<
    Record<string, { readonly connections: number | undefined; readonly perSecond: number | undefined }>
  >;
  readonly retryMinutes: number | undefined;
  readonly expireHours: number | undefined;
  readonly errorBudget:
    false | { readonly percent: number; readonly of: number; readonly minimum: number } | undefined;
  /** Where bounces go; undefined: the sender's address. */
  readonly returnPath: string | undefined;
  /** Whether the return path names the reader (VERP), so that any bounce can be read. */
  readonly verp: boolean;
  /** How many bounces that are not final, of different issues within so many days, take an address out of all mail. */
  readonly softBounces: { readonly count: number; readonly days: number };
  /** In the order their signatures stand; empty: mail is not signed. */
  readonly dkim: readonly DkimConfig[];
}

/** Everything a run needs to know, validated; folders are absolute. */
export interface Config {
  /** The folder that relative paths start from: the configuration file's, else the current one. */
  readonly root: string;
  /** The configuration file that was read; undefined: `.env` and defaults alone. */
  readonly file: string | undefined;
  readonly articles: ArticlesConfig;
  readonly out: string;
  readonly data: string;
  readonly publicUrl: string | undefined;
  /** `smtp://` or `smtps://`, with its password: never print it. Undefined: messages become files in `out/outbox/`. */
  readonly smtpUrl: string | undefined;
  readonly delivery: DeliveryConfig;
  readonly schedule: ScheduleConfig;
  readonly instance: InstanceConfig;
  /** Signs the links in messages; undefined: links that need it are left out. */
  readonly secret: string | undefined;
  /** In the order written; the first is the default. Never empty. */
  readonly newsletters: readonly [NewsletterConfig, ...NewsletterConfig[]];
}
