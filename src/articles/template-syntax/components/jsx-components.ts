import { asBlock, dedent, isInText, markType, unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { maxUnclosed, removePassages, renderNested, type SyntaxToken } from "../basics/nested-tokens.ts";
import { outdentPassages } from "./jsx-indentation.ts";
import { openingStatements, takeModuleCode } from "./jsx-module-code.ts";
import { nameTabs } from "../basics/name-tabs.ts";
import { parseArguments, readExpression } from "../basics/parse-arguments.ts";
import { keepCode } from "../widgets/code-widgets.ts";
import { renderGivenWords, underTitle } from "../widgets/given-words.ts";
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
  const constants = new Map<string, string>();
  text = isMdx ? takeModuleCode(text, imports, constants) : text.replace(openingStatements, "");
  if (!isMdx) text = keepTypes(text);
  const elements = findElements(text, isMdx);
  const resolveName = (name: string): string | undefined => constants.get(name) ?? imports.get(name);
  if (elements.length > 0)
    text = renderElements(text, elements, resolveName, (name) => constants.get(name), cleaning);
  if (!isMdx) return text;
  const ownField = (name: string): string | undefined => cleaning.readField(name)?.replace(/[<>{}]/g, "");
  return replaceExpressions(
    outdentPassages(text),
    (name) => constants.get(name) ?? (imports.has(name) ? "" : (ownField(name) ?? unknownValue)),
    cleaning,
  );
}

/** Types that programs build others from, in lower case; HTML has no such elements. */
const plainTypes =
  "any|bool|boolean|byte|char|double|float|int|long|number|short|str|string|uint|unknown|void|[iuf](?:8|16|32|64|128)|[iu]size|[a-z]\\w{0,30}_t";
const typeBehind = new RegExp(
  String.raw`(?<=[\p{L}\p{N}_])<([A-Z]\w{0,60}|${plainTypes})>|(?<!\\)<([T-VKE])>`,
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
const componentName = /^[A-Z][A-Za-z0-9]*[a-z][\w.]*$|^[CD-HJ-OQRTV-Z]$|^PDF$/;

function isHtml(name: string): boolean {
  return /^[a-z]/.test(name) && name !== inclusion;
}

/** Fumadocs' element for text of another file. */
const inclusion = "include";

function findElements(text: string, isMdx: boolean): Element[] {
  const elements: Element[] = [];
  let unclosed = 0;
  const opening = isMdx ? /<(\/?)(>|[A-Za-z][\w.:-]*)/g : /<(\/?)([A-Z][\w.]*)/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const name = match[2] === ">" ? "" : (match[2] ?? "");
    if (!isMdx && !componentName.test(name)) continue;
    // A bracket that its author escaped.
    if (text.charAt(match.index - 1) === "\\" && text.charAt(match.index - 2) !== "\\") continue;
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
  resolveName: (name: string) => string | undefined,
  resolveText: (name: string) => string | undefined,
  cleaning: Cleaning,
): string {
  return renderNested(text, elements, (element, passage) => {
    if (isHtml(element.name)) return rewriteHtml(element, text, resolveName);
    if (element.isClosing || element.name === "") return "";
    const inner = passage
      ?.render()
      .replace(wholeText, (_all, number: string) =>
        (cleaning.kept[Number(number)] ?? "").replace(/^`+|`+$/g, ""),
      );
    if (element.name === inclusion) {
      cleaning.drop("<include>", text.slice(element.start, element.end));
      return "";
    }
    const name = element.name.replace(/^.*\./, "");
    // A file that is shown as code is not here.
    const given = parseArguments(element.given, /^Code(?:Block)?$/.test(name) ? resolveText : resolveName);
    const widget = renderWidget(name, given, inner);
    if (widget?.isLoss === false) return keepCode(widget, cleaning.keep);
    const words =
      inner === undefined && widget === undefined
        ? // An attribute without a value is a setting.
          renderGivenWords(name, { ...given, positional: [] }, isInText(text, element.start, element.end))
        : undefined;
    if (words?.isLoss === false) return words.markdown;
    cleaning.drop(
      `<${element.name}>`,
      text.slice(element.start, element.end),
      words === undefined ? inner !== undefined && widget === undefined : "words",
    );
    if (inner === undefined || widget !== undefined) return (widget ?? words)?.markdown ?? "";
    return inner.includes("\n") ? asBlock(dedent(underTitle(given, inner))) : inner;
  });
}

/** A text of JavaScript that is all that an element holds. */
const wholeText = /^\s*\{\ufdd0(\d+)\ufdd1\}\s*$/;

/** An HTML tag of MDX with only the attributes that are texts; on a line of its own it does not hide Markdown behind it. */
function rewriteHtml(
  element: Element,
  text: string,
  resolveName: (name: string) => string | undefined,
): string {
  const space = isInText(text, element.start, element.end) ? "" : "\n";
  if (element.isClosing) return `${space}</${element.name}>${space}`;
  const { named, positional } = parseArguments(element.given, resolveName);
  const attributes = [...named]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', "&quot;")}"`);
  if (positional.includes("hidden")) attributes.push(" hidden");
  return `${space}<${element.name}${attributes.join("")}${element.isSelfClosing ? " /" : ""}>${space}`;
}

/** Elements that are shown on a condition. */
const conditional = /^[^{}"'`]{1,100}?&&\s{0,20}\(?\s{0,20}(<[a-z][^{}]*>)\s{0,20}\)?\s{0,20}$/i;
/** An expression that is nothing but a text, which may be a brace. */
const textInQuotes = /\{\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*\}/y;
/** What the settings of a container stand behind. */
const container = /(?:^|\n)[ \t]*:{2,}[ \t]*[\w-]+(?:\[[^\]\n]*\])?$/;

/** Expressions that are texts as these texts, others as nothing. */
function replaceExpressions(
  text: string,
  resolveName: (name: string) => string | undefined,
  { title, kept }: Cleaning,
): string {
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
    textInQuotes.lastIndex = start;
    const shown = textInQuotes.exec(text);
    if (shown !== null) {
      result += shown[1] ?? shown[2] ?? "";
      at = textInQuotes.lastIndex;
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
    const [, onCondition] = conditional.exec(expression) ?? [];
    if (onCondition !== undefined) {
      result += onCondition;
      at = end;
      continue;
    }
    // A heading's id and the mark that ends the excerpt are read later.
    const ticked = /^\ufdd0(\d+)\ufdd1$/.exec(expression.trim())?.[1];
    const isMark =
      /^(?:#[\w-]+|\/\*\s*(?:truncate|more)\s*\*\/)$/.test(expression.trim()) ||
      container.test(text.slice(Math.max(at, start - 300), start));
    result += isMark
      ? text.slice(start, end)
      : /^(?:(?:(?:props\.)?front[mM]atter|meta(?:data)?|article|post)\.)?title$/.test(expression.trim())
        ? title
        : ticked === undefined
          ? readExpression(expression, resolveName)
          : withoutTicks(kept[Number(ticked)] ?? "");
    at = end;
  }
  return result + text.slice(at);
}

/** A text of JavaScript between backticks, which stood there as code does; nothing where it holds values. */
function withoutTicks(code: string): string {
  return code.includes("${") ? unknownValue : code.replace(/^`+|`+$/g, "");
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
