/** What happens to a slot that is found late, because nothing was running when it was due. */
export interface MissedPolicy {
  /** `send`: it goes out, if it is less late than the limit. `skip`: the next one goes. `ask`: a person decides. */
  readonly missed: "send" | "skip" | "ask";
  /** From here on a slot that `send` would send is skipped: a Monday digest on Thursday helps nobody. */
  readonly missedHours: number;
}

/** Crontabs, hosted runners and a long send before it make a slot later than this only when something is wrong. */
const onTimeMs = 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

export type Lateness =
  { readonly kind: "send" } | { readonly kind: "skipped" | "held"; readonly reason: string };

/** Decides on a slot by how late it is found. */
export function judgeLateness(slot: Date, now: Date, { missed, missedHours }: MissedPolicy): Lateness {
  const lateMs = now.getTime() - slot.getTime();
  const late = `found ${describeDuration(lateMs)} late`;
  if (missed === "send") {
    if (lateMs < missedHours * hourMs) return { kind: "send" };
    return { kind: "skipped", reason: `${late}; it goes out only within ${missedHours} hours` };
  }
  if (lateMs <= onTimeMs) return { kind: "send" };
  if (missed === "skip") return { kind: "skipped", reason: `${late}, and missed slots are skipped` };
  return { kind: "held", reason: `${late}, and a person decides about missed slots` };
}

/** `25 minutes`, `30 hours`, `12 days`. */
export function describeDuration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(ms / hourMs);
  return hours < 96 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
