import type { InterfaceStrings } from "./interface-strings.ts";

export const zhHans: InterfaceStrings = {
  issueNumber: "第 {number} 期",
  covering: "{dates}的文章",
  inside: "本期内容：",
  inBrief: "简讯",
  moreOnTheWeb: "网上更多文章",
  byline: "文／{names}",
  readingTime: { other: "约 {count} 分钟读完" },
  continueReading: "继续阅读“{title}”",
  seeAlso: "另请阅读：",
  storyCount: { other: "{count} 篇文章" },
  moreStories: { other: "网上还有 {count} 篇文章" },
  reason: "您收到这封邮件，是因为您订阅了“{title}”。",
  sentTo: "收件人：{address}",
  preferences: "选择接收内容",
  unsubscribe: "退订",
};
