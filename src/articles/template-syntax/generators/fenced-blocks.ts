import type { Cleaning } from "../basics/cleaning.ts";
import { withoutClosingMarks } from "../basics/mask-code.ts";
import { callout } from "../widgets/callouts.ts";
import { renderCode } from "../widgets/code-block.ts";

/** Passages that mdBook's Admonish sets off in a fence. @see https://tommilligan.github.io/mdbook-admonish */
const notice = /^(`{3,}|~{3,})[ \t]*admonish(?=[ \t\n])[ \t]*(?![ \t])([a-z][\w-]*(?=[ \t\n]))?([^\n]*)\n/;
const documenter = /^`{3,}@([a-z]+)[^\n]*\n?/;

/**
 * What a fence leaves that encloses no code: a passage under its title, or what Documenter makes of a block.
 *
 * @param render a passage as it is cleaned.
 * @returns undefined for code.
 * @see https://documenter.juliadocs.org/stable/man/syntax
 */
export function readFencedBlock(
  text: string,
  cleaning: Cleaning,
  render: (inner: string) => string,
): string | undefined {
  const [opening = "", marks = "", kind = "", given = ""] = notice.exec(text) ?? [];
  const body = opening === "" ? undefined : withoutClosingMarks(text.slice(opening.length), marks);
  if (body !== undefined) return renderNotice(kind, given, render(body));
  return documenter.test(text) ? renderDocumenter(text, cleaning) : undefined;
}

/** A passage under its title, or the word that says what kind it is. */
function renderNotice(kind: string, given: string, inner: string): string {
  const title = /\btitle=(["'])(.{0,200}?)\1/.exec(given)?.[2] ?? kind;
  const label = title === kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : title;
  return callout(label, inner);
}

/** Code that is run is shown, and so is HTML; what is made where the site is built goes. */
function renderDocumenter(text: string, { keep, drop }: Cleaning): string {
  const [opening = "", name = ""] = documenter.exec(text) ?? [];
  const inner = text.slice(opening.length);
  const body = withoutClosingMarks(inner, "```") ?? inner;
  if (name === "raw") return /@raw html\b/.test(opening) ? `\n\n${body}\n\n` : "";
  if (/^(?:example|repl)$/.test(name)) return keep(renderCode(body, "julia"));
  if (/^(?:docs|autodocs|eval)$/.test(name)) drop(`\`\`\`@${name}`, opening.trimEnd());
  return "";
}
