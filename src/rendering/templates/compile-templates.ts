import Handlebars from "handlebars";
import type { Theme } from "../theme.ts";
import type { IssueView } from "../view/issue-view.ts";
import { checkTemplate, type ParsedTemplate } from "./check-template.ts";
import type { CompiledTheme, Helpers, TemplatePlace, TemplateRunner } from "./compiled-theme.ts";
import { helperRules } from "./helper-rules.ts";
import { createHelpers } from "./helpers.ts";
import { parseTemplate } from "./parse-template.ts";
import type { PrecompiledTheme } from "./run-precompiled.ts";
import { describeData } from "./template-data.ts";
import { templateError } from "./template-mistakes.ts";
import { statementsOf, type Statement } from "./template-tree.ts";
import { findOrigin, traceLines } from "./trace-lines.ts";

interface ParsedTheme {
  readonly issue: ParsedTemplate;
  readonly text: ParsedTemplate;
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
}

/** @throws GazetteError `template-invalid`, with every mistake's file and line, what was found and expected. */
export function compileTemplates(theme: Theme): CompiledTheme {
  const { issue, text, partials } = parseTheme(theme);
  assertCorrect({ issue, text, partials }, theme);
  return {
    renderMjml: toRunner(issue, partials, "html"),
    renderText: toRunner(text, partials, "text"),
    findLine: (...rendering) => Promise.resolve(findLine(theme, ...rendering)),
  };
}

/**
 * A theme as the source of a `PrecompiledTheme`.
 *
 * @throws GazetteError as `compileTemplates` does.
 */
export function precompileTheme(theme: Theme): string {
  const { issue, text, partials } = parseTheme(theme);
  assertCorrect({ issue, text, partials }, theme);
  const write = (main: ParsedTemplate, format: keyof PrecompiledTheme): string => {
    const compile = ({ tree }: ParsedTemplate): string =>
      // A text, although its type says an object.
      Handlebars.precompile(tree, optionsFor(format)) as unknown as string;
    const rows = [...findCalled(main, partials)].map(
      ([name, partial]) => `${JSON.stringify(name)}: ${compile(partial)}`,
    );
    return `${format}: { main: ${compile(main)}, partials: { ${rows.join(", ")} } }`;
  };
  return `{ ${write(issue, "html")}, ${write(text, "text")} }`;
}

/** The partials that a template calls, and that these call. */
function findCalled(
  template: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  found = new Map<string, ParsedTemplate>(),
): ReadonlyMap<string, ParsedTemplate> {
  for (const name of listCalls(statementsOf(template.tree))) {
    const partial = partials.get(name);
    if (partial === undefined || found.has(name)) continue;
    found.set(name, partial);
    findCalled(partial, partials, found);
  }
  return found;
}

function listCalls(statements: readonly Statement[]): string[] {
  return statements.flatMap((statement) => {
    if (statement.type === "PartialStatement")
      return statement.name.type === "PathExpression" ? [statement.name.original] : [];
    if (statement.type !== "BlockStatement") return [];
    return [...listCalls(statementsOf(statement.program)), ...listCalls(statementsOf(statement.inverse))];
  });
}

/** The line of a theme's template that wrote the MJML at an offset. Renders once more. */
export function findLine(theme: Theme, view: IssueView, offset: number, helpers?: Helpers): TemplatePlace {
  const { issue, partials } = parseTheme(theme);
  const files = [issue, ...partials.values()];
  files.forEach((template, index) => traceLines(template, index));
  const origin = findOrigin(toRunner(issue, partials, "html")(view, helpers), offset);
  return { file: (files[origin?.file ?? 0] ?? issue).file, line: origin?.line ?? 1 };
}

function parseTheme(theme: Theme): ParsedTheme {
  return {
    issue: parseTemplate(theme.issue),
    text: parseTemplate(theme.text),
    partials: new Map([...theme.partials].map(([name, source]) => [name, parseTemplate(source)])),
  };
}

function assertCorrect({ issue, text, partials }: ParsedTheme, theme: Theme): void {
  const data = describeData(theme.options);
  const mistakes = [
    ...checkTemplate(issue, partials, data, "html"),
    ...checkTemplate(text, partials, data, "text"),
  ];
  if (mistakes.length > 0) throw templateError(mistakes);
}

function toRunner(
  template: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  format: "html" | "text",
): TemplateRunner {
  const handlebars = Handlebars.create();
  const options = optionsFor(format);
  const run = handlebars.compile<IssueView>(template.tree, options);
  const ordinary = createHelpers(format);
  const compiledPartials: Record<string, Handlebars.Template> = {};
  for (const [name, partial] of partials) compiledPartials[name] = handlebars.compile(partial.tree, options);
  return (view, helpers = ordinary) => run(view, { helpers, partials: compiledPartials });
}

function optionsFor(format: "html" | "text"): CompileOptions {
  return {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(helperRules).map((name) => [name, true])),
    noEscape: format === "text",
    // Handlebars would indent what a partial gives, and with it the code in an article.
    preventIndent: true,
  };
}
