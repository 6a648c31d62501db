/** A comment that only tells a highlighter what to do, at the end of a line or on one of its own. */
const comment =
  /[ \t]{0,40}(?:\/\/|#|--|;|%|\{?\/\*|<!--)[ \t]*(?:(highlight|hide)-(next-line|line|start|end|range)(?:\{[\d,-]{1,40}\})?|\[!code [^\]\n]{1,60}\])[ \t]*(?:(?:\*\/\}?|-->)[ \t]*)?$/;

/**
 * Code without the comments by which Gatsby, Docusaurus, VitePress and Fumadocs mark its lines, and without the lines that
 * these hide. What is written in Markdown may show how it is done, and stays.
 *
 * @param code fenced, with its fences.
 * @see https://docusaurus.io/docs/markdown-features/code-blocks#highlighting-with-comments
 */
export function withoutCodeMarks(code: string, language: string): string {
  const isMarked = code.includes("[!code ") || code.includes("highlight-") || code.includes("hide-");
  if (!isMarked || /^(?:mdx?|markdown|mdc)$/.test(language)) return code;
  const kept: string[] = [];
  let isHidden = false;
  let hidesNext = false;
  for (const line of code.split("\n")) {
    const mark = line.length > 500 ? null : comment.exec(line);
    const [, kind, place] = mark ?? [];
    const wasHidden = isHidden || hidesNext;
    hidesNext = kind === "hide" && place === "next-line";
    if (kind === "hide" && (place === "start" || place === "end")) isHidden = place === "start";
    if (mark === null) {
      if (!wasHidden || /^[`~]{3,}\s*$/.test(line)) kept.push(line);
      continue;
    }
    const rest = line.slice(0, mark.index);
    if (rest.trim() !== "" && kind !== "hide") kept.push(rest);
  }
  return kept.join("\n");
}
