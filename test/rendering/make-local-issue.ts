import type { Issue } from "../../src/rendering/issue.ts";
import { localWords } from "./local-words.ts";
import { arrange, makeIssue, makeStory } from "./make-issue.ts";

/** A full issue in a language, the same on every run: a lead, three sections, the rest in brief. `count` stories in all. */
export function makeLocalIssue(language: string, count: number, hasImages = true): Issue {
  const words = localWords[language];
  if (words === undefined) throw new Error(`There are no words in ${language}.`);
  const stories = Array.from({ length: count }, (_, index) => {
    const [title, excerpt] = words.stories[index % words.stories.length] ?? ["", ""];
    const round = Math.floor(index / words.stories.length);
    return makeStory({
      id: `story-${index}`,
      title: round === 0 ? title : `${title} (${round + 1})`,
      topic: words.sections[index % words.sections.length] ?? "",
      authors: index % 3 === 0 ? words.authors : words.authors.slice(0, 1),
      excerpt,
      readingMinutes: 2 + (index % 7),
      image:
        hasImages && index % 3 === 0
          ? { src: `cid:0a1b2c3${index % 10}-wall.jpg`, alt: words.alt, width: 1104, height: 620 }
          : undefined,
      sameStory: index === 1 ? [{ title: words.tagline, url: "https://example.org/same-story" }] : [],
    });
  });
  return makeIssue({
    ...arrange(stories, words.sections),
    masthead: {
      ...makeIssue().masthead,
      title: words.title,
      tagline: words.tagline,
      language,
      sender: { name: words.title, address: "letter@example.org" },
      postalAddress: words.address,
    },
    subject: stories[0]?.title ?? "",
    preheader: words.stories[1]?.[0] ?? "",
    openingNote: `<p>${words.note}</p>`,
  });
}
