import type { IOptions, Transformer } from "sanitize-html";

import { isPictureAddress } from "../../platform/picture-name.ts";
import { decodeAddress } from "../decode-address.ts";
import { withoutUnclosed } from "./unclosed-elements.ts";
import { withoutMarkReferences } from "../wording/internal-marks.ts";

/** What becomes of addresses, and who is told of what is left out. */
export interface AddressRules {
  /** The address a link gets; undefined: it stays as a link without one, which `finishHtml` makes text. */
  readonly toLink: (href: string) => string | undefined;
  /** What an image's `src` becomes; undefined: it disappears. */
  readonly toImage: (source: string, alt: string) => string | undefined;
  /** Told of words that an author took off the page. */
  readonly onHidden?: (words: string) => void;
}

const blocks =
  "div p blockquote ul ol li dl dt dd pre hr h1 h2 h3 h4 h5 h6 figure figcaption table caption thead tbody tfoot tr th td";
const inlines =
  "a img br em strong b i s del ins u sub sup small mark code kbd samp var abbr cite q bdi bdo ruby rt rp wbr";

/** Elements that go with all that is in them. */
const withContent =
  "script style textarea option select button noscript template svg math object applet embed canvas audio video map head title xmp plaintext noembed noframes datalist dialog nav route".split(
    " ",
  );

/**
 * Reduces HTML to what may stand in an email, and inside an `<mj-text>`: an allow-list of elements, no comments, no
 * styles, classes, ids or events, addresses only as the rules give them, text escaped. Headings, lists and tables stay
 * what they are; a frame becomes a link to what it shows.
 */
export async function sanitiseHtml(html: string, rules: AddressRules): Promise<string> {
  const { default: sanitize } = await import("sanitize-html");
  // A frame of MDX ends in itself. What stands in any other is for browsers that know none.
  const frames = toFrames(withoutMarkReferences(html))
    .replace(/(<iframe\b[^<>]*?)\/>/gi, "$1></iframe>")
    .replace(/(<iframe\b[^>]*>)(?:(?!<\/?iframe\b)[\s\S]){1,5000}(?=<\/iframe>)/gi, "$1");
  const clean = sanitize(replacePlayers(withoutUnclosed(frames)), createOptions(rules));
  return withoutEmpty(clean);
}

/**
 * What is embedded, `<embed src="…">` and `<object data="…">`, as frames, or as the pictures that they are. What stands beside
 * a player of the time of Flash in its element was for browsers that knew it by another name.
 */
function toFrames(html: string): string {
  if (!/<(?:embed|object)\s/i.test(html)) return html;
  return html
    .replace(/<embed\s([^<>]{1,3000})>(?:<\/embed>)?/gi, (_all, given: string) => toFrame(given, "src"))
    .replace(
      /<object\b[^<>]*>(?:(?!<\/?(?:object|iframe)\b)[\s\S])*(<iframe\s[^<>]+><\/iframe>)(?:(?!<\/?object\b)[\s\S])*<\/object>/gi,
      "$1",
    )
    .replace(
      /<object\s([^<>]{1,3000})>(?:(?!<\/?object\b)[\s\S]){0,5000}<\/object>/gi,
      (all, given: string) => toFrame(given, "data") || all,
    );
}

