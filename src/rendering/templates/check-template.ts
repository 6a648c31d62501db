import { listNames } from "../list-names.ts";
import { checkExpression, checkHelperCall, isHelperCall, type Report } from "./check-call.ts";
import type { DataFields, DataType } from "./template-data.ts";
import { enterScope, partialScope, type Scope } from "./template-scope.ts";
import {
  blockNames,
  callOf,
  pairsOf,
  statementsOf,
  type Call,
  type Expression,
  type Statement,
} from "./template-tree.ts";

/** A mistake in a template, found without running it. */
export interface TemplateMistake {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
  /** Of a mistake in a partial: what called it, as `FILE, line N`; one caller of several. */
  readonly calledFrom?: string;
}

/** A parsed template and the file it came from. */
export interface ParsedTemplate {
  readonly file: string;
  readonly tree: hbs.AST.Program;
}

/** What a check of one theme needs at every step. */
interface Check {
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
  readonly format: "html" | "text";
  readonly mistakes: TemplateMistake[];
  /** Calls of partials already followed: with the same data there is nothing new to find. */
  readonly seen: Set<string>;
  /** The calls that lead to what is being looked at, the outermost first. */
  readonly calls: { readonly partial: string; readonly place: string }[];
}

/**
 * Checks a template, and the partials it calls, against the data and helpers there are: every name, in every
 * branch, whether or not today's issue comes to it.
 */
export function checkTemplate(
  template: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  data: DataFields,
  format: "html" | "text",
): TemplateMistake[] {
  const root: DataType = { kind: "object", about: "the issue", fields: data };
  const check: Check = { partials, format, mistakes: [], seen: new Set(), calls: [] };
  const scope: Scope = { context: root, root, parent: undefined, names: new Map(), present: new Set() };
  checkStatements(statementsOf(template.tree), scope, template.file, check);
  return check.mistakes;
}

function checkStatements(statements: readonly Statement[], scope: Scope, file: string, check: Check): void {
  const report: Report = (node, found, expected) => {
    const line = node.loc.start.line;
    const isKnown = check.mistakes.some(
      (one) => one.file === file && one.line === line && one.found === found,
    );
    const calledFrom = check.calls.at(-1)?.place;
    if (!isKnown)
      check.mistakes.push({
        file,
        line,
        found,
        expected,
        ...(calledFrom === undefined ? {} : { calledFrom }),
      });
  };
  for (const statement of statements) {
    switch (statement.type) {
      case "MustacheStatement":
        checkMustache(statement, scope, report, check.format);
        break;
      case "BlockStatement":
        checkBlock(statement, scope, file, check, report);
        break;
      case "PartialStatement":
        checkPartial(statement, scope, file, check, report);
        break;
      case "PartialBlockStatement":
      case "Decorator":
      case "DecoratorBlock":
        report(
          statement,
          "a partial with a block, or {{#*inline}}",
          "a file in partials/ and {{> its-name}}",
        );
        break;
      case "ContentStatement":
      case "CommentStatement":
        break;
    }
  }
}

function checkMustache(
  node: hbs.AST.MustacheStatement,
  scope: Scope,
  report: Report,
  format: "html" | "text",
): void {
  const call = callOf(node);
  if (isHelperCall(call)) {
    checkHelperCall(node, call, scope, report);
    if (!node.escaped && format === "html")
      report(node, "a helper in three braces", "two: its text has to be escaped");
    return;
  }
  const type = checkExpression(call.path, scope, report);
  if (type === undefined) return;
  const name = call.path.type === "PathExpression" ? call.path.original : "";
  if (type.kind === "list" || type.kind === "object")
    report(
      node,
      `{{${name}}}, which is a ${type.kind}`,
      type.kind === "list"
        ? `{{#each ${name}}}`
        : `one of its names, such as {{${name}.${Object.keys(type.fields)[0] ?? ""}}}`,
    );
  else if (type.kind === "date") report(node, `{{${name}}}, which is a date`, `{{date ${name}}}`);
  else if (type.kind === "html" && format === "text")
    report(node, `{{${name}}}, which is HTML`, `{{plain ${name}}}`);
  else if (format === "html" && (type.kind === "html") === node.escaped) {
    const right = type.kind === "html" ? `{{{${name}}}}` : `{{${name}}}`;
    const wrong = type.kind === "html" ? `{{${name}}}, which is HTML` : `{{{${name}}}}, which is not HTML`;
    report(node, wrong, right);
  }
}

