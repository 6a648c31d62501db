/** What kind of thing the operator has to mend. Stable: scripts may match on it. */
export type GazetteErrorCode =
  | "usage"
  | "config-invalid"
  | "articles-missing"
  | "articles-empty"
  | "article-invalid"
  | "template-invalid"
  | "theme-missing"
  | "output-unwritable"
  | "address-invalid"
  | "recipients-missing"
  | "confirmation-needed"
  | "smtp-unreachable"
  | "smtp-refused"
  | "dkim-invalid"
  | "storage-failed"
  | "checks-failed"
  | "issue-missing"
  | "issue-state"
  | "instance-doubted"
  | "draft-missing"
  | "draft-outdated";

export interface GazetteErrorOptions {
  /** What to do about it, as one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * A failure the operator can fix: the message names place, found and expected. Anything else that
 * escapes is a bug of ours.
 */
export class GazetteError extends Error {
  readonly code: GazetteErrorCode;
  readonly hint: string | undefined;

  constructor(code: GazetteErrorCode, message: string, options: GazetteErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "GazetteError";
    this.code = code;
    this.hint = options.hint;
  }
}
