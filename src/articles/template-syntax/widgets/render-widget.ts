import { escapeHtml } from "../../../platform/escape-html.ts";
import { asBlock, dedent, keptStart } from "../basics/cleaning.ts";
import { renderTex } from "../basics/mask-math.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";
import { callouts, isLabel, renderCallout, withoutStars } from "./callouts.ts";
import { renderCode } from "./code-block.ts";
import { images, isGivenPicture, renderImage } from "./pictures.ts";
import { renderFile, renderPointer } from "./pointers.ts";
import { renderEntry } from "./file-trees.ts";
import { renderField } from "./fields.ts";
import { renderService } from "./services.ts";

/** What only arranges; each tab is headed by what stood on it. */
const arranging = new Set(
  "accordions accordiongroup cardgrid files tree contentref requestexample responseexample browserwindow bleed tabs navtabs tabpane tabgroup tabbed codegroup codetabs columns column cols col row grid center div fragment steps step cards cardgroup card box wrapper container section lead intro alertcontent alertdescription table timeline timelineitem filetree".split(
    " ",
  ),
);
const tabs = new Set(["tab", "navtab", "tabitem", "tabsitem", "tabpanel", "codegroupitem", "codetab"]);
const silent = new Set(
  "toc tableofcontents comment clear clearfix br hr anchor raw rawhtml nomarkdown featurestate icon fa bi iconify pagebreak fontawesome swatches loadphotoswipe postref rendertemplate".split(
    " ",
  ),
);
/** A table of contents that its author wrote out. */
const listOnly = /^(?:[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+\S.*)?(?:\n|$))+$/;
const dropped = new Set(
  "mermaid lilypond plantuml chart charts chartjs echarts graph graphviz drawio markmap mindmap wavedrom abcjs score flowchart sequence diagram speakernote script style comment katexscript map".split(
    " ",
  ),
);
/** What only dresses words. */
const dresses = new Set(
  "ruby keyword kbd badge typeit typed pill chip shortcut abbr tooltip mark divbox divgen".split(" "),
);
const codes = new Set([
  "highlight",
  "code",
  "codeblock",
  "prism",
  "sourcecode",
  "command",
  "console",
  "terminal",
  "syntax",
]);

