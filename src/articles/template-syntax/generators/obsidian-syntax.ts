import { escapeBrackets, linkTo } from "../basics/markdown-link.ts";
import { isPictureName } from "../../../platform/picture-name.ts";
import { escapeHtml } from "../../../platform/escape-html.ts";
import type { Cleaning } from "../basics/cleaning.ts";

/** A picture on a line of its own, which to Markdown begins HTML that goes on to a blank line: the next line is not a part of it. */
const pictureAlone =
  /^([ \t>]*)(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?<img src="gazette-wiki:[^<>\n]*">[ \t]*(?=\n[ \t>]*[^\s>])/gm;

/**
 * Turns Obsidian's own syntax into Markdown: `[[Note|text]]` and `![[picture.png|300]]` into links and pictures with an
 * address `gazette-wiki:` that is looked up by name, callouts into a label above their text, `==marked==` into `<mark>`;
 * comments between `%%` and block ids disappear.
 */
export function replaceObsidian(markdown: string, cleaning: Cleaning): string {
  let text = markdown;
  if (text.includes("[["))
    text = replaceWikiLinks(text.replace(namedAddress, toWikiAddress), cleaning).replace(
      pictureAlone,
      (line, lead: string) => `${line}\n${lead.trimEnd()}`,
    );
  if (text.includes("column")) text = text.replace(columnMark, "\n");
  if (text.includes("[!")) text = replaceCallouts(text);
  if (text.includes("%%"))
    text = text.replace(
      /(^|\s|(?<=[^\w%\s]))%%(?!%)[^%]*(?:%(?!%)[^%]*)*%%(?![\w%])([.,;:!?]?)/g,
      (_all, before: string, mark: string) => (mark === "" ? before : mark),
    );
  if (text.includes("=="))
    text = text.replace(
      // Between quotation marks or brackets, it is the sign itself.
      /(?<![=\w<>!+\\-])==(?=[^\s=”’」』）》)\]])([^\n=]{1,500}?)(?<=[^\s=“‘「『（《([])==(?![=\w])/g,
      "<mark>$1</mark>",
    );
  if (text.includes("![")) text = text.replace(sizedPicture, "$1$2");
  return text.includes("^")
    ? text.replace(/(?:^|[ \t])\^(?!\d+[ \t]*$)[A-Za-z0-9]{2,}(?:-[A-Za-z0-9]+)*[ \t]*$/gm, "")
    : text;
}

/** Where the columns of Multi-Column Markdown start and end. */
const columnMark =
  /^[ \t]*(?:(?:---|===)[ \t]*(?:start-multi-column(?::[^\n]{0,80})?|(?:column-end|end-column|column-break|end-multi-column)(?:[ \t]*(?:---|===))?)|(?:---|===) *(?:end-multi-column|multi-column-end))[ \t]*$/gm;

/** The size of a picture behind its words, or in their place: `![A lamp|200x100](lamp.png)`. */
const sizedPicture = /(!\[)(?:([^[\]\n|]{0,300})\|)?\d{2,4}(?:x\d{2,4})?(?=\]\([^()\n]{1,1000}\))/g;

/** Logseq's link in words of one's own, `[words]([[Page]])`. */
const namedAddress = /(?<=\]\()\[\[([^[\]\n|#]{1,300})\]\](?=\))/g;

function toWikiAddress(_written: string, name: string): string {
  return `gazette-wiki:${encodeURIComponent(name.trim())}`;
}

function replaceWikiLinks(text: string, cleaning: Cleaning): string {
  // Where a name is defined, these are Markdown's own brackets.
  const defined = new Set(
    [...text.matchAll(/\[([^[\]\n]+)\]:(?:[ \t]*<?([^\s<>]+))?/g)]
      .filter(([, name = "", file = ""]) => !isOwnFile(name, file))
      .map(([, name = ""]) => foldReference(name)),
  );
  return text.replace(
    /(?<!\\)(?:(?<!\w)(?:full|content)(?:-(?:card|inline))?(?=!))?(!?)\[\[([^[\]\n|#]*)((?:#[^[\]\n|]*)?)(?:\\?\|([^[\]\n]*))?\]\](?![([:])/g,
    (all, bang: string, target: string, heading: string, label?: string) => {
      const web = readWebLink(target + heading, label);
      if (web !== undefined) return web;
      // In a table, the bar is escaped.
      const name = target.replace(/\\$/, "").trim();
      if (/^_?toc_?$/i.test(name)) return "";
      // A shell's test, `[[ -f file ]]`, is no link, nor is a class of letters, `[[:alpha:]]`, nor a row of numbers, `[[1, 2]]`.
      if (/^-\w|^:|[=<>&$]|^[\d\s.+-]+,[\d\s.,+-]+$/.test(name) || (name === "" && heading === ""))
        return bang === "" ? all : "";
      if (defined.has(foldReference(all.slice(bang.length + 2, -2)))) return all;
      if (bang !== "" && isPictureName(name)) {
        const alt =
          label === undefined || /^\d+(?:x\d+)?$/.test(label.trim())
            ? ""
            : (label.split("|")[0]?.trim() ?? "");
        return `<img src="gazette-wiki:${encodeURIComponent(name)}" alt="${escapeHtml(alt)}">`;
      }
      if (name === "") return label ?? heading.replace(/^#+\^?/, "");
      if (bang !== "") cleaning.drop("![[…]]", all);
      const shown = label?.trim() ?? (name.split("/").at(-1) ?? name).replace(/\.md$/i, "");
      return `[${escapeBrackets(shown)}](gazette-wiki:${encodeURIComponent(name)})`;
    },
  );
}

const webAddress = /^\s*(https?:\/\/[^\s|\\]+)\s*\\?$/;

/** `[[https://a.example|words]]`, and the words first as in many wikis. */
function readWebLink(target: string, label: string | undefined): string | undefined {
  if (!target.includes("://") && label?.includes("://") !== true) return undefined;
  const first = webAddress.exec(target)?.[1];
  const second = webAddress.exec(label ?? "")?.[1];
  const address = first ?? second;
  if (address === undefined) return undefined;
  const words = (first === undefined ? target : (label ?? "")).trim().replace(/\\$/, "");
  return words === "" ? `<${address}>` : linkTo(words, address);
}

/** Foam defines each name that it links to, `[north-bed]: beds/north-bed.md`. */
function isOwnFile(name: string, file: string): boolean {
  const stem = (path: string): string => (path.split("#")[0]?.split("/").at(-1) ?? "").replace(/\.md$/i, "");
  return /^[^:#][^:]*$/.test(file) && stem(file) === stem(name) && stem(name) !== "";
}

/** As CommonMark compares the names of references: whatever their case, and however wide their gaps. */
function foldReference(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}

/** `> [!tip] Title` heads a passage with its title, or with its kind; GitHub's alerts are of the same form. */
function replaceCallouts(text: string): string {
  return text.replace(
    /^((?:[ \t]*>)+[ \t]*)\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*(.*)$/gm,
    (_all, lead: string, kind: string, title: string) => {
      const label =
        title.trim() === "" ? kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase() : title.trim();
      return `${lead}**${label.replace(/\*\*/g, "")}**\n${lead.trimEnd()}`;
    },
  );
}
