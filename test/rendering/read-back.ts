import type { Page } from "playwright-core";

/** The document as a browser reads it: elements, names of attributes and comments, without text and values. */
export function readShape(page: Page, html: string): Promise<string> {
  return page.evaluate((source) => {
    const shape = (node: Node): string => {
      if (node.nodeType === Node.COMMENT_NODE) return `<!--${node.textContent?.length ?? 0}-->`;
      if (!(node instanceof Element)) return "";
      const attributes = [...node.attributes].map(({ name }) => name).join(" ");
      return `<${node.tagName} ${attributes}>${[...node.childNodes].map(shape).join("")}</>`;
    };
    return shape(new DOMParser().parseFromString(source, "text/html").documentElement);
  }, html);
}

/** The texts of the elements that a selector finds. */
export function readTexts(page: Page, html: string, selector: string): Promise<string[]> {
  return page.evaluate(
    ([source, wanted]) =>
      [...new DOMParser().parseFromString(source ?? "", "text/html").querySelectorAll(wanted ?? "")].map(
        (element) => element.textContent.trim(),
      ),
    [html, selector],
  );
}

/** What is left of a text on one line: no control character, no marker of ours, no half of a character. */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202A-\u202E\uFDD0-\uFDEF\uFFFE\uFFFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
