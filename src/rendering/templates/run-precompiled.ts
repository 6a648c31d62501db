import Handlebars from "handlebars/dist/cjs/handlebars.runtime.js";
import type { IssueView } from "../view/issue-view.ts";
import type { Theme } from "../theme.ts";
import type { TemplateRunner } from "./compiled-theme.ts";
import { createHelpers } from "./helpers.ts";

/** What Handlebars makes of a template and its partials. */
interface PrecompiledTemplate {
  readonly main: object;
  readonly partials: Readonly<Record<string, object>>;
}

export type PrecompiledTheme = Readonly<Record<"html" | "text", PrecompiledTemplate>>;

/** All that decides what a theme's templates become. */
export function themeKey({ issue, text, partials, options }: Theme): string {
  const sources = [...partials].map(([name, { source }]) => [name, source]);
  return JSON.stringify([issue.source, text.source, sources, options]);
}

export function runPrecompiled(
  { main, partials }: PrecompiledTemplate,
  format: "html" | "text",
): TemplateRunner {
  const handlebars = Handlebars.create();
  const run = handlebars.template<IssueView>(main);
  const compiledPartials = Object.fromEntries(
    Object.entries(partials).map(([name, partial]) => [name, handlebars.template(partial)]),
  );
  const ordinary = createHelpers(format);
  return (view, helpers = ordinary) => run(view, { helpers, partials: compiledPartials });
}
