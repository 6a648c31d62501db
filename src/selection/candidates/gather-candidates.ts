import type { Article } from "../../articles/article.ts";
import { type DatedArticle, isDated } from "../terms/availability.ts";
import { type Candidate, compareCandidates } from "./rank-articles.ts";
import type { TopicHit } from "../topics/topic-matcher.ts";
import { languageFit } from "../terms/language-fit.ts";
import type { Translation } from "../terms/translations.ts";

/** One article after the rules that look at it alone. */
export interface JudgedArticle {
  /** Its place among the articles as given. */
  readonly index: number;
  readonly article: Article;
  /** It may go in; otherwise only beside a translation that does. */
  readonly taken: boolean;
  readonly hits: readonly TopicHit[];
  readonly pin: number | undefined;
}

/**
 * Joins translations into one candidate: shown is the one pinned by hand, else the best for the language, else
 * the one ranked first. A translation from outside the window comes in beside it.
 *
 * @param known From `findTranslations`.
 */
export function gatherCandidates(
  judged: readonly JudgedArticle[],
  known: ReadonlyMap<Article, Translation>,
  language: string,
): Candidate[] {
  const candidates: Candidate[] = [];
  const groups = new Map<string, Member[]>();
  for (const { article, taken, hits, pin } of judged) {
    if (!isDated(article)) continue;
    const member: Member = { article, hits, pin, translations: noTranslations, taken };
    const translation = known.get(article);
    if (translation === undefined) {
      if (member.taken) candidates.push(member);
      continue;
    }
    const group = groups.get(translation.key);
    if (group === undefined) groups.set(translation.key, [member]);
    else group.push(member);
  }
  for (const group of groups.values()) {
    const joined = joinTranslations(group, (article) =>
      languageFit(known.get(article)?.language ?? language, language),
    );
    if (joined !== undefined) candidates.push(joined);
  }
  return candidates;
}

const noTranslations: readonly Article[] = [];

interface Member extends Candidate {
  readonly article: DatedArticle;
  readonly taken: boolean;
}

function joinTranslations(
  group: readonly Member[],
  fit: (article: Article) => number,
): Candidate | undefined {
  const best = group.filter((member) => member.taken).sort(compareCandidates)[0];
  if (best === undefined) return undefined;
  const ordered = [...group].sort(
    (a, b) =>
      Number(b.pin !== undefined) - Number(a.pin !== undefined) ||
      fit(b.article) - fit(a.article) ||
      compareCandidates(a, b),
  );
  const shown = ordered[0] ?? best;
  return {
    article: shown.article,
    hits: shown.hits.length > 0 ? shown.hits : best.hits,
    pin: best.pin,
    translations: ordered.slice(1).map((member) => member.article),
  };
}
