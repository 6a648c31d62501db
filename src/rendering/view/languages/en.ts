import type { InterfaceStrings } from "./interface-strings.ts";

export const en: InterfaceStrings = {
  issueNumber: "No. {number}",
  covering: "covering {dates}",
  inside: "In this issue:",
  inBrief: "In brief",
  moreOnTheWeb: "More on the web",
  byline: "By {names}",
  readingTime: { other: "{count} min read" },
  continueReading: "Continue reading “{title}”",
  seeAlso: "See also:",
  storyCount: { one: "{count} story", other: "{count} stories" },
  moreStories: { one: "{count} more story on the web", other: "{count} more stories on the web" },
  reason: "You get this email because you subscribed to {title}.",
  sentTo: "Sent to {address}.",
  preferences: "Choose what you get",
  unsubscribe: "Unsubscribe",
};
