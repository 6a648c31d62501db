import type { Element } from "domhandler";
import { parentOf } from "./parse-html.ts";

/** A short CSS-like place of an element, such as `div.body > p > a`: itself, its parents up to one that has a name. */
export function describeElement(element: Element): string {
  const steps = [describeStep(element)];
  let parent = parentOf(element);
  while (parent !== undefined && steps.length < 3 && !/[.#]/u.test(steps[0] ?? "")) {
    if (parent.name === "html" || parent.name === "body") break;
    steps.unshift(describeStep(parent));
    parent = parentOf(parent);
  }
  return steps.join(" > ");
}

function describeStep({ name, attribs }: Element): string {
  const id = attribs["id"] ?? "";
  const kind = (attribs["class"] ?? "").trim().split(/\s+/u)[0] ?? "";
  if (isName(id)) return `${name}#${id}`;
  return isName(kind) ? `${name}.${kind}` : name;
}

function isName(text: string): boolean {
  return /^[\w-]{1,40}$/u.test(text);
}
