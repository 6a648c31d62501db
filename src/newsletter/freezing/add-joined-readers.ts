import { addJoinedSince, readIssueSource } from "../../storage/issues/freeze-issue.ts";
import { openEditions } from "../../storage/issues/editions.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import { chooseEditions, toNewEdition } from "../editions/choose-editions.ts";
import { createWishReader, describeAudience } from "../readers/describe-audience.ts";
import { openPress, wholeIssue } from "../editions/edition-press.ts";
import { unpackSource } from "../editions/edition-source.ts";
import type { NewsletterContext } from "../newsletter-context.ts";

/**
 * Gives an issue that was frozen before to those who joined since, each in their edition: made from the articles and the
 * theme as they were frozen, whatever the folder holds by now.
 *
 * @returns How many were added.
 */
export async function addJoinedReaders(
  context: NewsletterContext & { readonly database: Database },
  issue: IssueRow,
  now: Date,
): Promise<number> {
  const { database } = context;
  const packed = await readIssueSource(database, issue.id);
  const { subject, preheader, html, text } = await (await openEditions(database, issue.id)).read(wholeIssue);
  const source = packed === undefined ? undefined : unpackSource(packed);
  const own = { ...context, cadence: issue.cadence };
  const audience = {
    ...(await describeAudience(own, source?.selection ?? { verdicts: [] })),
    joinedSince: issue.id,
  };
  return addJoinedSince(
    database,
    issue,
    audience,
    async (wishes, transaction) => {
      // Issues from before readers could choose have one edition for all.
      if (source === undefined)
        return { chosen: wishes.map((wish) => ({ ...wish, key: wholeIssue })), editions: [] };
      const press = openPress(source, { subject, preheader, html: html.join(""), text: text.join("") });
      const { chosen, editions } = await chooseEditions(press, wishes, createWishReader(transaction));
      return { chosen, editions: editions.map(toNewEdition) };
    },
    now,
  );
}
