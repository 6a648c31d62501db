import { join } from "node:path";
import type { PreparedImage } from "../../articles/article.ts";
import type { Finding } from "../../checks/finding.ts";
import { packageRoot } from "../../platform/package-root.ts";
import type { Edition } from "../../rendering/edition.ts";
import type { Issue } from "../../rendering/issue.ts";
import { loadTheme } from "../../rendering/load-theme.ts";
import { renderWithin } from "../../rendering/render-within.ts";
import { type KnownWishes, readWishes } from "../../storage/audience/audience.ts";
import { listKnownTopics } from "../../selection/placing/known-topics.ts";
import { warnOfReaders } from "../planning/unknown-topics.ts";
import { checkIssue } from "./check-issue.ts";
import { assembleIssue } from "../editions/assemble-issue.ts";
import { chooseEditions, type EditionsOfWishes } from "../editions/choose-editions.ts";
import { createWishReader, describeAudience } from "../readers/describe-audience.ts";
import { describeIssue } from "./describe-issue.ts";
import { doubtLinks } from "./doubt-links.ts";
import { type EditionPress, openPress } from "../editions/edition-press.ts";
import { type EditionSource, toEditionSource } from "../editions/edition-source.ts";
import type { IssueManifest, ManifestFinding } from "../manifest.ts";
import type { NewsletterContext } from "../newsletter-context.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";
import { listLosses } from "./list-losses.ts";
import { type IssueBodies, readBodies } from "../editions/read-bodies.ts";

/** An issue with everything that is frozen of it. */
export interface BuiltIssue {
  readonly plan: IssuePlan;
  readonly issue: Issue;
  /** As everyone gets it who chose nothing. */
  readonly edition: Edition;
  /** The local pictures that it shows, by name, in order of first use. */
  readonly images: readonly PreparedImage[];
  readonly manifest: IssueManifest;
  /** What its readers ask for, as of the build. */
  readonly wishes: KnownWishes;
  /** What all its editions are made from. */
  readonly source: EditionSource;
  readonly press: EditionPress;
  /** The manifest with other editions, where the audience has changed since. */
  readonly describe: (editions: Omit<EditionsOfWishes, "chosen">) => IssueManifest;
}

/**
 * Reads the bodies of the chosen articles, renders the issue and the editions that its readers ask for, and checks them.
 *
 * @throws GazetteError `template-invalid`, `theme-missing`, `config-invalid` for a wrong pattern of subjects.
 */
export async function buildIssue(
  { config, ...context }: NewsletterContext,
  plan: IssuePlan,
): Promise<BuiltIssue> {
  const { newsletter } = context;
  const reading = listAudienceWishes(context, plan);
  // Waited for below; what goes wrong before that is told first.
  reading.catch(() => undefined);
  const bodies = await readBodies({ config, ...context }, plan);
  const theme = await loadTheme(newsletter.theme, [
    join(config.root, "templates"),
    join(packageRoot(), "templates"),
  ]);
  const unfitted = toEditionSource(newsletter, plan, bodies, theme);
  const whole = assembleIssue(unfitted, plan.selection, newsletter.language);
  const fitted = await renderWithin(whole, theme, newsletter.maxHtmlBytes);
  const { edition, issue, shortened } = fitted;
  const source = { ...unfitted, forms: new Map(shortened.map(({ path, how }) => [path, how])) };
  const press = openPress(source, edition);
  const wishes = await reading;
  const wanted = await chooseEditions(press, wishes.groups, createWishReader(context.database));
  const images = usedImages(
    [edition.html, ...wanted.editions.flatMap((one) => one.edition.html)],
    bodies,
    plan,
  );
  const losses = listLosses(plan, bodies, issue);
  const rendered = { plan, issue, edition, images, losses, wanted };
  const findings = await checkIssue({ config, ...context }, rendered);
  const unknown = wishes.groups.some(({ topics }) => topics !== "[]")
    ? warnOfReaders(wishes.groups, listKnownTopics(plan.rules, plan.scan.articles))
    : [];
  const links = doubtLinks(config);
  const describe = (editions: Omit<EditionsOfWishes, "chosen">): IssueManifest => {
    const manifest = describeIssue(newsletter, plan, fitted, images, losses, editions);
    return {
      ...manifest,
      findings: [
        ...manifest.findings,
        ...undividedFinding(fitted.undivided, newsletter.theme),
        ...unknown,
        ...(links === undefined ? [] : [links]),
        ...findings.map(toManifestFinding),
      ],
    };
  };
  return { plan, issue, edition, images, manifest: describe(wanted), wishes, source, press, describe };
}

/** What the readers of today ask for; without a ledger there are no subscribers yet. */
async function listAudienceWishes(
  { newsletter, cadence, database }: Omit<NewsletterContext, "config">,
  plan: IssuePlan,
): Promise<KnownWishes> {
  if (database === undefined) return { version: "", groups: [] };
  return readWishes(database, await describeAudience({ newsletter, cadence, database }, plan.selection));
}

/** A theme whose parts cannot be told apart is sent whole; its author should know why nothing was shortened. */
function undividedFinding(why: string | undefined, theme: string): ManifestFinding[] {
  if (why === undefined) return [];
  return [
    {
      rule: "theme-undivided",
      severity: "warning",
      place: `templates/${theme}`,
      message: `The issue is larger than its limit and could not be shortened, because the theme cannot be taken apart: ${why}`,
      remedy: "Put {{#each}} and {{#if}} around whole sections, or inside an <mj-text>.",
    },
  ];
}

/** The manifest is for people; programs ask `gazette check --json`, which knows more of the place. */
function toManifestFinding({ rule, severity, place, message, remedy }: Finding): ManifestFinding {
  return { rule, severity, place, message, remedy };
}

/**
 * An article's body may hold pictures that the theme does not show; those stay at home. Those of translations travel
 * even where nobody asked for the language yet: who joins later may.
 */
function usedImages(
  pages: readonly string[],
  { articles, openingNote }: IssueBodies,
  { selection }: IssuePlan,
): PreparedImage[] {
  const shown = new Set<string>();
  for (const page of new Set(pages))
    for (const [, name = ""] of page.matchAll(/(?:cid:|\/)([0-9a-f]{8}[\w.-]*)/gu)) shown.add(name);
  for (const { versions } of selection.translations) {
    for (const { article } of versions) {
      const image = articles.get(article.path)?.image;
      if (image?.kind === "local") shown.add(image.name);
    }
  }
  const bodies = openingNote === undefined ? [...articles.values()] : [openingNote, ...articles.values()];
  const byName = new Map<string, PreparedImage>();
  for (const { images } of bodies) {
    for (const image of images) if (shown.has(image.name)) byName.set(image.name, image);
  }
  return [...byName.values()];
}
