import { asBlock, dedent, type Cleaning } from "../basics/cleaning.ts";
import { renderCode } from "../widgets/code-block.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** Whether a text is nothing but a list, as Logseq and Roam keep each of theirs. */
function isOutline(text: string): boolean {
  return /^\s*[-*][ \t]/.test(text) && !/^(?![ \t]|[-*](?:[ \t]|$)|[\ufdd0#]|-{3})[^\n]/m.test(text);
}

/** How far a task is, at the start of an item; in Logseq's letters, or in Roam's braces. */
const task =
  /^([ \t]*[-*][ \t]+)(?:(TODO|LATER|NOW|DOING|WAITING|WAIT|IN-PROGRESS)|DONE|CANCELL?ED)[ \t]+(?=\S)/gm;
const bracedTask = /\{\{(?:\[\[)?(TODO|DONE)(?:\]\])?\}\}/g;
const priority = /^([ \t]*[-*][ \t]+(?:[☐☑][ \t]+)?)\[#[ABC]\][ \t]+/gm;
/** When a task is due, and how long it took. */
const planning = /\n[ \t]+(?:SCHEDULED|DEADLINE):[ \t]*<\d{4}-[^<>\n]{1,60}>[ \t]*(?=\n|$)/g;
const drawer =
  /\n?^[ \t]+(?:[-*][ \t]+)?:LOGBOOK:[ \t]*\n(?:[ \t]+(?:CLOCK:|[-*] State)[^\n]{0,200}\n){0,200}[ \t]*:END:[ \t]*(?=\n|$)/gm;
/** What a block is set up by, on the lines below its first. */
const property = /^([ \t]+|[ \t]*[-*][ \t]+)([A-Za-z][\w-]{0,39})::[ \t]+(?=\S)(?![^\n]{0,300}[-=]>)/gm;
/** A picture of Clojure's, all of an item. */
const hiccup = /^[ \t]*[-*][ \t]+\[:[a-z][\w.#-]{0,40}[ \t][^\n]{0,2000}\][ \t]*(?:\n|$)/gm;
/** Another block, by its number: with words of one's own, and without. */
const namedBlock = /\[([^[\]\n]{1,300})\]\(\(\([\w-]{9,36}\)\)\)/g;
const block = /\(\((?=[a-z_-]{0,8}[A-Z\d])[\w-]{9}\)\)/g;
const nestedPage = /\[\[([^[\]\n]{0,100})\[\[([^[\]\n]{1,100})\]\]([^[\]\n]{0,100})\]\]/g;

/** What plays or is shown elsewhere, with its address; what is a card to learn from; what is asked of all notes. */
const player =
  /\{\{(?:\[\[)?(video|youtube|iframe|audio|tweet|twitter|pdf)(?:\]\])?:[ \t]*(https?:\/\/[^\s{}]{1,1000})\}\}/gi;
const cloze = /\{\{cloze[ \t]{1,9}([^\s{}][^{}\n]{0,500})\}\}/g;
const query =
  /(?:^[ \t]*[-*][ \t]+)?\{\{(?:\[\[)?query(?:\]\])?:[ \t](?:[^{}\n]|\{(?:[^{}\n]|\{[^{}\n]{0,300}\}){0,500}\}){0,1000}\}\}(?:[ \t]*\n)?/gm;

/** The size of a picture, in the words of Clojure. */
const size = /(?<=\))\{:(?:height|width) \d{1,5}(?:, ?:(?:height|width) \d{1,5})?\}/g;

/**
 * Brings what outliners write to Markdown: Logseq's and Roam's tasks become boxes, players links, Org's blocks quotations and
 * code; plans, drawers, queries and references to blocks of other pages disappear. What could stand in any text is asked for only where
 * all of a text is one list.
 *
 * @see https://docs.logseq.com
 */
export function replaceOutline(markdown: string, cleaning: Cleaning): string {
  let text = markdown.includes("#+") ? replaceOrgBlocks(markdown, cleaning) : markdown;
  if (text.includes("){:")) text = text.replace(size, "");
  if (text.includes("((") && text.includes("id:: ")) text = openBlockReferences(text);
  if (text.includes("{{"))
    text = text
      .replace(bracedTask, (_all, word: string) => (word === "DONE" ? "☑" : "☐"))
      .replace(cloze, "$1")
      .replace(player, (_all, name: string, address: string) => renderPlayer(name.toLowerCase(), address))
      .replace(query, (all) => {
        cleaning.drop("{{query}}", all.trim());
        // It may be all of its item.
        return /^[ \t]*[-*]/.test(all) && all.endsWith("\n") ? "" : all.endsWith("\n") ? "\n" : "";
      });
  if (!isOutline(text)) return text;
  return text
    .replace(drawer, "")
    .replace(planning, "")
    .replace(task, (_all, lead: string, open?: string) => `${lead}${open === undefined ? "☑" : "☐"} `)
    .replace(priority, "$1")
    .replace(hiccup, "")
    .replace(namedBlock, "$1")
    .replace(block, "")
    .replace(nestedPage, "$1$2$3")
    .replace(property, (all, lead: string, name: string) => (isSetting(name) ? all : `${lead}${name}: `));
}

const uuid = String.raw`[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}`;
const blockId = new RegExp(`^[ \\t]*id:: ?(${uuid})[ \\t]*$`);
const blockStart = /^[ \t]*(?:[-*][ \t]|#{1,6}[ \t])/;
const reference = new RegExp(`\\{\\{embed \\(\\((${uuid})\\)\\)\\}\\}|(?<!\\]\\()\\(\\((${uuid})\\)\\)`, "g");

/** References to blocks of the same page, by the ids below their first lines, as the words of these lines. */
function openBlockReferences(markdown: string): string {
  const words = new Map<string, string>();
  let first = "";
  for (const line of markdown.split("\n")) {
    const id = blockId.exec(line)?.[1];
    if (id !== undefined) words.set(id, readWords(first));
    else if (blockStart.test(line)) first = line;
  }
  return markdown.replace(
    reference,
    (all, embedded: string | undefined, named: string | undefined) =>
      words.get(embedded ?? named ?? "") ?? all,
  );
}

/** Letters; a block of more is none that a reference stands for in a line. */
const longestBlock = 300;

/** What the first line of a block says, without what makes it an item, a heading or a task; references within it stay unread. */
function readWords(line: string): string {
  const words = line
    .replace(/^[ \t]*[-*][ \t]+/, "")
    .replace(/^#{1,6}[ \t]+/, "")
    .replace(/^(?:TODO|LATER|NOW|DOING|WAITING|WAIT|IN-PROGRESS|DONE|CANCELL?ED)[ \t]+(?=\S)/, "")
    .replace(reference, "")
    .trim();
  return words.length > longestBlock ? "" : words;
}

/** What `stray-marks.ts` takes out with its line. */
function isSetting(name: string): boolean {
  return /^(?:id|collapsed|background-color|heading|created-at|updated-at|title|alias|icon|public|filters|template|exclude-from-graph-view|(?:logseq\.|query-|hl-|ls-|card-).*)$/.test(
    name,
  );
}

function renderPlayer(name: string, address: string): string {
  if (name === "pdf") return `[PDF](<${address}>)`;
  return (
    renderWidget(name, { positional: [address], named: new Map() }, undefined)?.markdown ?? `<${address}>`
  );
}

/** Where a block of Org's starts, in an item of its own or not. */
const opening = /^([ \t]*)([-*][ \t]+)?#\+BEGIN_([A-Za-z]{1,20})(?:[ \t]+(\S[^\n]{0,200}))?[ \t]*$/i;

/** Org's blocks; what is none, or ends nowhere, stays. */
function replaceOrgBlocks(markdown: string, cleaning: Cleaning): string {
  const lines = markdown.split("\n");
  const result: string[] = [];
  const endless = new Set<string>();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, indent = "", bullet = "", kind = "", given = ""] =
      (line.includes("#+") && opening.exec(line)) || [];
    const name = kind.toLowerCase();
    const end = name === "" || endless.has(name) ? -1 : findEnd(lines, at, name);
    if (end === -1) {
      if (name !== "") endless.add(name);
      result.push(line);
      continue;
    }
    const inner = dedent(lines.slice(at + 1, end).join("\n"));
    const shown = renderOrgBlock(name, given, inner, cleaning);
    result.push(...placeBlock(indent, bullet, shown));
    at = end;
  }
  return result.join("\n");
}

function findEnd(lines: readonly string[], start: number, name: string): number {
  const end = `#+end_${name}`;
  for (let at = start + 1; at < lines.length; at++)
    if ((lines[at] ?? "").trim().toLowerCase() === end) return at;
  return -1;
}

/** In an item, a block is indented as far as its text. */
function placeBlock(indent: string, bullet: string, shown: string): string[] {
  const rows = shown.split("\n");
  if (shown === "") return [];
  if (bullet === "") return ["", ...rows.map((row) => indent + row), ""];
  const below = indent + " ".repeat(bullet.length);
  // What was put aside finds its indentation on its line.
  return rows[0]?.startsWith("\ufdd0") === true
    ? [indent + bullet.trimEnd(), ...rows.map((row) => below + row)]
    : [indent + bullet + (rows[0] ?? ""), ...rows.slice(1).map((row) => below + row)];
}

/** What is quoted, or set off under its kind. */
const notices = new Set(["note", "tip", "important", "caution", "warning"]);

function renderOrgBlock(name: string, given: string, inner: string, cleaning: Cleaning): string {
  if (name === "comment" || name === "query") {
    if (name === "query") cleaning.drop("#+BEGIN_QUERY", "#+BEGIN_QUERY");
    return "";
  }
  if (name === "src" || name === "example")
    return cleaning.keep(renderCode(inner, given.split(" ", 1)[0] ?? "").trim());
  if (name === "export") return given.trim().toLowerCase() === "html" ? asBlock(inner).trim() : "";
  if (name !== "quote" && !notices.has(name)) return inner;
  const label = name === "quote" ? [] : [`**${name.charAt(0).toUpperCase()}${name.slice(1)}**`, ""];
  return [...label, ...inner.split("\n")].map((row) => `> ${row}`.trimEnd()).join("\n");
}
