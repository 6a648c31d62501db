import type { InterfaceStrings } from "./interface-strings.ts";

export const ja: InterfaceStrings = {
  issueNumber: "第{number}号",
  covering: "{dates}の記事",
  inside: "今号の内容：",
  inBrief: "短信",
  moreOnTheWeb: "ウェブで読む",
  byline: "文・{names}",
  readingTime: { other: "約{count}分" },
  continueReading: "「{title}」の続きを読む",
  seeAlso: "関連記事：",
  storyCount: { other: "{count}本の記事" },
  moreStories: { other: "ほかに{count}本の記事をウェブで読む" },
  reason: "このメールは「{title}」を購読している方にお送りしています。",
  sentTo: "送信先：{address}",
  preferences: "配信内容を選ぶ",
  unsubscribe: "購読を解除する",
};
