import { cleanLine } from "../../platform/clean-text.ts";
import type { IssueOverrides } from "../terms/overrides.ts";
import { listShown } from "../terms/list-shown.ts";
import type { Selection } from "../terms/selection.ts";
import { fits, shortenText } from "./shorten-text.ts";
import { fillSubjectPattern, type SubjectFacts } from "./subject-pattern.ts";

/** What the inbox shows of an issue before it is opened. */
export interface SubjectLine {
  readonly subject: string;
  readonly preheader: string;
}

export interface SubjectOptions extends SubjectFacts {
  /** Such as `{newsletter} {number}: {lead}`; undefined: the titles, the lead's first. */
  readonly pattern?: string | undefined;
  /** What the editor wrote for this issue goes before everything. */
  readonly overrides?: Pick<IssueOverrides, "subject" | "preheader"> | undefined;
}

/** Widths, in columns. */
const maxSubject = 70;
const maxPreheader = 110;
/** An editor's own subject is not cut to taste, only to what a header line can carry. */
const maxOwnSubject = 200;
const separator = " · ";

/**
 * Makes subject and preheader: what the editor wrote, else the configured pattern, else the titles of the issue: the lead's first,
 * whole words, no more than 70 characters; the preheader goes on where the subject stops.
 *
 * @param newsletter Its title: the subject of an issue without an article.
 * @throws GazetteError `config-invalid` for a pattern with an unknown placeholder.
 */
export function composeSubject(
  selection: Pick<Selection, "lead" | "sections" | "inBrief">,
  newsletter: string,
  options: SubjectOptions = {},
): SubjectLine {
  const { pattern, overrides, ...facts } = options;
  const titles = listShown(selection).map(({ title }) => cleanLine(title));
  const made =
    pattern === undefined
      ? joinTitles(titles)
      : fillSubjectPattern(pattern, { newsletter, titles, ...facts }, maxSubject);
  const subject = own(overrides?.subject) ?? (made === "" ? cleanLine(newsletter) : made);
  // A title that the subject had to cut is not told twice.
  const untold = titles.filter(
    (title, at) => !subject.includes(title) && (at > 0 || !subject.includes(title.slice(0, 20))),
  );
  return {
    subject,
    preheader: own(overrides?.preheader) ?? shortenText(untold.join(separator), maxPreheader),
  };
}

/** As many titles as fit whole, the first cut if it must be. */
function joinTitles(titles: readonly string[]): string {
  const [first = "", ...others] = titles;
  let subject = shortenText(first, maxSubject);
  for (const title of others) {
    const longer = `${subject}${separator}${title}`;
    if (!fits(longer, maxSubject)) break;
    subject = longer;
  }
  return subject;
}

function own(text: string | undefined): string | undefined {
  const line = text === undefined ? "" : shortenText(text, maxOwnSubject);
  return line === "" ? undefined : line;
}
