import { asBlock, dedent, keptStart } from "../basics/cleaning.ts";
import { renderTex } from "../basics/mask-math.ts";
import { pick } from "../basics/parse-arguments.ts";
import { renderCode } from "./code-block.ts";
import { show, type Widget, type WidgetRenderer } from "./widget.ts";

const codes = new Set("highlight code codeblock prism sourcecode command console terminal syntax".split(" "));

/** What encloses TeX. */
export const texWidgets: ReadonlySet<string> = new Set([
  "equation",
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
export const renderTexWidget: WidgetRenderer = ({ key, inner }) => {
  if (!texWidgets.has(key) || inner === undefined) return undefined;
  return inner.includes(keptStart) ? show(inner) : asCode(renderTex(inner));
};

function asCode(markdown: string): Widget {
  return { markdown, isLoss: false, isCode: true };
}
