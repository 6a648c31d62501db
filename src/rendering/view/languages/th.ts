import type { InterfaceStrings } from "./interface-strings.ts";

export const th: InterfaceStrings = {
  issueNumber: "ฉบับที่ {number}",
  covering: "บทความ {dates}",
  inside: "ในฉบับนี้:",
  inBrief: "ข่าวสั้น",
  moreOnTheWeb: "อ่านต่อบนเว็บ",
  byline: "โดย {names}",
  readingTime: { other: "อ่าน {count} นาที" },
  continueReading: "อ่านต่อ “{title}”",
  seeAlso: "อ่านเพิ่มเติม:",
  storyCount: { other: "{count} เรื่อง" },
  moreStories: { other: "อีก {count} เรื่องบนเว็บ" },
  reason: "คุณได้รับอีเมลนี้เพราะสมัครรับ {title}",
  sentTo: "ส่งถึง {address}",
  preferences: "เลือกสิ่งที่จะรับ",
  unsubscribe: "ยกเลิกการรับอีเมล",
};
