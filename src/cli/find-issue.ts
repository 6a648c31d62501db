import { GazetteError } from "../platform/errors.ts";
import { findIssue } from "../storage/issues/issues.ts";
import type { Database } from "../storage/ledger/open-database.ts";
import type { IssueRow } from "../storage/schema/issue-tables.ts";
import { parseIssueId } from "./parse-issue-id.ts";

/** @throws GazetteError `issue-missing`, `usage`. */
export async function requireIssue(database: Database, text: string): Promise<IssueRow> {
  const id = parseIssueId(text);
  const issue = await findIssue(database, id);
  if (issue !== undefined) return issue;
  throw new GazetteError("issue-missing", `There is no issue ${id}.`, {
    hint: "`gazette status` lists the issues there are.",
  });
}
