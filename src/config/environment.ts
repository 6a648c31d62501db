import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { parseEnv } from "node:util";
import { GazetteError } from "../platform/errors.ts";

/** The settings that may stand in `.env` or the environment, in the order of `.env.example`. */
export const environmentNames = [
  "ARTICLES_DIR",
  "OUT_DIR",
  "DATA_DIR",
  "DIGEST_TITLE",
  "DIGEST_SCHEDULE",
  "DIGEST_TIMEZONE",
  "DIGEST_DAYS",
  "DIGEST_TOPICS",
  "DIGEST_ADDRESS",
  "MAIL_FROM",
  "MAIL_TO",
  "MAIL_REPLY_TO",
  "SMTP_URL",
  "DKIM_DOMAIN",
  "DKIM_SELECTOR",
  "DKIM_PRIVATE_KEY_FILE",
  "DKIM_PRIVATE_KEY",
  "PUBLIC_URL",
  "GAZETTE_SECRET",
  "DATABASE_URL",
  "ALERT_TO",
  "ALERT_WEBHOOK",
  "GAZETTE_INSTANCE",
] as const;

export type EnvironmentName = (typeof environmentNames)[number];

/** Names whose values must never be printed. */
export const secretNames: ReadonlySet<string> = new Set<EnvironmentName>([
  "SMTP_URL",
  "DKIM_PRIVATE_KEY",
  "GAZETTE_SECRET",
  "DATABASE_URL",
  "ALERT_WEBHOOK",
]);

export interface Environment {
  readonly values: Readonly<Partial<Record<EnvironmentName, string>>>;
  /** Names in `.env` that look like ours and are not. */
  readonly unknown: readonly string[];
  /** Names in `.env` whose value goes on after its closing quote: what follows was lost. */
  readonly cutOff: readonly EnvironmentName[];
}

const ownPrefix = /^(?:ARTICLES|OUT|DATA|DIGEST|MAIL|SMTP|DKIM|PUBLIC|GAZETTE|ALERT)_/u;

/**
 * Reads `.env` of a folder and the environment, which wins. An empty value counts as not set, so that a copied
 * `.env.example` changes nothing.
 */
export function readEnvironment(folder: string, environment: NodeJS.ProcessEnv = process.env): Environment {
  const text = readEnvFile(join(folder, ".env"));
  const file = parseEnv(text);
  const values: Partial<Record<EnvironmentName, string>> = {};
  for (const name of environmentNames) {
    const value = [environment[name], file[name]].find(
      (candidate) => candidate !== undefined && candidate.trim() !== "",
    );
    if (value !== undefined) values[name] = value.trim();
  }
  const known = new Set<string>(environmentNames);
  const unknown = Object.keys(file).filter((name) => ownPrefix.test(name) && !known.has(name));
  const cutNames = listCutOff(text);
  return { values, unknown, cutOff: environmentNames.filter((name) => cutNames.has(name)) };
}

/** Whether npm runs this as a script, such as `npm start`. */
export function isNpmScript(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment["npm_lifecycle_event"] !== undefined;
}

/**
 * Where programs keep what is theirs outside of any project (XDG base directories); undefined: this user has no home.
 */
export function stateFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { XDG_STATE_HOME: state, HOME: home, LOCALAPPDATA: local } = environment;
  const base = state ?? (home === undefined ? local : join(home, ".local", "state"));
  return base === undefined || !isAbsolute(base) ? undefined : join(base, "gazette");
}

const quotedValue = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(["'`])[^]*?\2([^\n]*)$/gmu;

/** `NAME="The Quay" <me@quay.org>` is read as `The Quay`, by Node as by a shell: nobody means that. */
function listCutOff(text: string): ReadonlySet<string> {
  const found = [...text.matchAll(quotedValue)].filter(([, , , rest = ""]) => !/^\s*(?:#.*)?$/u.test(rest));
  return new Set(found.map(([, name = ""]) => name));
}

function readEnvFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw new GazetteError("config-invalid", `${path} cannot be read.`, {
      hint: "Check that .env is a file this user may read.",
      cause: error,
    });
  }
}
