import { compile } from "css-select";
import { AttributeAction, parse as parseSelector, type Selector, SelectorType } from "css-what";
import type { AnyNode, Element } from "domhandler";

/** One branch of a rule's selector list. */
export interface SelectorBranch {
  readonly matches: (element: Element) => boolean;
  /** Selectors 4, section 17, as one number that compares: ids, then classes, then types. */
  readonly specificity: number;
}

const combinators: ReadonlySet<SelectorType> = new Set([
  SelectorType.Descendant,
  SelectorType.Child,
  SelectorType.Adjacent,
  SelectorType.Sibling,
]);

/** States that a page at rest is not in. */
const restless = new Set(["hover", "active", "focus", "focus-visible", "focus-within", "visited", "target"]);

/**
 * The branches of a selector list that can match a page at rest. What we cannot read matches nothing, which is what a
 * program does with it.
 */
export function compileSelector(selector: string): SelectorBranch[] {
  try {
    return parseSelector(selector).flatMap((branch) => {
      const atRest = !branch.some(
        (part) =>
          part.type === SelectorType.PseudoElement ||
          (part.type === SelectorType.Pseudo && restless.has(part.name)),
      );
      return atRest ? [{ matches: toMatcher(branch), specificity: specificityOf(branch) }] : [];
    });
  } catch {
    return [];
  }
}

function toMatcher(branch: Selector[]): (element: Element) => boolean {
  const tail = lastCompound(branch);
  const classes = tail.flatMap((part) =>
    part.type === SelectorType.Attribute && part.name === "class" && part.action === AttributeAction.Element
      ? [part.value]
      : [],
  );
  const name = tail.find((part) => part.type === SelectorType.Tag)?.name;
  const full = compile<AnyNode, Element>([branch]);
  // Most elements are passed over by name or class alone, which costs a tenth of the full match.
  return (element) => {
    if (name !== undefined && element.name !== name) return false;
    const own = element.attribs["class"];
    if (classes.length > 0 && (own === undefined || !classes.every((wanted) => own.includes(wanted))))
      return false;
    return full(element);
  };
}

function lastCompound(branch: readonly Selector[]): readonly Selector[] {
  const at = branch.findLastIndex(({ type }) => combinators.has(type));
  return branch.slice(at + 1);
}

function specificityOf(branch: readonly Selector[]): number {
  let value = 0;
  for (const part of branch) {
    if (part.type === SelectorType.Attribute)
      value += part.name === "id" && part.action === AttributeAction.Equals ? 1_000_000 : 1_000;
    else if (part.type === SelectorType.Tag) value += 1;
    else if (part.type === SelectorType.Pseudo && part.name !== "where") value += 1_000;
  }
  return value;
}
