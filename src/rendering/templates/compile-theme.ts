import Handlebars from "handlebars";
import { checkTemplate, type ParsedTemplate } from "./check-template.ts";
import { helperRules } from "./helper-rules.ts";
import { createHelpers, type Helper } from "./helpers.ts";
import type { IssueView } from "../view/issue-view.ts";
import { parseTemplate } from "./parse-template.ts";
import { describeData } from "./template-data.ts";
import { templateError } from "./template-mistakes.ts";
import type { Theme } from "../theme.ts";
import { findOrigin, traceLines } from "./trace-lines.ts";

/** A theme's templates, ready to run. */
export interface CompiledTheme {
  /** @param helpers - Instead of the ordinary ones. */
  readonly renderMjml: (view: IssueView, helpers?: Helpers) => string;
  readonly renderText: (view: IssueView, helpers?: Helpers) => string;
  /** The line of the template that wrote the MJML at an offset. Renders once more. */
  readonly findLine: (view: IssueView, offset: number, helpers?: Helpers) => { file: string; line: number };
}

type Helpers = ReturnType<typeof createHelpers> | Readonly<Record<string, Helper>>;

const compiled = new WeakMap<Theme, CompiledTheme>();

/**
 * Checks and compiles a theme's templates, once a theme.
 *
 * @throws GazetteError `template-invalid`, with every mistake's file and line, what was found and expected.
 */
export function compileTheme(theme: Theme): CompiledTheme {
  const known = compiled.get(theme);
  if (known !== undefined) return known;
  const templates = parseTheme(theme);
  const data = describeData(theme.options);
  const mistakes = [
    ...checkTemplate(templates.issue, templates.partials, data, "html"),
    ...checkTemplate(templates.text, templates.partials, data, "text"),
  ];
  if (mistakes.length > 0) throw templateError(mistakes);
  const fresh: CompiledTheme = {
    renderMjml: toFunction(templates.issue, templates.partials, "html"),
    renderText: toFunction(templates.text, templates.partials, "text"),
    findLine: (view, offset, helpers) => findLine(theme, view, offset, helpers),
  };
  compiled.set(theme, fresh);
  return fresh;
}

interface ParsedTheme {
  readonly issue: ParsedTemplate;
  readonly text: ParsedTemplate;
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
}

function parseTheme(theme: Theme): ParsedTheme {
  return {
    issue: parseTemplate(theme.issue),
    text: parseTemplate(theme.text),
    partials: new Map([...theme.partials].map(([name, source]) => [name, parseTemplate(source)])),
  };
}

function toFunction(
  template: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  format: "html" | "text",
): (view: IssueView, helpers?: Helpers) => string {
  const handlebars = Handlebars.create();
  const options = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(helperRules).map((name) => [name, true])),
    noEscape: format === "text",
    // Handlebars would indent what a partial gives, and with it the code in an article.
    preventIndent: true,
  };
  const run = handlebars.compile<IssueView>(template.tree, options);
  const ordinary = createHelpers(format);
  const compiledPartials: Record<string, Handlebars.Template> = {};
  for (const [name, partial] of partials) compiledPartials[name] = handlebars.compile(partial.tree, options);
  return (view, helpers = ordinary) => run(view, { helpers, partials: compiledPartials });
}

function findLine(
  theme: Theme,
  view: IssueView,
  offset: number,
  helpers?: Helpers,
): { file: string; line: number } {
  const { issue, partials } = parseTheme(theme);
  const files = [issue, ...partials.values()];
  files.forEach((template, index) => traceLines(template, index));
  const origin = findOrigin(toFunction(issue, partials, "html")(view, helpers), offset);
  return { file: (files[origin?.file ?? 0] ?? issue).file, line: origin?.line ?? 1 };
}
