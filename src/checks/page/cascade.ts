import type { Element } from "domhandler";
import { mediaMatches, type Medium } from "./media-query.ts";
import { compileSelector, type SelectorBranch } from "./selector-matcher.ts";
import { type Declaration, parseInlineStyle, type StyleRule, type StyleSheet } from "./style-sheets.ts";

interface Candidate {
  readonly rule: StyleRule;
  readonly branches: readonly SelectorBranch[];
}

/** A rule that matches an element, with the specificity of the branch that does. */
interface Match {
  readonly rule: StyleRule;
  readonly specificity: number;
}

/** What the checks ask for; the rest of a style is not computed. */
const asked = new Set(
  (
    "color background background-color background-image font font-size font-weight line-height display visibility " +
    "opacity overflow height max-height max-width padding padding-top padding-bottom"
  ).split(" "),
);

/** The style of a page before a screen is chosen: which rules match an element, found once for all screens. */
export interface Cascade {
  readonly matchesOf: (element: Element) => readonly Match[];
  readonly inlineOf: (element: Element) => readonly Declaration[];
}

export function createCascade(sheets: readonly StyleSheet[]): Cascade {
  const candidates = sheets.flatMap(({ rules }) => rules).flatMap(toCandidate);
  const matches = new Map<Element, readonly Match[]>();
  const inline = new Map<string, readonly Declaration[]>();
  return {
    matchesOf: (element) => {
      const known = matches.get(element) ?? candidates.flatMap((candidate) => match(candidate, element));
      matches.set(element, known);
      return known;
    },
    inlineOf: ({ attribs: { style } }) => {
      if (style === undefined) return [];
      const known = inline.get(style) ?? onlyAsked(parseInlineStyle(style));
      inline.set(style, known);
      return known;
    },
  };
}

function toCandidate(rule: StyleRule): Candidate[] {
  const declarations = onlyAsked(rule.declarations);
  return declarations.length === 0
    ? []
    : [{ rule: { ...rule, declarations }, branches: compileSelector(rule.selector) }];
}

function onlyAsked(declarations: readonly Declaration[]): readonly Declaration[] {
  return declarations.filter(({ property }) => asked.has(property));
}

function match({ rule, branches }: Candidate, element: Element): Match[] {
  let specificity = -1;
  for (const branch of branches)
    if (branch.specificity > specificity && branch.matches(element)) specificity = branch.specificity;
  return specificity < 0 ? [] : [{ rule, specificity }];
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
  cascade: Cascade,
  medium: Medium,
): (element: Element) => ReadonlyMap<string, string> {
  const applied = new Map<StyleRule, boolean>();
  const isApplied = (rule: StyleRule): boolean => {
    const known = applied.get(rule) ?? rule.within.every(({ name, params }) => applies(name, params, medium));
    applied.set(rule, known);
    return known;
  };
  return (element) => {
    const won = new Map<string, Weighed>();
    for (const declaration of hintsOf(element)) enter(won, declaration, -1);
    for (const { rule, specificity } of cascade.matchesOf(element))
      if (isApplied(rule)) for (const declaration of rule.declarations) enter(won, declaration, specificity);
    for (const declaration of cascade.inlineOf(element)) enter(won, declaration, inlineWeight);
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
