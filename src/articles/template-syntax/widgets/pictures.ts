import { isPictureName } from "../../../platform/picture-name.ts";
import { escapeHtml } from "../../../platform/escape-html.ts";
import { toPlainText } from "../../wording/plain-text.ts";
import { asBlock } from "../basics/cleaning.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";

/** Names of what shows a picture. */
export const images = new Set(
  "figure fig img image imgproc picture photo screenshot responsiveimage lazyimg lazyimage bundleimage imagefigure figureimage nextimage staticimage staticimg imagecaption zoomimage imagezoom themedimage optimizedimage thumbnail".split(
    " ",
  ),
);

/** Where such a file is given, the likeliest first. */
const pictureKeys = ["src", "source", "url", "file", "filename", "path", "image", "imagepath", "img"];

/** Whether it is given the file of a picture. */
export function isGivenPicture(given: Arguments): boolean {
  return isPictureName(pick(given, ...pictureKeys) ?? "");
}

/**
 * A picture with its caption, in a link where it is one; undefined where no file is named.
 *
 * @param isFigure whether a title stands above the caption, and does not only show when one points at the picture.
 */
export function renderImage(
  given: Arguments,
  inner: string | undefined,
  isFigure = false,
): string | undefined {
  const source =
    pick(given, ...pictureKeys, "name") ??
    given.positional[0] ??
    [pick(given, "link")].find((link) => link !== undefined && isPictureName(link));
  if (source === undefined || source === "") return undefined;
  const words = (
    pick(given, "caption") ??
    (inner?.trim() === "" ? undefined : inner) ??
    pick(given, "title", "description") ??
    ""
  ).trim();
  const caption = readCaption(given, words, isFigure);
  const alt = pick(given, "alt", "alttext") ?? given.positional[1] ?? toPlainText(words);
  const image = `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">`;
  const link = pick(given, "link", "href");
  const linked = link === undefined ? image : `<a href="${escapeHtml(link)}">${image}</a>`;
  if (caption === "") return asBlock(`<figure>${linked}</figure>`);
  // The blank lines let Markdown into the caption.
  return asBlock(
    `<figure>${linked}\n<figcaption>\n\n${caption.replace(/\n+/g, " ")}\n\n</figcaption>\n</figure>`,
  );
}

/** The words below a picture; Hugo's figures have a title and a source besides. */
function readCaption(given: Arguments, words: string, isFigure: boolean): string {
  const title = pick(given, "title");
  const told = isFigure && title !== undefined && title !== words ? `**${title}**<br>${words}` : words;
  const source = pick(given, "attr");
  if (source === undefined) return told;
  const address = pick(given, "attrlink");
  const from = address === undefined ? source : `<a href="${escapeHtml(address)}">${source}</a>`;
  return told === "" ? from : `${told} ${from}`;
}
