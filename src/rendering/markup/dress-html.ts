import { scanMarkup, type MarkupToken } from "./scan-markup.ts";

/** The column's width in pixels. Outlook on Windows knows no `max-width`, so that an image must not ask for more. */
const columnWidth = 552;

/**
 * Fits sanitised HTML into a letter: its highest heading becomes `topHeading` and the others follow, so that the
 * letter's headings stay in order, and no image or table is wider than the column.
 */
export function dressHtml(html: string, topHeading: number): string {
  if (!/<(?:h[1-6]|img|table)\b/i.test(html)) return html;
  const tokens = scanMarkup(html);
  const levels = [...new Set(tokens.map(headingLevel).filter((level) => level > 0))].sort();
  return tokens
    .map((token) => {
      const piece = html.slice(token.start, token.end);
      const level = headingLevel(token);
      // Gaps close too: h2 and h4 in an article become h3 and h4.
      if (level > 0) return piece.replace(/h[1-6]/i, `h${Math.min(6, topHeading + levels.indexOf(level))}`);
      if (token.kind === "open" && token.name === "img") return fitImage(token, html);
      // A table wider than a phone scrolls by itself, by keyboard too, and the letter does not; two tables are two.
      if (token.kind === "open" && token.name === "table")
        return `<div tabindex="0" style="overflow-x:auto;margin:16px 0">${piece}`;
      if (token.kind === "close" && token.name === "table") return `${piece}</div>`;
      return piece;
    })
    .join("");
}

function headingLevel(token: MarkupToken): number {
  return (token.kind === "open" || token.kind === "close") && /^h[1-6]$/.test(token.name)
    ? Number(token.name.charAt(1))
    : 0;
}

function fitImage(tag: Extract<MarkupToken, { kind: "open" }>, html: string): string {
  const value = (name: string): string => {
    const found = tag.attributes.find((attribute) => attribute.name === name);
    return found === undefined ? "" : html.slice(found.start, found.end);
  };
  const width = Math.min(columnWidth, Number(value("width")) || columnWidth);
  const size = Number(value("width")) > 0 ? ` width="${width}"` : "";
  return `<img src="${value("src")}" alt="${value("alt")}"${size} style="max-width:100%;height:auto">`;
}
