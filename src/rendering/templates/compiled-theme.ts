import type { IssueView } from "../view/issue-view.ts";
import type { Helper } from "./helpers.ts";

/** Instead of the ordinary ones. */
export type Helpers = Readonly<Record<string, Helper>>;

/** Runs a template with its partials. */
export type TemplateRunner = (view: IssueView, helpers?: Helpers) => string;

/** The place in a theme that wrote a part of the MJML. */
export interface TemplatePlace {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** A theme's templates, ready to run. */
export interface CompiledTheme {
  readonly renderMjml: TemplateRunner;
  readonly renderText: TemplateRunner;
  /** The line of the template that wrote the MJML at an offset. Renders once more. */
  readonly findLine: (view: IssueView, offset: number, helpers?: Helpers) => Promise<TemplatePlace>;
}
