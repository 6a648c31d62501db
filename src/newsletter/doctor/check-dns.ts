import { isIP } from "node:net";
import { dkimRecord, loadDkimKey } from "../../delivery/dkim/load-dkim-key.ts";
import { isThisMachine, parseSmtpUrl } from "../../delivery/smtp/smtp-address.ts";
import type { Config } from "../../config/config.ts";
import { GazetteError } from "../../platform/errors.ts";
import { askTxt } from "./ask-txt.ts";
import {
  type DnsRecord,
  type DoctorCheck,
  type DoctorContext,
  failed,
  passed,
  senderDomains,
  warned,
} from "./doctor-check.ts";

/** The records that mail of this configuration wants in DNS: DKIM for each key that signs, SPF and DMARC for each sender. */
export function listDnsRecords(config: Config): DnsRecord[] {
  const dkim = config.delivery.dkim.flatMap((source): DnsRecord[] => {
    try {
      return [{ type: "TXT", ...dkimRecord(loadDkimKey(source)) }];
    } catch (error) {
      // A key that cannot sign has no record; its check says why.
      if (error instanceof GazetteError) return [];
      throw error;
    }
  });
  const hosts = [...new Set(config.delivery.relays.map(({ url }) => parseSmtpUrl(url).host))];
  const via = [...new Set(hosts.length === 0 ? ["a"] : hosts.map(mechanismOf))].join(" ");
  const others = senderDomains(config).flatMap((domain): DnsRecord[] => [
    { type: "TXT", name: domain, value: `v=spf1 ${via} ~all` },
    { type: "TXT", name: `_dmarc.${domain}`, value: `v=DMARC1; p=none; rua=mailto:postmaster@${domain}` },
  ]);
  return [...dkim, ...others];
}

/** What of SPF names a server (RFC 7208 section 5): the domain's own addresses for one on this machine. */
function mechanismOf(host: string): string {
  if (isThisMachine(host)) return "a";
  const family = isIP(host);
  return family === 0 ? `a:${host}` : `ip${family}:${host}`;
}

/** Each key signs and verifies, and DNS holds its public half. */
export async function checkDkim(context: DoctorContext): Promise<DoctorCheck[]> {
  const { dkim } = context.config.delivery;
  if (dkim.length === 0) {
    const remedy =
      "Make a key with `openssl genrsa -out dkim.pem 2048` and name it in DKIM_PRIVATE_KEY_FILE, unless your server signs.";
    return [warned("dkim", "mail is not signed here", remedy)];
  }
  return Promise.all(dkim.map((source) => checkKey(context, source)));
}

async function checkKey(
  context: DoctorContext,
  source: Config["delivery"]["dkim"][number],
): Promise<DoctorCheck> {
  const name = `dkim ${source.selector}._domainkey.${source.domain}`;
  let record: { readonly name: string; readonly value: string };
  try {
    record = dkimRecord(loadDkimKey(source));
  } catch (error) {
    if (!(error instanceof GazetteError)) throw error;
    return failed(name, error.message, error.hint ?? "Make another key.");
  }
  const answer = await askTxt(context, record.name);
  if (answer.kind === "unreachable") return unreachable(name, "the key signs and verifies", answer.reason);
  const remedy = `Publish the TXT record ${record.name} as printed below, and wait until DNS has it.`;
  if (answer.kind === "none") return failed(name, "the key signs, but DNS has no record of it", remedy);
  const published = answer.records.map(publicKeyOf);
  return published.includes(publicKeyOf(record.value))
    ? passed(name, "the key signs, and DNS holds its public half")
    : failed(name, "DNS holds another key than the one that signs", remedy);
}

/** The tag `p=` without the spaces that zone files have in it (RFC 6376 section 3.6.1). */
function publicKeyOf(record: string): string {
  const tag = record.split(";").find((part) => part.trim().startsWith("p="));
  return (tag ?? "").replace(/\s/gu, "");
}

/** Each sender's domain says who may send (SPF, RFC 7208) and what to do with the rest (DMARC, RFC 7489). */
export async function checkPolicies(context: DoctorContext): Promise<DoctorCheck[]> {
  const checks = senderDomains(context.config).flatMap((domain) => [
    checkRecord(context, `spf ${domain}`, domain, /^v=spf1(?:\s|$)/iu),
    checkRecord(context, `dmarc ${domain}`, `_dmarc.${domain}`, /^v=DMARC1\s*;/iu),
  ]);
  return Promise.all(checks);
}

async function checkRecord(
  context: DoctorContext,
  name: string,
  host: string,
  form: RegExp,
): Promise<DoctorCheck> {
  const answer = await askTxt(context, host);
  if (answer.kind === "unreachable") return unreachable(name, "not checked", answer.reason);
  const found = answer.kind === "none" ? [] : answer.records.filter((record) => form.test(record));
  const remedy = `Publish one TXT record at ${host}, such as the one printed below.`;
  if (found.length > 1)
    return failed(name, `DNS has ${found.length} such records, which counts as none`, remedy);
  const [only] = found;
  return only === undefined
    ? warned(name, "DNS has no such record", remedy)
    : passed(name, only.slice(0, 120));
}

function unreachable(name: string, known: string, reason: string): DoctorCheck {
  return warned(
    name,
    `${known}; DNS could not be asked (${reason})`,
    "Run it again where DNS can be reached.",
  );
}
