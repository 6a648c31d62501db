import type { Selection } from "./select-articles.ts";
import { shortenText } from "./shorten-text.ts";

/** What the inbox shows of an issue before it is opened. */
export interface SubjectLine {
  readonly subject: string;
  readonly preheader: string;
}

const maxSubject = 70;
const maxPreheader = 110;
const separator = " · ";

/**
 * Makes subject and preheader from the titles of an issue: the lead's first, whole words, no more than about 70
 * characters; the preheader goes on where the subject stops.
 *
 * @param fallback For an issue without an article, such as the newsletter's title.
 */
export function composeSubject(selection: Selection, fallback: string): SubjectLine {
  const titles = [
    selection.lead,
    ...selection.sections.flatMap((section) => section.articles),
    ...selection.inBrief,
  ]
    .filter((article) => article !== undefined)
    .map((article) => article.title);
  const [first = fallback, ...others] = titles;
  let subject = shortenText(first, maxSubject);
  let used = 0;
  for (const title of others) {
    const longer = `${subject}${separator}${title}`;
    if (shortenText(longer, maxSubject) !== longer) break;
    subject = longer;
    used++;
  }
  return { subject, preheader: shortenText(others.slice(used).join(separator), maxPreheader) };
}
