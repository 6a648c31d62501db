import { parseDate } from "../dates/parse-date.ts";
import { foldKey, type FrontMatterDialect } from "../front-matter.ts";
import { readLocalName } from "./local-names.ts";

/** Front matter that only few generators write, at the start of a text. */
export interface UnusualBlock {
  readonly dialect: FrontMatterDialect;
  readonly block: string;
  /** Lines of the text before the block. */
  readonly linesBefore: number;
  /** Letters of the text up to the body. */
  readonly length: number;
}

interface Enclosure {
  readonly opening: RegExp;
  /** @param line the opening one, without white space at its end. */
  readonly closes: (line: string, opening: string) => boolean;
}

/** DocPad's and Coleslaw's fences, of any mark that is repeated, fences that are too short or that a program made dashes of, and the comments of HTML and of Pico. */
const enclosures: readonly Enclosure[] = [
  {
    opening: /^(?:-{2}|-{4,}|[—–]+-?|#{3,}|;{4,}|"{3,}|'{3,}|`{3,}|\*{3,})$/,
    closes: (line, opening) => line === opening,
  },
  { opening: /^<!--+$/, closes: (line) => /^--+>$/.test(line) },
  { opening: /^\/\*+$/, closes: (line) => line === "*/" },
];

/** What an enclosed block must name, so that a rule, a heading or a comment is not taken for one. */
const ownField = /^["']?(?:title|date)["']?[ \t]*:[ \t]*\S/im;
/** What only YAML can mean: an item of a list, a value that goes on. */
const isYaml = /^(?:[ \t]|- |["'\w-]+:[ \t]*(?:[[{|>]|$))/m;

/** Where a day stands that a heading is followed by; of an invitation, it may be no more than a Saturday. */
const dateField =
  /^[ \t]*(?:date|created|created (?:at|on|time)|published|published (?:at|on)|publish date|publication date):[ \t]*(\S.*)$/im;
/** A field by its name in another language. */
const localField = /^[ \t]*(\p{L}[\p{L}\p{M}\p{N} ]{0,30})[:：][ \t]*(\S.*)$/gmu;
const dayNames: ReadonlySet<string | undefined> = new Set(["date", "published", "created"]);

/**
 * Finds front matter in a form that few generators write: between DocPad's fences or in a comment, Pandoc's lines after `%`,
 * JBake's `name=value` over a line of tildes, Frog's lines behind four spaces,
 * in marks of ikiwiki's or HTMLy's, Logseq's `name:: value`, or the `Name: value` lines that Notion and others put under the title.
 *
 * @param text starts where front matter may start; a text that is cut is no matter, since blocks are short.
 */
export function findUnusualBlock(text: string): UnusualBlock | undefined {
  return (
    findEnclosed(text) ??
    findPandoc(text) ??
    findMarks(text) ??
    findProperties(text) ??
    findAssignments(text) ??
    findIndented(text) ??
    findUnderTitle(text)
  );
}

function findEnclosed(text: string): UnusualBlock | undefined {
  const first = lineAt(text, 0);
  const opening = first.trimEnd();
  const enclosure = enclosures.find((candidate) => candidate.opening.test(opening));
  if (enclosure === undefined) return undefined;
  const start = first.length + 1;
  for (let at = start; at < text.length; at += lineAt(text, at).length + 1) {
    const line = lineAt(text, at);
    if (!enclosure.closes(line.trimEnd(), opening)) continue;
    const block = text.slice(start, at);
    if (!ownField.test(block)) return undefined;
    const dialect = isYaml.test(block) ? "yaml" : "headers";
    return { dialect, block, linesBefore: 1, length: Math.min(text.length, at + line.length + 1) };
  }
  return undefined;
}

/** Title, authors and date, each after a `%`; a line that is indented goes on with the one before. */
function findPandoc(text: string): UnusualBlock | undefined {
  const block = /^%(?:[ \t]+\S.*\n|[ \t]*\n(?=%))(?:(?:%|[ \t]+\S).*(?:\n|$)){0,20}/.exec(text)?.[0];
  if (block === undefined) return undefined;
  const next = lineAt(text, block.length);
  return next.trim() === "" ? { dialect: "pandoc", block, linesBefore: 0, length: block.length } : undefined;
}

/** ikiwiki's directives and HTMLy's comments, each on a line of its own. */
function findMarks(text: string): UnusualBlock | undefined {
  const block =
    /^(?:(?:\[\[!(?:meta|tag|taglink)\s[^\]\n]{1,2000}\]\]|<!--(t|d|tag|image|video|audio|link|quote)\s.{0,2000}?\s\1-->)[ \t]*(?:\n\s*|$))+/.exec(
      text,
    )?.[0];
  return block === undefined ? undefined : { dialect: "marks", block, linesBefore: 0, length: block.length };
}

/** Names by which one line alone is a page's property, and no `Warning:: …`. */
const ownProperty =
  /^(?:title|date|tags?|alias|type|icon|public|created|updated|author|category|template|filters|exclude[\w-]*|id):/i;

/** Logseq's properties of a page, and Roam's. */
function findProperties(text: string): UnusualBlock | undefined {
  const block =
    /^(?:[A-Za-z][\w-]{0,40}::(?:[ \t].*)?(?:\n|$))+/.exec(text)?.[0] ??
    // Roam's stand in items, and what an item says under such a name may be a part of the text.
    /^(?:- (?:title|date|tags?|author|category|created|updated)::[ \t].*(?:\n(?![ \t]+[-*] )|$))+/i.exec(
      text,
    )?.[0];
  if (block === undefined || (!/\n./.test(block) && !ownProperty.test(block.replace(/^- /, ""))))
    return undefined;
  return { dialect: "headers", block, linesBefore: 0, length: block.length };
}

/** JBake's, as files of properties have them; they must name a title or a status. */
function findAssignments(text: string): UnusualBlock | undefined {
  const [all, block = ""] =
    /^((?:(?:[A-Za-z][\w.-]{0,60}[ \t]*=.*|#.*|[ \t]*)\n){1,60})~{4,}[ \t]*(?:\n|$)/.exec(text) ?? [];
  if (all === undefined || !/^(?:title|status|type)[ \t]*=/m.test(block)) return undefined;
  const headers = block.replace(/^#.*$/gm, "").replace(/^([\w.-]+)[ \t]*=[ \t]*/gm, "$1: ");
  return { dialect: "headers", block: headers, linesBefore: 0, length: all.length };
}

/** Frog's, which Markdown takes for code; one of its tags holds an article back. */
function findIndented(text: string): UnusualBlock | undefined {
  const written =
    /^(?: {4}|\t)Title:[ \t]*\S.*\n(?:(?: {4}|\t)[A-Z][\w ]{0,30}:.*(?:\n|$)){1,20}(?=[ \t]*(?:\n|$))/.exec(
      text,
    )?.[0];
  if (written === undefined || !/^[ \t]+Date:[ \t]*\S/m.test(written)) return undefined;
  const block = written.replace(/^(?: {4}|\t)/gm, "");
  const isDraft = /^Tags:.*\bDRAFT\b/m.test(block);
  return {
    dialect: "headers",
    block: isDraft ? `${block.replace(/^(Tags:.*?)\bDRAFT\b,?/m, "$1")}Draft: true\n` : block,
    linesBefore: 0,
    length: written.length,
  };
}

/** The lines under a title that name a date; the title stays where it is, and is a heading of the text too. */
function findUnderTitle(text: string): UnusualBlock | undefined {
  const found =
    /^(# [^\n]+)\n(?:[ \t]*\n)*((?: {4})?\p{L}[\p{L}\p{M}\p{N}_ ]{0,30}[:：][ \t][^\n]*(?:\n|$)(?:(?: {4})?\p{L}[\p{L}\p{M}\p{N}_ ]{0,30}[:：][ \t][^\n]*(?:\n|$)){0,30})(?=[ \t]*(?:\n|$))/u.exec(
      text,
    );
  const day = dateField.exec(found?.[2] ?? "")?.[1] ?? findLocalDay(found?.[2] ?? "");
  return found !== null && day !== undefined && parseDate(day).kind !== "unreadable"
    ? { dialect: "headers", block: found[0], linesBefore: 0, length: found[0].length }
    : undefined;
}

/** One line alone is a line above the text, which is read as such. */
function findLocalDay(block: string): string | undefined {
  if (!/\n[^\n]/.test(block)) return undefined;
  for (const [, name = "", day] of block.matchAll(localField))
    if (dayNames.has(readLocalName(foldKey(name)))) return day;
  return undefined;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? text.length : end);
}
