import { hostname } from "node:os";
import { listUntoldAlerts, markAlertTold, postponeAlert } from "../../storage/schedule/alerts.ts";
import type { AlertRow } from "../../storage/schema/schedule-tables.ts";
import { type NoticePart, renderNoticeHtml, renderNoticeText } from "./notice-page.ts";
import type { ScheduleRun } from "../timetable/schedule-run.ts";
import { type NoticeEnd, sendNotice } from "./send-notice.ts";
import { judgeTelling, listUntold } from "./told-people.ts";

const webhookTimeoutMs = 10_000;

/** More at once are one message: whoever gets fifty reads none. */
const toldSingly = 5;
const listedTogether = 30;

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
  const untold = await listUntoldAlerts(database, now());
  // What does not answer is not asked again for each alert: others wait for this.
  const isDown = { mail: alertMailboxes.length === 0, webhook: alertWebhook === undefined };
  const isSilent = isDown.mail && isDown.webhook;
  const faults: unknown[] = [];
  for (const alerts of untold.length > toldSingly ? [untold] : untold.map((alert) => [alert])) {
    const message = join(alerts);
    const byWebhook = !isDown.webhook && alertWebhook !== undefined && (await post(alertWebhook, message));
    isDown.webhook ||= !byWebhook;
    const people = alertMailboxes.filter((person) =>
      alerts.some((alert) => listUntold(alert, [person]).length > 0),
    );
    const end = isDown.mail
      ? { reached: [], waiting: people }
      : await sendNotice(config, config.newsletters[0], people, writeNotice(message), now()).catch(
          (error: unknown): NoticeEnd => {
            faults.push(error);
            return { reached: [], waiting: people };
          },
        );
    isDown.mail ||= people.length > 0 && end.reached.length === 0;
    for (const alert of alerts) {
      const told = judgeTelling(alert, end, now());
      if (isSilent || byWebhook || told.isTold) await markAlertTold(database, alert.key, now());
      else await postponeAlert(database, alert.key, told);
    }
  }
  if (faults.length > 0) throw faults[0];
}

/** What is told in one message. */
interface Told extends Pick<AlertRow, "key" | "message" | "remedy" | "raised_at"> {
  /** Empty where it is one alert alone. */
  readonly alerts: readonly AlertRow[];
}

function join([first, ...others]: readonly AlertRow[]): Told {
  if (first === undefined) throw new Error("No alert to tell.");
  if (others.length === 0) return { ...first, alerts: [] };
  return {
    key: "several",
    message: `${others.length + 1} things need a person, the first of them: ${first.message}`,
    remedy: "`gazette status` lists them all.",
    raised_at: first.raised_at,
    alerts: [first, ...others],
  };
}

function writeNotice(alert: Told): {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
} {
  const subject = `Gazette: ${cut(alert.message)}`;
  const parts: NoticePart[] = [
    { kind: "title", text: "Gazette needs a person" },
    { kind: "text", text: `${alert.message}.` },
    { kind: "text", text: alert.remedy },
    ...listTogether(alert.alerts),
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

function listTogether(alerts: readonly AlertRow[]): NoticePart[] {
  if (alerts.length === 0) return [];
  const items = alerts
    .slice(0, listedTogether)
    .map(({ message, remedy }) => ({ title: `${message}.`, detail: remedy }));
  const rest = alerts.length - items.length;
  return [{ kind: "items", items: rest > 0 ? [...items, { title: `and ${rest} more` }] : items }];
}

function cut(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** What chat services read is `text`; the rest is for programs. */
async function post(address: string, { key, message, remedy, raised_at }: Told): Promise<boolean> {
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
