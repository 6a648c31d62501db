import { escapeHtml } from "../../../platform/escape-html.ts";
import { decodeAddress } from "../../decode-address.ts";
import { asBlock } from "../basics/cleaning.ts";
import { parseArguments, type Arguments } from "../basics/parse-arguments.ts";
import { callout } from "../widgets/callouts.ts";
import { findService } from "../widgets/services.ts";
import { underTitle } from "../widgets/given-words.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** A shortcode in brackets. */
export interface BracketShortcode {
  readonly name: string;
  /** What it is given, as it stands there, without the sign between its name and the one value that some have. */
  readonly given: string;
}

export interface BracketSurroundings {
  /** What it encloses; undefined for one that stands alone. */
  readonly inner: string | undefined;
  /** Whether there is text beside it on its line. */
  readonly isInText: boolean;
  /** Puts a footnote at the end; gives the reference to it. Undefined where there are too many. */
  readonly addNote: (text: string) => string | undefined;
  /** Says that it disappears, and whether what it encloses stays. */
  readonly drop: (keepsInner: boolean) => void;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** What only dresses or places what it encloses. */
const dresses = words(
  "u size color colour left right center centre align span div columns section lang dropcap highlight mark font big small raw fullwidth col column row ui-browser ui-callout ui-accordion accordions tabgroup",
);
/** What encloses a passage that is set off, or one of several; what it is called is what stands for it in a widget. */
const passages: ReadonlyMap<string, string> = new Map([
  ...["alert", "notice", "details", "expand", "spoiler", "quote", "pullquote", "blockquote"].map(
    (name) => [name, name] as const,
  ),
  ...["infobox", "info", "warning", "tip", "note", "success", "tabs", "tab", "button"].map(
    (name) => [name, name] as const,
  ),
  ["box", "infobox"],
  ["toggle", "details"],
  ["accordion", "details"],
  ["accordion-item", "details"],
  ["callout-item", "details"],
]);
/** Footnotes, as the plugins for them call them, and where they are listed. */
const notes = words("ref footnote fn efn_note mfn");
const noteLists = words("references footnotes footnotes_placeholder reflist");
const embeds = words(
  "embed youtube vimeo gist tweet instagram soundcloud dailymotion ted slideshare spotify bandcamp googlemaps googlevideo wpvideo facebook polldaddy codepen",
);
const players: ReadonlyMap<string, string> = new Map([
  ["audio", "Audio"],
  ["video", "Video"],
]);
const lists = words("gallery playlist");
/** What shows nothing that a reader would miss. */
const silent = words("fa icon fontawesome lorem divider spacer clear clearfix line");
/** What only those see who are known, or have commented. */
const locked = words("hide login reply vip member");
const headings = /^h[1-6]$/;
/** What plugins put before the names of their own. */
const prefix = /^(?:su|vc|et_pb|av|fusion|ui)[-_]/;

/** Whether a shortcode of this name encloses something, and is none without its end. */
export function isEnclosing(name: string): boolean {
  return (
    dresses.has(name) ||
    passages.has(name) ||
    notes.has(name) ||
    headings.test(name) ||
    name === "figure" ||
    name === "caption" ||
    name === "latex" ||
    name === "album" ||
    locked.has(name) ||
    name === "safe-email" ||
    /[_-]/.test(name)
  );
}

/** Whether one of this name stands alone, whatever it is given. */
export function isKnownAlone(name: string): boolean {
  return embeds.has(name) || players.has(name) || lists.has(name) || silent.has(name) || noteLists.has(name);
}

/**
 * What a shortcode in brackets becomes.
 *
 * @returns Markdown; undefined where it is no shortcode, and stays as it is written.
 */
export function renderBracket(
  { name, given }: BracketShortcode,
  { inner, isInText, addNote, drop }: BracketSurroundings,
): string | undefined {
  const values = withAddresses(parseArguments(given));
  if (embeds.has(name)) return renderEmbed(name, values, inner, drop);
  const label = players.get(name);
  if (label !== undefined || lists.has(name)) {
    // Behind the words of a link, `[video]` says what it leads to.
    if (given === "" && inner === undefined && isInText) return undefined;
    const address = label === undefined ? undefined : findAddress(values, inner);
    if (address !== undefined && label !== undefined) return `[${label}](<${address}>)`;
    drop(false);
    return "";
  }
  // A word in brackets, and no more.
  const isBare = given === "" && inner === undefined;
  if (silent.has(name)) return isBare && isInText ? undefined : (inner ?? "");
  if (noteLists.has(name)) return isBare && isInText ? undefined : "";
  if (isBare) return undefined;
  // Named in a sentence, `[u] and [/u]` enclose nothing.
  if (given === "" && inner !== undefined && !inner.includes("\n") && /^ | $/.test(inner)) return undefined;
  if (inner !== undefined) return renderEnclosing(name, values, inner, { isInText, addNote, drop });
  if (isEnclosing(name) && !/=/.test(given)) return undefined;
  const widget = renderWidget(name.replace(prefix, ""), values, undefined);
  if (widget !== undefined && !widget.isLoss && widget.markdown !== "") return widget.markdown;
  drop(false);
  return "";
}

function renderEnclosing(
  name: string,
  given: Arguments,
  inner: string,
  { isInText, addNote, drop }: Pick<BracketSurroundings, "isInText" | "addNote" | "drop">,
): string {
  if (notes.has(name) || (name === "note" && isInText))
    return addNote(inner.replace(/\s+/g, " ").trim()) ?? ` (${inner.trim()})`;
  if (name === "caption") return renderCaption(inner, given.named.get("caption") ?? "");
  if (name === "figure") return renderCaption(inner, given.named.get("caption") ?? "");
  if (name === "safe-email") return `[${inner.trim()}](<mailto:${inner.trim()}>)`;
  if (headings.test(name)) return asBlock(`${"#".repeat(Number(name.slice(1)))} ${inner.trim()}`);
  if (locked.has(name)) {
    drop(false);
    return "";
  }
  if (name === "album") return asBlock(inner);
  if (dresses.has(name)) return inner.includes("\n") ? asBlock(inner) : inner;
  const base = name.replace(prefix, "");
  const passage = passages.get(base);
  const widget = renderWidget(passage ?? base, given, inner);
  if (widget !== undefined && !widget.isLoss) return widget.markdown;
  if (passage === "info" || passage === "warning") return callout("", inner);
  if (passage === undefined && (base === name || inner.trim() === "")) drop(inner.trim() !== "");
  return underTitle(given, inner).trim() === "" ? "" : underTitle(given, inner);
}

/** A picture, and below it what stands behind it or is given as its caption. */
function renderCaption(inner: string, given: string): string {
  const picture =
    /^\s*(?:(?:<a\b[^>]*>\s*)?(?:<img\b[^>]*>|!\[[^\]]*\]\([^)]*\))\s*(?:<\/a>)?|\[!\[[^\]]*\]\([^)]*\)\s*\]\([^)]*\))/i.exec(
      inner,
    )?.[0] ?? "";
  const behind = inner.slice(picture.length).trim();
  const caption = (behind === "" ? given : behind).replaceAll("*", "");
  return asBlock(`${picture.trim()}${caption === "" ? "" : `\n\n*${caption}*`}`);
}

