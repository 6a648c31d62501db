import { markDraftTold, postponeDraft, readFrozen } from "../../storage/schedule/drafts.ts";
import { clearAlert, raiseAlert } from "../../storage/schedule/alerts.ts";
import { findLastManifest } from "../../storage/issues/issues.ts";
import { findSlot } from "../../storage/schedule/slots.ts";
import { countRecipients } from "../freezing/freeze-built-issue.ts";
import type { IssueManifest } from "../manifest.ts";
import { renderNoticeHtml, renderNoticeText } from "../notices/notice-page.ts";
import { dueAt } from "../timetable/list-due-slots.ts";
import type { OpenContext, ScheduleRun } from "../timetable/schedule-run.ts";
import { sendNotice } from "../notices/send-notice.ts";
import { judgeTelling, listUntold, markAll } from "../notices/told-people.ts";
import { compareDrafts } from "./compare-issues.ts";
import { describeDraft } from "./describe-draft.ts";
import type { DraftToTell } from "./refresh-draft.ts";
import { sendSample } from "./send-sample.ts";

/**
 * Sends the editors a new draft: what to decide in one message, and the issue as readers get it in another. Where they
 * cannot be reached, the operator is told.
 */
export async function tellDraft(
  run: Pick<ScheduleRun, "onEvent" | "now">,
  context: OpenContext,
  { draft, plan, previous }: DraftToTell,
): Promise<void> {
  const { config, newsletter, cadence, database } = context;
  const { editors } = newsletter.review;
  const manifest = JSON.parse(draft.manifest) as IssueManifest;
  const slot = new Date(draft.slot);
  const key = { newsletter: newsletter.key, cadence, slot };
  const last = await findLastManifest(database, newsletter.key, cadence);
  const people = listUntold(draft, editors);
  // Who is named an editor after the others were told has no earlier draft.
  const known = draft.told_at === null ? previous : undefined;
  const parts = describeDraft({
    newsletter,
    manifest,
    plan,
    last: last === undefined ? undefined : (JSON.parse(last) as IssueManifest),
    changes:
      known === undefined
        ? undefined
        : compareDrafts(
            { manifest, articles: readFrozen(draft).articles },
            {
              manifest: JSON.parse(known.manifest) as IssueManifest,
              articles: readFrozen(known).articles,
            },
          ),
    wasApproved: previous?.state === "approved",
    recipients: await countRecipients(context),
    dueAt: await dueAt(context, slot),
    slotHasPassed: slot <= run.now() || (await findSlot(database, key, run.now())) !== undefined,
  });
  const subject = `${known === undefined ? "Review" : "New draft"}: ${newsletter.title} No. ${draft.number}: ${manifest.issue.subject}`;
  const notice = {
    subject,
    text: renderNoticeText(parts),
    html: renderNoticeHtml(subject, newsletter.language, parts),
  };
  const alertKey = `draft:${draft.id}`;
  const end = await sendNotice(config, newsletter, people, notice, run.now());
  const told = judgeTelling(draft, end, run.now());
  if (end.reached.length > 0) await sendSample(context, draft, end.reached);
  if (told.isTold) {
    await markDraftTold(database, draft.id, markAll(draft, editors), run.now());
    await clearAlert(database, alertKey);
  } else {
    await postponeDraft(database, draft.id, told);
    const who = end.waiting.length < editors.length ? "some of the editors" : "the editors";
    const message = `${who} of "${newsletter.title}" could not be sent the draft of No. ${draft.number}`;
    const remedy = `It is sent them again until it arrives. See that mail leaves; \`gazette send --approve ${draft.hash.slice(0, 12)}\` approves it.`;
    const isNew = await raiseAlert(database, { key: alertKey, message, remedy }, run.now());
    // It is tried again, without another word, until it works.
    if (!isNew && end.reached.length === 0) return;
  }
  const name = `No. ${draft.number}, draft ${draft.hash.slice(0, 12)}`;
  // The one who was left to tell is no editor any more.
  if (told.isTold && end.reached.length === 0) return;
  if (end.reached.length === 0)
    run.onEvent({ ...key, outcome: "waiting", reason: `${name}: the editors could not be reached` });
  else run.onEvent({ ...key, outcome: "draft", reason: `${name}: sent to the editors` });
}
