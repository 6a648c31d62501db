import type { Observation, Rule } from "../rule.ts";

const dayMs = 24 * 60 * 60 * 1000;
const staleDays = 7;

export const issueDates: Rule = {
  id: "issue-dates",
  severity: "warning",
  looksAt:
    "the issue's own dates against the clock: built for a day that is past or to come, articles from the future",
  source: "The issue's manifest and the clock",
  remedy: "Build the issue again, or mend the date in the article's front matter.",
  check: ({ edition: { now, slot, since, until, articles } }): Observation[] => {
    const found: Observation[] = [];
    const age = now.getTime() - slot.getTime();
    if (age > staleDays * dayMs)
      found.push({
        at: "issue",
        message: `The issue was built for ${day(slot)}, ${Math.floor(age / dayMs)} days ago; it is ${day(now)}.`,
      });
    else if (age < 0)
      found.push({
        at: "issue",
        severity: "info",
        message: `The issue is for ${day(slot)}, which is still to come; it is ${day(now)}.`,
      });
    // A window may be empty: where the last issue ended at this slot, all that is left are late arrivals.
    if (since.getTime() > until.getTime())
      found.push({
        at: "issue",
        severity: "error",
        message: `The issue ends before it begins: from ${day(since)} to ${day(until)}.`,
      });
    for (const { path, title, publishedAt } of articles) {
      const last = Math.max(now.getTime(), slot.getTime());
      if (publishedAt !== undefined && publishedAt.getTime() > last)
        found.push({
          at: { article: path, line: undefined },
          evidence: [publishedAt.toISOString().slice(0, 10), title],
          message: `"${title}" (${path}) is dated ${day(publishedAt)}, after the issue.`,
        });
    }
    return found;
  },
};

function day(date: Date): string {
  return Number.isNaN(date.getTime()) ? "an unknown day" : date.toISOString().slice(0, 10);
}
