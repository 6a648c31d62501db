import { type ChildNode, type Document, type Element, isTag, isText, type Text } from "domhandler";
import { parseDocument } from "htmlparser2";

/** A page as a tree, and the lists that rules walk: in document order, so that no rule needs recursion. */
export interface ParsedHtml {
  readonly html: string;
  readonly document: Document;
  readonly elements: readonly Element[];
  /** Text of the body, without that of `style`, `script`, `title` and `template`. */
  readonly texts: readonly Text[];
}

/** Elements whose text nobody sees. */
const unseen = new Set(["style", "script", "title", "template", "xml"]);

/** Reads any text as HTML; never throws. Elements carry `startIndex` and `endIndex`, offsets of the text. */
export function parseHtml(html: string): ParsedHtml {
  const document = parseDocument(html, { withStartIndices: true, withEndIndices: true });
  const elements: Element[] = [];
  const texts: Text[] = [];
  const open: ChildNode[] = [...document.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) texts.push(node);
    if (!isTag(node)) continue;
    elements.push(node);
    if (unseen.has(node.name)) continue;
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) open.push(child);
    }
  }
  return { html, document, elements, texts };
}

/** The text inside an element as written, without what is inside `unseen` elements; blanks are kept. */
export function textOf(element: Element): string {
  let text = "";
  const open: ChildNode[] = [...element.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) text += node.data;
    if (!isTag(node) || unseen.has(node.name)) continue;
    if (node.name === "br") text += " ";
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) open.push(child);
    }
  }
  return text;
}

/** Blanks of every kind, the invisible ones too, as single spaces. */
export function toPlainLine(text: string): string {
  return text.replace(/[\s\u00AD\u200B-\u200F\u2060\u2066-\u2069\uFEFF\u034F]+/gu, " ").trim();
}

export function parentOf(element: Element | Text): Element | undefined {
  const { parent } = element;
  return parent !== null && isTag(parent) ? parent : undefined;
}
