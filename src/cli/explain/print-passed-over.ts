import { styleText } from "node:util";
import type { ArticleScan } from "../../articles/scan-articles.ts";
import { printLine } from "../command-context.ts";
import { toTerminalLine } from "../terminal-text.ts";
import { wrapToTerminal } from "../wrap-to-terminal.ts";

/** Of each kind; the rest is counted. */
const shownPaths = 3;

/** Which Markdown is not considered, a line for each reason; nothing where there is none. */
export function printPassedOver(passedOver: ArticleScan["passedOver"]): void {
  for (const [reason, files] of Map.groupBy(passedOver, (file) => file.reason)) {
    const paths = files.slice(0, shownPaths).map(({ path }) => toTerminalLine(path));
    const more = files.length > shownPaths ? [`${files.length - shownPaths} more`] : [];
    const text = `passed over: ${[...paths, ...more].join(", ")} (${reason})`;
    for (const line of wrapToTerminal(text, 0)) printLine(styleText("dim", line));
  }
}