function toFrame(given: string, addressName: string): string {
  const address = readAttribute(given, addressName);
  if (address === undefined) return "";
  const title = readAttribute(given, "title") ?? readAttribute(given, "aria-label") ?? "";
  if (isPictureAddress(address) || /^image\//.test(readAttribute(given, "type") ?? ""))
    return `<img src="${address}" alt="${title}">`;
  const size = ["width", "height"].map((name) => `${name}="${readAttribute(given, name) ?? ""}"`);
  return `<iframe src="${address}" title="${title}" ${size.join(" ")}></iframe>`;
}

/** An attribute of an element's start as it is written, fit for double quotes; undefined where it is not there, or empty. */
function readAttribute(given: string, name: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))`, "i").exec(
    given,
  );
  const value = (found?.[1] ?? found?.[2] ?? found?.[3] ?? "").trim();
  return value === "" ? undefined : value.replaceAll('"', "&quot;");
}

/** Films and recordings become links to them, without what is said to those whose browser plays none. */
function replacePlayers(html: string): string {
  if (!/<\/(?:video|audio)>/i.test(html)) return html;
  const parts = html.split(/<\/(video|audio)>/i);
  let result = "";
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [before = "", name = ""] = [parts[at], parts[at + 1]];
    const start = before.toLowerCase().lastIndexOf(`<${name.toLowerCase()}`);
    const player = start === -1 ? "" : before.slice(start, start + 5000);
    const source = readAttribute(player.replace(/[<>]/g, " "), "src");
    const opening = /^[^<>]*(?:<[a-z]+\s([^<>]*))?/i.exec(player)?.[1] ?? "";
    const title = readAttribute(opening, "title") ?? readAttribute(opening, "aria-label");
    const label = title ?? (name.toLowerCase() === "video" ? "Video" : "Audio");
    const link = source === undefined ? "" : `<a href="${source}">${label}</a>`;
    result += (start === -1 ? before : before.slice(0, start)) + link;
  }
  return result + (parts.at(-1) ?? "");
}

/** Paragraphs and passages that held only what was taken out. */
function withoutEmpty(html: string): string {
  let result = html;
  for (let round = 0; round < 5; round++) {
    const next = result.replace(
      /<(p|div|blockquote|figure|figcaption|b|i|em|strong|h[1-6])>\s*<\/\1>\n?/g,
      "",
    );
    if (next === result) break;
    result = next;
  }
  return result
    .replace(/(<figure>\s*)<figure>((?:<a [^<>]*>)?<img [^<>]*>(?:<\/a>)?)<\/figure>/g, "$1$2")
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) =>
      part.startsWith("<pre>") ? part : part.replace(/<p> +/g, "<p>").replace(/\n{3,}/g, "\n\n"),
    )
    .join("")
    .trim();
}

/** Classes of what is only for those who have a page read out to them, or for a translation's readers to look up. */
const unseen = /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|sxs-lookup)(?:\s|$)/;

/** Classes of the cell, beside that of the code, in which a highlighter counts its lines. */
const lineNumbers = /(?:^|\s)(?:gutter|(?:rouge|hljs)-gutter|linenos)(?:\s|$)/;

/** How an element is kept from readers: off the page by its author, or only out of sight. */
function readHidden(given: Readonly<Record<string, string>>): "off" | "out of sight" | undefined {
  const { hidden, style = "", class: classes = "" } = given;
  if (unseen.test(classes)) return "out of sight";
  return hidden !== undefined || /(?:^|;)\s*display\s*:\s*none/i.test(style) ? "off" : undefined;
}

/** The one attribute by which what is hidden is known at its end, and left out with all that is in it. */
function markHidden(given: Readonly<Record<string, string>>): Record<string, string> {
  const hidden = readHidden(given);
  return hidden === undefined ? {} : { hidden };
}

const asPassage: Transformer = (_tagName, given) => ({ tagName: "div", attribs: markHidden(given) });
const asIs: Transformer = (tagName, given) => ({ tagName, attribs: { ...given, ...markHidden(given) } });

/** A passage whose class says that it is the caption of a picture. */
const asCaption: Transformer = (tagName, given) => ({
  tagName: /(?:^|[\s_-])(?:fig)?caption(?:[\s_-]|$)/i.test(given["class"] ?? "") ? "figcaption" : tagName,
  attribs: {
    ...markHidden(given),
    ...(given["dir"] === undefined || tagName === "div" ? {} : { dir: given["dir"] }),
  },
});

/** Whether an element is so small that it only counts who looks. */
function isPixel({ width = "", height = "" }: Readonly<Record<string, string>>): boolean {
  return [width, height].some((size) => /^[0-2](?:px)?$/.test(size));
}

function createOptions(rules: AddressRules): IOptions {
  const cell: Transformer = (tagName, given) => {
    const attribs = lineNumbers.test(given["class"] ?? "") ? { hidden: "out of sight" } : markHidden(given);
    for (const name of ["colspan", "rowspan"])
      if (/^[1-9]\d?$/.test(given[name] ?? "")) attribs[name] = given[name] ?? "";
    const align = given["align"] ?? /text-align:\s*(\w+)/.exec(given["style"] ?? "")?.[1];
    if (align !== undefined && /^(?:left|center|right)$/.test(align)) attribs["align"] = align;
    if (tagName === "th")
      attribs["scope"] = /^(?:row|rowgroup|colgroup)$/.test(given["scope"] ?? "")
        ? (given["scope"] ?? "col")
        : "col";
    return { tagName, attribs };
  };
  const frame: Transformer = (_tagName, given) =>
    readHidden(given) !== undefined || isPixel(given)
      ? { tagName: "iframe", attribs: {} }
      : toFrameLink(given, rules);
  return {
    allowedTags: `${blocks} ${inlines}`.split(" "),
    nonTextTags: withContent,
    disallowedTagsMode: "discard",
    allowedAttributes: {
      a: ["href", "title"],
      img: ["src"],
      th: ["scope", "colspan", "rowspan", "align"],
      td: ["colspan", "rowspan", "align"],
      ol: ["start", "type"],
      li: ["value"],
      abbr: ["title"],
      bdo: ["dir"],
      p: ["dir"],
      q: ["lang"],
      "*": ["hidden"],
    },
    // Addresses are decided by the rules, which give only these.
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["gazette-image"] },
    allowProtocolRelative: false,
    // A transformation must not name an element that is not allowed: sanitize-html then loses count of what it closes.
    exclusiveFilter: ({ tag, attribs, text }) => {
      if (attribs["hidden"] === "off" && /[\p{L}\p{N}]/u.test(text)) rules.onHidden?.(text);
      return attribs["hidden"] !== undefined || (tag === "img" && attribs["src"] === undefined);
    },
    nestingLimit: 60,
    parser: { decodeEntities: true },
    transformTags: {
      a: (tagName, { href, title }) => {
        const address = href === undefined ? undefined : rules.toLink(href);
        if (address === undefined) return { tagName, attribs: {} };
        return { tagName, attribs: title === undefined ? { href: address } : { href: address, title } };
      },
      img: (tagName, given) => {
        const { src, alt } = given;
        const address = src === undefined || isPixel(given) ? undefined : rules.toImage(src, alt ?? "");
        return { tagName, attribs: address === undefined ? {} : { src: address } };
      },
      summary: () => ({ tagName: "p", attribs: {} }),
      // A span itself is not kept, and would not be asked for at its end.
      span: (tagName, given) => ({
        tagName: readHidden(given) === undefined ? tagName : "i",
        attribs: markHidden(given),
      }),
      div: asCaption,
      p: asCaption,
      ...Object.fromEntries("blockquote ul ol table figure small em".split(" ").map((name) => [name, asIs])),
      ...Object.fromEntries(
        "center section article main aside header footer details address fieldset"
          .split(" ")
          .map((name) => [name, asPassage]),
      ),
      strike: () => ({ tagName: "s", attribs: {} }),
      tt: () => ({ tagName: "code", attribs: {} }),
      iframe: frame,
      th: cell,
      td: cell,
    },
  };
}

/** What Embedly, through which Medium shows what others play, was given to show. */
function unwrap(address: string): string {
  if (!/^https:\/\/cdn\.embedly\.com\//.test(address) || !URL.canParse(address)) return address;
  return new URL(address).searchParams.get("url") ?? address;
}

/** A link in a paragraph of its own, under the frame's title, or else named after what shows it: a file, or a place on the web. */
function toFrameLink(
  given: Readonly<Record<string, string>>,
  rules: AddressRules,
): { tagName: string; attribs: Record<string, string>; text?: string } {
  const nothing = { tagName: "iframe", attribs: {} };
  const { title = given["aria-label"] ?? "" } = given;
  // What is loaded late has its address aside.
  const source = [given["src"], given["data-src"]].find((one = "") => !/^(?:about:.*)?$/i.test(one.trim()));
  if (source === undefined) return nothing;
  const address = unwrap(source.startsWith("//") ? `https:${source}` : source.trim());
  const isWhole = /^https?:\/\//i.test(address);
  if (isWhole && !URL.canParse(address)) return nothing;
  const host = isWhole ? new URL(address).hostname.replace(/^(?:www|player|open|embed)\./, "") : "";
  const video = /^(?:youtube(?:-nocookie)?\.com)$/.test(host)
    ? /^\/(?:embed|v)\/([\w-]+)/.exec(new URL(address).pathname)?.[1]
    : undefined;
  const href = rules.toLink(video === undefined ? address : `https://www.youtube.com/watch?v=${video}`);
  if (href === undefined) return nothing;
  const file = /([^/?#]+\.(?!html?$|php$)[a-z\d]{2,4})(?:[?#].*)?$/i.exec(isWhole ? "" : address)?.[1];
  const name =
    video !== undefined
      ? "Video (YouTube)"
      : host === "vimeo.com"
        ? "Video (Vimeo)"
        : (file ?? (isWhole ? host : new URL(href).hostname));
  return {
    tagName: "a",
    attribs: { href },
    text:
      title.trim() === "" || /^youtube|video player$/i.test(title) ? (decodeAddress(name) ?? name) : title,
  };
}
