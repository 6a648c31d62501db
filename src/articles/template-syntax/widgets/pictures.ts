import { linkTo } from "../basics/markdown-link.ts";
import { isPictureName } from "../../../platform/picture-name.ts";
import { escapeHtml } from "../../../platform/escape-html.ts";
import { toPlainText } from "../../wording/plain-text.ts";
import { asBlock } from "../basics/cleaning.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";
import { show, type WidgetRenderer } from "./widget.ts";

/** Names of what shows a picture. */
const images = new Set(
  "figure fig img image imgproc picture photo screenshot responsiveimage lazyimg lazyimage bundleimage nuxtimg nuxtpicture proseimg imagefigure figureimage nextimage staticimage staticimg imagecaption zoomimage imagezoom themedimage optimizedimage thumbnail".split(
    " ",
  ),
);

/** Where such a file is given, the likeliest first. */
const pictureKeys = [
  "src",
  "source",
  "url",
  "file",
  "filename",
  "path",
  "image",
  "imagepath",
  "img",
  "imgpath",
  "imgsrc",
  "imgurl",
  "imageurl",
  // Of a pair for light and dark pages, of two that a click changes, of a small one that opens a large one.
  "lightsrc",
  "srclight",
  "light",
  "defaultsrc",
  "full",
  "fullsrc",
  "large",
  "thumbnail",
  "thumb",
  "darksrc",
];
/** Where two pictures are given that a reader compares, or that stand side by side. */
const pairs = [
  ["before", "after"],
  ["beforesrc", "aftersrc"],
  ["beforeimage", "afterimage"],
  ["left", "right"],
  ["src1", "src2"],
  ["image1", "image2"],
  ["img1", "img2"],
] as const;

/** Whether it is given the file of a picture. */
export function isGivenPicture(given: Arguments): boolean {
  return isPictureName(pick(given, ...pictureKeys) ?? "");
}

/** Two pictures that are given side by side, each with its own words; undefined where there are not two. */
export function renderPair(given: Arguments): string | undefined {
  for (const keys of pairs) {
    const sources = keys.map((key) => pick(given, key) ?? "");
    if (!sources.every(isPictureName)) continue;
    const shown = sources.map((source, at) => {
      const key = (keys[at] ?? "").replace(/(?:src|image|img)(?=\d?$)/, "");
      const alt = pick(given, `${key}alt`, `alt${key}`, `${keys[at] ?? ""}alt`) ?? "";
      return `<figure><img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}"></figure>`;
    });
    return asBlock([...shown, pick(given, "caption") ?? ""].join("\n\n"));
  }
  return undefined;
}

function readText(given: Arguments, inner: string | undefined): string {
  return (
    pick(given, "caption") ??
    (inner?.trim() === "" ? undefined : inner) ??
    pick(given, "title", "description") ??
    given.positional[2] ??
    ""
  ).trim();
}

/** What stands below a picture, with whose it is; Hugo's have a title as well, and LoveIt's a text in third place. */
function readCaption(given: Arguments, inner: string | undefined): string {
  const text = readText(given, inner);
  const title = pick(given, "title") ?? "";
  const [owner, page] = [pick(given, "attr") ?? "", pick(given, "attrlink") ?? ""];
  const whose = owner === "" || page === "" ? owner : linkTo(owner, page);
  const isTitled = owner !== "" && title !== "" && title !== text;
  const parts = [isTitled ? `**${title}**` : "", text, whose === "" ? readCredit(given) : whose];
  return parts.filter((part) => part !== "").join(" ");
}

/** Whose a picture is, as most sites call it; where the file stands may go by the same name. */
function readCredit(given: Arguments): string {
  const isNamedOtherwise = pick(given, "src", "url", "file", "image") !== undefined;
  const source = isNamedOtherwise ? (pick(given, "source") ?? "") : "";
  const owner =
    pick(given, "credits", "credit", "attribution", "copyright", "photographer", "artist") ??
    (isPictureName(source) ? "" : source);
  const page = pick(
    given,
    "creditslink",
    "creditlink",
    "creditsurl",
    "crediturl",
    "attributionlink",
    "sourceurl",
  );
  return owner === "" || page === undefined ? owner : linkTo(owner, page);
}

/** A picture with its caption, in a link where it is one; undefined where no file is named. */
export function renderImage(given: Arguments, inner: string | undefined): string | undefined {
  const source =
    pick(given, ...pictureKeys, "name", "sources") ??
    given.positional[0] ??
    [pick(given, "link")].find((link) => link !== undefined && isPictureName(link));
  if (source === undefined || source === "") return undefined;
  const caption = readCaption(given, inner);
  const alt =
    pick(given, "alt", "alttext", "lightalt", "defaultalt") ??
    given.positional[1] ??
    toPlainText(readText(given, inner));
  const image = `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">`;
  const link = pick(given, "link", "href");
  const linked = link === undefined ? image : `<a href="${escapeHtml(link)}">${image}</a>`;
  if (caption === "") return asBlock(`<figure>${linked}</figure>`);
  // The blank lines let Markdown into the caption.
  return asBlock(
    `<figure>${linked}\n<figcaption>\n\n${caption.replace(/\n+/g, " ")}\n\n</figcaption>\n</figure>`,
  );
}

/** A picture by any of its names; Docsy finds one by a part of its name as well, which is no address. */
export const renderPicture: WidgetRenderer = ({ key, given, inner }) => {
  if (!images.has(key)) return undefined;
  if (key !== "imgproc") return show(renderImage(given, inner));
  const [source = ""] = given.positional;
  return isGivenPicture({ ...given, named: new Map([["src", source]]) })
    ? show(renderImage({ ...given, positional: [source] }, inner))
    : { markdown: inner ?? "", isLoss: true };
};
