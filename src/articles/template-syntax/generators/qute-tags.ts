import { unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { renderNested, type SyntaxToken } from "../basics/nested-tokens.ts";
import { parseArguments } from "../basics/parse-arguments.ts";
import { renderWidget } from "../widgets/render-widget.ts";

interface Tag extends SyntaxToken {
  /** Empty for a value. */
  readonly name: string;
  readonly given: string;
}

/** A value of the page, the site or the program: `{page.title}`, `{cdi:posts}`. */
const value = /\{(page\.[\w.]{1,80}|site\.[\w.()]{1,80}|cdi:[^{}\n]{1,100})\}/;
const tag = new RegExp(
  String.raw`\{#([a-z][\w-]{0,40})(?:[ \t]([^{}\n]{0,300}?))?(\/?)\}|\{\/([a-z][\w-]{0,40})?\}|${value.source}`,
  "g",
);

/**
 * Takes Qute out, as Roq's articles are templates of it: a condition shows its first branch, a loop nothing, a tag what it stands
 * for or encloses, and a value what front matter tells. A text without a value of its page or site is none of Roq's.
 *
 * @see https://quarkus.io/guides/qute-reference
 */
export function replaceQute(markdown: string, cleaning: Cleaning): string {
  if (!value.test(markdown)) return markdown;
  const text = markdown
    .replace(/\{\|([^{}|\n]{0,300}(?:\{[^{}|\n]{0,300}\}[^{}|\n]{0,300}){0,9})\|\}/g, (_all, shown: string) =>
      cleaning.keep(shown),
    )
    .replace(/\{! [^{}\n]{0,500}? !\}/g, "");
  const tags = [...text.matchAll(tag)].map(readTag);
  return renderNested(text, tags, ({ name, given, pairs, start, end }, passage, index) => {
    const written = text.slice(start, end);
    if (name === "") return readValue(given, written, cleaning);
    if (pairs?.as === "closing" || name === "else") return "";
    if (name === "for" || name === "each") {
      cleaning.drop(`{#${name}}`, written);
      return "";
    }
    if (name === "if" && passage !== undefined) {
      const branch = findElse(tags, index, passage.end);
      return branch === undefined ? passage.render() : passage.renderPart(passage.start, branch);
    }
    const widget = renderWidget(name, parseArguments(given), passage?.render());
    if (widget?.isLoss === false) return widget.markdown;
    if (!/^(?:let|raw|fragment)$/.test(name)) cleaning.drop(`{#${name}}`, written, passage !== undefined);
    return passage?.render() ?? "";
  });
}

/** Where the second branch of a condition starts, and none of those within it. */
function findElse(tags: readonly Tag[], index: number, end: number): number | undefined {
  let depth = 0;
  for (let at = index + 1; at < Math.min(tags.length, index + 500); at++) {
    const inner = tags[at];
    if (inner === undefined || inner.start >= end) break;
    if (inner.name === "if") depth += inner.pairs?.as === "closing" ? -1 : 1;
    else if (inner.name === "else" && depth === 0) return inner.start;
  }
  return undefined;
}

function readTag(match: RegExpExecArray): Tag {
  const [all, opened, given = "", alone, closed, shown] = match;
  const place = { start: match.index, end: match.index + all.length };
  if (shown !== undefined) return { ...place, name: "", given: shown, pairs: undefined };
  if (opened === undefined) {
    const name = closed ?? "";
    return { ...place, name: name === "" ? "/" : name, given: "", pairs: { as: "closing", names: [name] } };
  }
  const pairs = alone === "/" || opened === "else" ? undefined : { as: "opening" as const, names: [opened] };
  return { ...place, name: opened, given, pairs };
}

function readValue(expression: string, written: string, cleaning: Cleaning): string {
  const field = /^page\.(?:data\.)?(.+)$/.exec(expression)?.[1];
  const own =
    field === "title" ? cleaning.title : field === undefined ? undefined : cleaning.readField(field);
  if (own !== undefined && own !== "") return cleaning.keep(own);
  cleaning.drop(`{${expression}}`, written);
  return unknownValue;
}
