import { escapeBrackets, linkTo } from "../basics/markdown-link.ts";
import { isInText, unknownValue, type Cleaning } from "../basics/cleaning.ts";
import type { Arguments } from "../basics/parse-arguments.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** A tag, `(link: https://example.org text: words)`, with brackets of one level within. */
const tag =
  /\((link|email|tel|file|image|video|audio|youtube|vimeo|gist|twitter|date):[ \t]{0,9}((?:[^()\n]|\([^()\n]*\))+)\)/g;
const attribute =
  /[ \t]+(text|title|alt|caption|link|class|imgclass|linkclass|caption-class|role|rel|target|lang|popup|width|height|poster|srcset|sizes|autoplay|controls|loop|muted|preload|start|end|file|download|color|theme|year):(?=[ \t]|$)/g;
/** A line of dashes of Kirby's or Lektor's. */
const fence = /\n(-{3,4})[ \t]*(?=\n)/g;
const kirbyField = /^\s*[A-Z][\w-]{0,40}:/;
const lektorField = /^\n[a-z_]\w{0,40}:/;
const columns = /^[ \t]*(?:\((?:…|\.{3})?columns(?:…|\.{3})?\)|\+{4})[ \t]*$/gm;

/**
 * Turns KirbyText's tags into links and pictures, and takes off the fields behind the text.
 *
 * @see https://getkirby.com/docs/reference/text/kirbytags
 */
export function replaceKirby(markdown: string, { drop }: Cleaning): string {
  const text = withoutFieldsBehind(markdown);
  return text
    .replace(/^\\(?=-{3,4}[ \t]*$)/gm, "")
    .replace(columns, "\n")
    .replace(tag, (all, name: string, written: string, at: number, whole: string) => {
      const { value, named } = readTag(written);
      // Words in brackets: `(video: none of it)`.
      if (/\s/.test(value) && name !== "tel") return all;
      const shown = renderTag(name, value, named, isInText(whole, at, at + all.length));
      if (shown === undefined) drop(`(${name}: …)`, all);
      return shown ?? "";
    });
}

/** A text without the fields behind it: all up to its end begin with their names, each behind a line of dashes. */
function withoutFieldsBehind(markdown: string): string {
  const fences = [...markdown.matchAll(fence)];
  let end = markdown.length;
  for (const { index, 0: line, 1: dashes = "" } of fences.reverse()) {
    const start = index + line.length;
    const field = dashes.length === 4 ? kirbyField : lektorField;
    if (!field.test(markdown.slice(start, start + 200))) break;
    end = index;
  }
  return markdown.slice(0, end);
}

function readTag(written: string): { value: string; named: Map<string, string> } {
  const [value = "", ...rest] = written.split(attribute);
  const named = new Map<string, string>();
  for (let at = 0; at + 1 < rest.length; at += 2) named.set(rest[at] ?? "", (rest[at + 1] ?? "").trim());
  return { value: value.trim(), named };
}

/** Markdown for a tag; undefined where there is nothing that an email could show. */
function renderTag(
  name: string,
  value: string,
  named: ReadonlyMap<string, string>,
  isInLine: boolean,
): string | undefined {
  const words = named.get("text") ?? "";
  switch (name) {
    case "link":
      return toLink(words === "" ? value : words, toAddress(value));
    case "email":
      return toLink(words === "" ? value : words, `mailto:${value}`);
    case "tel":
      return toLink(words === "" ? value : words, `tel:${value.replace(/[^\d+]/g, "")}`);
    case "file":
      return toLink(words === "" ? value : words, isByNumber(value) ? unknownValue : value);
    case "twitter":
      return toLink(
        words === "" ? `@${value.replace("@", "")}` : words,
        `https://x.com/${value.replace("@", "")}`,
      );
    case "image":
      return renderPicture(value, named, isInLine);
    default: {
      const given: Arguments = { positional: [value], named: new Map() };
      return name === "date" || isByNumber(value)
        ? undefined
        : renderWidget(name, given, undefined)?.markdown;
    }
  }
}

function renderPicture(
  value: string,
  named: ReadonlyMap<string, string>,
  isInLine: boolean,
): string | undefined {
  if (isByNumber(value)) return undefined;
  const alt = escapeBrackets(named.get("alt") ?? "");
  if (isInLine) return `![${alt}](<${value}>)`;
  const link = named.get("link");
  const given = new Map([...named].filter(([key]) => key === "alt" || key === "caption"));
  given.set("src", value);
  if (link !== undefined && link !== "self") given.set("link", toAddress(link));
  return renderWidget("image", { positional: [], named: given }, undefined)?.markdown;
}

function toLink(words: string, address: string): string {
  return linkTo(words, address);
}

/** What Kirby knows by a number of its own: `page://abc`, `file://abc`. */
function isByNumber(value: string): boolean {
  return /^(?:page|file):\/\//.test(value);
}

/** A page is named by its path from the root. */
function toAddress(value: string): string {
  if (isByNumber(value)) return unknownValue;
  return /^(?:[a-z][a-z+.-]*:|[/#.])/i.test(value) ? value : `/${value}`;
}
