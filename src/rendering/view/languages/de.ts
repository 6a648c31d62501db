import type { InterfaceStrings } from "./interface-strings.ts";

export const de: InterfaceStrings = {
  issueNumber: "Nr. {number}",
  covering: "Beiträge vom {dates}",
  inside: "In dieser Ausgabe:",
  inBrief: "Kurz gemeldet",
  moreOnTheWeb: "Mehr im Web",
  byline: "Von {names}",
  readingTime: { other: "{count} Min. Lesezeit" },
  continueReading: "Weiterlesen: „{title}“",
  seeAlso: "Siehe auch:",
  storyCount: { one: "{count} Beitrag", other: "{count} Beiträge" },
  moreStories: { one: "{count} weiterer Beitrag im Web", other: "{count} weitere Beiträge im Web" },
  reason: "Sie erhalten diese E-Mail, weil Sie {title} abonniert haben.",
  sentTo: "Gesendet an {address}.",
  preferences: "Auswählen, was Sie erhalten",
  unsubscribe: "Abbestellen",
};
