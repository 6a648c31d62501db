import { addressOf, nameOfLink, pageAddress } from "../page/links.ts";
import { toPlainLine } from "../page/parse-html.ts";
import type { CheckedPage } from "../page/checked-page.ts";
import type { Rule } from "../rule.ts";

export const unsubscribeLink: Rule = {
  id: "unsubscribe-link",
  severity: "error",
  looksAt: "that page and text part have a link to unsubscribe",
  source: "Gmail's and Yahoo's rules for senders (2024); CAN-SPAM, 15 U.S.C. 7704(a)(3); GDPR, article 7(3)",
  remedy: 'Use the theme\'s footer partial, or put `<a href="{{link unsubscribeUrl}}">` in your own.',
  check: (page) => {
    const { text } = page.edition;
    const words = page.edition.unsubscribeWords.map(fold).filter((word) => word !== "");
    const hasWord = (line: string): boolean =>
      /unsubscri/iu.test(line) || words.some((word) => fold(line).includes(word));
    // A story about unsubscribing is no way to do it.
    const stories = new Set(page.edition.articles.map(({ url }) => pageAddress(url ?? "")));
    const link = page.links.find((candidate) => {
      const target = pageAddress(addressOf(candidate));
      return (target === undefined || !stories.has(target)) && isUnsubscribe(candidate, hasWord);
    });
    if (link === undefined) return [{ at: endOf(page), message: "The page has no link to unsubscribe." }];
    return text.trim() === "" || hasWord(text)
      ? []
      : [
          {
            at: { textLine: text.split("\n").length },
            message: "The text part does not say how to unsubscribe.",
          },
        ];
  },
};

function isUnsubscribe(link: CheckedPage["links"][number], hasWord: (line: string) => boolean): boolean {
  const address = addressOf(link);
  return (
    /^(?:https?:|mailto:)\S/iu.test(address) && (/unsubscri/iu.test(address) || hasWord(nameOfLink(link)))
  );
}

function fold(text: string): string {
  return toPlainLine(text).toLowerCase();
}

function endOf({ html, elements }: CheckedPage): { readonly offset: number } {
  return { offset: elements.find(({ name }) => name === "body")?.endIndex ?? html.length };
}
