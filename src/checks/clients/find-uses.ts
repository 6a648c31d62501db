import { AttributeAction, parse as parseSelector, SelectorType } from "css-what";
import type { Element } from "domhandler";
import type { CheckedPage } from "../page/checked-page.ts";
import { type Declaration, parseInlineStyle } from "../page/style-sheets.ts";
import type { FeatureTrace } from "./client-support.ts";

/** Where and how often a page uses something. */
export interface Use {
  readonly count: number;
  readonly first: Element | { readonly offset: number };
  /** Only under a condition, such as a media query or `:hover`: the page is meant to read well without it. */
  readonly conditional: boolean;
}

/** The uses of a page by key; `keysOf` says under which keys a feature is found. */
export type Uses = ReadonlyMap<string, Use>;

/** Everything a page uses of HTML and CSS that a trace can ask for, in one walk. */
export function findUses({ elements, sheets }: CheckedPage): Uses {
  const uses = new Map<string, Use>();
  const inline = new Map<string, ReadonlySet<string>>();
  const note = (key: string, first: Use["first"], conditional: boolean): void => {
    const before = uses.get(key);
    uses.set(
      key,
      before === undefined
        ? { count: 1, first, conditional }
        : {
            count: before.count + 1,
            first: before.conditional && !conditional ? first : before.first,
            conditional: before.conditional && conditional,
          },
    );
  };
  for (const { rules, atRules } of sheets) {
    for (const { name, params, offset, depth } of atRules) {
      note(`at-rule:${name}`, { offset }, true);
      for (const [feature] of params.matchAll(/[a-z-]{4,}/giu))
        note(`at-rule:${name} ${feature.toLowerCase()}`, { offset }, true);
      if (depth > 0 && name === "media") note("nested-media", { offset }, true);
    }
    for (const rule of rules) {
      const { selector, declarations, within, offset } = rule;
      const selectorKeys = keysOfSelector(selector);
      const conditional = within.length > 0 || selectorKeys.some((key) => stateKeys.has(key));
      for (const key of selectorKeys) note(key, { offset }, true);
      for (const key of keysOfDeclarations(declarations)) note(key, { offset }, conditional);
    }
  }
  for (const element of elements) {
    note(`element:${element.name}`, element, false);
    for (const [name, value] of Object.entries(element.attribs)) {
      note(`attribute:${name}`, element, false);
      if (element.name === "img" && name === "src") note(`image:${endingOf(value)}`, element, false);
      if (shortAttributes.has(name))
        note(`value:${element.name} ${name} ${value.slice(0, 40)}`, element, false);
    }
    const style = element.attribs["style"];
    if (style === undefined) continue;
    const keys = inline.get(style) ?? new Set(keysOfDeclarations(parseInlineStyle(style)));
    inline.set(style, keys);
    for (const key of keys) note(key, element, false);
  }
  return uses;
}

/** The use of a feature, all its keys together; undefined: the page does not use it. */
export function findUse(uses: Uses, trace: FeatureTrace): Use | undefined {
  const found =
    trace.kind === "element-attribute"
      ? [...uses].filter(([key]) =>
          key.startsWith(`value:${trace.element} ${trace.attribute} ${trace.starts}`),
        )
      : keysOf(trace).flatMap((key) => {
          const use = uses.get(key);
          return use === undefined ? [] : [[key, use] as const];
        });
  const [first] = found;
  if (first === undefined) return undefined;
  return {
    count: found.reduce((sum, [, { count }]) => sum + count, 0),
    first: (found.find(([, use]) => !use.conditional) ?? first)[1].first,
    conditional: found.every(([, { conditional }]) => conditional),
  };
}

const shortAttributes = new Set(["type", "href", "src", "name"]);
const stateKeys = new Set(["hover", "active", "focus", "visited"].map((state) => `pseudo:${state}`));

/** Of a file's name in an address, in lower case; empty where it has none. */
function endingOf(address: string): string {
  return /\.(\w{1,8})(?:[?#]|$)/u.exec(address)?.[1]?.toLowerCase() ?? "";
}

function keysOf(trace: Exclude<FeatureTrace, { kind: "element-attribute" }>): string[] {
  switch (trace.kind) {
    case "declaration":
      return [`declaration:${trace.property} ${trace.value}`];
    case "at-rule":
      return [trace.params === undefined ? `at-rule:${trace.name}` : `at-rule:${trace.name} ${trace.params}`];
    case "selector":
      return [`selector:${trace.part}`];
    case "important":
      return ["important"];
    case "nesting":
      return ["nesting"];
    case "unit":
    case "pseudo":
      return [`${trace.kind}:${trace.name}`];
    case "image":
      return trace.endings.map((ending) => `image:${ending}`);
    case "property":
    case "function":
    case "word":
    case "element":
    case "attribute":
      return trace.names.map((name) => `${trace.kind}:${name}`);
  }
}

function keysOfDeclarations(declarations: readonly Declaration[]): string[] {
  return declarations.flatMap(({ property, value, important }) => {
    const bare = value.toLowerCase().replace(/(["']).*?\1/gu, "");
    const calls = [...bare.matchAll(/([a-z-]+)\(/gu)].map(([, name = ""]) => `function:${name}`);
    const units = [...bare.matchAll(/\d([a-z]{1,4}|%)(?![\w-])/gu)].map(([, unit = ""]) => `unit:${unit}`);
    const words = [...bare.matchAll(/[a-z][a-z-]*/gu)].map(([word]) => word);
    return [
      `property:${property}`,
      ...calls,
      ...units,
      ...words.flatMap((word) => [`word:${word}`, `declaration:${property} ${word}`]),
      ...(important ? ["important"] : []),
    ];
  });
}

function keysOfSelector(selector: string): string[] {
  const keys: string[] = [];
  if (selector.includes("&")) keys.push("nesting");
  try {
    const branches = parseSelector(selector);
    if (branches.length > 1) keys.push("selector:grouping");
    for (const branch of branches) {
      branch.forEach((part, index) => {
        const before = branch[index - 1]?.type;
        if (part.type === SelectorType.Attribute) {
          const kind =
            part.action === AttributeAction.Element && part.name === "class"
              ? "class"
              : part.name === "id"
                ? "id"
                : "attribute";
          keys.push(`selector:${kind}`);
          if (kind === "class" && before === SelectorType.Attribute) keys.push("selector:chaining");
        } else if (part.type === SelectorType.Pseudo || part.type === SelectorType.PseudoElement)
          keys.push(`pseudo:${part.name}`);
        else keys.push(`selector:${part.type}`);
      });
    }
  } catch {
    // A selector that cannot be read is not a use of anything.
  }
  return keys;
}
