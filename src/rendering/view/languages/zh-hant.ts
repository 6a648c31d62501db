import type { InterfaceStrings } from "./interface-strings.ts";

export const zhHant: InterfaceStrings = {
  issueNumber: "第 {number} 期",
  covering: "{dates}的文章",
  inside: "本期內容：",
  inBrief: "簡訊",
  moreOnTheWeb: "網上更多文章",
  byline: "文／{names}",
  readingTime: { other: "約 {count} 分鐘讀完" },
  continueReading: "繼續閱讀「{title}」",
  seeAlso: "延伸閱讀：",
  storyCount: { other: "{count} 篇文章" },
  moreStories: { other: "網上還有 {count} 篇文章" },
  reason: "您收到這封信，是因為您訂閱了「{title}」。",
  sentTo: "收件人：{address}",
  preferences: "選擇接收內容",
  unsubscribe: "取消訂閱",
};
