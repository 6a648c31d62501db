import type { Outcome } from "../outcome.ts";

export interface ErrorBudgetLimits {
  /** How many of the last outcomes are looked at. */
  readonly window: number;
  /** Nothing is decided on fewer. */
  readonly minimum: number;
  /** The share of failed and uncertain ones, from 0 to 1, above which a run is going wrong. */
  readonly share: number;
}

export interface ErrorBudget {
  /** @returns Why the run should pause, one sentence; undefined while it goes well enough. */
  spend(outcome: Outcome): string | undefined;
}

/** Watches the last outcomes of a run. A run that is refused by many is stopped before it has asked everyone. */
export function createErrorBudget({ window, minimum, share }: ErrorBudgetLimits): ErrorBudget {
  const recent: boolean[] = [];
  let bad = 0;
  let next = 0;
  let lastBad: Outcome["reply"] | undefined;
  return {
    spend: (outcome) => {
      const isBad = outcome.state === "failed" || outcome.state === "uncertain";
      if (recent[next] === true) bad -= 1;
      recent[next] = isBad;
      if (isBad) {
        bad += 1;
        lastBad = outcome.reply;
      }
      next = (next + 1) % window;
      if (recent.length < minimum || bad / recent.length <= share || lastBad === undefined) return undefined;
      const percent = Math.round(share * 100);
      const { code, text } = lastBad;
      const said = code === undefined ? text : text.startsWith(String(code)) ? text : `${code} ${text}`;
      return `${bad} of the last ${recent.length} messages were not accepted (the limit is ${percent} %); the last answer to one of them was "${said}"`;
    },
  };
}
