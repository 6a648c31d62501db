import { deserialize, serialize } from "node:v8";
import { deflateSync, inflateSync } from "node:zlib";
import type { ArticleBody } from "../../articles/article.ts";
import type { NewsletterConfig } from "../../config/config.ts";
import type { Masthead, StoryImage } from "../../rendering/issue.ts";
import type { ShorterForm } from "../../rendering/story-choice.ts";
import type { Theme } from "../../rendering/theme.ts";
import type { SelectionRules } from "../../selection/terms/selection-rules.ts";
import type { Selection } from "../../selection/terms/selection.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";
import type { IssueBodies } from "./read-bodies.ts";

/** An article's body as stories are made of it. */
export interface StoryBody extends Pick<ArticleBody, "excerpt" | "html" | "readingMinutes"> {
  readonly image: StoryImage | undefined;
}

/**
 * Everything that the editions of an issue are made from, as plain data: frozen with the issue, so that a reader who
 * joins weeks later gets the articles as they were.
 */
export interface EditionSource {
  readonly masthead: Masthead;
  /** The configured pattern of subjects. */
  readonly pattern: string | undefined;
  /** What the editor wrote for this issue. */
  readonly ownInbox: { readonly subject: string | undefined; readonly preheader: string | undefined };
  readonly maxHtmlBytes: number;
  readonly number: number;
  readonly slot: Date;
  readonly since: Date;
  readonly until: Date;
  readonly openingNote: string | undefined;
  /** Verdicts only of the articles in the issue. */
  readonly selection: Selection;
  readonly rules: Pick<SelectionRules, "topics">;
  /** By path; translations too. */
  readonly bodies: ReadonlyMap<string, StoryBody>;
  readonly theme: Theme;
  /** What stands in the whole issue shorter than it was chosen for, so that its HTML fits. */
  readonly forms: ReadonlyMap<string, ShorterForm>;
}

export function toEditionSource(
  newsletter: NewsletterConfig,
  plan: IssuePlan,
  bodies: IssueBodies,
  theme: Theme,
): EditionSource {
  const { key, title, tagline, language, timeZone, from, postalAddress, website, reason } = newsletter;
  const { selection, overrides, number, slot } = plan;
  return {
    masthead: { key, title, tagline, language, timeZone, sender: from, postalAddress, website, reason },
    pattern: newsletter.subject,
    ownInbox: { subject: overrides?.subject, preheader: overrides?.preheader },
    maxHtmlBytes: newsletter.maxHtmlBytes,
    number,
    slot,
    ...plan.window.window,
    openingNote: bodies.openingNote?.html,
    selection: { ...selection, verdicts: selection.verdicts.filter(({ inIssue }) => inIssue) },
    rules: { topics: plan.rules.topics },
    bodies: new Map(
      [...bodies.articles].map(([path, { excerpt, html, readingMinutes, image }]) => [
        path,
        { excerpt, html, readingMinutes, image: toStoryImage(image) },
      ]),
    ),
    theme,
    forms: new Map(),
  };
}

function toStoryImage(image: ArticleBody["image"]): StoryImage | undefined {
  if (image === undefined) return undefined;
  if (image.kind === "remote") return { src: image.url, alt: image.alt, width: undefined, height: undefined };
  return { src: image.src, alt: image.alt, width: image.width, height: image.height };
}

/** As the ledger keeps it. Dates, maps and articles that several lists share come back as they were. */
export function packSource(source: EditionSource): Uint8Array {
  return deflateSync(serialize(source));
}

export function unpackSource(packed: Uint8Array): EditionSource {
  return deserialize(inflateSync(packed)) as EditionSource;
}
