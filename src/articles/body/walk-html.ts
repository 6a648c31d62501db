/** A passage of text as a reader sees it, without markup. */
export interface TextPassage {
  readonly kind: "paragraph" | "heading" | "item" | "quote" | "code" | "cell" | "caption";
  readonly text: string;
  /** Its first line, as it was written or ends on the page; empty where it has one line. */
  readonly firstLine: string;
  /** How many of its letters are link text. */
  readonly linked: number;
  /** How many are emphasised, or small. */
  readonly emphasised: number;
  /** How many are bold. */
  readonly bold: number;
  /** Where a picture stands right before it: within its own block, or above it. */
  readonly picture: "none" | "above" | "within";
  /** In how many items of lists within lists it stands. */
  readonly depth: number;
  /** Offset in the HTML just after its text. */
  readonly end: number;
}

const blockKinds: ReadonlyMap<string, TextPassage["kind"]> = new Map([
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "heading"] as const),
  ...["li", "dt", "dd"].map((name) => [name, "item"] as const),
  ...["td", "th", "caption"].map((name) => [name, "cell"] as const),
  ["blockquote", "quote"],
  ["pre", "code"],
  ["figcaption", "caption"],
]);
const breaks = new Set([
  "p",
  "div",
  "ul",
  "ol",
  "dl",
  "table",
  "thead",
  "tbody",
  "tfoot",
  "tr",
  "hr",
  "figure",
  ...blockKinds.keys(),
]);

const emphases = new Set(["em", "i", "small", "sub"]);
/** Stands before the number of a footnote, which is no word of the text. */
export const noteMark = "\ufdd4";

/**
 * Gives the text of sanitised HTML passage by passage. A paragraph within a list, a quote or a table is of that kind.
 *
 * @param html well-formed, as `sanitiseHtml` gives it.
 */
export function* walkHtml(html: string): Generator<TextPassage> {
  const open: TextPassage["kind"][] = [];
  let text = "";
  let linked = 0;
  let emphasised = 0;
  let bold = 0;
  let inLink = false;
  let emphasis = 0;
  let boldness = 0;
  let picture: TextPassage["picture"] = "none";
  let at = 0;
  const token = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g;
  const take = (end: number): TextPassage | undefined => {
    const passage = {
      kind: open.at(-1) ?? "paragraph",
      text: open.includes("code") ? text.replaceAll(lineEnd, " ") : joinLines(text),
      firstLine: joinLines(/^\s*(\S[^\n\v]*)[\n\v]\s*\S/.exec(text)?.[1] ?? ""),
      linked,
      emphasised,
      bold,
      picture,
      depth: open.filter((kind) => kind === "item").length,
      end,
    } as const;
    text = "";
    linked = 0;
    emphasised = 0;
    bold = 0;
    if (passage.text.trim() === "") {
      if (picture === "within") picture = "above";
      return undefined;
    }
    picture = "none";
    return passage;
  };
  for (let match = token.exec(html); match !== null; match = token.exec(html)) {
    const piece = decodeText(html.slice(at, match.index));
    text += piece;
    if (inLink) linked += piece.length;
    if (emphasis > 0) emphasised += piece.length;
    if (boldness > 0) bold += piece.length;
    const name = match[2] ?? "";
    const isClosing = match[1] === "/";
    if (name === "br") text += lineEnd;
    else if (name === "a") inLink = !isClosing;
    else if (name === "img") picture = text.trim() === "" ? "within" : picture;
    else if (emphases.has(name)) emphasis = Math.max(0, emphasis + (isClosing ? -1 : 1));
    else if (name === "strong" || name === "b") boldness = Math.max(0, boldness + (isClosing ? -1 : 1));
    else if (breaks.has(name)) {
      const passage = take(match.index);
      if (passage !== undefined) yield passage;
      const kind = blockKinds.get(name);
      if (kind !== undefined) {
        if (isClosing) open.pop();
        else open.push(kind);
      }
    }
    at = token.lastIndex;
  }
  text += decodeText(html.slice(at));
  const rest = take(html.length);
  if (rest !== undefined) yield rest;
}

const unspaced = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Stands where a line ends on the page: white space, and in no text that was read. */
const lineEnd = "\v";

/**
 * Lines of one paragraph, with no space where Chinese or Japanese writing has none: a line that ends on the page without a mark of its
 * own needs one.
 */
function joinLines(text: string): string {
  const trimmed = text.trim();
  if (!/[\n\v]/.test(trimmed) || !unspaced.test(trimmed) || isVerse(trimmed.split("\n")))
    return trimmed.replace(/\s+/g, " ");
  return trimmed.replace(/\s+/g, (space, at: number) => {
    const last = trimmed.charAt(at - 1);
    const isWithin =
      /[\n\v]/.test(space) && unspaced.test(last) && unspaced.test(trimmed.charAt(at + space.length));
    return isWithin && (!space.includes(lineEnd) || /\p{P}/u.test(last)) ? "" : " ";
  });
}

/** Letters; a line of verse is no longer. */
const maxVerse = 24;

/** Whether lines are short and end in no mark, the last one too: each says something of its own. */
function isVerse(lines: readonly string[]): boolean {
  return (
    lines.length >= 3 &&
    lines.every((line) => line.trim().length <= maxVerse && /[\p{L}\p{N}]$/u.test(line.trim()))
  );
}

function decodeText(html: string): string {
  return html
    .replace(/\ufdd4\d+/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
