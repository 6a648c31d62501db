import { listNames } from "../list-names.ts";
import { helperRules, type HelperRule } from "./helper-rules.ts";
import { en } from "../view/languages/en.ts";
import type { DataType } from "./template-data.ts";
import { resolvePath, type Scope } from "./template-scope.ts";
import { callOf, pairsOf, type Call, type Expression } from "./template-tree.ts";

/** Tells of a mistake at a node. */
export type Report = (node: hbs.AST.Node, found: string, expected: string) => void;

const builtIn = ["if", "unless", "each", "with", "lookup"];

/** The kind of data an expression gives; undefined where it cannot be known or was reported as wrong. */
export function checkExpression(expression: Expression, scope: Scope, report: Report): DataType | undefined {
  switch (expression.type) {
    case "PathExpression": {
      const resolved = resolvePath(expression, scope);
      if ("type" in resolved) return resolved.type;
      report(expression, resolved.found, resolved.expected);
      return undefined;
    }
    case "SubExpression":
      return checkHelperCall(expression, callOf(expression), scope, report);
    case "NumberLiteral":
      return { kind: "number", about: "", example: "" };
    case "StringLiteral":
      return { kind: "text", about: "", example: "" };
    case "BooleanLiteral":
    case "UndefinedLiteral":
    case "NullLiteral":
      return undefined;
  }
}

/** Is this a call of a helper, rather than a value? */
export function isHelperCall(call: Call): boolean {
  return call.params.length > 0 || pairsOf(call.hash).length > 0 || isHelperName(nameOf(call));
}

/** Checks a call's name, its parameters and its named values. */
export function checkHelperCall(
  node: hbs.AST.Node,
  call: Call,
  scope: Scope,
  report: Report,
): DataType | undefined {
  const name = nameOf(call);
  if (name === "lookup") {
    const [from] = call.params.map((parameter) => checkExpression(parameter, scope, report));
    // Which item comes first differs between editions.
    if (from?.kind === "list" && from.of.kind === "object")
      report(node, "lookup in a list that differs between editions", "{{#each}} with {{#if @first}} inside");
    return undefined;
  }
  if (!isHelperName(name)) {
    const known = [...builtIn, ...Object.keys(helperRules)];
    const isValue = call.path.type === "PathExpression" && "type" in resolvePath(call.path, scope);
    if (isValue) report(node, `${name} with values after it`, `{{${name}}}, since it is no helper`);
    else report(node, `the helper "${name}"`, listNames(name, known));
    return undefined;
  }
  const rule: HelperRule = helperRules[name];
  if (rule.isBlock === true && node.type !== "BlockStatement") {
    report(node, `{{${name}}} without an end`, rule.use);
    return undefined;
  }
  if (call.params.length !== rule.parameters.length) {
    report(node, `${name} with ${call.params.length} values`, `${rule.parameters.length}, as in ${rule.use}`);
  }
  call.params.forEach((parameter, index) => {
    checkParameter(parameter, rule.parameters[index], rule.use, scope, report);
  });
  checkNamed(node, call, rule, scope, report);
  if (name === "t") checkPhrase(node, call, report);
  return { kind: "text", about: "", example: "" };
}

function checkParameter(
  parameter: Expression,
  rule: HelperRule["parameters"][number] | undefined,
  use: string,
  scope: Scope,
  report: Report,
): void {
  if (rule !== undefined && typeof rule === "object" && "words" in rule) {
    if (parameter.type !== "StringLiteral")
      report(parameter, "a value", `a word in quotation marks, as in ${use}`);
    else if (!rule.words.includes(parameter.value)) {
      report(parameter, `"${parameter.value}"`, listNames(parameter.value, rule.words));
    }
    return;
  }
  const type = checkExpression(parameter, scope, report);
  if (rule === undefined || rule === "any" || type === undefined || rule.includes(type.kind)) return;
  const shown =
    parameter.type === "PathExpression" ? `${parameter.original}, which is ${type.kind}` : `a ${type.kind}`;
  report(parameter, shown, `${rule.join(" or ")}, as in ${use}`);
}

function checkNamed(node: hbs.AST.Node, call: Call, rule: HelperRule, scope: Scope, report: Report): void {
  for (const { key, value } of pairsOf(call.hash)) {
    const allowed = rule.named[key];
    if (allowed === undefined) report(node, `${key}=`, listNames(key, Object.keys(rule.named)));
    else if (allowed === "any") checkExpression(value, scope, report);
    else if (value.type !== "StringLiteral" || !allowed.includes(value.value)) {
      const shown = value.type === "StringLiteral" ? `"${value.value}"` : "a value";
      report(node, `${key}=${shown}`, listNames(value.type === "StringLiteral" ? value.value : "", allowed));
    }
  }
}

/** A phrase needs a value for each name in braces that it has. */
function checkPhrase(node: hbs.AST.Node, call: Call, report: Report): void {
  const [first] = call.params;
  if (first?.type !== "StringLiteral") return;
  const phrase: unknown = Object.entries(en).find(([name]) => name === first.value)?.[1];
  if (typeof phrase !== "string") return;
  const given = pairsOf(call.hash).map(({ key }) => key);
  for (const [, name] of phrase.matchAll(/\{(\w+)\}/g)) {
    if (name !== undefined && !given.includes(name))
      report(node, `{{t "${first.value}"}} without ${name}=`, `${name}=, for "${phrase}"`);
  }
}

function nameOf(call: Call): string {
  return call.path.type === "PathExpression" ? call.path.original : "";
}

function isHelperName(name: string): name is keyof typeof helperRules {
  return Object.hasOwn(helperRules, name);
}
