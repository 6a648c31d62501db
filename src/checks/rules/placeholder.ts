import type { Element } from "domhandler";
import type { Severity } from "../finding.ts";
import type { CheckedPage } from "../page/checked-page.ts";
import { parentOf, toPlainLine } from "../page/parse-html.ts";
import type { Observation, Rule } from "../rule.ts";

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
  { expression: /\{\{[^{}]{0,60}\}{0,2}/u, what: "a template's placeholder", ...mistake },
  { expression: /\$\{[\w.]{1,60}\}|<%[^%]{0,60}%>/u, what: "a template's placeholder", ...mistake },
  { expression: /\*\|[A-Z0-9_:]{1,40}\|\*/u, what: "a merge tag", ...mistake },
  {
    expression:
      /%(?:recipient|subscriber|first_?name|last_?name|full_?name|name|email|unsubscribe)[\w.]{0,40}%/iu,
    what: "a merge tag",
    ...mistake,
  },
  {
    expression: /\[object Object\]|\bInvalid Date\b|[\uFDD0-\uFDEF]/u,
    what: "a value that was not filled in",
    ...mistake,
  },
  { expression: /\[(?:insert|your|first|last) [\p{L} ]{2,40}\]/iu, what: "a placeholder", ...reminder },
  { expression: /\blorem ipsum\b/iu, what: "filler text", severity: "error", inArticle: "error" },
  { expression: /\b(?:FIXME|TKTK|TK(?! ?Maxx))\b/u, what: "a writer's mark", ...reminder },
];

/** In Spanish and Portuguese the word is "all". */
const todo: Pattern = { expression: /\bTODO\b/u, what: "a writer's mark", ...reminder };
const todoMarked: Pattern = { ...todo, expression: /\bTODO\b(?=[:(])/u };

export const placeholder: Rule = {
  id: "placeholder",
  severity: "error",
  looksAt:
    "what should have been filled in: `{{`, merge tags such as `%recipient%`, lorem ipsum; TODO and TK (a warning, as is a placeholder that stands in an article)",
  source: "Letters that began with “Dear {{name}}”",
  remedy: "Fill it in or take it out; in an article about templates, write it as `code`.",
  check: (page) => {
    const language = page.elements.find(({ name }) => name === "html")?.attribs["lang"] ?? "";
    const all = [...patterns, /^(?:es|pt|gl)\b/iu.test(language) ? todoMarked : todo];
    const found: Observation[] = [];
    const told = new Set<string>();
    for (const { text, at, evidence } of listTexts(page)) {
      for (const { expression, what, severity, inArticle } of all) {
        const match = expression.exec(text);
        if (match === null || told.has(match[0])) continue;
        // The text part repeats the page, also what stands there as code.
        if (isOfText(at) && page.texts.some(({ data }) => data.includes(match[0]))) continue;
        told.add(match[0]);
        const around = toPlainLine(
          text.slice(Math.max(0, match.index - 20), match.index + match[0].length + 20),
        );
        const message = `${what.charAt(0).toUpperCase()}${what.slice(1)} was left in: "${around}".`;
        found.push({ at, message, severity, inArticle, evidence: [...evidence, around, match[0]] });
      }
    }
    return found;
  },
};

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
