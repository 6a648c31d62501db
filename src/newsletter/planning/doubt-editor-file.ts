import { type EditorFile, editorFields, editorFileName } from "../../articles/read-editor-file.ts";
import type { ArticleScan } from "../../articles/scan-articles.ts";
import { nearest } from "../../config/describe-problems.ts";
import { applyOverrides, type IssueOverrides } from "../../selection/terms/overrides.ts";
import type { Selection } from "../../selection/select-articles.ts";

/**
 * What an editor wished for in `issue.md` and will not get: a field that is none, a pin that was not followed, a file that
 * was taken for an article because nothing in it names a slot.
 *
 * @param overrides - Undefined: the file is not for this issue.
 */
export function doubtEditorFile(
  file: EditorFile | undefined,
  overrides: IssueOverrides | undefined,
  scan: ArticleScan,
  selection: Selection,
): string[] {
  if (file === undefined) return findForgottenSlot(scan);
  if (overrides === undefined) return [];
  const { pinOf } = applyOverrides(overrides);
  const ignored = selection.verdicts.filter(
    ({ article, inIssue }) => !inIssue && pinOf(article) !== undefined,
  );
  return [
    ...file.unknownFields.map(describeField),
    ...ignored.map(
      ({ article, reason }) =>
        `${editorFileName} pins "${article.path}", which stays out all the same: ${reason}.`,
    ),
  ];
}

function describeField(name: string): string {
  const meant = nearest(name, editorFields);
  const help = meant === undefined ? `It has ${editorFields.join(", ")}.` : `Did you mean "${meant}"?`;
  return `${editorFileName} has a field "${name}", which says nothing. ${help}`;
}

/** An article of that name most often has a date; an editor's file has none. */
function findForgottenSlot({ articles }: ArticleScan): string[] {
  const isArticle = articles.some(
    ({ path, publishedAt }) => path === editorFileName && publishedAt === undefined,
  );
  return isArticle
    ? [
        `${editorFileName} names no slot between two lines of --- at its top, so it was taken for an article. docs/selection.md shows how it overrules an issue.`,
      ]
    : [];
}
