import type { InterfaceStrings } from "./interface-strings.ts";

export const he: InterfaceStrings = {
  issueNumber: "גיליון {number}",
  covering: "כתבות מ־{dates}",
  inside: "בגיליון הזה:",
  inBrief: "בקצרה",
  moreOnTheWeb: "עוד באתר",
  byline: "מאת {names}",
  readingTime: { one: "דקת קריאה", two: "שתי דקות קריאה", other: "{count} דקות קריאה" },
  continueReading: "להמשך קריאה: ”{title}”",
  seeAlso: "ראו גם:",
  storyCount: { one: "כתבה אחת", two: "שתי כתבות", other: "{count} כתבות" },
  moreStories: { one: "עוד כתבה אחת באתר", two: "עוד שתי כתבות באתר", other: "עוד {count} כתבות באתר" },
  reason: "קיבלתם את ההודעה הזאת כי נרשמתם אל {title}.",
  sentTo: "נשלח אל {address}.",
  preferences: "לבחור מה לקבל",
  unsubscribe: "ביטול ההרשמה",
};
