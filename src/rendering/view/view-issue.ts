import { cleanLine, cleanText } from "../../platform/clean-text.ts";
import { displayWidth } from "../../platform/display-width.ts";
import { dressHtml } from "../markup/dress-html.ts";
import type { Issue, Story, StoryImage, StoryLink } from "../issue.ts";
import type { ImageView, IssueView, LinkView, StoryView } from "./issue-view.ts";
import { viewScript } from "./language-script.ts";
import { chooseStrings } from "./phrases.ts";
import type { Theme } from "../theme.ts";

/** In columns; the longest headlines of newspapers are shorter. */
const longTitleColumns = 100;

/** A word that would break on a phone at the size of a headline; scripts without blanks break anywhere. */
const longWord =
  /(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}]){20}/u;

/** Turns an issue into the data of templates: cleaned of what no text may hold, with nothing missing. */
export function viewIssue(issue: Issue, theme: Theme): IssueView {
  const { masthead } = issue;
  const script = viewScript(masthead.language);
  const toStory = (story: Story): StoryView => viewStory(story, script.language, 4);
  const lead = issue.lead === undefined ? null : viewStory(issue.lead, script.language, 3);
  const sections = issue.sections.map(({ key, title, stories }) => ({
    key,
    title: cleanLine(title),
    stories: stories.map(toStory),
  }));
  const inBrief = issue.inBrief.map(toStory);
  const stories = [
    ...(lead === null ? [] : [lead]),
    ...sections.flatMap((section) => section.stories),
    ...inBrief,
  ];
  const inside = sections.map(({ title, stories: within }) => ({ title, count: within.length }));
  if (inBrief.length > 0)
    inside.push({ title: chooseStrings(script.language).inBrief, count: inBrief.length });
  const website = webAddress(masthead.website);
  return {
    ...script,
    title: cleanLine(masthead.title),
    tagline: cleanLine(masthead.tagline ?? ""),
    key: masthead.key,
    number: issue.number,
    date: issue.slot,
    firstDay: issue.since,
    // `until` is exclusive: midnight belongs to the day after.
    lastDay: new Date(Math.max(issue.since.getTime(), issue.until.getTime() - 1)),
    subject: cleanLine(issue.subject),
    preheader: cleanLine(issue.preheader),
    openingNote: dressHtml(cleanText(issue.openingNote ?? ""), 2),
    inside,
    severalInside: inside.length > 1,
    storyCount: stories.length,
    minutes: stories.reduce((sum, story) => sum + story.minutes, 0),
    lead,
    sections,
    inBrief,
    more: issue.more.map(viewLink),
    rest: (issue.rest ?? 0) > 0 && website !== "" ? { count: issue.rest ?? 0, url: website } : null,
    website,
    sender: { name: cleanLine(masthead.sender.name), address: cleanLine(masthead.sender.address) },
    postalAddress: cleanLine(masthead.postalAddress ?? ""),
    reason: cleanLine(masthead.reason ?? ""),
    timeZone: masthead.timeZone,
    theme: {
      name: cleanLine(theme.name),
      ...theme.colours,
      options: Object.fromEntries(
        Object.entries(theme.options).map(([key, value]) => [
          key,
          typeof value === "string" ? cleanText(value) : value,
        ]),
      ),
    },
  };
}

/** @param topHeading The level of the highest heading within the story. */
function viewStory(story: Story, issueLanguage: string, topHeading: number): StoryView {
  const title = cleanLine(story.title);
  return withoutRepeatedImage({
    ...viewScript(story.language ?? issueLanguage, issueLanguage),
    id: cleanLine(story.id),
    title,
    longTitle: displayWidth(title) > longTitleColumns || longWord.test(title),
    url: webAddress(story.url),
    date: story.publishedAt,
    topic: cleanLine(story.topic),
    authors: story.authors.map(cleanLine).filter((name) => name !== ""),
    excerpt: withoutHeadline(cleanLine(story.excerpt), title),
    html: dressHtml(cleanText(story.html), topHeading),
    whole: story.isWhole,
    minutes: story.readingMinutes,
    image: story.image === undefined ? null : viewImage(story.image),
    sameStory: story.sameStory.map(viewLink),
  });
}

/** An article without a title lends its first sentence: nobody wants to read it twice in a row. */
function withoutHeadline(excerpt: string, title: string): string {
  const sentence = title.replace(/[.!?…]+$/u, "");
  if (sentence === "" || !excerpt.startsWith(sentence)) return excerpt;
  const rest = excerpt.slice(sentence.length);
  const end = /^[.!?]*(?:\s+|$)/u.exec(rest)?.[0];
  // "The bridge" begins "The bridge reopens" without being its first sentence.
  const isSentence = end === rest || /^[.!?]/u.test(end ?? "");
  return isSentence ? rest.slice(end?.length) : excerpt;
}

/** Where the whole text is shown, a picture that stands in it is not shown above it as well. */
function withoutRepeatedImage(story: StoryView): StoryView {
  const repeats = story.whole && story.image !== null && story.html.includes(`src="${story.image.src}"`);
  return repeats ? { ...story, image: null } : story;
}

function viewLink(link: StoryLink): LinkView {
  const title = cleanLine(link.title);
  const url = webAddress(link.url);
  return { title, url, excerpt: url === "" ? withoutHeadline(cleanLine(link.excerpt ?? ""), title) : "" };
}

function viewImage(image: StoryImage): ImageView | null {
  const src = /^cid:[\w.@+-]+$/.test(image.src) ? image.src : webAddress(image.src);
  if (src === "") return null;
  return { src, alt: cleanLine(image.alt), width: image.width ?? 0, height: image.height ?? 0 };
}

/** An address that may be followed, percent-encoded; empty for anything but http, https and mailto. */
function webAddress(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return "";
  const { protocol, href } = new URL(url);
  return ["http:", "https:", "mailto:"].includes(protocol) ? cleanText(href).replaceAll("'", "%27") : "";
}
