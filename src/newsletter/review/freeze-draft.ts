import { DraftTaken, markDraftSent, readFrozen } from "../../storage/schedule/drafts.ts";
import { type Alongside, freezeIssue } from "../../storage/issues/freeze-issue.ts";
import type { IssueRow } from "../../storage/schema/issue-tables.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import { chooseEditions, toNewEdition } from "../editions/choose-editions.ts";
import { createWishReader, describeAudience } from "../readers/describe-audience.ts";
import { openPress } from "../editions/edition-press.ts";
import { unpackSource } from "../editions/edition-source.ts";
import { listConfiguredReaders } from "../freezing/freeze-built-issue.ts";
import type { OpenContext } from "../timetable/schedule-run.ts";

/**
 * Freezes an issue with exactly the bytes of a draft, for those who read the newsletter now: who chose topics since gets an
 * edition made of the same pieces.
 *
 * @returns Undefined where the slot has its issue, one of the articles went out in another, or an editor rejected the draft in
 * the meantime.
 */
export async function freezeDraft(
  context: OpenContext,
  draft: DraftRow,
  now: Date,
  alongside: Alongside,
): Promise<IssueRow | undefined> {
  const content = readFrozen(draft);
  const [whole] = content.editions;
  if (content.source === undefined || whole === undefined)
    throw new Error(`Draft ${draft.id} has no content.`);
  const source = unpackSource(content.source);
  const { subject, preheader, html, text } = whole;
  const press = openPress(source, { subject, preheader, html: html.join(""), text: text.join("") });
  const named = listConfiguredReaders(context);
  const frozen = freezeIssue(
    context.database,
    {
      ...content,
      issue: { ...content.issue, frozen_at: now.toISOString() },
      editions: [{ ...whole, readers: named.length }],
      recipients: named,
      audience: await describeAudience(context, source.selection),
      chooseEditions: async (wishes, transaction) => {
        const { chosen, editions } = await chooseEditions(press, wishes, createWishReader(transaction));
        return { chosen, editions: editions.map(toNewEdition) };
      },
    },
    async (transaction, issue) => {
      await markDraftSent(transaction, draft);
      await alongside(transaction, issue);
    },
  );
  return frozen.catch((error: unknown) => {
    if (error instanceof DraftTaken) return undefined;
    throw error;
  });
}
