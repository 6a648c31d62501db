import { GazetteError } from "../../platform/errors.ts";
import { checkArticles } from "./check-articles.ts";
import { checkDkim, checkPolicies } from "./check-dns.ts";
import { checkLinks, checkNewsletters } from "./check-newsletters.ts";
import { checkPending } from "./check-pending.ts";
import { checkRelays } from "./check-relays.ts";
import { checkStorage } from "./check-storage.ts";
import { checkTemplates } from "./check-templates.ts";
import { type DoctorCheck, type DoctorContext, failed } from "./doctor-check.ts";

type Check = (context: DoctorContext) => DoctorCheck[] | Promise<DoctorCheck[]>;

/** By the name a check has where it cannot even be made. */
const checks: readonly (readonly [string, Check])[] = [
  ["articles", checkArticles],
  ["templates", checkTemplates],
  ["ledger", checkStorage],
  ["newsletters", checkNewsletters],
  ["smtp", checkRelays],
  ["dkim", checkDkim],
  ["policies", checkPolicies],
  ["unsubscribe", checkLinks],
  ["pending", checkPending],
];

/** Makes every check, all at the same time, in a fixed order. What the operator can mend is a finding, never an end. */
export async function examine(context: DoctorContext): Promise<DoctorCheck[]> {
  const found = await Promise.all(
    checks.map(async ([name, check]) => {
      try {
        return await check(context);
      } catch (error) {
        if (!(error instanceof GazetteError)) throw error;
        return [failed(name, error.message, error.hint ?? "See the documentation.")];
      }
    }),
  );
  return found.flat();
}
