import type { FileNote } from "../../parsed-file.ts";
import { findGiven, findValue, isList, isMap, readBoolean, readText } from "./field-values.ts";
import type { FrontMatter } from "../front-matter.ts";
import { parseDate } from "../dates/parse-date.ts";
import { findKeyLine } from "../syntax/parse-front-matter.ts";
import { readDraftsFolder } from "./path-conventions.ts";
import type { SplitFile } from "../syntax/split-file.ts";
import { shorten } from "../../wording/shorten.ts";

/** Nuxt's name of what is not out yet, `story.draft.md`. */
const draftName = /[^/]\.draft\.[a-z]+$/i;

/** Fields that hold an article back, each with the answer that does. Switches, unless they say neither yes nor no. */
const holding: ReadonlyMap<string, boolean> = new Map([
  ["draft", true],
  ["isdraft", true],
  ["unlisted", true],
  ["hidden", true],
  ["hide", true],
  ["ishidden", true],
  ["hideinlist", true],
  // Eleventy's, as its drafts say.
  ["eleventyexcludefromcollections", true],
  ["private", true],
  ["isprivate", true],
  ["secret", true],
  ["disabled", true],
  ["wip", true],
  ["saveasdraft", true],
  ["ignorepublish", true],
  ["ignored", true],
  ["public", false],
  ["listed", false],
  ["publish", false],
  ["dgpublish", false],
  ["ispublished", false],
  ["ispublish", false],
  ["isactive", false],
  // Craft's, Wagtail's and Grav's.
  ["enabled", false],
  ["live", false],
  ["routable", false],
]);

/** What speaks of publishing and of nothing else: there, an answer that is neither yes nor no holds an article back. */
const publishing = new Set([
  "draft",
  "isdraft",
  "private",
  "isprivate",
  "unlisted",
  "ignorepublish",
  "publish",
  "ispublished",
  "ispublish",
]);

const heldStatus =
  /^(?:draft|private|hidden|pending|queued|trash|disabled|unpublished|unlisted|deleted|invisible|entwurf|brouillon|borrador|rascunho|bozza|szkic|koncept|utkast|kladde|luonnos|taslak|черновик|чернетка|草稿|未发布|未發布|下書き|초안|مسودة)$/;

/** How far a text is, which holds it back unless it says that it is out all the same, as in a garden of notes that grow. */
const unfinishedStatus = /^(?:in[ -]progress|(?:in[ -])?review|idea|outline|to[ -]?do|wip|skip)$/;

/**
 * What holds an article back, in words that follow "because": its folder, or a field. A field of publishing that says neither
 * yes nor no counts as holding it back, with a note: what goes out by mistake cannot be taken back. Of any other, such as
 * `hide: [toc]`, `secret: nutmeg` or `listed: Grade II`, only a plain answer counts.
 *
 * @returns undefined for an article that nothing holds back.
 */
export function readDraft(
  path: string,
  fields: FrontMatter,
  split: SplitFile,
  notes: FileNote[],
): string | undefined {
  const folder = readDraftsFolder(path);
  if (folder?.kind === "jekyll") return `it lies in ${folder.name}/`;
  const signs: string[] = [];
  if ((folder !== undefined || draftName.test(path)) && !saysPublished(fields))
    signs.push(folder === undefined ? "its name says draft" : `it lies in ${folder.name}/`);
  for (const key of findGiven(fields, holding)) {
    const sign = readSwitch(key, fields, split, notes);
    if (sign !== undefined) signs.push(sign);
  }
  if (readText(fields, "password") !== undefined && readBoolean(fields, "password") !== false) {
    signs.push("it has a password");
    notes.push({
      line: findKeyLine(split, "password"),
      message: "The article is behind a password on its site; taken for a draft.",
    });
  }
  if (isKeyed(fields)) signs.push("it asks for a key");
  signs.push(...readStates(fields));
  return signs.length === 0 ? undefined : signs.join(", and ");
}

