import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkEdition } from "../../checks/check-edition.ts";
import type {
  ArticleLoss,
  CheckedArticle,
  CheckedEdition,
  CheckOptions,
} from "../../checks/checked-edition.ts";
import type { Finding } from "../../checks/finding.ts";
import { loadClientSupport } from "../../checks/load-client-support.ts";
import type { CheckRuleId } from "../../config/check-rules.ts";
import type { NewsletterConfig } from "../../config/config.ts";
import { chooseStrings } from "../../rendering/view/phrases.ts";
import { personaliseFor, sampleReader } from "../readers/address-reader.ts";
import type { Edition } from "../../rendering/edition.ts";
import type { Issue } from "../../rendering/issue.ts";
import type { PreparedImage } from "../../articles/article.ts";
import { checkEditions } from "./check-editions.ts";
import type { EditionsOfWishes } from "../editions/choose-editions.ts";
import type { ComposedEdition } from "../editions/edition-press.ts";
import type { NewsletterContext } from "../newsletter-context.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";

/** An issue as rendered, before its manifest. */
interface RenderedIssue {
  readonly plan: IssuePlan;
  readonly issue: Issue;
  readonly edition: Edition;
  readonly images: readonly PreparedImage[];
  readonly losses: readonly ArticleLoss[];
  readonly wanted: Pick<EditionsOfWishes, "editions">;
}

/**
 * Checks an issue as a sample reader would get it; its slot is the clock, so that a build that repeats says the same. Of
 * its editions the largest few are checked as the whole is, all others by what is cheap.
 */
export async function checkIssue(
  context: NewsletterContext,
  { plan, issue, edition, images, losses, wanted }: RenderedIssue,
): Promise<Finding[]> {
  const { config, newsletter } = context;
  const chosen = plan.selection.verdicts.filter(({ inIssue }) => inIssue);
  const articles = await Promise.all(
    chosen.map(({ article }) => readCheckedArticle(config.articles.dir, article)),
  );
  const toChecked = (one: Pick<Edition, "html" | "text" | "subject" | "preheader">): CheckedEdition => ({
    ...personaliseFor({ newsletter, edition: one }, newsletter.to[0] ?? sampleReader),
    subject: one.subject,
    preheader: one.preheader,
    now: plan.slot,
    slot: issue.slot,
    since: issue.since,
    until: issue.until,
    images: images.map(({ name, bytes, width, height }) => ({
      name,
      bytes: bytes.byteLength,
      width,
      height,
    })),
    articles,
    losses,
    postalAddress: newsletter.postalAddress,
    unsubscribeWords: unsubscribeWords(newsletter.language),
    linkStates: [],
  });
  const options = await loadCheckOptions(newsletter);
  const { subject, preheader } = issue;
  const findings = checkEdition(toChecked({ ...edition, subject, preheader }), options);
  const check = (one: ComposedEdition): Finding[] =>
    checkEdition(
      {
        ...toChecked({ ...one, html: one.html.join(""), text: one.text.join("") }),
        unsubscribeWords: unsubscribeWords(one.language),
      },
      options,
    );
  return [...findings, ...checkEditions(wanted, findings, check, options)];
}

/** The rules that are off, with their reasons, and what the others look things up in. */
export async function loadCheckOptions({
  checks,
  maxHtmlBytes,
}: Pick<NewsletterConfig, "checks" | "maxHtmlBytes">): Promise<CheckOptions> {
  const budgetKb = checks["html-size"]?.budgetKb;
  return {
    // An issue is shortened to fit its own limit: what is larger than that could not be.
    budgetBytes: budgetKb === undefined ? maxHtmlBytes : budgetKb * 1024,
    off: new Map(
      Object.entries(checks).flatMap(([id, { off }]) =>
        off === undefined ? [] : [[id as CheckRuleId, off]],
      ),
    ),
    support: await loadClientSupport(),
  };
}

/** An article with its file, which may have gone since the issue was built. */
export async function readCheckedArticle(
  dir: string,
  { path, title, url, publishedAt }: Omit<CheckedArticle, "source">,
): Promise<CheckedArticle> {
  const source = await readFile(join(dir, path), "utf8").catch(() => undefined);
  return { path, title, url, publishedAt, source };
}

/** What the footer of a page in this language calls the link. */
export function unsubscribeWords(language: string): string[] {
  return [chooseStrings(language).unsubscribe];
}
