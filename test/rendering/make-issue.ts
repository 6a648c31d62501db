import type { Issue, Story } from "../../src/rendering/issue.ts";

export function makeStory(over: Partial<Story> = {}): Story {
  const title = over.title ?? "The bridge reopens on Monday";
  const id = over.id ?? title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  return {
    id,
    path: `${id}.md`,
    title,
    url: `https://example.org/${encodeURIComponent(id)}`,
    publishedAt: new Date("2026-11-18T08:00:00Z"),
    topic: "Town",
    authors: ["Anna Smith"],
    excerpt: "After eleven months of works the old bridge carries traffic again.",
    isWhole: false,
    html: "<p>After eleven months of works the old bridge carries traffic again.</p>",
    readingMinutes: 4,
    image: undefined,
    language: undefined,
    sameStory: [],
    ...over,
  };
}

export function makeIssue(over: Partial<Issue> = {}): Issue {
  return {
    masthead: {
      key: "weekly",
      title: "The Harbour Letter",
      tagline: "News from the quay",
      language: "en-GB",
      timeZone: "Europe/London",
      sender: { name: "The Harbour Letter", address: "letter@example.org" },
      postalAddress: "3 Quay Street, Port Ellery PE1 4AB",
      website: "https://example.org/",
      reason: undefined,
    },
    number: 12,
    slot: new Date("2026-11-22T07:00:00Z"),
    since: new Date("2026-11-15T00:00:00Z"),
    until: new Date("2026-11-22T00:00:00Z"),
    subject: "The bridge reopens on Monday",
    preheader: "Also: a bakery moves, and the ferry timetable for winter.",
    openingNote: undefined,
    lead: makeStory(),
    sections: [
      { key: "trade", title: "Trade", stories: [makeStory({ title: "A bakery moves two doors down" })] },
    ],
    inBrief: [makeStory({ title: "Winter timetable for the ferry" })],
    more: [],
    ...over,
  };
}

const sentences = [
  "The keeper counted the boats in before dark, as she does on every night of the season, and wrote the number on the wall.",
  "Nobody had measured the wall since it was built, so the surveyors began with a tape and a great deal of chalk.",
  "Three of the five trees will stay; the other two become benches on the west side of the green, where the wind is less.",
];

/** The first story leads, most others stand under the titles in turn, and the last ones in brief. */
export function arrange(
  stories: readonly Story[],
  titles: readonly string[],
): Pick<Issue, "lead" | "sections" | "inBrief"> {
  const [lead, ...rest] = stories;
  const shown = Math.ceil(rest.length * 0.7);
  return {
    lead,
    sections: titles
      .map((title, index) => ({
        key: `section-${index}`,
        title,
        stories: rest.slice(0, shown).filter((_, position) => position % titles.length === index),
      }))
      .filter((section) => section.stories.length > 0),
    inBrief: rest.slice(shown),
  };
}

/** A full issue: a lead, four sections, some in brief, with pictures here and there. `count` stories in all. */
export function makeFullIssue(count: number): Issue {
  const stories = Array.from({ length: count }, (_, index) =>
    makeStory({
      id: `story-${index}`,
      title: `${["Harbour wall passes its hundredth winter", "Five lime trees and what becomes of them", "The school clock is right again", "A choir for people who cannot sing"][index % 4] ?? ""} (${index + 1})`,
      authors: index % 3 === 0 ? ["Anna Smith", "Tomás Ó Briain"] : ["Ruth Adeyemi"],
      excerpt: sentences.slice(0, 1 + (index % 3)).join(" "),
      image:
        index % 4 === 0
          ? {
              src: `cid:0a1b2c3${index % 10}-wall.jpg`,
              alt: "The harbour wall at low tide",
              width: 1104,
              height: 620,
            }
          : undefined,
      sameStory:
        index === 3 ? [{ title: "What the survey said in 1962", url: "https://example.org/survey" }] : [],
    }),
  );
  return makeIssue({
    ...arrange(stories, ["Harbour", "Town", "Schools", "Letters"]),
    openingNote:
      '<p>Good morning. The tide is out; <a href="https://example.org/minutes">the minutes are in</a>.</p>',
    more: [{ title: "The tide tables for December", url: "https://example.org/tides" }],
  });
}
