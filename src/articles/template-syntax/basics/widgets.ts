import { toPlainText } from "../../wording/plain-text.ts";
import { escapeHtml } from "../../../platform/escape-html.ts";
import { asBlock, dedent, keptStart } from "./cleaning.ts";
import { renderTex } from "./mask-math.ts";
import { pick, type Arguments } from "./parse-arguments.ts";

const images = new Set(
  "figure fig img image imgproc picture photo screenshot responsiveimage lazyimg lazyimage bundleimage imagefigure figureimage nextimage staticimage staticimg imagecaption zoomimage imagezoom themedimage optimizedimage thumbnail".split(
    " ",
  ),
);
const callouts = new Set(
  "note tip warning warn info danger caution important hint alert notice callout admonition aside alertbox message infobox attention success error details expand collapse collapsible accordion quote blockquote pullquote panel spoiler question example abstract summary todo bug failure update disclaimer highlightbox pageinfo".split(
    " ",
  ),
);
/** What only arranges; each tab is headed by what stood on it. */
const arranging = new Set(
  "tabs navtabs tabpane tabgroup tabbed codegroup codetabs columns column cols col row grid center div fragment steps step cards cardgroup card box wrapper container section lead intro alertcontent alertdescription table timeline timelineitem filetree".split(
    " ",
  ),
);
const tabs = new Set(["tab", "navtab", "tabitem", "tabpanel"]);
const silent = new Set(
  "toc tableofcontents comment clear clearfix br hr anchor raw rawhtml nomarkdown featurestate icon fontawesome swatches loadphotoswipe postref".split(
    " ",
  ),
);
/** A table of contents that its author wrote out. */
const listOnly = /^(?:[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+\S.*)?(?:\n|$))+$/;
const dropped = new Set(
  "mermaid plantuml chart chartjs graph graphviz drawio script style comment katexscript map".split(" "),
);
/** What only dresses words. */
const dresses = new Set(
  "ruby keyword kbd badge typeit typed pill chip abbr tooltip mark divbox divgen".split(" "),
);
const codes = new Set(["highlight", "code", "codeblock", "prism", "sourcecode"]);

/** What encloses TeX. */
export const texWidgets: ReadonlySet<string> = new Set([
  "equation",
  "katex",
  "latex",
  "math",
  "mathjax",
  "tex",
]);

const pictureFile = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Where such a file is given, the likeliest first. */
const pictureKeys = ["src", "source", "url", "file", "filename", "path", "image", "imagepath", "img"];

const documentKeys = ["src", "source", "url", "file", "filename", "path", "href", "link", "pdf"];

/** What a known shortcode, tag or component becomes. */
export interface Widget {
  readonly markdown: string;
  /** Whether something the reader would have seen on the web is gone. */
  readonly isLoss: boolean;
  /** Whether it is code, in which nothing is syntax. */
  readonly isCode?: boolean;
}

/**
 * What the shortcodes, tags and components that many sites share become in an email: a picture, a link to what cannot be
 * shown, a marked passage. Markdown, with HTML where Markdown has no way.
 *
 * @param name whatever the case; `-` and `_` do not count.
 * @param inner what stands between opening and closing; undefined for one that stands alone.
 * @returns undefined for a name that is not known.
 */
