import type { DecisionContext } from "../terms/decision-context.ts";
import type { WindowDecision } from "./window.ts";

/** What selection needs besides the articles and the rules. */
export interface SelectionContext extends DecisionContext {
  readonly window: WindowDecision;
}
