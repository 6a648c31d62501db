import Handlebars from "handlebars";
import { listNames } from "../list-names.ts";
import type { ParsedTemplate } from "./check-template.ts";
import { templateError } from "./template-mistakes.ts";
import { blockNames } from "./template-tree.ts";
import type { TemplateSource } from "../theme.ts";

/** Handlebars' names for what it reads, in an author's words. */
const words: Readonly<Record<string, string>> = {
  EOF: "the end of the file",
  CLOSE: "}}",
  OPEN_ENDBLOCK: "a closing {{/…}}",
  ID: "a name",
  EQUALS: "=",
  STRING: "a text in quotation marks",
  NUMBER: "a number",
  INVALID: "a character that cannot stand inside {{ }}",
  INVERSE: "{{else}} outside of a block",
  CLOSE_BLOCK_PARAMS: "a |, which only {{#each … as |name|}} has",
};

/** What may come instead, where Handlebars' own list would lead nowhere. */
const instead: Readonly<Record<string, string>> = {
  INVALID: "}} there, or a name, a number or a text in quotation marks",
  INVERSE: "{{else}} between {{#if}} or {{#each}} and its end",
  CLOSE_BLOCK_PARAMS: "a helper before the value, such as {{upper title}}",
};

/** @throws GazetteError `template-invalid` with file and line. */
export function parseTemplate(template: TemplateSource): ParsedTemplate {
  try {
    return { file: template.file, tree: Handlebars.parse(template.source) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw templateError([{ file: template.file, ...explain(error.message, template.source) }], error);
  }
}

function explain(message: string, source: string): { line: number; found: string; expected: string } {
  const open = findOpenBlock(source);
  if (open !== undefined) return open;
  const crossed = /^(\S+) doesn't match (\S+) - (\d+):/.exec(message);
  if (crossed !== null) {
    const [, opened = "", closed = "", line = "1"] = crossed;
    if (!blockNames.includes(opened))
      return { line: Number(line), found: `{{#${opened}}}`, expected: listNames(opened, blockNames) };
    return {
      line: Number(line),
      found: `{{#${opened}}} closed by {{/${closed}}}`,
      expected: `{{/${opened}}}`,
    };
  }
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1] ?? 1);
  if (message.startsWith("Lexical error"))
    return { line, found: "braces that belong to nothing", expected: "{{…}} or {{{…}}}" };
  const got = /got '(\w+)'/.exec(message)?.[1];
  const found = got === undefined ? (message.split("\n")[0] ?? message) : (words[got] ?? got);
  const expected = [...(/Expecting (.*), got/.exec(message)?.[1] ?? "").matchAll(/'(\w+)'/g)].flatMap(
    ([, name = ""]) => words[name] ?? [],
  );
  return {
    line,
    found,
    expected:
      instead[got ?? ""] ??
      (expected.length === 0 ? "a complete {{…}}" : [...new Set(expected)].join(" or ")),
  };
}

/** The last block that is opened and never closed: Handlebars only says that the file ended. */
function findOpenBlock(source: string): { line: number; found: string; expected: string } | undefined {
  const stack: { name: string; line: number }[] = [];
  const bare = source.replace(/\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g, (comment) =>
    comment.replace(/[^\n]/g, " "),
  );
  for (const match of bare.matchAll(/\{\{~?(#|\/)\s*([\w.@/]+)/g)) {
    const [, sign, name = ""] = match;
    if (sign === "#") stack.push({ name, line: bare.slice(0, match.index).split("\n").length });
    else if (stack.at(-1)?.name === name) stack.pop();
    // A crossing: Handlebars names both.
    else return undefined;
  }
  const open = stack.at(-1);
  return open === undefined
    ? undefined
    : { line: open.line, found: `{{#${open.name}}} that is never closed`, expected: `{{/${open.name}}}` };
}