export function renderWidget(name: string, given: Arguments, inner: string | undefined): Widget | undefined {
  const key = name
    .toLowerCase()
    .replace(/[-_ ]/g, "")
    .replace(/^.*[./]/, "");
  const show = (markdown: string | undefined): Widget | undefined =>
    markdown === undefined ? undefined : { markdown, isLoss: false };
  if (images.has(key)) return show(renderImage(given, inner));
  const service = renderService(key, given);
  if (service !== undefined) return show(service);
  if (
    key === "button" ||
    key === "btn" ||
    key === "cta" ||
    key === "linkcard" ||
    key === "buttonlink" ||
    key === "link" ||
    (key === "card" && (inner === undefined || pick(given, "title") === undefined))
  ) {
    const [first = "", second] = given.positional;
    const address =
      pick(given, "href", "url", "link", "to") ?? (/^https?:\/\//.test(first) ? first : undefined);
    const text = inner?.trim() ?? pick(given, "text", "content", "label", "title") ?? second ?? address ?? "";
    if (address !== undefined && text !== "") return show(`<a href="${escapeHtml(address)}">${text}</a>`);
  }
  // What is in it may be fenced already, and set aside.
  if (codes.has(key) && inner?.trimStart().startsWith(keptStart) === true) return show(asBlock(inner));
  // Istio's `text` holds code in the language it is given.
  const isText =
    key === "text" &&
    inner?.includes("\n") === true &&
    given.positional.length === 1 &&
    given.named.size === 0;
  if ((codes.has(key) || isText) && inner !== undefined) {
    const code = renderCode(dedent(inner), given.positional[0] ?? pick(given, "lang", "language") ?? "");
    return { markdown: code, isLoss: false, isCode: true };
  }
  if (texWidgets.has(key) && inner !== undefined)
    return inner.includes(keptStart)
      ? show(inner)
      : { markdown: renderTex(inner), isLoss: false, isCode: true };
  // LoveIt sets a text in a style that stands before it.
  if (key === "style" && inner !== undefined && given.positional.length > 0) return show(inner);
  if (dropped.has(key)) return { markdown: "", isLoss: key !== "comment" };
  if (/^(?:toc|tableofcontents)$/.test(key) && inner !== undefined && listOnly.test(inner)) return show("");
  if (silent.has(key)) return show(inner ?? "");
  if (dresses.has(key))
    return show(inner ?? pick(given, "rb", "text", "content", "label", "title") ?? given.positional[0] ?? "");
  if (key === "gallery" && inner !== undefined) return show(asBlock(dedent(inner)));
  // FixIt's, where it stands before its text.
  if (key === "align" && inner === undefined) return show(given.positional[1] ?? "");
  if (arranging.has(key)) return show(renderArranged(key, given, inner));
  if (tabs.has(key) && inner !== undefined) {
    const label = pick(given, "label", "title", "name", "header") ?? given.positional[0] ?? "";
    return show(asBlock(`${isLabel(label) ? `**${withoutStars(label)}**\n\n` : ""}${dedent(inner).trim()}`));
  }
  const marked = inner ?? pick(given, "text", "content");
  if (callouts.has(key) && marked !== undefined) return show(renderCallout(key, given, marked));
  if (inner !== undefined) return undefined;
  // Whatever a site calls it, what is given the file of a picture and no text shows that picture, and what is given an
  // address and words for it leads there.
  if (pictureFile.test(pick(given, ...pictureKeys) ?? "")) return show(renderImage(given, undefined));
  const [address = "", words] = [pick(given, "href", "url", "link"), pick(given, "text")];
  const pointer = key.includes("avatar") ? undefined : renderPointer(given);
  if (pointer !== undefined) return show(pointer);
  return words !== undefined && /^https?:\/\//.test(address)
    ? show(`<a href="${escapeHtml(address)}">${words}</a>`)
    : undefined;
}

/** A link to what a shortcode of any name is given: an address that it keeps from programs, or a document that it embeds. */
function renderPointer(given: Arguments): string | undefined {
  const [first] = given.positional;
  const mailbox = pick(given, "address", "email", "mail") ?? first ?? "";
  if (/^[\w.+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,24}$/u.test(mailbox)) {
    const words = pick(given, "display", "text", "title") ?? given.positional[1] ?? mailbox;
    return `<a href="mailto:${escapeHtml(mailbox)}">${escapeHtml(words)}</a>`;
  }
  const file = pick(given, ...documentKeys) ?? first ?? "";
  if (!/[^/]\.pdf$/i.test(file)) return undefined;
  const words = pick(given, "title", "caption", "text", "name") ?? file.slice(file.lastIndexOf("/") + 1);
  return `<a href="${escapeHtml(file)}">${escapeHtml(words)}</a>`;
}

/** What a tag that nobody knows encloses, under the title that it gives to a block. */
export function underTitle(given: Arguments, inner: string): string {
  const title = pick(given, "title", "heading", "summary") ?? "";
  return inner.includes("\n") && isLabel(title)
    ? asBlock(`**${withoutStars(title)}**\n\n${dedent(inner).trim()}`)
    : inner;
}

/** What of it is headed by words of its own. */
const headed = new Set(["step", "card", "timelineitem"]);

/** What only arranges shows what it holds; a step and a card also say what they are about. */
function renderArranged(key: string, given: Arguments, inner: string | undefined): string {
  const title = headed.has(key) ? (pick(given, "title", "header") ?? "") : "";
  const address = pick(given, "href", "link", "url");
  const label =
    title === ""
      ? ""
      : address === undefined
        ? `**${title}**`
        : `**<a href="${escapeHtml(address)}">${title}</a>**`;
  const text = dedent(inner ?? "").trim();
  return label === "" && text === "" ? "" : asBlock([label, text].filter((part) => part !== "").join("\n\n"));
}

function renderImage(given: Arguments, inner: string | undefined): string | undefined {
  const source =
    pick(given, ...pictureKeys, "name") ??
    given.positional[0] ??
    [pick(given, "link")].find((link) => link !== undefined && pictureFile.test(link));
  if (source === undefined || source === "") return undefined;
  const caption = (pick(given, "caption", "title", "description") ?? inner ?? "").trim();
  const alt = pick(given, "alt", "alttext") ?? given.positional[1] ?? toPlainText(caption);
  const image = `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">`;
  const link = pick(given, "link", "href");
  const linked = link === undefined ? image : `<a href="${escapeHtml(link)}">${image}</a>`;
  if (caption === "") return asBlock(`<figure>${linked}</figure>`);
  // The blank lines let Markdown into the caption.
  return asBlock(
    `<figure>${linked}\n<figcaption>\n\n${caption.replace(/\n+/g, " ")}\n\n</figcaption>\n</figure>`,
  );
}

/** A link to what plays, moves or runs elsewhere. The texts are names, the same in every language. */
function renderService(key: string, given: Arguments): string | undefined {
  const first = given.positional[0] ?? "";
  const second = given.positional[1] ?? "";
  const id =
    pick(given, "id", "videoid", "youtubeid", "vimeoid", "code", "url", "src", "href", "link", "video") ??
    first;
  const project = key === "github" ? pick(given, "repo", "repository") : undefined;
  if (project !== undefined) return `[GitHub](<https://github.com/${project.replace(/[^\w./-]/g, "")}>)`;
  if (id === "" && key !== "music") return undefined;
  const link = (text: string, address: string): string =>
    `[${text}](<${/^https?:\/\//.test(id) ? id : address}>)`;
  const clean = id.replace(/[^\w./?=&-]/g, "");
  if (
    /^(?:youtube|yt|youtubeembed|liteyoutube|youtubelite|youtubevideo|youtubeplayer|youtubeiframe|ytembed)$/.test(
      key,
    )
  ) {
    return link("Video (YouTube)", `https://www.youtube.com/watch?v=${clean.replace("?", "&")}`);
  }
  if (/^(?:vimeo|vimeoembed|vimeosimple)$/.test(key))
    return link("Video (Vimeo)", `https://vimeo.com/${clean}`);
  if (key === "bilibili")
    return link("Video (Bilibili)", `https://www.bilibili.com/video/${clean.replace(/^(?=\d)/, "av")}`);
  if (/^(?:tencent|tencentvideo|qqvideo)$/.test(key))
    return link("Video (Tencent)", `https://v.qq.com/x/page/${clean}.html`);
  if (key === "music" || key === "aplayer") {
    const address = pick(given, "url", "auto", "src") ?? id;
    return /^https?:\/\//.test(address) ? `[Audio](<${address}>)` : undefined;
  }
  if (/^(?:tweet|twitter|tweetembed|twittersimple|xsimple|tweetsimple|x)$/.test(key)) {
    const user = pick(given, "user", "username") ?? (second === "" ? "i" : first);
    return link(
      "Post (X)",
      `https://x.com/${user.replace(/[^\w]/g, "")}/status/${second === "" ? clean : second.replace(/\D/g, "")}`,
    );
  }
  if (/^ascii(?:cast|nema)$/.test(key) && /^[\w-]+$/.test(id))
    return link("asciinema", `https://asciinema.org/a/${clean}`);
  if (key === "gist")
    return link(
      "Code (GitHub)",
      `https://gist.github.com/${clean}${second === "" ? "" : `/${second.replace(/\W/g, "")}`}`,
    );
  if (/^instagram(?:simple|embed)?$/.test(key))
    return link("Photo (Instagram)", `https://www.instagram.com/p/${clean}/`);
  if (/^(?:video|videoplayer|html5video|vid)$/.test(key)) return renderVideo(id, given);
  if (/^(?:audio|podcast|audioplayer)$/.test(key)) return `[Audio](<${id}>)`;
  if (
    /^(?:embed|codepen|codesandbox|stackblitz|jsfiddle|github|spotify|soundcloud|mastodon|bluesky|loom|figma|iframe|oembed|reddit|media)$/.test(
      key,
    )
  ) {
    return /^https?:\/\//.test(id) && URL.canParse(id)
      ? `[${new URL(id).host.replace(/^www\./, "")}](<${id}>)`
      : undefined;
  }
  return undefined;
}

/** A film by its address, or by its name at a service that is named too. */
function renderVideo(id: string, given: Arguments): string | undefined {
  const provider = pick(given, "provider", "service", "type")?.toLowerCase() ?? "";
  if (/^(?:youtube|vimeo|bilibili)$/.test(provider)) return renderService(provider, given);
  return /[./]/.test(id) ? `[Video](<${id}>)` : undefined;
}

export function renderCode(inner: string, language: string): string {
  const longest = Math.max(2, ...(inner.match(/`+/g) ?? []).slice(0, 1000).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return asBlock(
    `${fence}${language.replace(/[^\w+#-]/g, "")}\n${inner.replace(/^\n+|\s+$/g, "")}\n${fence}`,
  );
}

const generic = new Set([
  "alert",
  "hint",
  "notice",
  "callout",
  "admonition",
  "aside",
  "alertbox",
  "message",
  "infobox",
  "panel",
  "expand",
  "details",
  "collapse",
  "collapsible",
  "accordion",
  "quote",
  "blockquote",
  "pullquote",
  "highlightbox",
  "pageinfo",
]);

/** Notices, which are named by what kind they are, and never by a word of their own. */
const notices = new Set([
  "alert",
  "hint",
  "notice",
  "callout",
  "admonition",
  "alertbox",
  "message",
  "infobox",
  "pageinfo",
]);

/** A passage set off from the text, under its own heading, or else the word the author marked it with. */
function renderCallout(key: string, given: Arguments, inner: string): string {
  const title =
    pick(given, "title", "summary", "header", "heading", "label") ??
    (inner === pick(given, "text") ? undefined : pick(given, "text")) ??
    given.positional[1];
  const type =
    pick(given, "type", "level", "kind", "variant", "status", "class", "style") ??
    given.positional[0] ??
    [...given.named].find(([name, value]) => value === "true" && callouts.has(name))?.[0];
  // A single small word that heads nothing is an icon's name.
  const isIcon = notices.has(key) && type !== undefined && /^[a-z-]+$/.test(type) && !isCallout(type);
  const word =
    [title, generic.has(key) ? (isIcon ? undefined : type) : key].find(
      (text) => text !== undefined && isLabel(text),
    ) ?? "";
  const label = word.charAt(0).toUpperCase() + word.slice(1);
  const author = pick(given, "author", "source", "cite");
  return callout(label, author === undefined ? inner : `${inner}\n\n— ${author}`);
}

/** Whether a word heads a passage that is set off from the text. */
export function isCallout(word: string): boolean {
  return callouts.has(word.toLowerCase().replace(/[-_]/g, ""));
}

/** Whether such a word only says that a passage is set off, and not why. */
export function isGeneric(word: string): boolean {
  return generic.has(word.toLowerCase());
}

/** Words, which may hold code, pictures of emoji and signs such as those of `C++`; no path, colour or markup. */
function isLabel(text: string): boolean {
  return (
    /^(?!\{)[\p{L}\p{N}\p{Ps}\p{Pi}\p{Extended_Pictographic}\p{Regional_Indicator}"'*_`¿¡\ufdd0]/u.test(
      text,
    ) &&
    /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf} \ufdd0\ufdd1]*$/u.test(text) &&
    /[\p{L}\p{N}\ufdd0]/u.test(text) &&
    !/[<>=]/.test(text)
  );
}

/** A label is bold as a whole, whatever of it its author emphasised. */
function withoutStars(label: string): string {
  return label.replace(/(\*{1,3})(?=[^\s*])([^*]{1,200})(?<=[^\s*])\1/g, "$2");
}

/** Markdown set off as a quotation, with a label in bold where there is one. */
export function callout(label: string, inner: string): string {
  const words = withoutStars(label)
    .replace(/<!--[^>]{0,200}-->|<\/?(?:[abiu]|small|em|strong|code|kbd|span|su[bp]|br|mark)\b[^<>]*>/g, "")
    .trim();
  // Some write the word themselves as well.
  const isSaid =
    /^\s*(?:\*\*|__)([^*_\n]{1,60}?)[:：]?(?:\*\*|__)/.exec(inner)?.[1]?.toLowerCase() ===
    words.toLowerCase();
  const heading = words === "" || isSaid ? "" : `**${words.replace(/[*_\\[\]<>]/g, "\\$&")}**\n\n`;
  const text = `${heading}${dedent(inner).trim()}`;
  return text === "" ? "" : asBlock(`<blockquote>\n\n${text}\n\n</blockquote>`);
}
