import type { Article } from "../../articles/article.ts";
import type { Ruling } from "../terms/availability.ts";
import { languageFit } from "../terms/language-fit.ts";

/** Refuses an article in a language that the newsletter does not take; one that names no language is in its own. */
export function judgeLanguage(article: Article, languages: readonly string[]): Ruling | undefined {
  const { language } = article;
  if (languages.length === 0 || language === undefined) return undefined;
  if (languages.some((wanted) => languageFit(language, wanted) > 0)) return undefined;
  return {
    kind: "other-language",
    reason: `written in ${language}, and this newsletter takes ${languages.join(", ")} (selection.languages); add the language to have it`,
  };
}
