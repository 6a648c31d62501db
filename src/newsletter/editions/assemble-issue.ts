import type { Article } from "../../articles/article.ts";
import type { Issue, Story, StoryLink } from "../../rendering/issue.ts";
import { findLeftwardScript } from "../../rendering/view/language-script.ts";
import { listShown } from "../../selection/terms/list-shown.ts";
import type { Selection } from "../../selection/terms/selection.ts";
import { shortenText } from "../../selection/subject/shorten-text.ts";
import { composeSubject, type SubjectLine } from "../../selection/subject/subject.ts";
import type { EditionSource, StoryBody } from "./edition-source.ts";

/** What of an issue a reader gets: all of it, or a choice. */
export type Arrangement = Pick<Selection, "lead" | "sections" | "inBrief" | "more" | "sameStory">;

/** The part of an issue's bytes that whole articles may take, so that there is room for the others. */
const wholeBodiesShare = 0.45;

/** In characters; what inboxes show beside a subject. */
const maxPreheader = 110;

/**
 * Puts an arrangement of articles and their bodies together as the issue that rendering takes.
 *
 * @param language - Of the interface, BCP 47.
 */
export function assembleIssue(source: EditionSource, arrangement: Arrangement, language: string): Issue {
  const { masthead, selection, bodies } = source;
  const linked = new Map(arrangement.sameStory.map(({ shown, others }) => [shown.path, others]));
  const sectionOf = findSections(selection);
  const whole = chooseWhole(arrangement, bodies, source.maxHtmlBytes * wholeBodiesShare);

  // What is linked and has no address can be read nowhere else, so it lends its beginning.
  const toLink = ({ path, title, url }: Article): StoryLink =>
    url === undefined ? { path, title, url, excerpt: bodies.get(path)?.excerpt ?? "" } : { path, title, url };
  const toStory = (article: Article): Story => {
    const body = bodies.get(article.path);
    if (body === undefined || article.publishedAt === undefined)
      throw new Error(`${article.path} was chosen without a body`);
    return {
      id: article.id,
      path: article.path,
      title: article.title,
      url: article.url,
      publishedAt: article.publishedAt,
      topic: sectionOf.get(article.path) ?? article.topics[0] ?? "",
      authors: article.authors,
      ...body,
      isWhole: whole.has(article.path),
      // What names no language is in the newsletter's, which the interface may not be in, unless its letters say otherwise.
      language:
        article.language ??
        findLeftwardScript(`${article.title} ${body.excerpt}`, masthead.language) ??
        (language === masthead.language ? undefined : masthead.language),
      sameStory: (linked.get(article.path) ?? []).map(toLink),
    };
  };
  return {
    masthead: { ...masthead, language },
    number: source.number,
    slot: source.slot,
    since: source.since,
    until: source.until,
    ...composeInbox(source, arrangement, language),
    openingNote:
      source.openingNote === undefined || language === masthead.language
        ? source.openingNote
        : `<div lang="${masthead.language}">${source.openingNote}</div>`,
    lead: arrangement.lead === undefined ? undefined : toStory(arrangement.lead),
    sections: arrangement.sections.map(({ key, title, articles }) => ({
      key,
      title,
      stories: articles.map(toStory),
    })),
    inBrief: arrangement.inBrief.map(toStory),
    more: arrangement.more.map(toLink),
  };
}

/**
 * Subject and preheader of an arrangement. What the editor wrote by hand goes to readers who get the lead, which it is
 * most likely about; the others have the titles of their own stories.
 */
export function composeInbox(source: EditionSource, arrangement: Arrangement, language: string): SubjectLine {
  const { masthead, selection, bodies, pattern, ownInbox, number, slot, since, until } = source;
  const { subject, preheader } = composeSubject(arrangement, masthead.title, {
    pattern,
    overrides: arrangement.lead === undefined && selection.lead !== undefined ? undefined : ownInbox,
    number,
    slot,
    window: { since, until },
    timeZone: masthead.timeZone,
    language,
  });
  // An issue of one article has no further titles to go on with; its opening does.
  const [first] = listShown(arrangement);
  const opening = bodies.get(first?.path ?? "")?.excerpt ?? "";
  return { subject, preheader: preheader === "" ? shortenText(opening, maxPreheader) : preheader };
}

/** For each article, in any language, the title of the section it stands in or would. */
function findSections({ sections, verdicts, translations }: Selection): ReadonlyMap<string, string> {
  const titles = new Map(sections.map(({ key, title }) => [key, title]));
  const found = new Map<string, string>();
  for (const { article, section, topics } of verdicts) {
    // Where it stands with the rest, the heading over the rest says nothing of it.
    const title = topics.length === 0 ? undefined : titles.get(section ?? "");
    if (title !== undefined) found.set(article.path, title);
  }
  for (const { shown, versions } of translations) {
    const title = found.get(shown.path);
    if (title !== undefined) for (const { article } of versions) found.set(article.path, title);
  }
  return found;
}

/**
 * Which stories are shown whole: those that a reader could read nowhere else, because they have no address, in the
 * order of the issue, as far as there is room.
 */
function chooseWhole(
  arrangement: Arrangement,
  bodies: ReadonlyMap<string, StoryBody>,
  maxBytes: number,
): ReadonlySet<string> {
  const whole = new Set<string>();
  let left = maxBytes;
  for (const { path, url } of listShown({ ...arrangement, inBrief: [] })) {
    const bytes = Buffer.byteLength(bodies.get(path)?.html ?? "");
    if (url !== undefined || bytes === 0 || bytes > left) continue;
    whole.add(path);
    left -= bytes;
  }
  return whole;
}
