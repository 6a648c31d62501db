import { isPictureName } from "../../../platform/picture-name.ts";
import { isVisible, toOneLine } from "../../wording/one-line.ts";
import { splitOutsideBrackets } from "../../wording/split-outside-brackets.ts";
import { toPlainField } from "../../wording/plain-text.ts";
import { holdsTemplate } from "./holds-template.ts";
import { isIdentifier } from "./identifier.ts";
import { findValue, isList, isMap } from "./field-values.ts";
import type { FrontMatter, FrontMatterValue } from "../front-matter.ts";

const nameKeys = [
  ...["name", "nom", "nombre", "nome", "naam", "navn", "namn", "nimi"],
  // Docusaurus says beside a key what somebody is, `title: Guest`.
  ...["key", "title", "displayname", "fullname", "nick", "login", "slug", "id"],
];
/** What follows a name after a comma and is no name itself. */
const suffix = /^(?:Jr|Sr|I{2,3}|IV|Ph\.?D|M\.?D|MBA|Esq|MP|MEP|Q\.?C|K\.?C|S\.?J)\.?$/i;

/** Two words or more, each with a capital letter. */
const wholeName = /^\p{Lu}[\p{Ll}\p{M}'’.-]+(?:\s+\p{Lu}[\p{L}\p{M}'’.-]*)+$/u;
/** What people who write for a company's blog are, in small letters; other words in small letters may be names. */
const occupation =
  /^(?=[\p{Ll}\p{M}'’\s/-]+$)(?:.{0,30}(?:utvecklare|utvikler|udvikler|kehittäjä|entwickler(?:in)?|développeu(?:r|se)|desarrollador|desenvolvedor|desenvolupador|programador|sviluppat(?:ore|rice)|ontwikkelaar|developer|programmer|engineer|ing[eé]nieur|ingenier|engenheir|ingegnere|ark?itekt|architect|designer|konsult|consult|redakt|redact|rédact|editor|journalist|periodist|jornalist|giornalist|student|professor))/u;

/** What somebody is, or several are, in capital letters, as nobody is called: `Town Hall Executive Director`, `Boat Builders' Coordinators`. */
const role =
  "(?:Director|Officer|Manager|Engineer|Developer|Architect|Scientist|Analyst|Advocate|Evangelist|Editor|President|Founder|Professor|Consultant|Strategist|Designer|Researcher|Specialist|Coordinator|Co-ordinator|Administrator|Technologist|Technician|Programmer|Maintainer|Contributor|Correspondent|Columnist|Journalist|Illustrator|Intern|Volunteer|Ambassador|Advisor|Adviser|Lecturer|Librarian|Apprentice)s?";
/** What a surname may be as well, and is not behind one of these words. */
const namelike =
  "(?:Senior|Junior|Staff|Principal|Technical|Tech|Content|Copy|Guest|Contributing|Science|Feature|Freelance|Speech|Lead|UX|Team|Product|Project|Program|Programme|Delivery|Design|Engineering|Development|Developer|Research|Policy|Data|Community|Communications|Marketing|Practice|Service|Security|Visiting|Postdoctoral|Teaching|Innovation|Digital|Distinguished|Graduate|Editorial|Campaign) (?:Writer|Lead|Fellow|Producer|Reporter|Photographer|Author)s?";
const position = new RegExp(
  String.raw`(?:^|\s)(?:(?:${role}|${namelike}|Chair(?:man|woman|person)?|C[EFIOT]O|C[MPS]O|VP)(?: (?:at|for) .{1,60})?|(?:Head|Director|VP|Professor|Minister|Editor) (?:of|for) .{1,60})$`,
);

const noName = /^(?:me|you|admin|default|null|~|none|undefined|n\/a|true|false|yes|no)$/i;

/**
 * The names that `author` or `authors` gives, as a text, a list, objects with a name, or a map of such objects. The `Me` and
 * `admin` of themes' samples are nobody's, nor are switches, files, ids, and what a template is yet to fill in.
 */
export function readAuthors(fields: FrontMatter): string[] {
  const value =
    findValue(fields, [
      "authors",
      "author",
      "byline",
      "by",
      "writer",
      "authorpost",
      "authorname",
      "contributors",
    ])?.value ??
    readMetaAuthor(fields) ??
    readPeople(fields);
  const names = (value === undefined ? [] : toNames(value)).filter(
    (name) => !noName.test(name) && !holdsTemplate(name) && !isPictureName(name) && !isIdentifier(name),
  );
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

/** What Grav and others tell search engines of a page. */
function readMetaAuthor(fields: FrontMatter): FrontMatterValue | undefined {
  const meta = fields.get("metadata") ?? fields.get("meta");
  return isMap(meta) ? meta.get("author") : undefined;
}

/** Where themes of Zola's file articles by who wrote them. */
function readPeople(fields: FrontMatter): FrontMatterValue | undefined {
  const taxonomies = fields.get("taxonomies");
  return isMap(taxonomies) ? taxonomies.get("people") : undefined;
}

function toNames(value: FrontMatterValue): string[] {
  if (typeof value === "string") return splitNames(value);
  if (isList(value))
    return value.flatMap((item) =>
      typeof item === "string" ? cleanName(item.replace(/^\s*&\s/, "")) : toNames(item),
    );
  if (!isMap(value)) return [];
  for (const key of nameKeys) {
    const name = value.get(key);
    if (typeof name === "string" && name.trim() !== "") return cleanName(name);
  }
  const [first, last] = [
    value.get("first") ?? value.get("firstname"),
    value.get("last") ?? value.get("lastname"),
  ];
  if (typeof first === "string" || typeof last === "string") {
    return cleanName(`${typeof first === "string" ? first : ""} ${typeof last === "string" ? last : ""}`);
  }
  return [...value.values()].flatMap((item) => (isMap(item) ? toNames(item) : []));
}

/** What parts or begins names; nearly every article has one author, whose name is a name. */
const parted = /[,;，、；|]| <> | (?:and|&|et|und|y|e|i|en|og|och|ja) |^(?:by|and|&)\s/i;

/** `By Ada Writer (Town Hall), Max Reader, Jr. and Li Wei (李偉)` as three names. */
export function splitNames(text: string): string[] {
  const clean = cleanName(text);
  if (!parted.test(clean[0] ?? "")) return clean;
  const line = clean[0]?.replace(/^by\s+/i, "") ?? "";
  // Where semicolons part names, commas stand within them: `Quill, Ada; Reed, Bo`.
  const separator = /[;；]/.test(line) ? /[;；|]| <> /g : /[,，、|]| <> /g;
  const parts = splitOutsideBrackets(line, separator).map((part) => part.trim());
  const isSeries = parts.length > 1;
  const names: string[] = [];
  for (const part of parts) {
    for (const name of splitConjunction(part, isSeries)) {
      const last = names.at(-1);
      if (last !== undefined && suffix.test(name)) names[names.length - 1] = `${last}, ${name}`;
      // Behind a name, some words say what somebody does: `Ada Writer, software developer`.
      else if (wholeName.test(names[0] ?? "") && (occupation.test(name) || position.test(name))) continue;
      else names.push(name);
    }
  }
  return names.filter(isVisible);
}

/** `and` joins two people where each side is a whole name, or where it ends a series; else it may be part of a name. */
function splitConjunction(part: string, isSeries: boolean): string[] {
  const trimmed = part.replace(/^(?:and|&)\s+/i, "");
  const sides = splitOutsideBrackets(trimmed, / (?:and|&|et|und|y|e|i|en|og|och|ja) /g);
  const isName = (side: string): boolean =>
    /^\p{Lu}\S*\s+\S|^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]+$/u.test(side);
  return sides.length === 2 && (isSeries || sides.every(isName)) ? sides : [trimmed];
}

/** Without markup, link or address: `<a href=…>Ada</a>`, `[Ada](…)`, `[[Ada]]` and `Ada <ada@example.org>` are all Ada. */
function cleanName(written: string): string[] {
  const line = toOneLine(written).replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]/g, "$1");
  const name = toPlainField(line.replace(/ ?<[^<>\s@]+@[^<>\s]+>/g, ""));
  return isVisible(name) ? [name] : [];
}
