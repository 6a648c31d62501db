import type { ParsedTemplate } from "./check-template.ts";
import { statementsOf, type Statement } from "./template-tree.ts";

/*
 * MJML and our own checks speak of places in the MJML; an author needs the line of the template. So, where there is
 * a fault, the templates run once more with marks in their text, `U+FDD5 file:line U+FDD6` at the start of every
 * line. The marked text is only read here, and never handed to MJML.
 */

/** Puts a mark at the start of every line of a template's own text. Changes the tree it is given. */
export function traceLines(template: ParsedTemplate, fileIndex: number): ParsedTemplate {
  markStatements(statementsOf(template.tree), fileIndex);
  return template;
}

function markStatements(statements: readonly Statement[], fileIndex: number): void {
  for (const statement of statements) {
    if (statement.type === "ContentStatement") markContent(statement, fileIndex);
    else if (statement.type === "BlockStatement") {
      markStatements(statementsOf(statement.program), fileIndex);
      markStatements(statementsOf(statement.inverse), fileIndex);
    }
  }
}

function markContent(content: hbs.AST.ContentStatement & { original: string }, fileIndex: number): void {
  // Handlebars strips white space around blocks that stand alone on a line: `value` is what is left of `original`.
  const stripped = content.original.slice(0, Math.max(0, content.original.indexOf(content.value)));
  let line = content.loc.start.line + stripped.split("\n").length - 1;
  const mark = (): string => `\uFDD5${fileIndex}:${line}\uFDD6`;
  content.value =
    mark() +
    content.value.replace(/\n/g, () => {
      line += 1;
      return `\n${mark()}`;
    });
}

/** The file and line that wrote the MJML at an offset; lines start at 1, files at 0. */
export function findOrigin(traced: string, offset: number): { file: number; line: number } | undefined {
  let origin: { file: number; line: number } | undefined;
  let marked = 0;
  for (const match of traced.matchAll(/\uFDD5(\d+):(\d+)\uFDD6/g)) {
    if (match.index - marked > offset) break;
    marked += match[0].length;
    origin = { file: Number(match[1]), line: Number(match[2]) };
  }
  return origin;
}
