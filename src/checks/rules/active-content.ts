import type { Element } from "domhandler";
import type { Rule } from "../rule.ts";

const active = new Set(["script", "iframe", "frame", "frameset", "embed", "object", "applet", "portal"]);

export const activeContent: Rule = {
  id: "active-content",
  severity: "error",
  looksAt: "scripts, frames, plug-ins and event handlers",
  source: "No mail program runs them, and filters take them for an attack (Gmail blocks JavaScript)",
  remedy: "Leave it out, and link to a page that has it.",
  check: ({ elements }) =>
    elements.flatMap((element) => {
      const what = describeActive(element);
      return what === undefined
        ? []
        : [{ at: element, message: `The page holds ${what}, which mail programs take out or refuse.` }];
    }),
};

function describeActive({ name, attribs }: Element): string | undefined {
  if (active.has(name)) return `<${name}>`;
  const handler = Object.keys(attribs).find((attribute) => /^on[a-z]/iu.test(attribute));
  if (handler !== undefined) return `the event handler ${handler}`;
  const refreshes = name === "meta" && /^refresh$/iu.test(attribs["http-equiv"] ?? "");
  return refreshes ? "a page that reloads itself" : undefined;
}
