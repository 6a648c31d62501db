import type { InterfaceStrings } from "./interface-strings.ts";

export const ko: InterfaceStrings = {
  issueNumber: "제{number}호",
  covering: "{dates} 기사",
  inside: "이번 호:",
  inBrief: "단신",
  moreOnTheWeb: "웹에서 더 읽기",
  byline: "글 {names}",
  readingTime: { other: "읽는 데 {count}분" },
  continueReading: "“{title}” 계속 읽기",
  seeAlso: "함께 읽기:",
  storyCount: { other: "기사 {count}건" },
  moreStories: { other: "웹에서 기사 {count}건 더 읽기" },
  reason: "이 메일은 “{title}” 구독자에게 보내 드립니다.",
  sentTo: "받는 사람: {address}",
  preferences: "받을 내용 고르기",
  unsubscribe: "구독 취소",
};
