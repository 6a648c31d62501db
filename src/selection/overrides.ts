/** What an editor decided by hand for one slot: the data of its `issue.md`. */
export interface IssueOverrides {
  /** Paths of articles that go first, in this order, whatever window, topics and language say. */
  readonly pinned: readonly string[];
  /** Paths of articles that this issue leaves out. */
  readonly leftOut: readonly string[];
  readonly subject: string | undefined;
  readonly preheader: string | undefined;
  /** The opening note, Markdown as written. */
  readonly openingNote: string | undefined;
}
