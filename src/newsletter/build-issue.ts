import { join } from "node:path";
import type { Article, ArticleBody, PreparedImage } from "../articles/article.ts";
import { readArticleBody } from "../articles/read-article-body.ts";
import { GazetteError } from "../platform/errors.ts";
import { packageRoot } from "../platform/package-root.ts";
import type { Edition } from "../rendering/edition.ts";
import type { Issue, Story, StoryLink } from "../rendering/issue.ts";
import { loadTheme } from "../rendering/load-theme.ts";
import { renderEdition } from "../rendering/render-edition.ts";
import { composeSubject } from "../selection/subject.ts";
import { countVerdicts, judgeRefusedFiles, type Verdict } from "../selection/verdict.ts";
import { hashIssue, type IssueManifest, type ManifestArticle } from "./manifest.ts";
import type { NewsletterContext } from "./newsletter-context.ts";
import type { IssuePlan } from "./plan-issue.ts";

/** An issue with everything that is frozen of it. */
export interface BuiltIssue {
  readonly plan: IssuePlan;
  readonly issue: Issue;
  readonly edition: Edition;
  /** The pictures that travel with it, by name, in order of first use. */
  readonly images: readonly PreparedImage[];
  readonly manifest: IssueManifest;
}

/**
 * Reads the bodies of the chosen articles and renders the issue.
 *
 * @throws GazetteError `template-invalid`, `theme-missing`; `articles-empty` where the issue would be empty.
 */
export async function buildIssue(context: NewsletterContext, plan: IssuePlan): Promise<BuiltIssue> {
  const bodies = await readBodies(context, plan);
  const issue = assembleIssue(context, plan, bodies);
  const { config, newsletter } = context;
  const theme = await loadTheme(newsletter.theme, [
    join(config.root, "templates"),
    join(packageRoot(), "templates"),
  ]);
  const edition = await renderEdition(issue, theme);
  const images = usedImages(edition, bodies);
  return { plan, issue, edition, images, manifest: writeManifest(context, plan, issue, edition, images) };
}

async function readBodies(context: NewsletterContext, plan: IssuePlan): Promise<Map<string, ArticleBody>> {
  const { lead, sections, inBrief } = plan.selection;
  const shown = [
    ...(lead === undefined ? [] : [lead]),
    ...sections.flatMap(({ articles }) => articles),
    ...inBrief,
  ];
  const { articles, data } = context.config;
  const bodies = new Map<string, ArticleBody>();
  for (const article of shown) {
    const body = await readArticleBody(article, {
      dir: articles.dir,
      cacheDir: join(data, "images"),
      ...(articles.baseUrl === undefined ? {} : { baseUrl: articles.baseUrl }),
    });
    bodies.set(article.path, body);
  }
  return bodies;
}

function assembleIssue(
  context: NewsletterContext,
  plan: IssuePlan,
  bodies: ReadonlyMap<string, ArticleBody>,
): Issue {
  const { newsletter } = context;
  const { selection } = plan;
  const linked = new Map(selection.sameStory.map(({ shown, others }) => [shown.path, others]));
  const sectionTitles = new Map(selection.sections.map(({ key, title }) => [key, title]));
  const verdicts = new Map(selection.verdicts.map((verdict) => [verdict.article.path, verdict]));

  const toStory = (article: Article): Story => {
    const body = bodies.get(article.path);
    if (body === undefined || article.publishedAt === undefined)
      throw new Error(`${article.path} was chosen without a body`);
    const section = verdicts.get(article.path)?.section ?? "";
    const { image } = body;
    return {
      id: article.id,
      path: article.path,
      title: article.title,
      url: article.url,
      publishedAt: article.publishedAt,
      topic: sectionTitles.get(section) ?? article.topics[0] ?? "",
      authors: article.authors,
      excerpt: body.excerpt,
      html: body.html,
      readingMinutes: body.readingMinutes,
      image:
        image === undefined
          ? undefined
          : image.kind === "local"
            ? { src: `cid:${image.name}`, alt: image.alt, width: image.width, height: image.height }
            : { src: image.url, alt: image.alt, width: undefined, height: undefined },
      language: article.language,
      sameStory: (linked.get(article.path) ?? []).map(toLink),
    };
  };

  const { subject, preheader } = composeSubject(selection, newsletter.title);
  return {
    masthead: {
      key: newsletter.key,
      title: newsletter.title,
      tagline: newsletter.tagline,
      language: newsletter.language,
      timeZone: newsletter.timeZone,
      sender: newsletter.from,
      postalAddress: newsletter.postalAddress,
      website: newsletter.website,
      reason: newsletter.reason,
    },
    number: plan.number,
    slot: plan.slot,
    since: plan.window.window.since,
    until: plan.window.window.until,
    subject,
    preheader,
    openingNote: undefined,
    lead: selection.lead === undefined ? undefined : toStory(selection.lead),
    sections: selection.sections.map(({ key, title, articles }) => ({
      key,
      title,
      stories: articles.map(toStory),
    })),
    inBrief: selection.inBrief.map(toStory),
    more: selection.more.map(toLink),
  };
}

function toLink({ title, url }: Article): StoryLink {
  return { title, url };
}

/** An article's body may hold pictures that the theme does not show; those stay at home. */
function usedImages(edition: Edition, bodies: ReadonlyMap<string, ArticleBody>): PreparedImage[] {
  const byName = new Map<string, PreparedImage>();
  for (const { images } of bodies.values()) {
    for (const image of images) if (edition.html.includes(`cid:${image.name}`)) byName.set(image.name, image);
  }
  return [...byName.values()];
}

function writeManifest(
  context: NewsletterContext,
  plan: IssuePlan,
  issue: Issue,
  edition: Edition,
  images: readonly PreparedImage[],
): IssueManifest {
  const { newsletter } = context;
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
      hash: hashIssue({ ...identity, html, text, images }),
    },
    articles: inReadingOrder(plan.selection.verdicts).map(toManifestArticle),
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
    findings: plan.scan.notes.map(({ path, line, message }) => ({
      rule: "article-note",
      severity: "info",
      place: line === undefined ? path : `${path}:${line}`,
      message,
      remedy: "",
    })),
  };

  function inReadingOrder(verdicts: readonly Verdict[]): Verdict[] {
    const order = [issue.lead, ...issue.sections.flatMap(({ stories }) => stories), ...issue.inBrief].flatMap(
      (story) => (story === undefined ? [] : [story.path]),
    );
    const byPath = new Map(verdicts.map((verdict) => [verdict.article.path, verdict]));
    const shown = order.flatMap((path) => byPath.get(path) ?? []);
    const others = verdicts.filter(({ inIssue, article }) => inIssue && !order.includes(article.path));
    return [...shown, ...others];
  }
}

function toManifestArticle({ article, section, place, rank, topics }: Verdict): ManifestArticle {
  return {
    id: article.id,
    path: article.path,
    title: article.title,
    date: article.publishedAt?.toISOString() ?? "",
    section: place === "section" ? (section ?? "") : (place ?? ""),
    rank: rank ?? 0,
    topics: topics.length > 0 ? topics : article.topics,
  };
}

/** @throws GazetteError `articles-empty` where there is nothing to write or send, with what the folder holds. */
export function assertNotEmpty(plan: IssuePlan, dir: string): void {
  if (plan.scan.articles.length + plan.scan.refused.length > 0) return;
  throw new GazetteError("articles-empty", `There are no articles in ${dir}.`, {
    hint: "Put Markdown files (.md) there, or name another folder with ARTICLES_DIR or --articles.",
  });
}