/** What encloses TeX. */
export const texWidgets: ReadonlySet<string> = new Set([
  "equation",
  "katex",
  "latex",
  "math",
  "mathjax",
  "tex",
]);

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
  // What is behind a password is for those who know it.
  if (key.includes("encrypt")) return { markdown: "", isLoss: true };
  // Docsy finds a picture by a part of its name, which is no address.
  if (
    key === "imgproc" &&
    !isGivenPicture({ ...given, named: new Map([["src", given.positional[0] ?? ""]]) })
  )
    return { markdown: inner ?? "", isLoss: true };
  if (images.has(key))
    return show(
      renderImage(key === "imgproc" ? { ...given, positional: given.positional.slice(0, 1) } : given, inner),
    );
  const service = renderService(key, given);
  // GitBook writes below what it embeds, and what it gives to be loaded.
  const below = (shown: string): Widget | undefined => {
    const caption = inner?.trim() ?? pick(given, "caption") ?? "";
    return show(caption === "" ? shown : asBlock(`${shown}\n\n${caption}`));
  };
  if (service !== undefined) return key === "embed" ? below(service) : show(service);
  const file = key === "file" ? renderFile(given) : undefined;
  if (file !== undefined) return below(file);
  const field = renderField(key, given, inner);
  if (field !== undefined) return show(field);
  const entry = renderEntry(key, given, inner);
  if (entry !== undefined) return show(entry);
  if (
    key === "button" ||
    key === "btn" ||
    key === "btnlink" ||
    key === "cta" ||
    key === "linkcard" ||
    key === "featurecard" ||
    key === "buttonlink" ||
    key === "linkbutton" ||
    key === "ubutton" ||
    key === "link" ||
    key === "readmore" ||
    key === "siteinfo" ||
    key === "vpcard" ||
    (key === "card" && (inner === undefined || pick(given, "title") === undefined))
  ) {
    const [first = "", second] = given.positional;
    const address =
      pick(given, "href", "url", "link", "to", "ctalink") ?? (/^https?:\/\//.test(first) ? first : undefined);
    const text =
      inner?.trim() ??
      pick(given, "text", "content", "label", "title", "name", "ctatext") ??
      second ??
      address ??
      "";
    const about = inner === undefined ? (pick(given, "subtitle", "description", "desc") ?? "") : "";
    if (address !== undefined && text !== "")
      return show(`<a href="${escapeHtml(address)}">${text}</a>${about === "" ? "" : ` – ${about}`}`);
  }
  // What is in it may be fenced already, and set aside.
  if (codes.has(key) && inner?.trimStart().startsWith(keptStart) === true) return show(asBlock(inner));
  // Istio's `text` holds code in the language it is given.
  const isText =
    key === "text" &&
    inner?.includes("\n") === true &&
    given.positional.length === 1 &&
    given.named.size === 0;
  // Docusaurus' own example of a component colours a word.
  if (key === "highlight" && inner?.includes("\n") === false && given.positional.length === 0)
    return show(inner);
  const handed = codes.has(key) && inner === undefined ? pick(given, "code") : undefined;
  if (handed?.startsWith(keptStart) === true) return show(asBlock(handed));
  if (handed !== undefined)
    return {
      markdown: renderCode(handed, pick(given, "lang", "language") ?? ""),
      isLoss: false,
      isCode: true,
    };
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
  // Of Wowchemy's, a file of the site.
  if (key === "staticref" && inner !== undefined && given.positional[0] !== undefined)
    return show(`<a href="/${escapeHtml(given.positional[0].replace(/^\/+/, ""))}">${inner}</a>`);
  if ((key === "sub" || key === "sup") && inner !== undefined) return show(`<${key}>${inner}</${key}>`);
  // Toha parts columns by a rule.
  if (key === "split" && inner !== undefined)
    return show(asBlock(inner.replace(/^[ \t]*-{3,}[ \t]*$/gm, "")));
  if (key === "person" || key === "friend") {
    const [address = "", name] = [
      pick(given, "url") ?? given.positional[0],
      pick(given, "name") ?? given.positional[1],
    ];
    if (/^https?:\/\//.test(address)) return show(`<a href="${escapeHtml(address)}">${name ?? address}</a>`);
  }
  if (key === "progress" && /^\d{1,3}$/.test(pick(given, "value") ?? ""))
    return show(`${pick(given, "title") ?? ""} ${pick(given, "value") ?? ""}%`.trim());
  const dressed = dresses.has(key) ? (pick(given, "link", "href") ?? "") : "";
  if (/^https?:\/\//.test(dressed)) {
    const words = inner ?? pick(given, "text", "content", "label", "title") ?? dressed;
    return show(`<a href="${escapeHtml(dressed)}">${words}</a>`);
  }
  if (dresses.has(key))
    return show(
      inner ??
        pick(given, "rb", "linux", "win", "mac", "text", "content", "label", "title") ??
        given.positional[0] ??
        (key === "kbd" || key === "shortcut" ? pick(given, "value") : undefined) ??
        "",
    );
  if (key === "frame" && inner !== undefined)
    return show(asBlock(`${dedent(inner).trim()}\n\n${pick(given, "caption") ?? ""}`));
  if (key === "gallery" && inner !== undefined) return show(asBlock(dedent(inner)));
  // FixIt's, where it stands before its text.
  if (key === "align" && inner === undefined) return show(given.positional[1] ?? "");
  if (arranging.has(key)) return show(renderArranged(key, given, inner));
  if (tabs.has(key) && inner !== undefined) {
    const label =
      pick(given, "label", "title", "name", "header") ??
      given.positional.find((word) => word !== "default") ??
      pick(given, "value") ??
      "";
    return show(asBlock(`${isLabel(label) ? `**${withoutStars(label)}**\n\n` : ""}${dedent(inner).trim()}`));
  }
  const [sentence = "", ...others] = given.positional;
  // A tag that stands alone may be given its whole text.
  const alone =
    others.length === 0 && given.named.size === 0 && /\s\S+\s/.test(sentence) ? sentence : undefined;
  const marked = inner ?? pick(given, "text", "content") ?? alone;
  if (
    key === "accordion" &&
    inner !== undefined &&
    pick(given, "title", "header", "heading") === undefined &&
    given.positional.length === 0
  )
    return show(inner);
  if (callouts.has(key) && marked !== undefined)
    return show(renderCallout(key, marked === alone ? { ...given, positional: [] } : given, marked));
  const target = pick(given, "href", "to") ?? "";
  if (
    inner !== undefined &&
    isTarget.test(target) &&
    /^[^\n]*\S[^\n]*$/.test(inner.trim()) &&
    !/<a\s|\]\(/.test(inner)
  )
    return show(`<a href="${escapeHtml(target)}">${inner}</a>`);
  if (inner !== undefined) return undefined;
  // Whatever a site calls it, what is given the file of a picture and no text shows that picture, and what is given an
  // address and words for it leads there.
  if (isGivenPicture(given)) return show(renderImage(given, undefined));
  const [address = "", words] = [pick(given, "href", "url", "link"), pick(given, "text", "title")];
  const author = pick(given, "author");
  const pointer = key.includes("avatar") ? undefined : renderPointer(given);
  if (pointer !== undefined) return show(pointer);
  return words !== undefined && /^https?:\/\//.test(address)
    ? show(`<a href="${escapeHtml(address)}">${words}</a>${author === undefined ? "" : ` (${author})`}`)
    : undefined;
}

/** What a tag that nobody knows encloses, under the title that it gives to a block. */
export function underTitle(given: Arguments, inner: string): string {
  const title = pick(given, "title", "heading", "summary", "header") ?? "";
  return inner.includes("\n") && isLabel(title)
    ? asBlock(`**${withoutStars(title)}**\n\n${dedent(inner).trim()}`)
    : inner;
}

/** Where words of whatever a site calls it lead. */
const isTarget = /^(?:https?:\/\/|mailto:|\.{0,2}\/|#)\S*$/;

/** What of it is headed by words of its own. */
const headed = new Set(["step", "card", "timelineitem"]);

/** What only arranges shows what it holds; a step and a card also say what they are about. */
function renderArranged(key: string, given: Arguments, inner: string | undefined): string {
  const title = headed.has(key)
    ? (pick(given, "title", "header") ?? "")
    : key === "div"
      ? (pick(given, "label") ?? "")
      : "";
  const address = pick(given, "href", "link", "url", "to");
  const label =
    title === ""
      ? ""
      : address === undefined
        ? `**${title}**`
        : `**<a href="${escapeHtml(address)}">${title}</a>**`;
  // Between two columns, some write a mark.
  const text = dedent((inner ?? "").replace(/^[ \t]*<-{2,}>[ \t]*$/gm, "")).trim();
  const header = title === pick(given, "header") ? "" : (pick(given, "header") ?? "");
  const about = [pick(given, "subtitle", "subheader", "description"), pick(given, "badge")];
  const parts = headed.has(key)
    ? [
        header,
        label,
        about.filter((part) => part !== undefined).join(" – "),
        text,
        pick(given, "footer") ?? "",
      ]
    : [label, text];
  const shown = parts.filter((part) => part !== "");
  return shown.length === 0 ? "" : asBlock(shown.join("\n\n"));
}
