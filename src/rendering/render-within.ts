import { GazetteError } from "../platform/errors.ts";
import { assembleEdition, assembleHtml } from "./assemble-edition.ts";
import { type CompiledIssue, compileIssue } from "./compile-issue.ts";
import type { Edition } from "./edition.ts";
import type { Issue } from "./issue.ts";
import { renderEdition } from "./render-edition.ts";
import { listShortenings, type Shortening, shortenToFit } from "./shorten-issue.ts";
import { chooseStories } from "./story-choice.ts";
import type { Theme } from "./theme.ts";

/** An edition under a budget of bytes. */
export interface FittedEdition {
  readonly edition: Edition;
  /** The issue as the edition shows it. */
  readonly issue: Issue;
  /** In the order of the issue. */
  readonly shortened: readonly Shortening[];
  /** Why nothing could be shortened although it should have been: what in the theme stands in the way. */
  readonly undivided?: string;
}

/** Bytes that a story takes in any theme; for a guess only. */
const leastStoryBytes = 600;

/**
 * Renders an issue in at most so many bytes of HTML, shortening stories where it would be larger. What cannot be
 * shortened enough is left to the check of the size; so is an issue in a theme that cannot be taken apart, which
 * `undivided` says.
 *
 * @throws GazetteError `template-invalid`, as `renderEdition` does.
 */
export async function renderWithin(issue: Issue, theme: Theme, maxBytes: number): Promise<FittedEdition> {
  const paths = listPaths(issue);
  // Where it will hardly fit, one rendering with all shorter forms is enough; that gives the same where it does fit.
  const isLarge = paths.length * leastStoryBytes > maxBytes;
  if (!isLarge) {
    const edition = await renderEdition(issue, theme);
    if (Buffer.byteLength(edition.html) <= maxBytes) return { edition, issue, shortened: [] };
  }
  const compiled = await compileIfDivisible(issue, theme);
  if (compiled instanceof GazetteError)
    return { edition: await renderEdition(issue, theme), issue, shortened: [], undivided: compiled.message };
  const forms = shortenToFit(
    stepsThatShow(compiled, issue),
    (tried) => Buffer.byteLength(assembleHtml(compiled, { forms: tried })),
    maxBytes,
  );
  return {
    edition: assembleEdition(compiled, { forms }),
    issue: chooseStories(issue, { forms }),
    shortened: paths.flatMap((path) => {
      const how = forms.get(path);
      return how === undefined ? [] : [{ path, how }];
    }),
  };
}

/** Without the last steps where a theme has no place for the link to the rest: nothing may go without a trace. */
function stepsThatShow(compiled: CompiledIssue, issue: Issue): Shortening[] {
  const steps = listShortenings(issue);
  const rest = steps.find(({ how }) => how === "rest");
  if (rest === undefined) return steps;
  const counted = assembleHtml(compiled, { forms: new Map([[rest.path, "rest"]]) });
  const others = new Set(listPaths(issue).filter((path) => path !== rest.path));
  return counted === assembleHtml(compiled, { articles: others })
    ? steps.filter(({ how }) => how !== "rest")
    : steps;
}

async function compileIfDivisible(issue: Issue, theme: Theme): Promise<CompiledIssue | GazetteError> {
  try {
    return await compileIssue(issue, theme, { hasForms: true });
  } catch (error) {
    if (error instanceof GazetteError && error.code === "template-invalid") return error;
    throw error;
  }
}

/** Of all that an issue names, in its order. */
function listPaths({ lead, sections, inBrief, more }: Issue): string[] {
  const stories = [...sections.flatMap((section) => section.stories), ...inBrief, ...more];
  return [...(lead === undefined ? [] : [lead]), ...stories].flatMap(({ path }) => path ?? []);
}