/** A link to what a service shows, by its address or by what the service calls it. */
function renderEmbed(
  name: string,
  given: Arguments,
  inner: string | undefined,
  drop: (keepsInner: boolean) => void,
): string | undefined {
  const address = findAddress(given, inner);
  if (address !== undefined && /^https?:/.test(address)) {
    // Within HTML, Markdown's own form of an address would be an element.
    const shown = escapeHtml(address.replaceAll("&amp;", "&").replace(/&[wh]=\d+(?=&|$)/g, ""));
    const service = URL.canParse(address) ? findService(address) : undefined;
    return `<a href="${shown}">${service ?? shown}</a>`;
  }
  const id = inner?.trim() ?? "";
  if (given.positional.length === 0 && given.named.size === 0 && id === "") return undefined;
  const values = /^[\w-]{4,40}$/.test(id) ? { ...given, positional: [id] } : given;
  const link = renderWidget(name, values, undefined);
  if (link !== undefined) return link.markdown;
  drop(false);
  return "";
}

/** The page builder of WPBakery has links as `url:https%3A%2F%2Fexample.org|title:Words`. */
function withAddresses(given: Arguments): Arguments {
  const named = new Map(given.named);
  for (const [key, value] of named) {
    const written = /^url:([^|]{1,1000})/.exec(value)?.[1];
    if (written !== undefined) named.set(key, decodeAddress(written) ?? written);
  }
  return { positional: given.positional, named };
}

/** The first address among what it is given and what it encloses. */
function findAddress({ positional, named }: Arguments, inner: string | undefined): string | undefined {
  return [...named.values(), ...positional, inner?.trim() ?? ""].find((value) =>
    /^(?:https?:\/\/|\/)[^\s<>"]+$/.test(value),
  );
}
