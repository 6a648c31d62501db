import { nextSlots } from "../../schedule/slots.ts";
import { listAlerts } from "../../storage/schedule/alerts.ts";
import { countDeliveries } from "../../storage/deliveries/deliveries.ts";
import { listIssues } from "../../storage/issues/issues.ts";
import { listLastSlots } from "../../storage/schedule/slots.ts";
import type { Health, HealthSource } from "./examine-health.ts";

/** Messages this process has handed over or not, by state. */
export interface MessageTally {
  count(state: string): void;
}

export interface Metrics extends MessageTally {
  readonly contentType: string;
  /** The text that Prometheus reads. */
  read(source: HealthSource, health: Health): Promise<string>;
}

const issuesCounted = 10;
const alertsSinceMs = 7 * 24 * 60 * 60 * 1000;

/** prom-client is loaded here and not before: only a schedule that is asked for metrics needs it. */
export async function openMetrics(): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Gauge, Registry } = await import("prom-client");
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (
    name: string,
    help: string,
    labelNames: readonly string[] = [],
  ): InstanceType<typeof Gauge> =>
    new Gauge({ name: `gazette_${name}`, help, labelNames: [...labelNames], registers: [registry] });
  const messages = new Counter({
    name: "gazette_messages_total",
    help: "Messages this process has tried to hand over, by what became of them.",
    labelNames: ["state"],
    registers: [registry],
  });
  const healthy = gauge("healthy", "1 where /healthz answers 200.");
  const overdue = gauge("slot_overdue_seconds", "How long a slot is overdue.", ["newsletter", "cadence"]);
  const last = gauge("last_slot_timestamp_seconds", "The last slot that was decided on.", [
    "newsletter",
    "cadence",
    "outcome",
  ]);
  const next = gauge("next_slot_timestamp_seconds", "The next slot.", ["newsletter", "cadence"]);
  const deliveries = gauge("deliveries", "Deliveries of the newest issues, by state.", [
    "issue",
    "newsletter",
    "state",
  ]);
  const relay = gauge("relay_up", "1 where the mail server answers.", ["relay"]);
  const alerts = gauge("alerts", "What a person was to look at in the last seven days.");
  return {
    contentType: registry.contentType,
    count: (state) => messages.inc({ state }),
    read: async ({ config, database, now }, health) => {
      for (const series of [overdue, last, next, deliveries, relay]) series.reset();
      healthy.set(health.ok ? 1 : 0);
      for (const { newsletter, cadence, seconds } of health.overdue)
        overdue.set({ newsletter, cadence }, seconds);
      for (const { name, isUp } of health.relays) relay.set({ relay: name }, isUp ? 1 : 0);
      for (const { newsletter, cadence, slot, outcome } of await listLastSlots(database, now()))
        last.set({ newsletter, cadence, outcome }, slot.getTime() / 1000);
      for (const { key, cadences, timeZone } of config.newsletters) {
        for (const { name, cron } of cadences) {
          const [slot] = nextSlots({ cron, timeZone }, now(), 1);
          if (slot !== undefined) next.set({ newsletter: key, cadence: name }, slot.getTime() / 1000);
        }
      }
      for (const { id, newsletter } of await listIssues(database, issuesCounted)) {
        for (const [state, count] of Object.entries(await countDeliveries(database, id)))
          deliveries.set({ issue: String(id), newsletter, state }, count);
      }
      const since = new Date(now().getTime() - alertsSinceMs);
      alerts.set((await listAlerts(database, since, now())).length);
      return registry.metrics();
    },
  };
}
