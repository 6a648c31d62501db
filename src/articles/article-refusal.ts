/** Why a file cannot be taken for an article; the scan turns it into a `RefusedFile` and goes on. */
export class ArticleRefusal extends Error {
  /** 1-based line in the file, where the trouble has one. */
  readonly line: number | undefined;
  /** Whether it could be taken, if only it were known which figure of its date is the month. */
  readonly asksOrder: boolean;

  constructor(reason: string, line?: number, asksOrder = false) {
    super(reason);
    this.name = "ArticleRefusal";
    this.line = line;
    this.asksOrder = asksOrder;
  }
}
