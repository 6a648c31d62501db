/** Why a file cannot be taken for an article; the scan turns it into a `RefusedFile` and goes on. */
export class ArticleRefusal extends Error {
  /** 1-based line in the file, where the trouble has one. */
  readonly line: number | undefined;

  constructor(reason: string, line?: number) {
    super(reason);
    this.name = "ArticleRefusal";
    this.line = line;
  }
}
