import { listNames } from "../list-names.ts";
import { TemplateFault } from "../templates/template-fault.ts";
import type { MarkupToken } from "./scan-markup.ts";

type OpenTag = Extract<MarkupToken, { kind: "open" }>;

/** Elements of MJML that hold HTML, which it hands on unread. */
const htmlElements = new Set([
  "mj-accordion-text",
  "mj-accordion-title",
  "mj-button",
  "mj-navbar-link",
  "mj-social-element",
  "mj-table",
  "mj-text",
]);

/**
 * Finds what MJML takes in silence, or refuses without a place: a document without `<mjml>` or `<mj-body>`, an element of
 * MJML inside a text, an include, a picture without a source, a class that nobody declared, a style whose braces do not
 * match. Tags are known to be closed.
 *
 * @throws TemplateFault
 */
export function checkStructure(mjml: string, tokens: readonly MarkupToken[]): void {
  const tags = tokens.filter((token) => token.kind === "open");
  checkDocument(mjml, tokens, tags);
  checkPlaces(tokens);
  checkClasses(mjml, tags);
  const bodyStart = tags.find(({ name }) => name === "mj-body")?.start ?? 0;
  for (const tag of tags) {
    if (tag.name === "mj-include")
      throw new TemplateFault(tag.start, "<mj-include>", "{{> name}}, with the file in partials/");
    if (
      tag.name === "mj-image" &&
      tag.start > bodyStart &&
      !tag.attributes.some(({ name }) => name === "src")
    )
      throw new TemplateFault(tag.start, "<mj-image> without src", 'src="…"');
  }
  tokens.forEach((token, index) => {
    const content = tokens[index + 1];
    if (token.kind === "open" && token.name === "mj-style" && content?.kind === "text")
      checkBraces(mjml, content.start, content.end);
  });
}

function checkDocument(mjml: string, tokens: readonly MarkupToken[], tags: readonly OpenTag[]): void {
  const first = tokens.find(
    (token) => token.kind !== "comment" && mjml.slice(token.start, token.end).trim() !== "",
  );
  if (first?.kind !== "open" || first.name !== "mjml") {
    const text = first === undefined ? "" : mjml.slice(first.start, first.end).trim();
    const found = text === "" ? "no MJML at all" : `"${text.slice(0, 40)}" at the start`;
    throw new TemplateFault(
      first?.start ?? 0,
      found,
      '<mjml lang="{{language}}" dir="{{direction}}"> around all of it',
    );
  }
  const [body, second] = tags.filter(({ name }) => name === "mj-body");
  if (body === undefined)
    throw new TemplateFault(first.start, "<mjml> without <mj-body>", "<mj-body> inside <mjml>");
  if (second !== undefined) throw new TemplateFault(second.start, "a second <mj-body>", "one <mj-body>");
}

function checkPlaces(tokens: readonly MarkupToken[]): void {
  let around: string | undefined;
  for (const token of tokens) {
    if (token.kind === "close" && token.name === around) around = undefined;
    if (token.kind !== "open") continue;
    if (around !== undefined && token.name.startsWith("mj"))
      throw new TemplateFault(
        token.start,
        `<${token.name}> inside <${around}>, which holds HTML`,
        `HTML, such as <p>, or </${around}> before it`,
      );
    if (around === undefined && !token.selfClosing && htmlElements.has(token.name)) around = token.name;
  }
}

/** MJML takes a class that is not declared for one without attributes. */
function checkClasses(mjml: string, tags: readonly OpenTag[]): void {
  const valueOf = (tag: OpenTag, wanted: string): string => {
    const attribute = tag.attributes.find(({ name }) => name === wanted);
    return attribute === undefined ? "" : mjml.slice(attribute.start, attribute.end);
  };
  const declared = tags.filter(({ name }) => name === "mj-class").map((tag) => valueOf(tag, "name"));
  for (const tag of tags) {
    for (const name of valueOf(tag, "mj-class").split(/\s+/u)) {
      if (name === "" || declared.includes(name)) continue;
      const expected =
        declared.length === 0
          ? `<mj-class name="${name}" … /> in <mj-attributes>`
          : listNames(name, declared);
      throw new TemplateFault(tag.start, `mj-class="${name}" on <${tag.name}>`, expected);
    }
  }
}

function checkBraces(mjml: string, start: number, end: number): void {
  const open: number[] = [];
  const pattern = /\/\*[\s\S]*?\*\/|"[^"\n]*"|'[^'\n]*'|[{}]/g;
  for (const match of mjml.slice(start, end).matchAll(pattern)) {
    if (match[0] === "{") open.push(start + match.index);
    else if (match[0] === "}" && open.pop() === undefined)
      throw new TemplateFault(start + match.index, "a } that closes nothing in <mj-style>", "a { before it");
  }
  const left = open[0];
  if (left !== undefined) throw new TemplateFault(left, "a { that is never closed in <mj-style>", "}");
}
