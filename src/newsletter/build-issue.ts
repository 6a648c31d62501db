import { join } from "node:path";
import type { PreparedImage } from "../articles/article.ts";
import type { Finding } from "../checks/finding.ts";
import { GazetteError } from "../platform/errors.ts";
import { packageRoot } from "../platform/package-root.ts";
import type { Edition } from "../rendering/edition.ts";
import type { Issue } from "../rendering/issue.ts";
import { loadTheme } from "../rendering/load-theme.ts";
import { renderWithin } from "../rendering/render-within.ts";
import { checkIssue } from "./check-issue.ts";
import { assembleIssue } from "./assemble-issue.ts";
import { describeIssue } from "./describe-issue.ts";
import type { IssueManifest, ManifestFinding } from "./manifest.ts";
import type { NewsletterContext } from "./newsletter-context.ts";
import type { IssuePlan } from "./plan-issue.ts";
import { type IssueBodies, readBodies } from "./read-bodies.ts";

/** An issue with everything that is frozen of it. */
export interface BuiltIssue {
  readonly plan: IssuePlan;
  readonly issue: Issue;
  readonly edition: Edition;
  /** The local pictures that it shows, by name, in order of first use. */
  readonly images: readonly PreparedImage[];
  readonly manifest: IssueManifest;
}

/**
 * Reads the bodies of the chosen articles, renders the issue and checks it.
 *
 * @throws GazetteError `template-invalid`, `theme-missing`, `config-invalid` for a wrong pattern of subjects.
 */
export async function buildIssue(
  { config, ...context }: NewsletterContext,
  plan: IssuePlan,
): Promise<BuiltIssue> {
  const { newsletter } = context;
  const bodies = await readBodies({ config, ...context }, plan);
  const whole = assembleIssue(newsletter, plan, bodies);
  const theme = await loadTheme(newsletter.theme, [
    join(config.root, "templates"),
    join(packageRoot(), "templates"),
  ]);
  const { edition, issue, shortened } = await renderWithin(whole, theme, newsletter.maxHtmlBytes);
  const images = usedImages(edition, bodies);
  const manifest = describeIssue(newsletter, plan, { issue, edition, shortened }, images);
  const findings = await checkIssue({ config, ...context }, { plan, issue, edition, images });
  return {
    plan,
    issue,
    edition,
    images,
    manifest: { ...manifest, findings: [...manifest.findings, ...findings.map(toManifestFinding)] },
  };
}

/** The manifest is for people; programs ask `gazette check --json`, which knows more of the place. */
function toManifestFinding({ rule, severity, place, message, remedy }: Finding): ManifestFinding {
  return { rule, severity, place, message, remedy };
}

/** An article's body may hold pictures that the theme does not show; those stay at home. */
function usedImages(edition: Edition, { articles, openingNote }: IssueBodies): PreparedImage[] {
  const bodies = openingNote === undefined ? [...articles.values()] : [openingNote, ...articles.values()];
  const byName = new Map<string, PreparedImage>();
  for (const { images } of bodies) {
    for (const image of images) if (edition.html.includes(image.src)) byName.set(image.name, image);
  }
  return [...byName.values()];
}

/** @throws GazetteError `articles-empty` where there is nothing to write or send. */
export function assertNotEmpty(plan: IssuePlan, dir: string): void {
  if (plan.scan.articles.length + plan.scan.refused.length > 0) return;
  throw new GazetteError("articles-empty", `There are no articles in ${dir}.`, {
    hint: "Put Markdown files (.md) there, or name another folder with ARTICLES_DIR or --articles.",
  });
}
