import { displayWidth } from "../../platform/display-width.ts";
import type { Observation, Rule } from "../rule.ts";

const minColumns = 30;
const maxColumns = 140;

export const preheaderLength: Rule = {
  id: "preheader-length",
  severity: "warning",
  looksAt: "that there is a preheader that says something new, of 30 to 140 columns",
  source:
    "What inboxes show after the subject: 40 columns on phones, 140 at most on a desktop; without one, the page's first words",
  remedy: "Say in one sentence what else is in the issue.",
  check: ({ edition: { preheader, subject } }): Observation[] => {
    const at = "preheader" as const;
    if (preheader.trim() === "") return [{ at, message: "There is no preheader." }];
    if (preheader.trim().toLowerCase() === subject.trim().toLowerCase())
      return [{ at, message: "The preheader says the same as the subject." }];
    const columns = displayWidth(preheader);
    if (columns >= minColumns && columns <= maxColumns) return [];
    const limit = columns < minColumns ? `at least ${minColumns}` : `at most ${maxColumns}`;
    return [
      {
        at,
        severity: "info",
        message: `The preheader is ${columns} ${columns === 1 ? "column" : "columns"}; ${limit} is good.`,
      },
    ];
  },
};
