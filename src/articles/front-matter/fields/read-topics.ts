import { decodeAddress } from "../../decode-address.ts";
import { decodeEntities } from "../../wording/decode-entities.ts";
import { toOneLine } from "../../wording/one-line.ts";
import { withoutEndSlashes } from "../../../platform/trim-end.ts";
import { holdsTemplate } from "./holds-template.ts";
import { isIdentifier } from "./identifier.ts";
import { findValue, isList, isMap, readText } from "./field-values.ts";
import type { FrontMatter, FrontMatterValue } from "../front-matter.ts";

const topicKeys = [
  ["topics", "topic"],
  ["tags", "tag", "taglist"],
  ["categories"],
  ["category"],
  ["keywords", "keyword"],
  // Blogger's.
  ["labels"],
];

/**
 * The topics that front matter gives, in order, each once whatever its case, without a leading `#`. A text is a list
 * with commas; in Jekyll, where it has none, with spaces, but for `category`, which is one.
 */
export function readTopics(fields: FrontMatter, isJekyll: boolean): string[] {
  const topics = new Map<string, string>();
  const add = (value: FrontMatterValue, splitsAtSpaces: boolean): void => {
    for (const topic of toTopics(value, splitsAtSpaces)) {
      const folded = topic.toLowerCase();
      if (folded === "blog" && value === gravCategory(fields)) continue;
      if (!topics.has(folded)) topics.set(folded, topic);
    }
  };
  for (const keys of topicKeys) {
    const value = findValue(fields, keys)?.value;
    if (value !== undefined) add(value, isJekyll && keys[0] !== "category");
  }
  const taxonomies = fields.get("taxonomies");
  if (isMap(taxonomies)) for (const value of findFreeLists(taxonomies)) add(value, false);
  return [...topics.values()];
}

const known: ReadonlySet<string> = new Set(topicKeys.flat());
/** Lists of a table of taxonomies that say who wrote an article, in what language or when, and not what it is about. */
const noTopics =
  /^(?:authors?|people|persons?|writers?|contributors?|translators?|editors?|lang(?:uages?)?|locales?|years?|months?|dates?|archives?|status)$/;

/** What Zola files an article under by names of the site's own, `[taxonomies]` with `news = ["releases"]`. */
function findFreeLists(taxonomies: FrontMatter): FrontMatterValue[] {
  return [...taxonomies]
    .filter(([key, value]) => isList(value) && !known.has(key) && !noTopics.test(key))
    .map(([, value]) => value);
}

/** What Grav files a page under; the articles of its own blog are all filed under `blog`, which tells readers nothing. */
function gravCategory(fields: FrontMatter): FrontMatterValue | undefined {
  const taxonomy = fields.get("taxonomy");
  return isMap(taxonomy) ? taxonomy.get("category") : undefined;
}

const otherComma = /[，、،؛]/;
const anyComma = /[,;\n，、،؛]/;

function toTopics(value: FrontMatterValue, splitsAtSpaces: boolean): string[] {
  // Commas of East Asia and of Arabic part nothing to YAML: `[水，船]` is a list of one.
  const [only] = isList(value) ? value : [];
  if (isList(value) && value.length === 1 && typeof only === "string" && otherComma.test(only))
    return only.split(otherComma).flatMap(cleanTopic);
  if (isList(value))
    return value.flatMap((item) =>
      typeof item !== "string"
        ? toTopics(item, false)
        : otherComma.test(item)
          ? item.split(/[，،]/).flatMap(cleanTopic)
          : cleanTopic(item),
    );
  // Docusaurus and others write a tag as a map of its label and its address.
  if (isMap(value)) return cleanTopic(readText(value, "label", "name", "title") ?? "");
  if (typeof value !== "string") return [];
  // A list that was put into quotes.
  const listed = /^\s*\[(?!\[)(.*)\]\s*$/s.exec(value)?.[1];
  if (listed !== undefined) return listed.split(",").flatMap(cleanTopic);
  // Those of more than one word stand in brackets of their own, in TiddlyWiki and Roam: `sea [[wet rope]]`.
  if (/\[\[[^[\]]+\]\]/.test(value) && !anyComma.test(value.trim()))
    return [...value.matchAll(/\[\[([^[\]]+)\]\]|[^\s[\]]+/g)]
      .map(([whole, inner]) => (inner ?? whole).replace(/^#$/, ""))
      .flatMap(cleanTopic);
  // What is folded (`tags: >`) ends in a line break.
  const separator = anyComma.test(value.trim()) ? anyComma : splitsAtSpaces ? /\s+/ : undefined;
  // Obsidian's `#a #b` is two tags wherever it stands.
  const parts = separator === undefined ? toOneLine(value).split(/ (?=#\S)/) : value.split(separator);
  return parts.flatMap(cleanTopic);
}

/** A category of WordPress in a script that is not Latin, which an export has as it stands in addresses, `%d0%bc%d0%b5%d0%b4`. */
function decodeSlug(written: string): string {
  const isSlug = /%[0-9a-f]{2}%[0-9a-f]{2}/i.test(written) && !/\s/.test(written.trim());
  return isSlug ? (decodeAddress(written) ?? written) : written;
}

/** What generators file an article under that its author filed nowhere. */
const nowhere = new Set([
  "uncategorized",
  "uncategorised",
  "unkategorisiert",
  "non classé",
  "sin categoría",
  "sem categoria",
  "senza categoria",
  "geen categorie",
  "bez kategorii",
  "nezařazené",
  "okategoriserade",
  "без рубрики",
  "未分类",
  "未分類",
  "미분류",
]);

/** Ghost tags what it imports with the day and the hour, which no page shows. */
const importTag = /^(?:hash-)?import[ -]\d{4}-\d\d-\d\d[ -]\d\d[-:]\d\d$/i;

function cleanTopic(written: string): string[] {
  // WordPress exports names as they stand in HTML: `Boats &amp; Reeds`.
  const shown = written.includes("&") ? decodeEntities(written) : written;
  const line = toOneLine(shown.includes("%") ? decodeSlug(shown) : shown);
  const bare = /^["'[]/.test(line)
    ? line.replace(/^\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]$/, "$1").replace(/^(["'])(.*)\1$/, "$2")
    : line;
  const topic = withoutEndSlashes(bare.replace(/^#+/, "").replace(/^\/+/, "")).trim().replace(/,$/, "");
  if (nowhere.has(topic.toLowerCase()) || importTag.test(topic) || isIdentifier(topic)) return [];
  // Eleventy's articles are tagged `posts` to be a collection, which tells readers nothing.
  return /^(?:|~|null|posts)$/.test(topic) || holdsTemplate(topic) ? [] : [topic];
}
