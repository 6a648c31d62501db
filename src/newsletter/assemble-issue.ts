import type { Article, ArticleBody } from "../articles/article.ts";
import type { NewsletterConfig } from "../config/config.ts";
import type { Issue, Masthead, Story, StoryImage, StoryLink } from "../rendering/issue.ts";
import { shortenText } from "../selection/shorten-text.ts";
import { composeSubject } from "../selection/subject.ts";
import type { IssuePlan } from "./plan-issue.ts";
import type { IssueBodies } from "./read-bodies.ts";

/** The part of an issue's bytes that whole articles may take, so that there is room for the others. */
const wholeBodiesShare = 0.45;

/** In characters; what inboxes show beside a subject. */
const maxPreheader = 110;

/** Puts the chosen articles and their bodies together as the issue that rendering takes. */
export function assembleIssue(newsletter: NewsletterConfig, plan: IssuePlan, bodies: IssueBodies): Issue {
  const { selection } = plan;
  const linked = new Map(selection.sameStory.map(({ shown, others }) => [shown.path, others]));
  const sectionTitles = new Map(selection.sections.map(({ key, title }) => [key, title]));
  const sectionOf = new Map(selection.verdicts.map(({ article, section }) => [article.path, section]));
  const whole = chooseWhole(
    selection.lead,
    selection.sections.flatMap(({ articles }) => articles),
    bodies.articles,
    newsletter.maxHtmlBytes * wholeBodiesShare,
  );

  const toStory = (article: Article): Story => {
    const body = bodies.articles.get(article.path);
    if (body === undefined || article.publishedAt === undefined)
      throw new Error(`${article.path} was chosen without a body`);
    return {
      id: article.id,
      path: article.path,
      title: article.title,
      url: article.url,
      publishedAt: article.publishedAt,
      topic: sectionTitles.get(sectionOf.get(article.path) ?? "") ?? article.topics[0] ?? "",
      authors: article.authors,
      excerpt: body.excerpt,
      html: body.html,
      isWhole: whole.has(article.path),
      readingMinutes: body.readingMinutes,
      image: toStoryImage(body.image),
      language: article.language,
      sameStory: (linked.get(article.path) ?? []).map(toLink),
    };
  };

  const { subject, preheader } = composeSubject(selection, newsletter.title, {
    pattern: newsletter.subject,
    overrides: plan.overrides,
    number: plan.number,
    slot: plan.slot,
    window: plan.window.window,
    timeZone: newsletter.timeZone,
    language: newsletter.language,
  });
  const leadExcerpt = bodies.articles.get(selection.lead?.path ?? "")?.excerpt ?? "";
  return {
    masthead: toMasthead(newsletter),
    number: plan.number,
    slot: plan.slot,
    since: plan.window.window.since,
    until: plan.window.window.until,
    subject,
    // An issue of one article has no further titles to go on with; its opening does.
    preheader: preheader === "" ? shortenText(leadExcerpt, maxPreheader) : preheader,
    openingNote: bodies.openingNote?.html,
    lead: selection.lead === undefined ? undefined : toStory(selection.lead),
    sections: selection.sections.map(({ key, title, articles }) => ({
      key,
      title,
      stories: articles.map(toStory),
    })),
    inBrief: selection.inBrief.map(toStory),
    more: selection.more.map(toLink),
  };
}

/**
 * Which stories are shown whole: those that a reader could read nowhere else, because they have no address, in the
 * order of the issue, as far as there is room.
 */
function chooseWhole(
  lead: Article | undefined,
  stories: readonly Article[],
  bodies: ReadonlyMap<string, ArticleBody>,
  maxBytes: number,
): ReadonlySet<string> {
  const whole = new Set<string>();
  let left = maxBytes;
  for (const { path, url } of [...(lead === undefined ? [] : [lead]), ...stories]) {
    const bytes = Buffer.byteLength(bodies.get(path)?.html ?? "");
    if (url !== undefined || bytes === 0 || bytes > left) continue;
    whole.add(path);
    left -= bytes;
  }
  return whole;
}

function toMasthead(newsletter: NewsletterConfig): Masthead {
  const { key, title, tagline, language, timeZone, from, postalAddress, website, reason } = newsletter;
  return { key, title, tagline, language, timeZone, sender: from, postalAddress, website, reason };
}

function toStoryImage(image: ArticleBody["image"]): StoryImage | undefined {
  if (image === undefined) return undefined;
  if (image.kind === "remote") return { src: image.url, alt: image.alt, width: undefined, height: undefined };
  return { src: image.src, alt: image.alt, width: image.width, height: image.height };
}

function toLink({ path, title, url }: Article): StoryLink {
  return { path, title, url };
}