function checkBlock(
  node: hbs.AST.BlockStatement,
  scope: Scope,
  file: string,
  check: Check,
  report: Report,
): void {
  const call = callOf(node);
  const name = node.path.original;
  const [subject] = call.params;
  let inside = scope;
  if (name === "each" || name === "with") inside = checkLoop(node, call, scope, report);
  else if (name === "if" || name === "unless") {
    if (subject === undefined) report(node, `{{#${name}}} without a value`, `{{#${name} name}}`);
    else checkExpression(subject, scope, report);
    if (name === "if" && subject !== undefined) inside = withPresent(scope, subject);
  } else if (name === "ifSlot") checkHelperCall(node, call, scope, report);
  else report(node, `{{#${name}}}`, listNames(name, blockNames));
  checkStatements(statementsOf(node.program), inside, file, check);
  const otherwise = name === "unless" && subject !== undefined ? withPresent(scope, subject) : scope;
  checkStatements(statementsOf(node.inverse), otherwise, file, check);
}

function checkLoop(node: hbs.AST.BlockStatement, call: Call, scope: Scope, report: Report): Scope {
  const name = node.path.original;
  const [subject] = call.params;
  if (subject === undefined) {
    report(node, `{{#${name}}} without a value`, `{{#${name} name}}`);
    return enterScope(scope, undefined, new Map());
  }
  const type = checkExpression(subject, scope, report);
  const shown = subject.type === "PathExpression" ? subject.original : "a value";
  if (name === "each" && type !== undefined && type.kind !== "list") {
    report(node, `{{#each}} over ${shown}, which is ${type.kind}`, "a list");
    return enterScope(scope, undefined, new Map());
  }
  const context = type?.kind === "list" ? type.of : type;
  const [item, index] = (node.program.blockParams as string[] | undefined) ?? [];
  const names = new Map<string, DataType>();
  if (item !== undefined && context !== undefined) names.set(item, context);
  if (index !== undefined) names.set(index, { kind: "number", about: "position from 0", example: "0" });
  return enterScope(scope, context, names);
}

function withPresent(scope: Scope, subject: Expression): Scope {
  if (subject.type !== "PathExpression") return scope;
  return { ...scope, present: new Set([...scope.present, subject.original]) };
}

function checkPartial(
  node: hbs.AST.PartialStatement,
  scope: Scope,
  file: string,
  check: Check,
  report: Report,
): void {
  const name = node.name.type === "PathExpression" ? node.name.original : "";
  const partial = check.partials.get(name);
  if (partial === undefined) {
    report(node, `{{> ${name === "" ? "(…)" : name}}}`, listNames(name, [...check.partials.keys()]));
    return;
  }
  if (check.calls.some((call) => call.partial === name)) {
    report(node, `{{> ${name}}} inside of itself`, "partials that come to an end");
    return;
  }
  const [subject] = node.params as unknown as readonly Expression[];
  const context = subject === undefined ? undefined : checkExpression(subject, scope, report);
  if (subject?.type === "PathExpression" && context?.kind === "object" && context.optional === true) {
    const path = subject.original;
    if (!scope.present.has(path))
      report(node, `{{> ${name} ${path}}} where there may be none`, `{{#if ${path}}} around it`);
  }
  const hash: Record<string, DataType> = {};
  for (const { key, value } of pairsOf(node.hash)) {
    hash[key] = checkExpression(value, scope, report) ?? { kind: "text", about: "", example: "" };
  }
  const inside = partialScope(scope, context, hash);
  const signature = `${name} ${[...inside.present].join(" ")} ${JSON.stringify(inside.context)}`;
  if (check.seen.has(signature)) return;
  check.seen.add(signature);
  check.calls.push({ partial: name, place: `${file}, line ${node.loc.start.line}` });
  checkStatements(statementsOf(partial.tree), inside, partial.file, check);
  check.calls.pop();
}
