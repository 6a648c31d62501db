import { GazetteError } from "../platform/errors.ts";
import { findIssue } from "../storage/issues.ts";
import type { Database } from "../storage/open-database.ts";
import type { IssueRow } from "../storage/schema.ts";

/** @throws GazetteError `usage` for anything that is not the id of an issue. */
export function parseIssueId(text: string): number {
  if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
  throw new GazetteError("usage", `An issue is named by its id, a whole number; found "${text}".`, {
    hint: "`gazette status` lists the issues with their ids.",
  });
}

/** @throws GazetteError `issue-missing`, `usage`. */
export async function requireIssue(database: Database, text: string): Promise<IssueRow> {
  const id = parseIssueId(text);
  const issue = await findIssue(database, id);
  if (issue !== undefined) return issue;
  throw new GazetteError("issue-missing", `There is no issue ${id}.`, {
    hint: "`gazette status` lists the issues there are.",
  });
}
