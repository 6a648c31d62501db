import type { InterfaceStrings } from "./interface-strings.ts";

export const hi: InterfaceStrings = {
  issueNumber: "अंक {number}",
  covering: "{dates} के लेख",
  inside: "इस अंक में:",
  inBrief: "संक्षेप में",
  moreOnTheWeb: "वेब पर और पढ़ें",
  byline: "लेखक: {names}",
  readingTime: { other: "{count} मिनट में पढ़ें" },
  continueReading: "आगे पढ़ें: “{title}”",
  seeAlso: "यह भी पढ़ें:",
  storyCount: { other: "{count} लेख" },
  moreStories: { other: "वेब पर {count} और लेख" },
  reason: "यह ईमेल आपको इसलिए मिला है क्योंकि आप {title} के सदस्य हैं।",
  sentTo: "{address} पर भेजा गया।",
  preferences: "चुनें कि क्या पाना है",
  unsubscribe: "सदस्यता छोड़ें",
};
