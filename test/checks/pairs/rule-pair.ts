import type { CheckedArticle, CheckedEdition, CheckedImage } from "../../../src/checks/checked-edition.ts";
import type { Severity } from "../../../src/checks/finding.ts";
import { makeEdition, makePage, type PageParts } from "../make-edition.ts";

/** A page a rule speaks of, and the same page mended, of which it does not. */
export interface RulePair {
  readonly title: string;
  readonly bad: Partial<CheckedEdition>;
  readonly mended: Partial<CheckedEdition>;
  readonly severity: Severity;
  /** What the message has to say. */
  readonly says: RegExp;
  readonly place?: RegExp;
}

export const page = (parts: PageParts): Partial<CheckedEdition> => ({ html: makePage(parts) });
export const body = (html: string): Partial<CheckedEdition> => page({ body: html });
export const style = (css: string, html?: string): Partial<CheckedEdition> =>
  page({ head: `<style>${css}</style>`, ...(html === undefined ? {} : { body: html }) });
export const filler = (bytes: number): string =>
  `<p>${"Words of the quay. ".repeat(Math.ceil(bytes / 19))}</p>`;
export const link = (href: string, text = "The timetable of the ferry"): string =>
  `<p>See <a href="${href}">${text}</a> now.</p>`;
export const picture: CheckedImage = { name: "quay.jpg", bytes: 80_000, width: 1200, height: 800 };

const [first] = makeEdition().articles;
if (first === undefined) throw new Error("The edition of these tests has an article.");
export const bridge: CheckedArticle = first;
