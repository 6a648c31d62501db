import { GazetteError } from "../platform/errors.ts";
import { assembleEdition } from "./assemble-edition.ts";
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
}

/**
 * Renders an issue in at most so many bytes of HTML, shortening stories where it would be larger. One rendering where
 * it fits, two where it does not. What cannot be shortened enough is left to the check of the size; so is an issue in
 * a theme that cannot be taken apart, see `compileIssue`.
 *
 * @throws GazetteError `template-invalid`, as `renderEdition` does.
 */
export async function renderWithin(issue: Issue, theme: Theme, maxBytes: number): Promise<FittedEdition> {
  const edition = await renderEdition(issue, theme);
  if (Buffer.byteLength(edition.html) <= maxBytes) return { edition, issue, shortened: [] };
  const compiled = await compileIfDivisible(issue, theme);
  if (compiled === undefined) return { edition, issue, shortened: [] };
  const forms = shortenToFit(
    listShortenings(issue),
    (tried) => Buffer.byteLength(assembleEdition(compiled, { forms: tried }).html),
    maxBytes,
  );
  return {
    edition: assembleEdition(compiled, { forms }),
    issue: chooseStories(issue, { forms }),
    shortened: listPaths(issue).flatMap((path) => {
      const how = forms.get(path);
      return how === undefined ? [] : [{ path, how }];
    }),
  };
}

async function compileIfDivisible(issue: Issue, theme: Theme): Promise<CompiledIssue | undefined> {
  try {
    return await compileIssue(issue, theme, { hasForms: true });
  } catch (error) {
    if (error instanceof GazetteError && error.code === "template-invalid") return undefined;
    throw error;
  }
}

function listPaths({ lead, sections, inBrief }: Issue): string[] {
  const stories = [...sections.flatMap((section) => section.stories), ...inBrief];
  return [...(lead === undefined ? [] : [lead]), ...stories].map(({ path }) => path);
}
