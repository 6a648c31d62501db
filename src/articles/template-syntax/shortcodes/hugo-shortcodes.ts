import { asAddress, dedent, isInText, keptStart, unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { fitPlace } from "../basics/fit-place.ts";
import { maxUnclosed, renderNested, type SyntaxToken } from "../basics/nested-tokens.ts";
import { parseArguments, pick, type Arguments } from "../basics/parse-arguments.ts";
import { nameTabs } from "../basics/name-tabs.ts";
import { isPictureName } from "../../../platform/picture-name.ts";
import { renderCode } from "../widgets/code-block.ts";
import { renderGivenWords, underTitle } from "../widgets/given-words.ts";
import { renderWidget } from "../widgets/render-widget.ts";

interface Shortcode extends SyntaxToken {
  readonly name: string;
  readonly isClosing: boolean;
  readonly given: string;
}

/**
 * Replaces Hugo's shortcodes, `{{< name … >}}` and `{{% name … %}}`: known ones by what they stand for, others by what
 * they enclose. `{{</* name *\/>}}`, which shows a shortcode, becomes the shortcode as text.
 *
 * @see https://gohugo.io/content-management/shortcodes/
 */
export function replaceShortcodes(markdown: string, cleaning: Cleaning): string {
  if (!/\{\{[<%{/]|\{%\//.test(markdown)) return markdown;
  const shown = showEscaped(markdown, cleaning.keep);
  return renderNested(shown, findShortcodes(shown), (code, passage) =>
    code.isClosing
      ? ""
      : fitPlace(renderShortcode(code, passage?.render(), shown, cleaning), shown, {
          start: code.start,
          end: code.end,
          raw: passage?.raw,
        }),
  );
}

/**
 * Shortcodes that an author shows instead of calling, in code or in text: Hugo's between slashes, Zola's too, where they call
 * something, as no comment of Go's does; Quarto's between three braces.
 */
export function showEscaped(text: string, keep: (text: string) => string = (kept) => kept): string {
  return text
    .replace(/\{\{\{([<%][^\n{}]{1,500}[>%])\}\}\}/g, (_all, inner: string) => keep(`{{${inner}}}`))
    .replace(
      /\{\{([<%])\/\*((?:(?!\{\{[<%]\/\*)[^\n])*?)\*\/([>%])\}\}/g,
      (_all, open: string, inner: string, close: string) => keep(`{{${open}${inner}${close}}}`),
    )
    .replace(
      /\{(?:\{\/\*(\s?[A-Za-z_][\w:]{0,60}\((?:(?!\{\{\/\*)[^\n]){0,500}?\)\s?)\*\/\}|%\/\*((?:(?!\{%\/\*)[^\n]){1,500}?)\*\/%)\}/g,
      (_all, value, tag) => keep(value === undefined ? `{%${String(tag)}%}` : `{{${String(value)}}}`),
    );
}

function renderShortcode(
  code: Shortcode,
  inner: string | undefined,
  text: string,
  cleaning: Cleaning,
): string {
  const written = text.slice(code.start, code.end);
  const given = withReference(parseArguments(code.given));
  switch (code.name.toLowerCase()) {
    case "ref":
    case "relref":
      // In a text, the address of another page is of no use.
      if (!/(?:[("'<=]|\]:[ \t]*)$/.test(text.slice(Math.max(0, code.start - 200), code.start))) return "";
      return toReference(given.positional[0] ?? given.named.get("path"));
    case "param":
    case "meta":
    case "site": {
      const name = given.positional[0] ?? given.named.get("name");
      const value = code.name !== "site" && name !== undefined ? readOwn(name, cleaning) : undefined;
      if (value !== undefined) return cleaning.keep(value);
      cleaning.drop(`{{< ${code.name} >}}`, written);
      return unknownValue;
    }
    default: {
      const language = given.named.get("lang");
      const isCode = code.name === "tab" && written.startsWith("{{<") && language !== undefined;
      const held = isCode && inner !== undefined && !inner.includes(keptStart) ? inner : undefined;
      // Docsy's tabs hold code as it is.
      const widget = renderWidget(
        code.name,
        inner === undefined ? withResource(given, cleaning) : given,
        held === undefined ? inner : cleaning.keep(renderCode(dedent(held), language ?? "")),
      );
      if (widget?.isCode === true) return cleaning.keep(widget.markdown);
      if (widget !== undefined && !widget.isLoss) return widget.markdown;
      const words =
        inner === undefined && widget === undefined
          ? renderGivenWords(code.name, given, isInText(text, code.start, code.end))
          : undefined;
      if (words?.isLoss === false) return words.markdown;
      const keeps = words === undefined ? inner !== undefined && widget === undefined : "words";
      cleaning.drop(`{{< ${code.name} >}}`, written, keeps);
      return (widget ?? words)?.markdown ?? (inner === undefined ? "" : underTitle(given, inner));
    }
  }
}

/** What leads to another page of the site leads to its address: `relref="about.md"` of a button. */
function withReference(given: Arguments): Arguments {
  const page = given.named.get("relref");
  if (page === undefined || given.named.has("href")) return given;
  return { ...given, named: new Map([...given.named, ["href", toReference(page)]]) };
}

/** What stands alone and names a file that front matter has a name for, is given that file, with what is said of it there. */
function withResource(given: Arguments, { readField }: Cleaning): Arguments {
  const [first] = given.positional;
  const name = pick(given, "src", "name") ?? first;
  if (name === undefined || name.length > longestName || name.includes("://")) return given;
  const read = (said: string): string | undefined => readField(`resources.${name}.${said}`)?.trim();
  const file = read("src");
  if (file === undefined) return given;
  const named = new Map([...given.named, ["src", file]]);
  named.delete("name");
  const title = read("title") ?? "";
  const caption = read("params.caption") ?? "";
  const isWorded = pick(given, "caption", "title") !== undefined;
  if (caption !== "" && !isWorded) named.set("caption", caption);
  const words = isPictureName(file) ? "alt" : "title";
  if (title !== "" && !named.has(words)) named.set(words, title);
  return { named, positional: name === first ? given.positional.slice(1) : given.positional };
}

/** Letters of a name that anybody gives a file. */
const longestName = 100;

/** A field of the article's own; Hugo has most of them in a table, Quarto its title as any other. */
function readOwn(name: string, { readField, title }: Cleaning): string | undefined {
  return (
    readField(name) ?? readField(`params.${name}`) ?? (name === "title" && title !== "" ? title : undefined)
  );
}

/** The address of another page: a name is looked up, a path from the root or to a file is one already. */
function toReference(target: string | undefined): string {
  if (target === undefined) return unknownValue;
  const isPath = target.startsWith("/") || target.startsWith("#") || /\.\w+(?:#.*)?$/.test(target);
  return isPath ? asAddress(target) : `gazette-post:${asAddress(target)}`;
}

function findShortcodes(text: string): Shortcode[] {
  const found: Shortcode[] = [];
  let unclosed = 0;
  const opening = /\{\{([<%])-?\s*(?:(\/)\s*)?([\w./-]+)/g;
  for (let match = opening.exec(text); match !== null && unclosed < maxUnclosed; match = opening.exec(text)) {
    const end = findEnd(text, opening.lastIndex, match[1] === "<" ? ">}}" : "%}}");
    if (end === undefined) {
      unclosed++;
      continue;
    }
    const given = text.slice(opening.lastIndex, end - 3).trimEnd();
    const name = match[3] ?? "";
    const isClosing = match[2] === "/";
    const isSelfClosing = given.endsWith("/");
    found.push({
      start: match.index,
      end,
      name,
      isClosing,
      given: isSelfClosing ? given.slice(0, -1) : given,
      pairs: isClosing
        ? { as: "closing", names: [name] }
        : isSelfClosing
          ? undefined
          : { as: "opening", names: [name] },
    });
    opening.lastIndex = end;
  }
  return nameTabs(found);
}

/** Just after the closing mark, which does not count inside quotes. */
function findEnd(text: string, from: number, mark: string): number | undefined {
  let quote = "";
  const limit = Math.min(text.length, from + 4000);
  for (let at = from; at < limit; at++) {
    const char = text.charAt(at);
    if (quote !== "") {
      if (char === "\\" && quote !== "`") at++;
      else if (char === quote) quote = "";
    } else if (char === '"' || char === "`") quote = char;
    else if (text.startsWith(mark, at)) return at + mark.length;
  }
  const plain = text.indexOf(mark, from);
  return plain === -1 || plain > limit ? undefined : plain + mark.length;
}