/** What a switch says that holds the article back; undefined where it does not, and where it is none. */
function readSwitch(
  key: string,
  fields: FrontMatter,
  split: SplitFile,
  notes: FileNote[],
): string | undefined {
  const holds = holding.get(key) ?? true;
  const value = findValue(fields, [key])?.value;
  if (value === undefined || value === "null" || value === "~") return undefined;
  const answer = readBoolean(fields, key);
  if (answer === undefined && !publishing.has(key)) return undefined;
  // Themes of Jekyll's show a featured article above the list of the others, and hide it from that list.
  if (key === "hidden" && readBoolean(fields, "featured") === true) return undefined;
  if (answer !== undefined) return answer === holds ? `it says ${key}: ${answer}` : undefined;
  // `publish: 2026-11-20` is its date.
  if (key === "publish" && typeof value === "string" && parseDate(value).kind !== "unreadable")
    return undefined;
  const shown = typeof value === "string" ? JSON.stringify(shorten(value, 80)) : "a list or a map";
  notes.push({
    line: findKeyLine(split, key),
    message: `${key} is ${shown}, neither true nor false; taken for ${holds}.`,
  });
  return `its ${key} is ${shown}`;
}

const statusKeys = ["status", "poststatus"];
const stateKeys: ReadonlySet<string> = new Set([
  "published",
  ...statusKeys,
  "state",
  "stage",
  "visibility",
  "security",
  "audience",
  "build",
]);

/** How far the article is, and whom it is for, where that holds it back. */
function readStates(fields: FrontMatter): string[] {
  const signs: string[] = [];
  if (findGiven(fields, stateKeys).length === 0) return signs;
  const hold = (keys: readonly string[], held: RegExp): void => {
    const state = readText(fields, ...keys)?.toLowerCase() ?? "";
    if (held.test(state)) signs.push(`its ${findValue(fields, keys)?.key ?? ""} is ${state}`);
  };
  if (readBoolean(fields, "published") === false) signs.push("it says published: false");
  // `published` may be a date as well, and what is neither is refused as a date.
  hold(["published"], heldStatus);
  hold(statusKeys, heldStatus);
  hold(["state", "stage"], heldStatus);
  if (!saysPublished(fields)) hold(statusKeys, unfinishedStatus);
  hold(["visibility"], heldVisibility);
  hold(["security"], heldSecurity);
  hold(["audience"], heldAudience);
  const build = fields.get("build");
  for (const key of ["list", "render"]) {
    const built = isMap(build) ? (readText(build, key) ?? "") : "";
    if (/^(?:never|false)$/.test(built)) signs.push(`its build.${key} is ${built}`);
  }
  return signs;
}

/** Whether it names the passwords that vuepress-theme-reco asks for, as the MD5 of each. */
function isKeyed(fields: FrontMatter): boolean {
  const keys = fields.get("keys");
  return (
    isList(keys) &&
    keys.length > 0 &&
    keys.every((key) => typeof key === "string" && /^[\da-f]{32}$/i.test(key))
  );
}

/** Ghost's readers who pay or are members, and others' words for what not everyone may see or find. */
const heldVisibility =
  /^(?:private|hidden|unlisted|members|paid|tiers|password|protected|internal|draft|none|비공개|보호|非公開|非公开|限定公開|未公開)$/;

/** Who may read an entry of LiveJournal's, and who a post of Substack's, where that is not everyone. */
const heldSecurity = /^(?:private|friends|usemask)$/;
const heldAudience = /^(?:only_paid|only_founding|founding)$/;

/** Whether an article says that it is out, wherever it lies. */
function saysPublished(fields: FrontMatter): boolean {
  return (
    readBoolean(fields, "draft") === false ||
    readBoolean(fields, "published") === true ||
    readBoolean(fields, "publish") === true ||
    /^publish(?:ed)?$/.test(readText(fields, ...statusKeys)?.toLowerCase() ?? "")
  );
}
