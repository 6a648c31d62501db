import type { Issue, Story } from "../../src/rendering/issue.ts";

export function makeStory(over: Partial<Story> = {}): Story {
  const title = over.title ?? "The bridge reopens on Monday";
  const id = over.id ?? title.toLowerCase().replace(/\W+/g, "-");
  return {
    id,
    path: `${id}.md`,
    title,
    url: `https://example.org/${encodeURIComponent(id)}`,
    publishedAt: new Date("2026-11-18T08:00:00Z"),
    topic: "Town",
    authors: ["Anna Smith"],
    excerpt: "After eleven months of works the old bridge carries traffic again.",
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
      { key: "town", title: "Town", stories: [makeStory({ title: "A bakery moves two doors down" })] },
    ],
    inBrief: [makeStory({ title: "Winter timetable for the ferry" })],
    more: [],
    ...over,
  };
}
