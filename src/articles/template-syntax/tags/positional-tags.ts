import { linkTo } from "../basics/markdown-link.ts";
import { splitWords } from "../basics/split-words.ts";
import { asAddress } from "../basics/cleaning.ts";
import { callout } from "../widgets/callouts.ts";
import { renderWidget } from "../widgets/render-widget.ts";

const size = /^(?:\d+(?:px|%)?|auto)$/;
const address = /^(?:https?:)?\/\/|^\/|^[^\s/]+\.[a-z]{2,}\//i;

/**
 * What the tags become whose arguments are words in order: those of Hexo, Octopress and dev.to.
 *
 * @param given the arguments as they stand there.
 * @param inner gives what stands between opening and closing; undefined for a tag that stands alone.
 * @returns Markdown; undefined for any other tag.
 * @see https://hexo.io/docs/tag-plugins
 */
export function renderPositionalTag(
  name: string,
  given: string,
  inner: (() => string) | undefined,
): string | undefined {
  // Zola's arguments stand in brackets, and have names.
  if (given.startsWith("(")) return undefined;
  // Of another generator's own, the arguments have names.
  if (/^(?:img|asset_img)$/.test(name) && /^[\w-]+=["']/.test(given)) return undefined;
  const words = splitWords(given);
  switch (name) {
    case "img":
    case "asset_img":
      return renderPicture(words, name === "asset_img");
    case "asset_path":
      return `gazette-wiki:${encodeURIComponent(words[0] ?? "")}`;
    case "post_path":
      return `gazette-post:${asAddress(words[0] ?? "")}`;
    case "aplayer":
    case "aplayerlrc":
    case "dplayer":
      return renderPlayer(name === "dplayer" ? "Video" : "Audio", words);
    case "post_link":
    case "asset_link":
      return renderNamedLink(words, name === "post_link" ? "gazette-post:" : "");
    case "label":
      return given.includes("@") ? given.slice(given.indexOf("@") + 1).trim() : undefined;
    case "tag":
      return words.length === 1 ? `#${words[0] ?? ""}` : undefined;
    case "term":
      return words.join(" ");
    case "user":
      return words.length === 1 ? `@${words[0] ?? ""}` : undefined;
    case "organization":
    case "org":
      return words.length === 1 && !words[0]?.includes("/") ? `@${words[0] ?? ""}` : undefined;
    case "link":
    case "post":
      return words.length === 1 ? renderForemLink(words[0] ?? "") : undefined;
    case "stackexchange":
    case "stackoverflow":
      return renderAnswer(name, words);
    case "hint":
      return inner === undefined && words.length === 2 ? words[0] : undefined;
    case "picture": {
      // Jekyll's: a preset, the file, files for other screens, attributes.
      const source = words.find((word) => /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(word));
      const alt = /--alt[ \t]+((?:(?!--)[^\n])*)/.exec(given)?.[1] ?? "";
      return source === undefined ? undefined : renderPicture([source, alt.trim()], false);
    }
    case "responsive_image": {
      const named = [...given.matchAll(/(\w+):[ \t]*(?:"([^"]*)"|'([^']*)'|(\S+))/g)].map(
        ([, key = "", double, single, bare]) => [key, double ?? single ?? bare ?? ""] as const,
      );
      return renderWidget("image", { positional: [], named: new Map(named) }, undefined)?.markdown;
    }
    case "fancybox":
      return renderPicture(words, false);
    case "cta":
      return inner === undefined || words[0] === undefined ? undefined : linkTo(inner().trim(), words[0]);
    default:
      return inner === undefined ? undefined : renderPassage(name, words, inner);
  }
}

/** An article of dev.to by its author and its name there; a file of Jekyll's has an ending. */
function renderForemLink(path: string): string | undefined {
  return /^[A-Za-z][\w-]*\/[\w-]+-[0-9a-z]{3,5}$/.test(path) ? `<https://dev.to/${path}>` : undefined;
}

/** An answer or a question by its number, and the site that it stands on. */
function renderAnswer(
  name: string,
  [id = "", site = "stackexchange"]: readonly string[],
): string | undefined {
  if (!/^\d{1,12}$/.test(id) || !/^[a-z]{2,30}$/.test(site)) return undefined;
  return name === "stackoverflow"
    ? linkTo("Stack Overflow", `https://stackoverflow.com/a/${id}`)
    : linkTo("Stack Exchange", `https://${site}.stackexchange.com/a/${id}`);
}

/** What Hexo's players play: a title, an artist and an address, or the address with its name. */
function renderPlayer(kind: string, words: readonly string[]): string | undefined {
  const at = words.findIndex((word) =>
    /^(?:url=)?(?:https?:)?\/\/|^(?:url=)?\/|\.(?:mp[34]|m4a|ogg|flac|webm|m3u8)$/i.test(word),
  );
  const target = words[at]?.replace(/^url=/, "");
  if (target === undefined) return undefined;
  const told = words.slice(0, at).filter((word) => word !== "" && !word.includes("="));
  return linkTo([kind, ...told].join(" – "), target);
}

function renderPassage(name: string, words: readonly string[], inner: () => string): string | undefined {
  switch (name) {
    case "blockquote":
    case "quote": {
      const source = renderSource(words);
      return callout("", source === "" ? inner() : `${inner()}\n\n— ${source}`);
    }
    case "cq":
    case "centerquote":
    case "pullquote":
      return callout("", inner());
    case "spoiler":
    case "collapsible":
      return callout(words.join(" "), inner());
    default:
      return undefined;
  }
}

/** Classes, the address, width and height, a title with the alternative text in quotes of its own. */
function renderPicture(words: readonly string[], isAsset: boolean): string | undefined {
  const at = words.findIndex((word) => /[./]/.test(word));
  const source = words[at];
  if (source === undefined) return undefined;
  const rest = words.slice(at + 1);
  while (rest[0] !== undefined && size.test(rest[0])) rest.shift();
  const title = rest.join(" ").replace(/`/g, "");
  const alt = /(?:'([^']*)'|(?<=")[ \t]*"([^"]*)")$/.exec(title)?.slice(1).join("") ?? title;
  const named = new Map([
    ["src", isAsset ? `gazette-asset:${encodeURIComponent(source)}` : source],
    ["alt", alt],
  ]);
  return renderWidget("image", { positional: [], named }, undefined)?.markdown;
}

/** A link to another post, or to a file beside this one: its words are the title, or else the name made readable. */
function renderNamedLink(words: readonly string[], scheme: string): string | undefined {
  const [target, ...rest] = words;
  if (target === undefined) return "";
  const title = rest.filter((word) => !/^(?:true|false)$/.test(word)).join(" ");
  const readable = (target.split("/").at(-1) ?? target).replace(/-+/g, " ");
  return linkTo(title === "" ? readable : title, scheme + asAddress(target));
}

/** Who is quoted, and where: `author, work address title of the address`. */
function renderSource(words: readonly string[]): string {
  const at = words.findIndex((word) => address.test(word));
  const author = words
    .slice(0, at === -1 ? words.length : at)
    .join(" ")
    .replace(/^-+\s*/, "");
  if (at === -1) return author;
  const title = words.slice(at + 1).join(" ");
  const cited = linkTo(title === "" ? author : title, words[at] ?? "");
  return title === "" || author === "" ? cited : `${author}, ${cited}`;
}
