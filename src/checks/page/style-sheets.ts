import type { Element } from "domhandler";
import { isText } from "domhandler";
import postcss, { type Container, CssSyntaxError, type Root } from "postcss";
import type { ParsedHtml } from "./parse-html.ts";

export interface Declaration {
  /** Lower case. */
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
}

/** A rule of a sheet, flat: the at-rules around it from the outside in. */
export interface StyleRule {
  readonly selector: string;
  readonly declarations: readonly Declaration[];
  /** Such as `{ name: "media", params: "(prefers-color-scheme: dark)" }`. */
  readonly within: readonly AtRule[];
  /** Of the page. */
  readonly offset: number;
}

export interface AtRule {
  readonly name: string;
  readonly params: string;
  /** How many other at-rules with a block it stands in. */
  readonly depth: number;
  readonly offset: number;
}

/** One `<style>` of the page. */
export interface StyleSheet {
  readonly element: Element;
  readonly css: string;
  /** Offset of its first character in the page. */
  readonly offset: number;
  readonly rules: readonly StyleRule[];
  readonly atRules: readonly AtRule[];
  /** What is wrong with it, where it cannot be read; it then has no rules. */
  readonly fault: string | undefined;
}

/** The style sheets of a page in order. A sheet that cannot be read says so and is otherwise empty. */
export function readStyleSheets({ elements }: ParsedHtml): StyleSheet[] {
  return elements.filter(({ name }) => name === "style").map(readStyleSheet);
}

function readStyleSheet(element: Element): StyleSheet {
  const child = element.children.find(isText);
  const css = child?.data ?? "";
  const offset = child?.startIndex ?? element.startIndex ?? 0;
  const sheet = { element, css, offset };
  try {
    const rules: StyleRule[] = [];
    const atRules: AtRule[] = [];
    const media = element.attribs["media"];
    const around: AtRule[] =
      media === undefined || media.trim() === "" ? [] : [{ name: "media", params: media, depth: 0, offset }];
    collect(postcss.parse(css), around, 0, offset, rules, atRules);
    return { ...sheet, rules, atRules, fault: undefined };
  } catch (error) {
    if (error instanceof CssSyntaxError) return { ...sheet, rules: [], atRules: [], fault: error.reason };
    if (error instanceof RangeError) return { ...sheet, rules: [], atRules: [], fault: "too deep" };
    throw error;
  }
}

/** Deeper than any mail program reads. */
const maxDepth = 20;

function collect(
  container: Root | Container,
  within: readonly AtRule[],
  depth: number,
  base: number,
  rules: StyleRule[],
  atRules: AtRule[],
): void {
  if (depth > maxDepth) return;
  for (const node of container.nodes ?? []) {
    const offset = base + (node.source?.start?.offset ?? 0);
    if (node.type === "rule") {
      rules.push({ selector: node.selector, declarations: readDeclarations(node), within, offset });
      collect(node, within, depth + 1, base, rules, atRules);
    } else if (node.type === "atrule") {
      const atRule = { name: node.name.toLowerCase(), params: node.params, depth, offset };
      atRules.push(atRule);
      if (node.nodes !== undefined) collect(node, [...within, atRule], depth + 1, base, rules, atRules);
    }
  }
}

function readDeclarations(container: Container): Declaration[] {
  return (container.nodes ?? []).flatMap((node) =>
    node.type === "decl"
      ? [{ property: node.prop.toLowerCase(), value: node.value, important: node.important ?? false }]
      : [],
  );
}

/** Reads a `style` attribute; what cannot be read is as if it were not there, which is what programs do. */
export function parseInlineStyle(style: string): Declaration[] {
  try {
    return readDeclarations(postcss.parse(style));
  } catch (error) {
    if (error instanceof CssSyntaxError || error instanceof RangeError) return [];
    throw error;
  }
}
