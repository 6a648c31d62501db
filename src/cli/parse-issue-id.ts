import { GazetteError } from "../platform/errors.ts";

/** @throws GazetteError `usage` for anything that is not the id of an issue. */
export function parseIssueId(text: string): number {
  if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
  throw new GazetteError("usage", `An issue is named by its id, a whole number; found "${text}".`, {
    hint: "`gazette status` lists the issues with their ids.",
  });
}
