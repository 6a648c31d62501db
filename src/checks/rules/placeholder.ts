import type { Element } from "domhandler";
import type { Severity } from "../finding.ts";
import type { CheckedPage } from "../page/checked-page.ts";
import { parentOf, toPlainLine } from "../page/parse-html.ts";
import { isElement, type Observation, type Rule } from "../rule.ts";

interface Pattern {
  readonly expression: RegExp;
  readonly what: string;
  readonly severity: Severity;
  /** Where an article's author wrote it, and may have meant it. */
  readonly inArticle: Severity;
}

const mistake = { severity: "error", inArticle: "warning" } as const;
const reminder = { severity: "warning", inArticle: "warning" } as const;

const patterns: readonly Pattern[] = [
  { expression: /\{\{[^{}]{0,60}\}{0,2}/gu, what: "a template's placeholder", ...mistake },
  { expression: /\$\{[\w.]{1,60}\}|<%[^%]{0,60}%>/gu, what: "a template's placeholder", ...mistake },
  { expression: /\*\|[A-Z0-9_:]{1,40}\|\*/gu, what: "a merge tag", ...mistake },
  {
    expression:
      /%(?:recipient|subscriber|first_?name|last_?name|full_?name|name|email|unsubscribe)[\w.]{0,40}%/giu,
    what: "a merge tag",
    ...mistake,
  },
  {
    expression: /\[object Object\]|\bInvalid Date\b|[\uFDD0-\uFDEF]/gu,
    what: "a value that was not filled in",
    ...mistake,
  },
  {
    // Not what an editor puts into a quotation: "[last year]", "[your correspondent]".
    expression:
      /\[(?:insert [\p{L} ]{2,40}|(?:your|first|last|full|company) (?:name|company|title|address|link|text)|name)\]/giu,
    what: "a placeholder",
    ...reminder,
  },
  { expression: /\blorem ipsum\b/giu, what: "filler text", severity: "error", inArticle: "error" },
  { expression: /\b(?:FIXME|TKTK|TK(?! ?(?:Maxx|\d)))\b/gu, what: "a writer's mark", ...reminder },
];

/** In Spanish and Portuguese the word is "all". */
const todo: Pattern = { expression: /\bTODO\b/gu, what: "a writer's mark", ...reminder };
const todoMarked: Pattern = { ...todo, expression: /\bTODO\b(?=[:(])/gu };

export const placeholder: Rule = {
  id: "placeholder",
  severity: "error",
  looksAt:
    "what should have been filled in: `{{`, merge tags such as `%recipient%`, lorem ipsum; TODO and TK (a warning, as is a placeholder that stands in an article)",
  source: "Letters that began with “Dear {{name}}”",
  remedy: "Fill it in or take it out; in an article about templates, write it as `code`.",
  check: (page) => {
    const language = page.elements.find(({ name }) => name === "html")?.attribs["lang"] ?? "";
    const found: Observation[] = [];
    const told = new Set<string>();
    const todoIn = (at: Observation["at"]): Pattern => {
      const own = isElement(at) ? languageOf(at) : undefined;
      return /^(?:es|pt|gl)\b/iu.test(own ?? language) ? todoMarked : todo;
    };
    for (const { text, at, evidence } of listTexts(page)) {
      const all = text.includes("TODO") ? [...patterns, todoIn(at)] : patterns;
      for (const { expression, what, severity, inArticle } of all) {
        for (const [mark] of text.matchAll(expression)) {
          if (told.has(mark)) continue;
          // The text part repeats the page, also what stands there as code.
          if (isOfText(at) && page.texts.some(({ data }) => data.includes(mark))) continue;
          told.add(mark);
          const place = text.indexOf(mark);
          const around = toPlainLine(text.slice(Math.max(0, place - 20), place + mark.length + 20));
          const message = `${what.charAt(0).toUpperCase()}${what.slice(1)} was left in: "${around}".`;
          found.push({ at, message, severity, inArticle, evidence: [...evidence, around, mark] });
        }
      }
    }
    return found;
  },
};

/** Of the part that an element stands in; undefined: it says none. */
function languageOf(element: Element): string | undefined {
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at))
    if (at.attribs["lang"] !== undefined) return at.attribs["lang"];
  return undefined;
}

function isOfText(at: Observation["at"]): boolean {
  return typeof at === "object" && "textLine" in at;
}

interface Candidate {
  readonly text: string;
  readonly at: Observation["at"];
  readonly evidence: readonly string[];
}

function* listTexts({ edition, texts, elements }: CheckedPage): Generator<Candidate> {
  yield { text: edition.subject, at: "subject", evidence: [] };
  yield { text: edition.preheader, at: "preheader", evidence: [] };
  for (const node of texts) {
    const element = parentOf(node);
    if (element !== undefined && !isCode(element))
      yield { text: node.data, at: element, evidence: [toPlainLine(node.data)] };
  }
  for (const element of elements) {
    for (const name of ["alt", "title", "aria-label", "href", "src"]) {
      const value = element.attribs[name];
      if (value !== undefined && value !== "") yield { text: decoded(value), at: element, evidence: [value] };
    }
  }
  const lines = edition.text.split("\n");
  for (const [index, text] of lines.entries()) yield { text, at: { textLine: index + 1 }, evidence: [] };
}

function isCode(element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parentOf(at))
    if (at.name === "code" || at.name === "pre" || at.name === "kbd" || at.name === "samp") return true;
  return false;
}

/** Braces in an address are often encoded. */
function decoded(value: string): string {
  return value.replace(/%7B/giu, "{").replace(/%7D/giu, "}");
}
