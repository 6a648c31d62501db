import type { Issue, Story, StoryImage, StoryLink } from "./issue.ts";
import { cleanText } from "./slots.ts";
import type { Theme } from "./theme.ts";

/** A story as templates see it. What is absent is null or empty, never missing: templates are strict. */
export interface StoryView {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly date: Date;
  readonly topic: string;
  readonly authors: readonly string[];
  readonly excerpt: string;
  readonly html: string;
  readonly minutes: number;
  readonly image: ImageView | null;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly sameStory: readonly LinkView[];
}

export interface ImageView {
  readonly src: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface LinkView {
  readonly title: string;
  readonly url: string | null;
}

export interface SectionView {
  readonly key: string;
  readonly title: string;
  readonly stories: readonly StoryView[];
}

/** All that a theme's templates may use. */
export interface IssueView {
  readonly theme: Pick<Theme, "name" | "options"> & Theme["colours"];
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** IANA name; dates are shown in it. */
  readonly timeZone: string;
  readonly key: string;
  readonly title: string;
  readonly tagline: string;
  readonly website: string;
  readonly sender: { readonly name: string; readonly address: string };
  readonly postalAddress: string;
  readonly reason: string;
  readonly number: number;
  readonly date: Date;
  /** The first and the last day its stories come from. */
  readonly firstDay: Date;
  readonly lastDay: Date;
  readonly subject: string;
  readonly preheader: string;
  readonly openingNote: string;
  /** What the issue holds, a few words each, for the line under the masthead. */
  readonly inside: readonly string[];
  readonly storyCount: number;
  readonly lead: StoryView | null;
  readonly sections: readonly SectionView[];
  readonly inBrief: readonly StoryView[];
  readonly more: readonly LinkView[];
}

/** Turns an issue into the data of templates: cleaned of what no text may hold, with nothing missing. */
export function viewIssue(issue: Issue, theme: Theme): IssueView {
  const { masthead } = issue;
  const language = masthead.language;
  const sections = issue.sections.map((section) => ({
    key: section.key,
    title: cleanText(section.title),
    stories: section.stories.map((story) => viewStory(story, language)),
  }));
  const lead = issue.lead === undefined ? null : viewStory(issue.lead, language);
  const inBrief = issue.inBrief.map((story) => viewStory(story, language));
  return {
    theme: { name: theme.name, options: theme.options, ...theme.colours },
    language,
    direction: directionOf(language),
    timeZone: masthead.timeZone,
    key: masthead.key,
    title: cleanText(masthead.title),
    tagline: cleanText(masthead.tagline ?? ""),
    website: safeUrl(masthead.website) ?? "",
    sender: { name: cleanText(masthead.sender.name), address: cleanText(masthead.sender.address) },
    postalAddress: cleanText(masthead.postalAddress ?? ""),
    reason: cleanText(masthead.reason ?? ""),
    number: issue.number,
    date: issue.slot,
    firstDay: issue.since,
    lastDay: new Date(Math.max(issue.since.getTime(), issue.until.getTime() - 1)),
    subject: cleanText(issue.subject),
    preheader: cleanText(issue.preheader),
    openingNote: cleanText(issue.openingNote ?? ""),
    inside: sections.map((section) => section.title),
    storyCount:
      (lead === null ? 0 : 1) + sections.reduce((sum, one) => sum + one.stories.length, 0) + inBrief.length,
    lead,
    sections,
    inBrief,
    more: issue.more.map(viewLink),
  };
}

function viewStory(story: Story, issueLanguage: string): StoryView {
  const language = story.language ?? issueLanguage;
  return {
    id: story.id,
    title: cleanText(story.title),
    url: safeUrl(story.url),
    date: story.publishedAt,
    topic: cleanText(story.topic),
    authors: story.authors.map(cleanText),
    excerpt: cleanText(story.excerpt),
    html: cleanText(story.html),
    minutes: story.readingMinutes,
    image: story.image === undefined ? null : viewImage(story.image),
    language,
    direction: directionOf(language),
    sameStory: story.sameStory.map(viewLink),
  };
}

function viewLink(link: StoryLink): LinkView {
  return { title: cleanText(link.title), url: safeUrl(link.url) };
}

function viewImage(image: StoryImage): ImageView {
  return {
    src: image.src,
    alt: cleanText(image.alt),
    width: image.width ?? null,
    height: image.height ?? null,
  };
}

/** An address a reader may be sent to, percent-encoded; null for anything but http(s) and mailto. */
function safeUrl(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return ["http:", "https:", "mailto:"].includes(parsed.protocol) ? parsed.href : null;
}

function directionOf(language: string): "ltr" | "rtl" {
  return new Intl.Locale(language).getTextInfo().direction === "rtl" ? "rtl" : "ltr";
}
