import { escapeHtml } from "../../../platform/escape-html.ts";
import { unknownValue, type Cleaning } from "../basics/cleaning.ts";

const text = String.raw`(?:"([^"\\\n]{1,500})"|'([^'\\\n]{1,500})')`;
const link = new RegExp(String.raw`^link_to[\s(]\s*${text}(?:\s*,\s*${text})?`);
const pictureInLink = new RegExp(String.raw`^link_to[\s(]\s*image_tag\(([^()\n]{1,500})\)\s*,\s*${text}`);
const picture = new RegExp(String.raw`^image_tag[\s(]\s*${text}`);
const pictureWords = new RegExp(String.raw`(?:\balt:|:alt\s*=>)\s*${text}`);
const mailbox = new RegExp(String.raw`^mail_to[\s(]\s*${text}(?:\s*,\s*${text})?`);

/**
 * What the helpers of Middleman, Nanoc and Bridgetown print: links, pictures and mailboxes. A link to what is found by a
 * program keeps its words.
 *
 * @param code what stands behind `<%=`.
 * @returns undefined for any other code.
 * @see https://middlemanapp.com/basics/helper-methods/
 */
function renderHelper(code: string): string | undefined {
  const call = code.trim();
  const linkedPicture = pictureInLink.exec(call);
  if (linkedPicture !== null) {
    const [, inner = "", double, single = ""] = linkedPicture;
    return `<a href="${escapeHtml(double ?? single)}">${renderHelper(`image_tag(${inner})`) ?? ""}</a>`;
  }
  const linked = link.exec(call);
  if (linked !== null) {
    const words = linked[1] ?? linked[2] ?? "";
    const address = linked[3] ?? linked[4];
    return address === undefined || /[\s<>]/.test(address)
      ? words
      : `<a href="${escapeHtml(address)}">${words}</a>`;
  }
  const shown = picture.exec(call);
  if (shown !== null) {
    const source = shown[1] ?? shown[2] ?? "";
    const alt = pictureWords.exec(call);
    const isWhole = /^(?:https?:)?\/|^\.{1,2}\//.test(source);
    return `<img src="${escapeHtml(isWhole ? source : `/images/${source}`)}" alt="${escapeHtml(alt?.[1] ?? alt?.[2] ?? "")}">`;
  }
  const mail = mailbox.exec(call);
  const address = mail?.[1] ?? mail?.[2] ?? "";
  if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(address)) return undefined;
  return `<a href="mailto:${escapeHtml(address)}">${mail?.[3] ?? mail?.[4] ?? address}</a>`;
}

/** Takes out what a server or a program runs where a page is made, `<% … %>` and `<? … ?>`; links and pictures stay. */
export function removeServerTags(markdown: string, cleaning: Cleaning): string {
  return markdown.replace(/<[%?](?!xml\b)(?:(?!<[%?])[\s\S]){0,4000}?[%?]>/g, (all) => {
    const printed = /^<%[=-]([\s\S]*?)-?%>$/.exec(all)?.[1]?.replace(/^[=-]+/, "");
    if (printed === undefined) return "";
    const helper = renderHelper(printed);
    if (helper === undefined) cleaning.drop("<%= … %>", all);
    return helper ?? "";
  });
}

/** Serbea's way to print, `{%= … %}`. */
export function renderPrinted(given: string): string | undefined {
  const code = /^[=-]\s*([\s\S]*)$/.exec(given)?.[1];
  return code === undefined ? undefined : (renderHelper(code) ?? unknownValue);
}
