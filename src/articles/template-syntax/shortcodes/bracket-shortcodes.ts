import { isInText, type Cleaning } from "../basics/cleaning.ts";
import { renderNested, type SyntaxToken } from "../basics/nested-tokens.ts";
import { isEnclosing, isKnownAlone, renderBracket, type BracketShortcode } from "./render-bracket.ts";

interface BracketToken extends SyntaxToken, BracketShortcode {}

/** A closing, or an opening with what it is given; exporters put backslashes before the brackets. No link and no picture. */
const tag =
  /\\?\[\/([a-z][\w-]{0,40})\\?\]|(?<![[!])\\?\[(?!\[)([a-z][\w-]{0,40})((?:[\s=][^\][]{0,600})?)\\?\](?![(:])/g;
const mayHold = /\[\/[a-z]|\[[a-z][\w-]{0,40}[\s=][^\][]|\[(?:gallery|playlist|divider|spacer)/;

/** What tells of a shortcode whatever its name: a value in quotes, one of those that every plugin has, an end of its own. */
const given = /\s[\w-]{1,40}=["'“”″]|\s(?:ids?|url|src|href)=[^\s"']|["'\s]\/$/;

/** One that ends in itself; not an address that ends so. */
const whole = /(["'\s])\/\s*$/;

/** What the plugin Audio Player was given. */
const audio = /\[audio:[ \t]{0,9}(https?:\/\/[^\s[\]|,<>]{1,1000})(?:[ \t|,<>][^\]\n]{0,500})?\]/g;

/** More are text: the parser of footnotes copies the whole article for each. */
const maxNotes = 300;

/**
 * Turns the shortcodes in brackets of WordPress, Grav and their plugins, `[name key="value"] … [/name]`, into Markdown and
 * HTML. A name that nobody knows is one only with a value in quotes or the like: what it encloses stays. Words in brackets are
 * a text.
 *
 * @see https://codex.wordpress.org/Shortcode_API, https://github.com/getgrav/grav-plugin-shortcode-core
 */
export function replaceBracketShortcodes(written: string, cleaning: Cleaning): string {
  const markdown = written.includes("[audio:") ? written.replace(audio, "[Audio](<$1>)") : written;
  if (!mayHold.test(markdown)) return markdown;
  const tokens = findTokens(markdown);
  if (tokens.length === 0) return markdown;
  const closings = new Map(tokens.map((token) => [token.start, token]));
  const notes: string[] = [];
  const addNote = (text: string): string | undefined =>
    notes.length < maxNotes ? `[^bracket-${notes.push(text)}]` : undefined;
  const text = renderNested(markdown, tokens, (token, passage) => {
    const written = markdown.slice(token.start, token.end);
    if (token.pairs?.as === "closing") return written;
    const end = closings.get(passage?.end ?? -1)?.end ?? token.end;
    const shown = renderBracket(token, {
      inner: passage?.render(),
      isInText: isInText(markdown, token.start, end),
      addNote,
      drop: (keepsInner) => {
        cleaning.drop(`[${token.name}]`, written, keepsInner);
      },
    });
    if (shown !== undefined) return shown;
    return passage === undefined ? written : written + passage.render() + markdown.slice(passage.end, end);
  });
  return notes.length === 0
    ? text
    : `${text}\n\n${notes.map((note, index) => `[^bracket-${index + 1}]: ${note}`).join("\n\n")}\n`;
}

function findTokens(markdown: string): BracketToken[] {
  const tokens: BracketToken[] = [];
  const isDefined = findDefinitions(markdown);
  const opened = new Set<string>();
  for (const match of markdown.matchAll(tag)) {
    const [all, closed, name = "", settings = ""] = match;
    const place = { start: match.index, end: match.index + all.length };
    if (closed !== undefined) {
      if (opened.has(closed))
        tokens.push({ ...place, name: closed, given: "", pairs: { as: "closing", names: [closed] } });
      continue;
    }
    const values = settings.replace(/\\$/, "").replace(/\\(?=[_*[\]])/g, "");
    const isShortcode = isEnclosing(name) || isKnownAlone(name) || given.test(values);
    if (!isShortcode || isReference(markdown, place.end, name + settings, isDefined)) continue;
    opened.add(name);
    const isWhole = whole.test(values);
    tokens.push({
      ...place,
      name,
      given: values
        .replace(whole, "$1")
        .replace(/^\s*=?/, "")
        .trim()
        .replace(/[“”″]/g, '"')
        .replaceAll("&#038;", "&"),
      pairs: isWhole ? undefined : { as: "opening", names: [name] },
    });
  }
  return tokens;
}

/** Whether words in brackets refer to a definition: `[gallery]`, `[gallery][1]`. */
function isReference(
  markdown: string,
  end: number,
  label: string,
  isDefined: (label: string) => boolean,
): boolean {
  const next = /^\[([^\][\n]{1,100})\]/.exec(markdown.slice(end, end + 102))?.[1];
  return isDefined(label) || (next !== undefined && isDefined(next));
}

function findDefinitions(markdown: string): (label: string) => boolean {
  let labels: Set<string> | undefined;
  return (label) => {
    labels ??= new Set(
      [...markdown.matchAll(/^ {0,3}\[([^\][\n]{1,100})\]:/gm)].map(([, name = ""]) => name.toLowerCase()),
    );
    return labels.has(label.toLowerCase());
  };
}
