import { asBlock, dedent, isInText, markType, unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { maxUnclosed, removePassages, renderNested, type SyntaxToken } from "../basics/nested-tokens.ts";
import { nameTabs } from "../basics/name-tabs.ts";
import { parseArguments, readExpression } from "../basics/parse-arguments.ts";
import { renderWidget } from "../widgets/render-widget.ts";

const maxTagLength = 4000;

interface Element extends SyntaxToken {
  /** Empty for a fragment, `<>`. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
  readonly given: string;
}

/**
 * Takes JSX out of a text: components, in any file, since many generators let Markdown call them, and in MDX the
 * imports, exports, expressions and comments as well. Known components become what they stand for, others what they
 * enclose.
 */
export function replaceJsx(markdown: string, cleaning: Cleaning): string {
  const isMdx = cleaning.flavour === "mdx";
  let text = removePassages(markdown, /\{\/\*(?!\s{0,20}(?:truncate|more)\s{0,20}\*\/)/g, /\*\/\}/g);
  const imports = new Map<string, string>();
  text = isMdx ? takeModuleCode(text, imports) : text.replace(openingStatements, "");
  if (!isMdx) text = keepTypes(text);
  const elements = findElements(text, isMdx);
  if (elements.length > 0) text = renderElements(text, elements, imports, cleaning);
  return isMdx ? replaceExpressions(outdentInner(text), imports, cleaning.title) : text;
}

/**
 * Docusaurus takes all of Markdown for MDX; elsewhere, a text does not begin with statements of JavaScript. What is exported goes on
 * to a blank line.
 */
const openingStatements =
  /^\s*(?:(?:import\s+(?:[\w$*{][\w$*{},\t ]{0,500}\sfrom\s+)?(["'])[^"'\n]{1,500}\1;?[ \t]*|export\s+(?:(?:const|let|var)\s+[\w$]{1,60}\s*=|(?:async\s+)?function\s+[\w$]{1,60}\().*(?:\n.*\S.*)*)(?:\n\s*|$))+/;

/** Takes `import` and `export` out, and notes what file an imported name stands for. */
function takeModuleCode(text: string, imports: Map<string, string>): string {
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

/** Types that programs build others from, in lower case; HTML has no such elements. */
const plainTypes =
  "any|bool|boolean|byte|char|double|float|int|long|number|short|str|string|uint|unknown|void|[iuf](?:8|16|32|64|128)|[iu]size|[a-z]\\w{0,30}_t";
const typeBehind = new RegExp(
  String.raw`(?<=[\p{L}\p{N}_])<([A-Z]\w{0,60}|${plainTypes})>|<([T-VKE])>`,
  "gu",
);

/** Types of programs, `List<String>`, `vector<int>` and `<T>`, as they stand in a text that nobody means as a component: none is closed. */
function keepTypes(text: string): string {
  if (!/<[A-Za-z]\w{0,60}>/.test(text)) return text;
  const closed = new Set([...text.matchAll(/<\/([A-Za-z]\w*)>/g)].map(([, name]) => name));
  return text.replace(typeBehind, (all, behind: string | undefined, alone: string | undefined) =>
    closed.has(behind ?? alone) ? all : markType(behind ?? alone ?? ""),
  );
}

/** Not `<BR>` and the like, which are HTML. */
const componentName = /^[A-Z][A-Za-z0-9]*[a-z][\w.]*$|^(?:[CD-HJ-OQRTV-Z]|PDF)$/;

function isHtml(name: string): boolean {
  return /^[a-z]/.test(name);
}

function findElements(text: string, isMdx: boolean): Element[] {
  const elements: Element[] = [];
  let unclosed = 0;
  const opening = isMdx ? /<(\/?)(>|[A-Za-z][\w.:-]*)/g : /<(\/?)([A-Z][\w.]*)/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const name = match[2] === ">" ? "" : (match[2] ?? "");
    if (!isMdx && !componentName.test(name)) continue;
    // What looks like the end of an element may be an address: `[About](</About/>)`.
    if (match[1] === "/" && text.startsWith("](", match.index - 2)) continue;
    if (name === "") {
      elements.push({
        start: match.index,
        end: opening.lastIndex,
        name,
        isClosing: match[1] === "/",
        isSelfClosing: false,
        given: "",
        pairs: undefined,
      });
      continue;
    }
    const end = unclosed < maxUnclosed ? findTagEnd(text, opening.lastIndex) : undefined;
    if (end === undefined) {
      unclosed++;
      continue;
    }
    const given = text.slice(opening.lastIndex, end - 1);
    // Words between angle brackets, `<Part 끝>`: no attribute has such letters.
    if (!isMdx && /[^\x00-\x7f]/.test(given) && !/["'{=]/.test(given)) continue;
    const isClosing = match[1] === "/";
    const isSelfClosing = given.endsWith("/");
    // HTML stays where it stands, and what it encloses too.
    const isAlone = isHtml(name) || (isSelfClosing && !isClosing);
    elements.push({
      start: match.index,
      end,
      name,
      isClosing,
      isSelfClosing,
      given: given.replace(/\/$/, ""),
      pairs: isAlone ? undefined : { as: isClosing ? "closing" : "opening", names: [name] },
    });
    opening.lastIndex = end;
  }
  return nameTabs(elements);
}

/** Just after the `>` that ends a tag, past quotes and braces; undefined where the text is no tag. */
function findTagEnd(text: string, from: number): number | undefined {
  if (!/[\s/>]/.test(text.charAt(from))) return undefined;
  let quote = "";
  let depth = 0;
  const limit = Math.min(text.length, from + maxTagLength);
  for (let at = from; at < limit; at++) {
    const char = text.charAt(at);
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'" || (char === "`" && depth > 0)) quote = char;
    else if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (depth === 0 && char === ">") return at + 1;
    else if (depth === 0 && (char === "<" || (char === "\n" && text.charAt(at + 1) === "\n")))
      return undefined;
  }
  return undefined;
}

function renderElements(
  text: string,
  elements: readonly Element[],
  imports: ReadonlyMap<string, string>,
  cleaning: Cleaning,
): string {
  const resolveName = (name: string): string | undefined => imports.get(name);
  return renderNested(text, elements, (element, passage) => {
    if (isHtml(element.name)) return rewriteHtml(element, text, resolveName);
    if (element.isClosing || element.name === "") return "";
    const inner = passage?.render();
    const name = element.name.replace(/^.*\./, "");
    const given = parseArguments(element.given, resolveName);
    const widget = renderWidget(name, given, inner);
    const words = inner === undefined && widget === undefined ? given.named.get("text") : undefined;
    if (words !== undefined && isInText(text, element.start, element.end)) return words;
    if (widget === undefined || widget.isLoss)
      cleaning.drop(
        `<${element.name}>`,
        text.slice(element.start, element.end),
        inner !== undefined && widget === undefined,
      );
    const isOwnBlock = inner?.includes("\n") === true;
    return widget?.markdown ?? (inner === undefined ? "" : isOwnBlock ? asBlock(dedent(inner)) : inner);
  });
}

/** An HTML tag of MDX with only the attributes that are texts; on a line of its own it does not hide Markdown behind it. */
function rewriteHtml(
  element: Element,
  text: string,
  resolveName: (name: string) => string | undefined,
): string {
  const space = isInText(text, element.start, element.end) ? "" : "\n";
  if (element.isClosing) return `${space}</${element.name}>${space}`;
  const { named } = parseArguments(element.given, resolveName);
  const attributes = [...named]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', "&quot;")}"`);
  return `${space}<${element.name}${attributes.join("")}${element.isSelfClosing ? " /" : ""}>${space}`;
}

/** Elements of HTML that enclose blocks. */
const enclosing =
  /<(\/?)(?:article|aside|blockquote|center|details|div|figure|footer|header|main|nav|section)(?=[\s/>])/g;

/** What stands in elements, without the indentation that their first line has: it tells the parser of MDX nothing. */
function outdentInner(text: string): string {
  if (!/\n(?: {4}| {0,3}\t)/.test(text)) return text;
  const indents: (number | undefined)[] = [];
  return text
    .split("\n")
    .map((line) => {
      const start = line.trimStart();
      if (start === "") return line;
      const inside = indents.length - 1;
      const isTag = start.startsWith("<");
      const indent = isTag || inside < 0 ? 0 : (indents[inside] ??= line.length - start.length);
      if (start.includes("<"))
        for (const [, slash] of start.matchAll(enclosing)) {
          if (slash === "/") indents.pop();
          else indents.push(undefined);
        }
      return indent === 0 ? line : line.slice(Math.min(indent, line.length - start.length));
    })
    .join("\n");
}

/** Expressions that are texts as these texts, others as nothing. */
function replaceExpressions(text: string, imports: ReadonlyMap<string, string>, title: string): string {
  let result = "";
  let at = 0;
  let unclosed = 0;
  while (at < text.length) {
    const start = text.indexOf("{", at);
    if (start === -1) break;
    result += text.slice(at, start);
    if (text.charAt(start - 1) === "\\") {
      result = `${result.slice(0, -1)}{`;
      at = start + 1;
      continue;
    }
    const end = unclosed < maxUnclosed ? findBraceEnd(text, start) : undefined;
    if (end === undefined) {
      unclosed++;
      result += "{";
      at = start + 1;
      continue;
    }
    const expression = text.slice(start + 1, end - 1);
    // A heading's id and the mark that ends the excerpt are read later.
    const isMark = /^(?:#[\w-]+|\/\*\s*(?:truncate|more)\s*\*\/)$/.test(expression.trim());
    result += isMark
      ? text.slice(start, end)
      : /^(?:(?:props\.)?front[mM]atter|meta(?:data)?|article|post)\.title$/.test(expression.trim())
        ? title
        : readExpression(expression, (name) => (imports.has(name) ? "" : unknownValue));
    at = end;
  }
  return result + text.slice(at);
}

function findBraceEnd(text: string, start: number): number | undefined {
  let depth = 0;
  const limit = Math.min(text.length, start + maxTagLength);
  for (let at = start; at < limit; at++) {
    const char = text.charAt(at);
    if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}
