import type { ArticleLoss } from "../../checks/checked-edition.ts";
import type { Issue } from "../../rendering/issue.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";
import type { IssueBodies } from "../editions/read-bodies.ts";

/**
 * What reading the bodies lost on the way, in the order a reader meets the articles: links and pictures that lead nowhere. What
 * the scan of the folder noted already is not repeated.
 */
export function listLosses(
  { scan }: Pick<IssuePlan, "scan">,
  { articles, openingNote }: IssueBodies,
  { lead, sections, inBrief }: Issue,
): ArticleLoss[] {
  const known = new Set(scan.notes.map(({ path, message }) => `${path} ${message}`));
  const stories = [lead, ...sections.flatMap((section) => section.stories), ...inBrief];
  const whole = new Set(stories.filter((story) => story?.isWhole === true).map((story) => story?.path));
  const noteLosses = (openingNote?.notes ?? []).map((note) => ({ ...note, isShown: true }));
  const bodyLosses = [...articles].flatMap(([path, { notes }]) =>
    notes
      .filter((note) => !known.has(`${note.path} ${note.message}`))
      .map((note) => ({ ...note, isShown: whole.has(path) })),
  );
  return [...noteLosses, ...bodyLosses].map(({ path, line, message, isShown }) => ({
    path,
    line,
    message,
    isShown,
  }));
}
