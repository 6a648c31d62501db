import { asAddress, unknownValue, type Cleaning } from "./cleaning.ts";
import { parseArguments } from "./parse-arguments.ts";
import { renderWidget } from "./widgets.ts";

/** Shortcodes within shortcodes. */
const maxDepth = 30;

interface Shortcode {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
  readonly given: string;
}

/**
 * Replaces Hugo's shortcodes, `{{< name … >}}` and `{{% name … %}}`: known ones by what they stand for, others by what
 * they enclose. `{{</* name *\/>}}`, which shows a shortcode, becomes the shortcode as text.
 *
 * @see https://gohugo.io/content-management/shortcodes/
 */
export function replaceShortcodes(markdown: string, cleaning: Cleaning): string {
  if (!/\{\{[<%]/.test(markdown)) return markdown;
  const shown = showEscaped(markdown, cleaning.keep);
  const shortcodes = findShortcodes(shown);
  const closings = matchClosings(shortcodes);
  const render = (from: number, to: number, first: number, depth: number): string => {
    let result = "";
    let at = from;
    for (let index = first; index < shortcodes.length; index++) {
      const code = shortcodes[index];
      if (code === undefined || code.start >= to) break;
      if (code.start < at) continue;
      result += shown.slice(at, code.start);
      at = code.end;
      if (code.isClosing) continue;
      const closing = depth > maxDepth ? undefined : shortcodes[closings.get(index) ?? -1];
      const inner = closing === undefined ? undefined : render(code.end, closing.start, index + 1, depth + 1);
      if (closing !== undefined) at = closing.end;
      result += renderShortcode(code, inner, shown, cleaning);
    }
    return result + shown.slice(at, to);
  };
  return render(0, shown.length, 0, 0);
}

/** Shortcodes that an author shows instead of calling, in code or in text. */
export function showEscaped(text: string, keep: (text: string) => string = (kept) => kept): string {
  return text.replace(
    /\{\{([<%])\/\*([^\n]*?)\*\/([>%])\}\}/g,
    (_all, open: string, inner: string, close: string) => keep(`{{${open}${inner}${close}}}`),
  );
}

function renderShortcode(
  code: Shortcode,
  inner: string | undefined,
  text: string,
  cleaning: Cleaning,
): string {
  const written = text.slice(code.start, code.end);
  const given = parseArguments(code.given);
  switch (code.name.toLowerCase()) {
    case "ref":
    case "relref":
      // In a text, the address of another page is of no use.
      if (!/(?:[("'<=]|\]:[ \t]*)$/.test(text.slice(Math.max(0, code.start - 200), code.start))) return "";
      return toReference(given.positional[0] ?? given.named.get("path"));
    case "param":
    case "site":
      cleaning.drop(`{{< ${code.name} >}}`, written);
      return unknownValue;
    default: {
      const widget = renderWidget(code.name, given, inner);
      if (widget !== undefined && !widget.isLoss) return widget.markdown;
      const words = inner === undefined ? given.named.get("text") : undefined;
      if (widget === undefined && words !== undefined && isInText(text, code)) return words;
      cleaning.drop(`{{< ${code.name} >}}`, written, inner !== undefined && widget === undefined);
      // One that stands alone leaves nothing: its arguments are settings as often as text.
      return widget?.markdown ?? inner ?? "";
    }
  }
}

/** The address of another page: a name is looked up, a path from the root or to a file is one already. */
function toReference(target: string | undefined): string {
  if (target === undefined) return unknownValue;
  const isPath = target.startsWith("/") || target.startsWith("#") || /\.\w+(?:#.*)?$/.test(target);
  return isPath ? asAddress(target) : `gazette-post:${asAddress(target)}`;
}

/** Whether there is text before or behind a shortcode on its line. */
function isInText(text: string, { start, end }: Shortcode): boolean {
  return (
    !/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 200), start)) ||
    !/^[ \t]*(?:\n|$)/.test(text.slice(end, end + 200))
  );
}

function findShortcodes(text: string): Shortcode[] {
  const found: Shortcode[] = [];
  const opening = /\{\{([<%])-?\s*(\/?)\s*([\w./-]+)/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const end = findEnd(text, opening.lastIndex, match[1] === "<" ? ">}}" : "%}}");
    if (end === undefined) continue;
    const given = text.slice(opening.lastIndex, end - 3);
    found.push({
      start: match.index,
      end,
      name: match[3] ?? "",
      isClosing: match[2] === "/",
      isSelfClosing: /\/\s*$/.test(given),
      given: given.replace(/\/\s*$/, ""),
    });
    opening.lastIndex = end;
  }
  return found;
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

/** For each opening, by index, its closing. */
function matchClosings(shortcodes: readonly Shortcode[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const [index, code] of shortcodes.entries()) {
    const stack = open.get(code.name) ?? [];
    open.set(code.name, stack);
    if (!code.isClosing) {
      if (!code.isSelfClosing) stack.push(index);
      continue;
    }
    const opener = stack.pop();
    if (opener !== undefined) closings.set(opener, index);
  }
  return closings;
}
