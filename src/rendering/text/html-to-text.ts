import { linkNumber } from "./link-numbers.ts";
import { decodeReferences } from "../markup/decode-references.ts";
import { scanMarkup, type MarkupToken } from "../markup/scan-markup.ts";
import { itemMark, keptLine } from "./wrap-text.ts";

/** A text under construction. */
interface Draft {
  readonly lines: string[];
  /** Lists and quotations that are open, outermost first; `next` counts an ordered list. */
  readonly containers: { readonly name: string; next: number | undefined; hasItems: boolean }[];
  readonly addresses: Set<string>;
  /** Addresses of the links that are open. */
  readonly links: string[];
  /** What is written of the current line, without what it begins with. */
  line: string;
  /** The bullet or number that waits for the first line of an item. */
  bullet: string;
  isVerbatim: boolean;
  /** A blank line is wanted before the next one, marked for so many containers; undefined: none is. */
  gap: number | undefined;
}

const blocks = new Set("p h1 h2 h3 h4 h5 h6 dt dd figure figcaption section caption table dl".split(" "));

/**
 * Sanitised HTML as plain text someone would write: paragraphs apart, `*` and numbers for lists, `>` for
 * quotations, code as it is, a table as one line a row, `[3]` after a link and the addresses at the end.
 */
export function htmlToText(html: string): string {
  const draft: Draft = {
    lines: [],
    containers: [],
    addresses: new Set(),
    links: [],
    line: "",
    bullet: "",
    isVerbatim: false,
    gap: undefined,
  };
  for (const token of scanMarkup(html)) {
    if (token.kind === "text") addText(draft, decodeReferences(html.slice(token.start, token.end)));
    else if (token.kind === "open") openElement(draft, token.name, readAttributes(token, html));
    else if (token.kind === "close") closeElement(draft, token.name);
  }
  endLine(draft);
  const addresses = [...draft.addresses].map((address) => `${linkNumber(address)} ${address}`);
  return [draft.lines.join("\n"), addresses.join("\n")].join("\n\n").trim();
}

function readAttributes(tag: Extract<MarkupToken, { kind: "open" }>, html: string): Map<string, string> {
  return new Map(
    tag.attributes.map(({ name, start, end }) => [name, decodeReferences(html.slice(start, end))]),
  );
}

function addText(draft: Draft, text: string): void {
  if (draft.isVerbatim) {
    const [first = "", ...more] = text.split("\n");
    draft.line += first;
    for (const line of more) {
      endLine(draft);
      draft.line = line;
    }
    return;
  }
  const flat = text.replace(/[^\S\u00A0]+/g, " ");
  draft.line += draft.line === "" || draft.line.endsWith(" ") ? flat.trimStart() : flat;
}

function openElement(draft: Draft, name: string, attributes: ReadonlyMap<string, string>): void {
  switch (name) {
    case "br":
      endLine(draft);
      return;
    case "hr":
      leaveGap(draft);
      draft.line = "* * *";
      leaveGap(draft);
      return;
    case "img":
      addText(draft, (attributes.get("alt") ?? "") === "" ? "" : `[${attributes.get("alt") ?? ""}]`);
      return;
    case "a":
      draft.links.push(attributes.get("href") ?? "");
      return;
    case "pre":
      leaveGap(draft);
      draft.isVerbatim = true;
      return;
    case "ul":
    case "ol":
    case "blockquote":
      leaveGap(draft);
      // A list within an item follows it closely.
      if (name !== "blockquote" && isInList(draft)) draft.gap = undefined;
      draft.containers.push({
        name,
        next: name === "ol" ? Number(attributes.get("start")) || 1 : undefined,
        hasItems: false,
      });
      return;
    case "li":
      startItem(draft);
      return;
    case "td":
    case "th":
      draft.line += draft.line === "" ? "" : " · ";
      return;
    case "tr":
      endLine(draft);
      return;
    default:
      if (blocks.has(name)) leaveGap(draft);
  }
}

function closeElement(draft: Draft, name: string): void {
  switch (name) {
    case "a":
      endLink(draft);
      return;
    case "pre":
      endLine(draft);
      draft.isVerbatim = false;
      leaveGap(draft);
      return;
    case "ul":
    case "ol":
    case "blockquote":
      endLine(draft);
      draft.containers.pop();
      if (draft.gap !== undefined) draft.gap = Math.min(draft.gap, draft.containers.length);
      if (draft.containers.length === 0 || name === "blockquote") leaveGap(draft);
      return;
    case "li":
    case "tr":
      endLine(draft);
      return;
    default:
      if (blocks.has(name)) leaveGap(draft);
  }
}

function endLink(draft: Draft): void {
  const address = draft.links.pop() ?? "";
  if (!/^https?:/.test(address)) return;
  draft.addresses.add(address);
  draft.line += ` ${linkNumber(address)}`;
}

/** Items stand close together, however many paragraphs each has. */
function startItem(draft: Draft): void {
  endLine(draft);
  const list = draft.containers.at(-1);
  if (list?.hasItems === true) draft.gap = undefined;
  draft.bullet = list?.next === undefined ? "* " : `${list.next}. ${itemMark}`;
  if (list === undefined) return;
  list.hasItems = true;
  if (list.next !== undefined) list.next += 1;
}

/** Ends the paragraph: a blank line comes before whatever follows. */
function leaveGap(draft: Draft): void {
  endLine(draft);
  // A bullet waits for its text, on its own line.
  if (draft.bullet === "") draft.gap = Math.min(draft.gap ?? Infinity, draft.containers.length);
}

function endLine(draft: Draft): void {
  const text = draft.isVerbatim ? draft.line : draft.line.trimEnd();
  draft.line = "";
  if (text === "" && !draft.isVerbatim) return;
  if (draft.gap !== undefined && draft.lines.length > 0) {
    draft.lines.push(linePrefix(draft.containers.slice(0, draft.gap)).trimEnd());
  }
  draft.gap = undefined;
  // A bullet stands in the last two columns of the prefix.
  const around = draft.bullet === "" ? draft.containers : draft.containers.slice(0, -1);
  draft.lines.push(`${draft.isVerbatim ? keptLine : ""}${linePrefix(around)}${draft.bullet}${text}`);
  draft.bullet = "";
}

function isInList(draft: Draft): boolean {
  return draft.containers.some(({ name }) => name !== "blockquote");
}

/** Two blanks for every list around the text, a mark for every quotation. */
function linePrefix(containers: Draft["containers"]): string {
  return containers.map(({ name }) => (name === "blockquote" ? "> " : "  ")).join("");
}
