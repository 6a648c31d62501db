import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { IssueSender } from "./address-reader.ts";

/** The sender an issue was frozen with; what issues frozen before senders were kept do not say, `fallback` does. */
export function frozenSenderOf({ sender }: Pick<IssueRow, "sender">, fallback: IssueSender): IssueSender {
  const frozen = JSON.parse(sender) as Partial<IssueSender>;
  return { ...fallback, ...frozen };
}
