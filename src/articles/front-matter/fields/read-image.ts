import { isPictureAddress } from "../../../platform/picture-name.ts";
import type { ImageReference } from "../../article.ts";
import { toOneLine } from "../../wording/one-line.ts";
import { toPlainField } from "../../wording/plain-text.ts";
import { withoutEndSlashes } from "../../../platform/trim-end.ts";
import { findGiven, findValue, isList, isMap, readText } from "./field-values.ts";
import type { FrontMatter, FrontMatterValue } from "../front-matter.ts";

/** In the order in which they count. */
const imageKeys: ReadonlySet<string> = new Set(
  "image cover heroimage featureimage featuredimage coverimage hero thumbnail banner img ogimage socialimage teaser photo images twitterimage indeximg headerimg headerimage headerimagefile coverimg thumb mainimage postimage bannerimg topimg coverurl previewimage poster imgs photos header".split(
    " ",
  ),
);
const sourceKeys =
  "src path image url value href source relative file feature featuredimage teaser overlayimage background".split(
    " ",
  );
const altKeys = ["alt", "alttext", "imagealt", "caption", "title", "description", "desc"];

/** The picture that front matter names for an article, with its alternative text where that is given. */
export function readImage(fields: FrontMatter): ImageReference | undefined {
  const given = findGiven(fields, imageKeys);
  const found =
    given.length === 0
      ? undefined
      : [...imageKeys]
          .filter((key) => given.includes(key))
          .map((key) => findPicture(fields, key))
          .find((one) => one !== undefined);
  if (found === undefined) return findFeature(fields) ?? findResource(fields);
  const { key, image } = found;
  const folder = readText(fields, "mediasubpath", "imgpath");
  const isAbsolute = /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(image.source);
  const source =
    folder === undefined || isAbsolute ? image.source : `${withoutEndSlashes(folder)}/${image.source}`;
  const alt =
    image.alt === ""
      ? (readText(
          fields,
          `${key}alt`,
          "imagealt",
          "heroimagealt",
          "coveralt",
          "featureimagealt",
          "alt",
          `${key}caption`,
        ) ?? "")
      : image.alt;
  return { source: inFullSize(source), alt: toPlainField(alt) };
}

/** Blogger's thumbnails, 72 points to each side, are cut from pictures that have the same address but for the size. */
function inFullSize(source: string): string {
  return source.replace(
    /^((?:https?:)?\/\/(?:\w+\.bp\.blogspot\.com|blogger\.googleusercontent\.com)\/.{1,400}\/)s72(?:-[\w-]{1,40})?(?=\/[^/]+$)/,
    "$1s1600",
  );
}

function findPicture(fields: FrontMatter, key: string): { key: string; image: ImageReference } | undefined {
  const value = findValue(fields, [key])?.value;
  const image = value === undefined ? undefined : toReference(value);
  return image === undefined ? undefined : { key, image };
}

/**
 * Gridea's `feature` is the path of a picture; others say by it that an article is featured, or what it is about. Distill's
 * `preview` is one too, and elsewhere a teaser.
 */
function findFeature(fields: FrontMatter): ImageReference | undefined {
  const keys = fields.has("output") && isDistill(fields) ? ["feature", "preview"] : ["feature"];
  const key = keys.find((one) => isPictureAddress(readText(fields, one) ?? ""));
  return key === undefined ? undefined : findPicture(fields, key)?.image;
}

function isDistill(fields: FrontMatter): boolean {
  const output = fields.get("output");
  const format = isMap(output) ? [...output.keys()].join() : output;
  return typeof format === "string" && format.includes("distill");
}

/** Where a site of photographers shows one and says whose it is. */
const pageOfPicture =
  /^https?:\/\/(?:www\.)?(?:unsplash\.com\/photos\/[\w-]+|pexels\.com\/photo\/[\w-]+|flickr\.com\/photos\/[^?#]+)\/?$/i;

/** Hugo's `resources` name the files of a page bundle; themes show the one called so with an article. */
function findResource(fields: FrontMatter): ImageReference | undefined {
  const resources = fields.get("resources");
  if (!isList(resources)) return undefined;
  for (const resource of resources) {
    if (!isMap(resource)) continue;
    const source = readText(resource, "src");
    const name = readText(resource, "name") ?? "";
    if (source === undefined || source.includes("*") || !/^(?:featured?|cover|thumb|hero)/i.test(name))
      continue;
    return { source, alt: readText(resource, "alt") ?? "" };
  }
  return undefined;
}

/** Where the themes of Jekyll's that read `image: {feature: a.jpg}` have their pictures. */
const featureFolder = "images/";

function toReference(value: FrontMatterValue): ImageReference | undefined {
  if (typeof value === "string") {
    const wiki = /^!?\[\[([^\]|]+)(?:\|[^\]]*)?\]\]$/.exec(value.trim())?.[1];
    const markdown = /^!\[([^\]]*)\]\(([^\s)].*)\)$/s.exec(value.trim());
    if (markdown !== null) return { source: markdown[2]?.split(/\s/, 1)[0] ?? "", alt: markdown[1] ?? "" };
    const source = toOneLine(wiki ?? value);
    return isFolder(source) || isSwitch(source) || isWords(source) || pageOfPicture.test(source)
      ? undefined
      : { source, alt: "" };
  }
  if (isList(value)) return value[0] === undefined ? undefined : toReference(value[0]);
  if (!isMap(value)) return undefined;
  const source = readText(value, ...sourceKeys);
  if (source === undefined || isSwitch(source) || pageOfPicture.test(source)) return undefined;
  const isFeature =
    source === readText(value, "feature") && !/^(?:[./]|\w+:|(?:images|img|assets)\/)/i.test(source);
  return { source: isFeature ? `${featureFolder}${source}` : source, alt: readText(value, ...altKeys) ?? "" };
}

/** Whether it is no address but a text or a number, such as a teaser, a name or how a book is bound. */
function isWords(source: string): boolean {
  return (
    !/[./:]/.test(source) ||
    (/\s/.test(source) && !isPictureAddress(source) && !/^[a-z]+:|^\.{0,2}\//i.test(source))
  );
}

/** A path such as `/images/`; services for pictures end the addresses of single ones so too. */
function isFolder(source: string): boolean {
  return source.endsWith("/") && !/^https?:\/\/[^/]+\/[^/]/i.test(source);
}

/** Whether it says yes or no, or is a colour, as some themes have it. */
function isSwitch(source: string): boolean {
  return /^(?:true|false|null|~|none|transparent)$|^#[\da-f]{3,8}$|^(?:rgba?|hsla?|(?:linear|radial)-gradient)\(/i.test(
    source,
  );
}
