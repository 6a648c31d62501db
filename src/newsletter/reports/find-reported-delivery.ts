import type { Config } from "../../config/config.ts";
import { readVerp, type ReturnPathClaim, verpToken } from "../../delivery/message/verp.ts";
import type { Report } from "../../delivery/reports/report.ts";
import { asciiDomain, asciiDomainOf, everySpelling } from "../../platform/mailbox.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import {
  listAddressesOf,
  listIssuesOf,
  listIssuesSince,
  type ReportedIssue,
} from "../../storage/issues/reported-issues.ts";
import { issueKeyOf, messageIdFor } from "../readers/address-reader.ts";
import { senderOf } from "../freezing/freeze-built-issue.ts";
import { frozenSenderOf } from "../readers/frozen-sender.ts";

export interface ReportedDelivery {
  readonly issueId: number;
  readonly address: string;
}

/**
 * Finds the delivery that a report is proven to be about: the report has that delivery's own Message-ID or return path,
 * which nobody can know who does not have the message. What a report says of addresses is only where to look first.
 */
export interface DeliveryFinder {
  /** Looks under the addresses that the report names. */
  find(report: Report): Promise<ReportedDelivery | undefined>;
  /**
   * Looks through whole audiences for what `find` did not find, because the reader's address was left out or changed on the
   * way: once for all of them, and only where they bear something that may be of ours.
   */
  search(reports: readonly Report[]): Promise<Map<Report, ReportedDelivery>>;
}

type FinderConfig = Pick<Config, "newsletters" | "delivery">;

const dayMs = 24 * 60 * 60 * 1000;
/** Bounces come within days and complaints within weeks: whole audiences are looked through for issues this young. */
const searchedDays = 60;
const pageSize = 10_000;

export function openDeliveryFinder(database: Database, config: FinderConfig, now: Date): DeliveryFinder {
  const returnPaths = listReturnPaths(config);
  return {
    find: async (report) => {
      const claims = listClaims(report, returnPaths);
      const proofs = new Set(listProofs(report, claims));
      if (proofs.size === 0) return undefined;
      for (const address of listNamed(report, claims)) {
        for (const issue of await listIssuesOf(database, address)) {
          if (proofsOf(config, issue, address).some((proof) => proofs.has(proof)))
            return { issueId: issue.id, address };
        }
      }
      return undefined;
    },
    search: async (reports) => {
      const wanted = new Map<string, Report[]>();
      for (const report of reports) {
        for (const proof of listProofs(report, listClaims(report, returnPaths))) {
          if (isOurForm(proof, config)) wanted.set(proof, [...(wanted.get(proof) ?? []), report]);
        }
      }
      const found = new Map<Report, ReportedDelivery>();
      if (wanted.size === 0) return found;
      for (const issue of await listIssuesSince(database, new Date(now.getTime() - searchedDays * dayMs))) {
        for await (const address of everyAddress(database, issue.id)) {
          for (const proof of proofsOf(config, issue, address))
            for (const report of wanted.get(proof) ?? []) found.set(report, { issueId: issue.id, address });
        }
      }
      return found;
    },
  };
}

/**
 * What only a report about this delivery has: its Message-ID, and issue and token of its return path. Both were made from the
 * address as it was kept then.
 */
function proofsOf(config: FinderConfig, issue: ReportedIssue, address: string): string[] {
  const newsletter = config.newsletters.find(({ key }) => key === issue.newsletter) ?? config.newsletters[0];
  const sender = frozenSenderOf(issue, senderOf(newsletter));
  const key = issueKeyOf(issue.newsletter, issue.cadence, new Date(issue.slot));
  return everySpelling(address).flatMap((spelling) => {
    const messageId = messageIdFor(sender, key, spelling);
    return [messageId, `${issue.id}-${verpToken(messageId)}`];
  });
}

function listProofs({ original }: Report, claims: readonly ReturnPathClaim[]): string[] {
  const paths = claims.map(({ issueId, token }) => `${issueId}-${token}`);
  return original.messageId === undefined ? paths : [original.messageId, ...paths];
}

/** Only what may be ours is worth looking through an audience. */
function isOurForm(proof: string, { newsletters }: FinderConfig): boolean {
  const [, domain] = /^<[0-9a-f]{32}@([^>]+)>$/u.exec(proof) ?? [];
  if (!proof.startsWith("<")) return true;
  return newsletters.some(({ from }) => asciiDomainOf(from.address) === domain);
}

function listReturnPaths({ delivery, newsletters }: FinderConfig): string[] {
  return [...new Set(newsletters.map(({ from }) => asciiDomain(delivery.returnPath ?? from.address)))];
}

function listClaims({ sentTo, original }: Report, returnPaths: readonly string[]): ReturnPathClaim[] {
  return [...sentTo, ...original.returnPaths].flatMap((address) =>
    returnPaths.flatMap((path) => readVerp(address, path) ?? []),
  );
}

function listNamed(report: Report, claims: readonly ReturnPathClaim[]): Set<string> {
  return new Set([
    ...claims.flatMap(({ address }) => address ?? []),
    ...report.recipients.flatMap(({ addresses }) => addresses),
    ...report.original.to,
  ]);
}

async function* everyAddress(database: Database, issueId: number): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    const page = await listAddressesOf(database, issueId, after, pageSize);
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1) ?? "";
  }
}
