import type { InterfaceStrings } from "./interface-strings.ts";

export const ar: InterfaceStrings = {
  issueNumber: "العدد {number}",
  covering: "مقالات {dates}",
  inside: "في هذا العدد:",
  inBrief: "باختصار",
  moreOnTheWeb: "المزيد على الويب",
  byline: "بقلم {names}",
  readingTime: {
    zero: "أقل من دقيقة للقراءة",
    one: "دقيقة واحدة للقراءة",
    two: "دقيقتان للقراءة",
    few: "{count} دقائق للقراءة",
    many: "{count} دقيقة للقراءة",
    other: "{count} دقيقة للقراءة",
  },
  continueReading: "تابع قراءة «{title}»",
  seeAlso: "اقرأ أيضًا:",
  storyCount: {
    zero: "لا مقالات",
    one: "مقال واحد",
    two: "مقالان",
    few: "{count} مقالات",
    many: "{count} مقالًا",
    other: "{count} مقال",
  },
  reason: "تصلك هذه الرسالة لأنك مشترك في {title}.",
  sentTo: "أُرسلت إلى {address}.",
  preferences: "اختر ما يصلك",
  unsubscribe: "إلغاء الاشتراك",
};
