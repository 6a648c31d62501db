import type { HLJSApi } from "highlight.js";

export type Highlighter = HLJSApi;

/** Beyond this, an email shows code as it is. */
const maxCodeLength = 20_000;

/** Weight and slope carry to every client, and to dark and light alike, without a style to be stripped. */
const tags: ReadonlyMap<string, "b" | "i"> = new Map([
  ...["keyword", "title", "section", "selector-tag", "name", "strong", "type", "built_in"].map(
    (scope) => [scope, "b"] as const,
  ),
  ...["comment", "quote", "doctag", "emphasis"].map((scope) => [scope, "i"] as const),
]);

export async function loadHighlighter(): Promise<Highlighter> {
  return (await import("highlight.js/lib/common")).default;
}

/**
 * Code as HTML in which keywords and names are bold and comments italic.
 *
 * @returns undefined where the language is not known, or the code too long to be worth it.
 */
export function highlightCode(
  code: string,
  language: string,
  highlighter: Highlighter | undefined,
): string | undefined {
  const name = language
    .replace(/^\{?\.?/, "")
    .replace(/[},:].*$/, "")
    .toLowerCase();
  if (highlighter?.getLanguage(name) === undefined || code.length > maxCodeLength) return undefined;
  const { value } = highlighter.highlight(code, { language: name, ignoreIllegals: true });
  const open: string[] = [];
  return value.replace(/<span class="([^"]*)">|<\/span>/g, (_all, scopes?: string) => {
    if (scopes === undefined) return open.pop() ?? "";
    const scope = scopes.split(" ")[0]?.replace(/^hljs-/, "") ?? "";
    const tag = tags.get(scope);
    open.push(tag === undefined ? "" : `</${tag}>`);
    return tag === undefined ? "" : `<${tag}>`;
  });
}
