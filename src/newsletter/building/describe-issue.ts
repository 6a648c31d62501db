import type { PreparedImage } from "../../articles/article.ts";
import type { ArticleLoss } from "../../checks/checked-edition.ts";
import type { NewsletterConfig } from "../../config/config.ts";
import type { Issue } from "../../rendering/issue.ts";
import type { FittedEdition } from "../../rendering/render-within.ts";
import { countVerdicts, judgeRefusedFiles, type Verdict } from "../../selection/terms/verdict.ts";
import { type AddressedEdition, type EditionsOfWishes, listHeld } from "../editions/choose-editions.ts";
import { wholeIssue } from "../editions/edition-press.ts";
import {
  hashIssue,
  type IssueManifest,
  type ManifestArticle,
  type ManifestEdition,
  type ManifestFinding,
} from "../manifest.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";

/** Writes down what an issue is: the manifest, with the hash that is its identity. */
export function describeIssue(
  newsletter: NewsletterConfig,
  plan: IssuePlan,
  { issue, edition, shortened }: FittedEdition,
  images: readonly PreparedImage[],
  losses: readonly ArticleLoss[],
  { editions, withoutEdition }: Omit<EditionsOfWishes, "chosen">,
): IssueManifest {
  const { html, text } = edition;
  const identity = {
    newsletter: newsletter.key,
    number: plan.number,
    slot: plan.slot.toISOString(),
    subject: issue.subject,
    preheader: issue.preheader,
  };
  const refused = judgeRefusedFiles(plan.scan.refused);
  return {
    issue: {
      ...identity,
      since: issue.since.toISOString(),
      until: issue.until.toISOString(),
      window: plan.window.reason,
      timeZone: newsletter.timeZone,
      title: newsletter.title,
      hash: hashIssue({
        ...identity,
        html,
        text,
        images,
        editions: editions
          .map(({ edition: { key, hash } }) => [key, hash] as const)
          .filter(([key]) => key !== wholeIssue)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      }),
    },
    articles: inReadingOrder(plan.selection.verdicts, issue).map(toManifestArticle),
    counts: {
      considered: plan.scan.articles.length + refused.length,
      ...countVerdicts([...plan.selection.verdicts, ...refused]),
    },
    files: {
      html: "index.html",
      text: "index.txt",
      mjml: "digest.mjml",
      eml: "message.eml",
      manifest: "issue.json",
    },
    bytes: { html: Buffer.byteLength(html), text: Buffer.byteLength(text) },
    shortened,
    editions: editions.map(toManifestEdition),
    readersWithoutEdition: withoutEdition,
    losses,
    findings: [
      ...plan.topicFindings,
      ...plan.warnings.map(toEditorFinding),
      ...plan.scan.notes.map(toArticleFinding),
    ],
  };
}

export function toManifestEdition({ edition, topics, readers }: AddressedEdition): ManifestEdition {
  const { key, language, subject, preheader, bytes, hash, choice } = edition;
  const articles = listHeld(choice).map(({ path }) => path);
  return { key, topics, language, subject, preheader, articles, recipients: readers, bytes, hash };
}

/** What a reader sees, in order, and after it what the issue uses up unseen: links, translations. */
function inReadingOrder(verdicts: readonly Verdict[], { lead, sections, inBrief }: Issue): Verdict[] {
  const stories = [
    ...(lead === undefined ? [] : [lead]),
    ...sections.flatMap((section) => section.stories),
    ...inBrief,
  ];
  const order = new Map(stories.map(({ path }, index) => [path, index]));
  const placeOf = ({ article }: Verdict): number => order.get(article.path) ?? order.size;
  return verdicts.filter(({ inIssue }) => inIssue).sort((a, b) => placeOf(a) - placeOf(b));
}

function toManifestArticle({ article, section, place, rank, topics }: Verdict): ManifestArticle {
  return {
    id: article.id,
    path: article.path,
    title: article.title,
    ...(article.url === undefined ? {} : { url: article.url }),
    date: article.publishedAt?.toISOString() ?? "",
    section: place === "section" ? (section ?? "") : (place ?? ""),
    rank: rank ?? 0,
    topics,
  };
}

function toEditorFinding(message: string): ManifestFinding {
  const remedy = "Change the day or the name in its front matter, or remove the file.";
  return { rule: "editor-file", severity: "warning", place: "issue.md", message, remedy };
}

function toArticleFinding({ path, line, message }: IssuePlan["scan"]["notes"][number]): ManifestFinding {
  const place = line === undefined ? path : `${path}:${line}`;
  return {
    rule: "article-note",
    severity: "info",
    place,
    message,
    remedy: "Change it in the article, if it matters to you.",
  };
}
