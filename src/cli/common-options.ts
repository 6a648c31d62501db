/** What every command that works on a project takes. */
export interface CommonOptions {
  readonly config?: string;
  readonly articles?: string;
  readonly out?: string;
  readonly data?: string;
  readonly now?: string;
  readonly json?: true;
}
