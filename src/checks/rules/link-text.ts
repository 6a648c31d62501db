import { evidenceOfLink, nameOfLink } from "../page/links.ts";
import type { Observation, Rule } from "../rule.ts";

/** Words that say nothing without what stands around them, by their whole text. */
const empty = new Set(
  [
    "click here|click|here|more|read more|read on|learn more|find out more|continue|continue reading|see more|details|link|this link|this page|go|view",
    "hier|hier klicken|klicken sie hier|mehr|mehr lesen|weiter|weiterlesen|mehr erfahren|link",
    "ici|cliquez ici|cliquer ici|plus|lire plus|lire la suite|en savoir plus|suite|voir plus",
    "aquí|aqui|haz clic aquí|haga clic aquí|más|leer más|seguir leyendo|ver más|clique aqui|mais|ler mais|leia mais|saiba mais|continuar",
    "こちら|ここ|ここをクリック|続きを読む|もっと見る|详情|点击这里|这里|阅读更多|更多|點擊這裡|這裡|閱讀更多|여기|여기를 클릭|더 보기|더 읽기",
    "هنا|اضغط هنا|انقر هنا|المزيد|اقرأ المزيد",
    "כאן|לחצו כאן|לחץ כאן|עוד|קרא עוד|קראו עוד|להמשך קריאה|למידע נוסף",
    "यहाँ|यहां|यहाँ क्लिक करें|यहां क्लिक करें|और|और पढ़ें|आगे पढ़ें|अधिक जानें",
    "ที่นี่|คลิกที่นี่|คลิก|เพิ่มเติม|อ่านต่อ|อ่านเพิ่มเติม|ดูเพิ่มเติม",
  ]
    .join("|")
    .split("|"),
);

export const linkText: Rule = {
  id: "link-text",
  severity: "warning",
  looksAt: "that every link has a text, and one that makes sense alone; an error where there is none",
  source: "WCAG 2.4.4, Link Purpose (In Context), and 2.4.9 (Link Only); failure F84",
  remedy: "Name what the link leads to, such as the title of the page.",
  check: ({ links }) =>
    links.flatMap((link): Observation[] => {
      const name = nameOfLink(link);
      const at = { at: link, evidence: evidenceOfLink(link) };
      if (name === "")
        return [
          {
            ...at,
            severity: "error",
            message: "A link has no text, so that a screen reader reads its address aloud.",
          },
        ];
      const words = name.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
      return empty.has(words)
        ? [
            {
              ...at,
              message: `A link says "${name}", which tells nothing to one who goes from link to link.`,
            },
          ]
        : [];
    }),
};
