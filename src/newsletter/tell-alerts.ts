import { hostname } from "node:os";
import { listUntoldAlerts, markAlertTold, postponeAlert } from "../storage/alerts.ts";
import type { AlertRow } from "../storage/schema/schedule-tables.ts";
import { type NoticePart, renderNoticeHtml, renderNoticeText } from "./notice-page.ts";
import type { ScheduleRun } from "./schedule-run.ts";
import { sendNotice } from "./send-notice.ts";

const minuteMs = 60_000;
const longestWaitMinutes = 60;
const webhookTimeoutMs = 10_000;

/**
 * Tells the operator what they were not told yet, by mail and webhook. Told by one of them it is told; where none could be
 * reached it is tried again, later each time. Without either, the log is all there is.
 */
export async function tellAlerts({
  config,
  database,
  now,
}: Pick<ScheduleRun, "config" | "database" | "now">): Promise<void> {
  const { alertMailboxes, alertWebhook } = config.schedule;
  for (const alert of await listUntoldAlerts(database, now())) {
    const isSilent = alertMailboxes.length === 0 && alertWebhook === undefined;
    const byWebhook = alertWebhook !== undefined && (await post(alertWebhook, alert));
    const byMail =
      alertMailboxes.length > 0 &&
      (await sendNotice(config, config.newsletters[0], alertMailboxes, writeNotice(alert), now())) !==
        undefined;
    if (isSilent || byWebhook || byMail) await markAlertTold(database, alert.key, now());
    else {
      const waitMs = Math.min(2 ** alert.attempts, longestWaitMinutes) * minuteMs;
      await postponeAlert(database, alert.key, new Date(now().getTime() + waitMs));
    }
  }
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
