import Handlebars from "handlebars";
import { createHelpers, helperNames } from "./helpers.ts";
import type { IssueView } from "./issue-view.ts";
import type { TemplateSource, Theme } from "./theme.ts";

/** A theme's templates, ready to run. */
export interface CompiledTheme {
  readonly renderMjml: (view: IssueView) => string;
  readonly renderText: (view: IssueView) => string;
}

const compiled = new WeakMap<Theme, CompiledTheme>();

/** Compiles a theme's templates, once a theme. */
export function compileTheme(theme: Theme): CompiledTheme {
  const known = compiled.get(theme);
  if (known !== undefined) return known;
  const fresh = {
    renderMjml: compileTemplate(theme.issue, theme, "html"),
    renderText: compileTemplate(theme.text, theme, "text"),
  };
  compiled.set(theme, fresh);
  return fresh;
}

function compileTemplate(
  template: TemplateSource,
  theme: Theme,
  format: "html" | "text",
): (view: IssueView) => string {
  const handlebars = Handlebars.create();
  const options = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helperNames.map((name) => [name, true])),
    noEscape: format === "text",
  };
  const run = handlebars.compile<IssueView>(template.source, options);
  const partials: Record<string, Handlebars.Template> = {};
  for (const [name, partial] of theme.partials) partials[name] = handlebars.compile(partial.source, options);
  const helpers = createHelpers(format);
  return (view) => run(view, { helpers, partials });
}
