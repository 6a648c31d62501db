import type { Element } from "domhandler";
import { mediaMatches, type Medium } from "./media-query.ts";
import { compileSelector, type SelectorBranch } from "./selector-matcher.ts";
import { type Declaration, parseInlineStyle, type StyleRule, type StyleSheet } from "./style-sheets.ts";

interface Candidate {
  readonly rule: StyleRule;
  readonly branches: readonly SelectorBranch[];
}

interface Weighed {
  readonly value: string;
  /** Larger wins; of equals the later one (CSS Cascade 5, section 6.1). */
  readonly weight: number;
}

const importantWeight = 1e15;
const inlineWeight = 1e12;

/**
 * Gives, for an element, the declarations that win on a screen, by property; shorthands of background and padding as
 * the longhands the checks ask for. Attributes such as `bgcolor` count as the weakest of the author's styles.
 */
export function matchedDeclarations(
  sheets: readonly StyleSheet[],
  medium: Medium,
): (element: Element) => ReadonlyMap<string, string> {
  const candidates = sheets
    .flatMap(({ rules }) => rules)
    .filter(({ within }) => within.every(({ name, params }) => applies(name, params, medium)))
    .map((rule): Candidate => ({ rule, branches: compileSelector(rule.selector) }));
  const inline = new Map<string, readonly Declaration[]>();
  const parseOnce = (style: string): readonly Declaration[] => {
    const declarations = inline.get(style) ?? parseInlineStyle(style);
    inline.set(style, declarations);
    return declarations;
  };
  return (element) => {
    const won = new Map<string, Weighed>();
    for (const declaration of hintsOf(element)) enter(won, declaration, -1);
    for (const { rule, branches } of candidates) {
      let specificity = -1;
      for (const branch of branches)
        if (branch.specificity > specificity && branch.matches(element)) specificity = branch.specificity;
      if (specificity >= 0) for (const declaration of rule.declarations) enter(won, declaration, specificity);
    }
    const style = element.attribs["style"];
    if (style !== undefined)
      for (const declaration of parseOnce(style)) enter(won, declaration, inlineWeight);
    return new Map([...won].map(([property, { value }]) => [property, value]));
  };
}

/** Mail programs that know `@supports` at all know what a page asks of it. */
function applies(name: string, params: string, medium: Medium): boolean {
  if (name === "media") return mediaMatches(params, medium);
  return name === "supports" || name === "layer";
}

function enter(won: Map<string, Weighed>, declaration: Declaration, base: number): void {
  const weight = base + (declaration.important ? importantWeight : 0);
  for (const [property, value] of toLonghands(declaration)) {
    const before = won.get(property);
    if (before === undefined || weight >= before.weight) won.set(property, { value, weight });
  }
}

function toLonghands({ property, value }: Declaration): (readonly [string, string])[] {
  if (property === "background") {
    const image = /url\(|gradient\(/iu.test(value) ? value : "none";
    const colour = value
      .replace(/(?:url|[a-z-]*gradient)\((?:[^()]|\([^()]*\))*\)/giu, " ")
      .match(/#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^()]*\)|(?:var|light-dark|oklch|lab)\(.*\)|\b[a-z]+\b/giu)
      ?.find(
        (part) => !/^(?:no|repeat|x|y|scroll|fixed|center|top|bottom|left|right|cover|contain)$/iu.test(part),
      );
    return [
      ["background-color", colour ?? "transparent"],
      ["background-image", image],
    ];
  }
  if (property === "padding") {
    const parts = value.trim().split(/\s+/u);
    return [
      ["padding-top", parts[0] ?? "0"],
      ["padding-bottom", parts[2] ?? parts[0] ?? "0"],
    ];
  }
  return [[property, value]];
}

/** HTML, section 15: what presentational attributes say. */
function hintsOf({ name, attribs }: Element): Declaration[] {
  const hints: Declaration[] = [];
  const hint = (property: string, value: string | undefined): void => {
    if (value !== undefined && value !== "") hints.push({ property, value, important: false });
  };
  hint("background-color", attribs["bgcolor"]);
  if (attribs["background"] !== undefined) hint("background-image", `url(${attribs["background"]})`);
  if (name === "font") hint("color", attribs["color"]);
  if (name === "body") hint("color", attribs["text"]);
  if (attribs["hidden"] !== undefined) hint("display", "none");
  return hints;
}
