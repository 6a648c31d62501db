import { GazetteError } from "../platform/errors.ts";
import { normaliseAddress, parseMailbox } from "../platform/mailbox.ts";
import type { SuppressionTable } from "../storage/schema/audience-tables.ts";
import { listSuppressions, suppressAddress, unsuppressAddress } from "../storage/audience/suppressions.ts";
import { printJson, printLine } from "./command-context.ts";
import { type SubscriberOptions, withAudience } from "./subscribers.ts";

const pageSize = 1000;

/** `gazette subscribers suppressed`: every address that gets no mail, with the reason. */
export async function runSuppressed(options: SubscriberOptions): Promise<void> {
  await withAudience(options, async ({ database }) => {
    const rows: SuppressionTable[] = [];
    let after = "";
    for (;;) {
      const page = await listSuppressions(database, after, pageSize);
      if (options.json === true) rows.push(...page);
      else for (const row of page) printLine(describe(row));
      const last = page.at(-1);
      if (page.length < pageSize || last === undefined) break;
      after = last.address;
    }
    if (options.json === true) printJson({ suppressed: rows, count: rows.length });
  });
}

function describe({ address, reason, detail, created_at }: SuppressionTable): string {
  return `${created_at.slice(0, 10)}  ${reason.padEnd(12)}  ${address}  ${detail}`;
}

/** `gazette subscribers suppress ADDRESS`: no mail of any newsletter, until it is lifted. */
export async function runSuppress(text: string, options: SubscriberOptions): Promise<void> {
  await withAudience(options, async ({ database, now }) => {
    const address = normaliseAddress(parseMailbox(text).address);
    const isNew = await suppressAddress(database, address, "by-hand", options.reason ?? "by hand", now());
    if (options.json === true) printJson({ address, suppressed: true, isNew });
    else printLine(`${address} ${isNew ? "gets no more mail" : "gets no mail already"}.`);
  });
}

/** `gazette subscribers unsuppress ADDRESS`: lets it get mail again; its subscriptions are as they were. */
export async function runUnsuppress(text: string, options: SubscriberOptions): Promise<void> {
  await withAudience(options, async ({ database }) => {
    const address = normaliseAddress(parseMailbox(text).address);
    if (!(await unsuppressAddress(database, address))) {
      throw new GazetteError("usage", `${address} is not suppressed.`, {
        hint: "`gazette subscribers show` says what an address gets.",
      });
    }
    if (options.json === true) printJson({ address, suppressed: false });
    else printLine(`${address} may get mail again, where it is subscribed.`);
  });
}
