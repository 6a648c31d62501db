import { resolve } from "node:path";
import { asciiDomainOf } from "../platform/mailbox.ts";
import type { DeliveryConfig, DkimConfig, RelayConfig } from "./config.ts";
import type { ParsedDelivery } from "./delivery-schema.ts";
import type { ParsedEnvironment } from "./schema.ts";

const defaultConnections = 5;

/** How messages leave: the environment's server and key first, then those of the file. Paths start from `root`. */
export function assembleDelivery(
  root: string,
  input: ParsedDelivery,
  settings: ParsedEnvironment,
  defaultDkimDomain: string,
): DeliveryConfig {
  const connections = input.connections ?? defaultConnections;
  const named = input.relays ?? [];
  const relays = [...(settings.SMTP_URL === undefined ? [] : [{ url: settings.SMTP_URL }]), ...named];
  const { errorBudget } = input;
  return {
    relays: relays.map((relay) => assembleRelay(root, relay, connections)),
    sendmail: input.sendmail,
    perSecond: input.perSecond,
    hours: input.hours,
    domains: Object.fromEntries(
      Object.entries(input.domains ?? {}).map(([domain, limit]) => [
        asciiDomainOf(domain),
        { connections: limit.connections, perSecond: limit.perSecond },
      ]),
    ),
    retryMinutes: input.retryMinutes,
    expireHours: input.expireHours,
    errorBudget:
      errorBudget === undefined || errorBudget === false
        ? errorBudget
        : { percent: errorBudget.percent, of: errorBudget.of ?? 200, minimum: errorBudget.minimum ?? 40 },
    returnPath: input.returnPath,
    verp: input.verp ?? false,
    softBounces: { count: input.softBounces?.count ?? 3, days: input.softBounces?.days ?? 30 },
    dkim: assembleDkim(root, input, settings, defaultDkimDomain),
  };
}

function assembleRelay(
  root: string,
  relay: NonNullable<ParsedDelivery["relays"]>[number],
  connections: number,
): RelayConfig {
  const at = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : resolve(root, path);
  return {
    url: relay.url,
    share: relay.share ?? 1,
    connections: relay.connections ?? connections,
    perDay: relay.perDay,
    warmUp: relay.warmUp ?? [],
    tls:
      relay.tls === undefined
        ? undefined
        : { certFile: at(relay.tls.certFile), keyFile: at(relay.tls.keyFile), caFile: at(relay.tls.caFile) },
    oauth2: relay.oauth2,
  };
}

function assembleDkim(
  root: string,
  input: ParsedDelivery,
  settings: ParsedEnvironment,
  defaultDomain: string,
): DkimConfig[] {
  const { DKIM_PRIVATE_KEY_FILE: file, DKIM_PRIVATE_KEY: pem } = settings;
  const domain = settings.DKIM_DOMAIN ?? defaultDomain;
  const selector = settings.DKIM_SELECTOR ?? "gazette";
  const first: DkimConfig[] =
    file !== undefined
      ? [{ domain, selector, key: { file: resolve(root, file) } }]
      : pem !== undefined
        ? [{ domain, selector, key: { pem } }]
        : [];
  const named = (input.dkim ?? []).map(({ domain: of, selector: by, privateKeyFile }) => ({
    domain: of,
    selector: by,
    key: { file: resolve(root, privateKeyFile) },
  }));
  return [...first, ...named];
}
