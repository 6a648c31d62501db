import { displayWidth } from "../../platform/display-width.ts";
import type { Observation, Rule } from "../rule.ts";

const shownColumns = 70;
/** RFC 5322 counts octets; an encoded word needs about two and a half for each of a text beyond ASCII. */
const maxOctets = 360;

export const subjectLength: Rule = {
  id: "subject-length",
  severity: "warning",
  looksAt: "that there is a subject, on one line, of at most 70 columns",
  source:
    "RFC 5322, section 2.1.1 (998 octets a line); inboxes on a desktop show about 70 characters, phones 40",
  remedy: "Write a shorter subject, with what matters in the first 40 characters.",
  check: ({ edition: { subject } }): Observation[] => {
    const at = "subject" as const;
    if (subject.trim() === "") return [{ at, severity: "error", message: "The subject is empty." }];
    if (/[\u0000-\u001F\u007F\u2028\u2029]/u.test(subject))
      return [{ at, severity: "error", message: "The subject holds a line break or a control character." }];
    if (new TextEncoder().encode(subject).length > maxOctets)
      return [
        {
          at,
          severity: "error",
          message: `The subject is ${subject.length} characters, too long for a header line.`,
        },
      ];
    const columns = displayWidth(subject);
    return columns <= shownColumns
      ? []
      : [{ at, message: `The subject is ${columns} columns; inboxes show about ${shownColumns}.` }];
  },
};
