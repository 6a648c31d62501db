import type { Resolver } from "node:dns/promises";
import type { Config } from "../../config/config.ts";
import { asciiDomainOf } from "../../platform/mailbox.ts";

/** What one check found. `warning` is `ok`: it works, and a person should know. */
export interface DoctorCheck {
  readonly name: string;
  readonly level: "ok" | "warning" | "failed";
  /** What was found, one line. */
  readonly detail: string;
  /** What to do about it; null where there is nothing to do. */
  readonly remedy: string | null;
}

/** A record to publish in DNS. */
export interface DnsRecord {
  readonly name: string;
  readonly type: "TXT";
  readonly value: string;
}

/** What the checks work with. */
export interface DoctorContext {
  readonly config: Config;
  readonly now: () => Date;
  /** Gives up within seconds. */
  readonly resolver: Pick<Resolver, "resolveTxt">;
}

export const passed = (name: string, detail: string): DoctorCheck => ({
  name,
  level: "ok",
  detail,
  remedy: null,
});

export const warned = (name: string, detail: string, remedy: string): DoctorCheck => ({
  name,
  level: "warning",
  detail,
  remedy,
});

export const failed = (name: string, detail: string, remedy: string): DoctorCheck => ({
  name,
  level: "failed",
  detail,
  remedy,
});

/** The domain that a newsletter's mail comes from. */
export function senderDomains({ newsletters }: Config): string[] {
  return [...new Set(newsletters.map(({ from: { address } }) => asciiDomainOf(address)))];
}
