import { hostname } from "node:os";
import { listUntoldAlerts, markAlertTold, postponeAlert } from "../storage/alerts.ts";
import type { AlertRow } from "../storage/schema/schedule-tables.ts";
import { type NoticePart, renderNoticeHtml, renderNoticeText } from "./notice-page.ts";
import type { ScheduleRun } from "./schedule-run.ts";
import { type NoticeEnd, sendNotice } from "./send-notice.ts";
import { judgeTelling, listUntold } from "./told-people.ts";

const webhookTimeoutMs = 10_000;

/**
 * Tells the operator what they were not told yet, by mail and webhook. Told by the webhook, or by mail to everyone who can be
 * reached, it is told; else it is tried again, later each time, for those who do not have it. Without either, the log is all
 * there is.
 *
 * @throws What is a bug of ours, after every alert had its turn.
 */
export async function tellAlerts({
  config,
  database,
  now,
}: Pick<ScheduleRun, "config" | "database" | "now">): Promise<void> {
  const { alertMailboxes, alertWebhook } = config.schedule;
  const faults: unknown[] = [];
  for (const alert of await listUntoldAlerts(database, now())) {
    const byWebhook = alertWebhook !== undefined && (await post(alertWebhook, alert));
    const people = listUntold(alert, alertMailboxes);
    const end = await sendNotice(config, config.newsletters[0], people, writeNotice(alert), now()).catch(
      (error: unknown): NoticeEnd => {
        faults.push(error);
        return { reached: [], waiting: people };
      },
    );
    const told = judgeTelling(alert, end, now());
    const isSilent = alertMailboxes.length === 0 && alertWebhook === undefined;
    if (isSilent || byWebhook || told.isTold) await markAlertTold(database, alert.key, now());
    else await postponeAlert(database, alert.key, told);
  }
  if (faults.length > 0) throw faults[0];
}

function writeNotice(alert: AlertRow): {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
} {
  const subject = `Gazette: ${cut(alert.message)}`;
  const parts: NoticePart[] = [
    { kind: "title", text: "Gazette needs a person" },
    { kind: "text", text: `${alert.message}.` },
    { kind: "text", text: alert.remedy },
    {
      kind: "rows",
      rows: [
        ["Since", alert.raised_at],
        ["Machine", hostname()],
      ],
    },
    { kind: "text", text: "`gazette status` shows everything that needs a person." },
  ];
  return { subject, text: renderNoticeText(parts), html: renderNoticeHtml(subject, "en", parts) };
}

function cut(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** What chat services read is `text`; the rest is for programs. */
async function post(address: string, { key, message, remedy, raised_at }: AlertRow): Promise<boolean> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        text: `Gazette: ${message}. ${remedy}`,
        key,
        message,
        remedy,
        raisedAt: raised_at,
      }),
      signal: AbortSignal.timeout(webhookTimeoutMs),
      redirect: "error",
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
