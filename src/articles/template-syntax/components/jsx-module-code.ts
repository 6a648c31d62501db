/**
 * Docusaurus takes all of Markdown for MDX; elsewhere, a text does not begin with statements of JavaScript. What is exported goes on
 * to a blank line.
 */
export const openingStatements =
  /^\s*(?:(?:import\s+(?:[\w$*{][\w$*{},\t ]{0,500}\sfrom\s+)?(["'])[^"'\n]{1,500}\1;?[ \t]*|export\s+(?:(?:const|let|var)\s+[\w$]{1,60}\s*=|(?:async\s+)?function\s+[\w$]{1,60}\().*(?:\n.*\S.*)*)(?:\n\s*|$))+/;

/** A text that is given a name, on one line. */
const constant =
  /^export\s+const\s+([\w$]+)\s*=\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|`([^`$\\\n]*)`|(\ufdd0[^\ufdd1]*\ufdd1))\s*(?:;\s*)?$/;

/** Takes `import` and `export` out, and notes what file an imported name stands for, and what text an exported one. */
export function takeModuleCode(
  text: string,
  imports: Map<string, string>,
  constants: Map<string, string>,
): string {
  // Svelte's pages import within an element.
  if (text.includes("<script"))
    for (const [, name = "", file = ""] of text.matchAll(
      /^[ \t]+import\s{1,9}([\w$]{1,80})\s{1,9}from\s{1,9}["']([^"'\n]{1,500})["']/gm,
    ))
      imports.set(name, file);
  const kept: string[] = [];
  const lines = text.split("\n");
  let depth = 0;
  let isCode = false;
  let isBehindCode = false;
  for (const [at, line] of lines.entries()) {
    const isStart =
      !isCode &&
      /^(?:import\s+(?:[\w{*"']|\w+,)|export\s+(?:const|let|var|function|default|async|class|\{|\*))/.test(
        line,
      );
    // Right behind code, a comment of JavaScript is one too.
    const isComment: boolean = isBehindCode && !isCode && /^(?:\/\/|\/\*.*\*\/\s*$)/.test(line);
    isBehindCode = isStart || isCode || isComment;
    if (!isBehindCode || isComment) {
      kept.push(isComment ? "" : line);
      continue;
    }
    const imported = /^import\s+([\w$]+)\s+from\s+["']([^"']+)["']/.exec(line);
    if (imported !== null) imports.set(imported[1] ?? "", imported[2] ?? "");
    const [, named, double, single, ticked, code] = constant.exec(line) ?? [];
    if (named !== undefined) constants.set(named, double ?? single ?? ticked ?? code ?? "");
    for (const char of line) depth += "{([".includes(char) ? 1 : "})]".includes(char) ? -1 : 0;
    // Code goes on to the line on which its brackets close and no operator is left hanging.
    isCode = line.trim() === "" ? depth > 0 && goesOn(lines, at + 1) : depth > 0 || /[=,(>{]\s*$/.test(line);
    if (!isCode) depth = 0;
    kept.push("");
  }
  return kept.join("\n");
}

/** Lines within which code that a blank line parts closes its brackets. */
const maxCodeLines = 200;

/** Whether what stands behind a blank line is still code: indented, up to a line that starts with a closing bracket. */
function goesOn(lines: readonly string[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + maxCodeLines); at++) {
    const line = lines[at] ?? "";
    if (/^[})\]]/.test(line)) return true;
    if (/^\S/.test(line)) return false;
  }
  return false;
}
