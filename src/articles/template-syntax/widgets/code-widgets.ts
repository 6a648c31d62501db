import { asBlock, dedent, keptStart } from "../basics/cleaning.ts";
import { renderTex, renderTexBlock } from "../basics/mask-math.ts";
import { pick, type Arguments } from "../basics/parse-arguments.ts";
import { renderCode } from "./code-block.ts";
import { show, type Widget, type WidgetRenderer } from "./widget.ts";

const codes = new Set("highlight code codeblock prism sourcecode command console terminal syntax".split(" "));

/** What encloses TeX, or is given it. */
export const texWidgets: ReadonlySet<string> = new Set([
  "blockmath",
  "equation",
  "inlinemath",
  "katex",
  "latex",
  "math",
  "mathjax",
  "tex",
]);

/** Code, which may be fenced already and set aside, or given as an argument. */
export const renderCodeWidget: WidgetRenderer = ({ key, given, inner }) => {
  // Istio's `text` holds code in the language it is given.
  const isText =
    key === "text" &&
    inner?.includes("\n") === true &&
    given.positional.length === 1 &&
    given.named.size === 0;
  if (!codes.has(key) && !isText) return undefined;
  const language = pick(given, "lang", "language");
  if (inner === undefined) {
    const handed = pick(given, "code");
    if (handed === undefined) return undefined;
    return handed.startsWith(keptStart) ? show(asBlock(handed)) : asCode(renderCode(handed, language ?? ""));
  }
  if (!isText && inner.trimStart().startsWith(keptStart)) return show(asBlock(inner));
  // Docusaurus' own example of a component colours a word.
  if (key === "highlight" && !inner.includes("\n") && given.positional.length === 0) return show(inner);
  return asCode(renderCode(dedent(inner), given.positional[0] ?? language ?? ""));
};

/** TeX, as its author wrote it, unless it is set aside already. */
export const renderTexWidget: WidgetRenderer = ({ key, given, inner }) => {
  if (!texWidgets.has(key)) return undefined;
  const isBlock = key === "blockmath" || isDisplay.test(pick(given, "display", "block") ?? "");
  // Given nothing, it loads the program that typesets the formulas of the page.
  if (inner === undefined && given.positional.length === 0 && given.named.size === 0) return show("");
  const tex = inner ?? readFormula(given);
  if (tex === undefined) return undefined;
  if (tex.includes(keptStart)) return show(tex);
  return asCode(isBlock || tex === pick(given, "display") ? renderTexBlock(tex) : renderTex(tex));
};

/** Says that a formula stands by itself, and is none. */
const isDisplay = /^(?:true|block|display|1)$/;

/** A formula that is given as an argument, by any of the names that it has there. */
function readFormula(given: Arguments): string | undefined {
  const [first = ""] = given.positional;
  const named = ["display", "tex", "math", "formula", "expression", "expr", "content", "body", "text"]
    .map((name) => pick(given, name) ?? "")
    .find((value) => value !== "" && !/^(?:true|false|block|inline|auto)$/.test(value));
  return named ?? (/^(?:display|block|inline|)$/.test(first) ? undefined : first);
}

/** The Markdown of a widget, in which no later step reads code on one line as syntax. */
export function keepCode({ markdown, isCode }: Widget, keep: (text: string) => string): string {
  const code = markdown.trim();
  if (isCode !== true || code.includes("\n")) return markdown;
  return code === markdown ? keep(code) : asBlock(keep(code));
}

function asCode(markdown: string): Widget {
  return { markdown, isLoss: false, isCode: true };
}
