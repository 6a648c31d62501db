import { Resolver } from "node:dns/promises";
import { styleText } from "node:util";
import { type DoctorCheck, type DnsRecord, failed, passed } from "../newsletter/doctor/doctor-check.ts";
import { examine } from "../newsletter/doctor/examine.ts";
import { listDnsRecords } from "../newsletter/doctor/check-dns.ts";
import { GazetteError } from "../platform/errors.ts";
import { type CommandContext, openContext, printJson, printLine } from "./command-context.ts";
import type { CommonOptions } from "./common-options.ts";

/** Somebody waits for the answer, and without a network there is none. */
const dnsTimeoutMs = 3000;

/** `gazette doctor`: exit code 2 where a check fails; sends nothing. */
export async function runDoctor(options: CommonOptions): Promise<void> {
  const context = await openConfigured(options);
  const first = Array.isArray(context) ? context : [passed("configuration", describeFile(context))];
  const resolver = new Resolver({ timeout: dnsTimeoutMs, tries: 1 });
  const checks = Array.isArray(context) ? context : [...first, ...(await examine({ ...context, resolver }))];
  const records = Array.isArray(context) ? [] : listDnsRecords(context.config);
  if (checks.some(({ level }) => level === "failed")) process.exitCode = 2;
  if (options.json === true) {
    printJson({ checks: checks.map((check) => ({ ...check, ok: check.level !== "failed" })), records });
    return;
  }
  printChecks(checks);
  printRecords(records);
}

/** A configuration that cannot be read is what the doctor finds first, and all it finds. */
async function openConfigured(options: CommonOptions): Promise<CommandContext | DoctorCheck[]> {
  try {
    return await openContext(options);
  } catch (error) {
    if (!(error instanceof GazetteError) || error.code !== "config-invalid") throw error;
    return [failed("configuration", error.message, error.hint ?? "Mend the configuration.")];
  }
}

function describeFile({ config }: CommandContext): string {
  return config.file ?? "no file; .env, the environment and defaults";
}

const marks = {
  ok: styleText("green", "ok      "),
  warning: styleText("yellow", "warning "),
  failed: styleText("red", "failed  "),
};

function printChecks(checks: readonly DoctorCheck[]): void {
  for (const { name, level, detail, remedy } of checks) {
    printLine(`${marks[level]}${name}: ${detail}`);
    if (remedy !== null) printLine(`        ${remedy}`);
  }
  const count = (level: DoctorCheck["level"]): number =>
    checks.filter((check) => check.level === level).length;
  printLine();
  printLine(`${count("ok")} ok, ${count("warning")} warnings, ${count("failed")} failed.`);
}

function printRecords(records: readonly DnsRecord[]): void {
  if (records.length === 0) return;
  printLine();
  printLine(styleText("bold", "DNS records for this configuration"));
  for (const { name, type, value } of records) {
    printLine(`  ${name}  ${type}`);
    printLine(`    ${value}`);
  }
  printLine("  SPF: where your provider names an include: for it, use that; a domain has one SPF record.");
}
