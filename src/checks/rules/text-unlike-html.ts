import { shownTexts } from "../page/shown-texts.ts";
import type { Rule } from "../rule.ts";

const minShare = 0.5;

export const textUnlikeHtml: Rule = {
  id: "text-unlike-html",
  severity: "warning",
  looksAt: "that at least half of the words of the page are in the text part, and the other way round",
  source: "RFC 2046, section 5.1.4: alternatives say the same; rspamd, R_PARTS_DIFFER",
  remedy: "Let the theme's text.hbs show the same stories as its page.",
  check: (page) => {
    const { text } = page.edition;
    const shown = shownTexts(page, { scheme: "light", width: 600 }).map((part) => part.text);
    const pageWords = wordsOf(shown.join(" "));
    const textWords = wordsOf(text.replace(/https?:\/\/\S+/gu, " "));
    if (pageWords.size < 10 || textWords.size === 0) return [];
    const share = Math.min(shareIn(pageWords, textWords), shareIn(textWords, pageWords));
    return share >= minShare
      ? []
      : [
          {
            at: "issue",
            message: `Page and text share ${Math.round(share * 100)} % of their words; at least ${minShare * 100} % is expected.`,
          },
        ];
  },
};

/** Where a script writes no blanks between words, each sign is one. */
function wordsOf(text: string): Set<string> {
  return new Set(
    text.toLowerCase().match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{N}]+/gu) ?? [],
  );
}

function shareIn(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((word) => others.has(word)).length / some.size;
}
