import { localMinute } from "../../platform/zoned-text.ts";
import type { DraftRow } from "../../storage/schema/schedule-tables.ts";
import { type NoticePart, renderNoticeHtml, renderNoticeText } from "../notices/notice-page.ts";
import type { OpenContext, ScheduleRun } from "../timetable/schedule-run.ts";
import { sendNotice } from "../notices/send-notice.ts";

/** Tells the editors that the slot came without an approval, and how to send the issue all the same. */
export async function tellHeld(
  run: Pick<ScheduleRun, "now">,
  { config, newsletter }: OpenContext,
  draft: DraftRow,
): Promise<void> {
  const subject = `Held: ${newsletter.title} No. ${draft.number}`;
  const slot = localMinute(new Date(draft.slot), newsletter.timeZone);
  const parts: NoticePart[] = [
    { kind: "title", text: subject },
    {
      kind: "text",
      text: `Its slot, ${slot} ${newsletter.timeZone}, came without an approval, so nothing was sent. Its articles are not lost: unless you send it, the next issue takes them.`,
    },
    { kind: "text", text: "To send it now, exactly as the draft you have:" },
    { kind: "command", text: `gazette send --approve ${draft.hash.slice(0, 12)}` },
  ];
  const notice = {
    subject,
    text: renderNoticeText(parts),
    html: renderNoticeHtml(subject, newsletter.language, parts),
  };
  await sendNotice(config, newsletter, newsletter.review.editors, notice, run.now());
}
