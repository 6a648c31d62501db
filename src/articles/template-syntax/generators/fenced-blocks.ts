import type { Cleaning } from "../basics/cleaning.ts";
import { callout } from "../widgets/callouts.ts";
import { renderCode } from "../widgets/code-block.ts";

/** Passages that mdBook's Admonish sets off in a fence. @see https://tommilligan.github.io/mdbook-admonish */
const notice =
  /^(`{3,}|~{3,})[ \t]*admonish(?![^\s])[ \t]*([a-z][\w-]*)?(?=[ \t\n])[ \t]*([^\n]*)\n([\s\S]*?)\n?[ \t]*\1[`~]*\s*$/;
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
  const found = notice.exec(text);
  if (found !== null) return renderNotice(found, render);
  return documenter.test(text) ? renderDocumenter(text, cleaning) : undefined;
}

/** A passage under its title, or the word that says what kind it is. */
function renderNotice(
  [, , kind = "", given = "", body = ""]: RegExpExecArray,
  render: (inner: string) => string,
): string {
  const title = /\btitle=(["'])(.{0,200}?)\1/.exec(given)?.[2] ?? kind;
  const label = title === kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : title;
  return callout(label, render(body));
}

/** Code that is run is shown, and so is HTML; what is made where the site is built goes. */
function renderDocumenter(text: string, { keep, drop }: Cleaning): string {
  const [opening = "", name = ""] = documenter.exec(text) ?? [];
  const body = text.slice(opening.length).replace(/\n?[ \t]*`{3,}\s*$/, "");
  if (name === "raw") return /@raw html\b/.test(opening) ? `\n\n${body}\n\n` : "";
  if (/^(?:example|repl)$/.test(name)) return keep(renderCode(body, "julia"));
  if (/^(?:docs|autodocs|eval)$/.test(name)) drop(`\`\`\`@${name}`, opening.trimEnd());
  return "";
}
