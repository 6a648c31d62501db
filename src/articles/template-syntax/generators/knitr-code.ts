import { unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { withoutClosingMarks, type CodePiece } from "../basics/mask-code.ts";
import { toPlainText } from "../../wording/plain-text.ts";
import { callout } from "../widgets/callouts.ts";
import { renderWidget } from "../widgets/render-widget.ts";

/** What stands where a piece of code of R Markdown or Quarto was: code to be shown, or else what is left in the text. */
export type KnitrCode =
  { readonly kept: string; readonly left?: undefined } | { readonly kept?: undefined; readonly left: string };

const hidden =
  /^.*\b(?:include|echo)\s*=\s*F(?:ALSE)?\b|^\s*(?:#|\/\/|%%|--)\|\s*(?:include|echo):\s*(?:false|FALSE)\s*$/m;
/** Chunks of which nothing is shown at all, or nothing but the code. */
const silent =
  /^.*\b(?:include|eval)\s*=\s*F(?:ALSE)?\b|^\s*(?:#|\/\/|%%|--)\|\s*(?:include|eval):\s*(?:false|FALSE)\s*$/m;
/** A chunk that does nothing but show a picture. */
const pictureOfChunk =
  /^(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?:knitr::)?include_graphics\(\s*(["'])([^"'\n]{1,500})\1[^()\n]{0,200}\)\s*(?:(?:`{3,}|~{3,})\s*)?$/;

/** Chunks that hold text, of bookdown's. @see https://bookdown.org/yihui/bookdown/markdown-extensions-by-bookdown.html */
const textEngine =
  /^[`~]{3,}\s*\{(asis|block2?|theorem|lemma|corollary|proposition|conjecture|definition|example|exercise|hypothesis|proof|remark|solution)\b/;

/** What a chunk says of the figure that it makes, in R's words or Quarto's. */
function readFigureSetting(settings: string, name: string): string | undefined {
  const written =
    new RegExp(
      String.raw`\bfig\.${name}\s*=\s*"([^"\n]{1,1000})"|\bfig\.${name}\s*=\s*'([^'\n]{1,1000})'`,
    ).exec(settings) ??
    new RegExp(String.raw`^\s*#\|\s*fig[-.]${name}:[ \t]*["']?([^\n]{1,1000}?)["']?[ \t]*$`, "m").exec(
      settings,
    );
  return written?.[1] ?? written?.[2];
}

/**
 * Code that is run where the site is built: a chunk is shown unless it says that it is not to be, without its settings; what a
 * text computes, as in `r mean(x)` between backticks, is not known here.
 *
 * @returns undefined for code that is only shown.
 * @see https://quarto.org/docs/computations/execution-options.html
 */
export function readKnitrCode(code: CodePiece, drop: Cleaning["drop"]): KnitrCode | undefined {
  const inline = /^`(r|\{\w+\})\s/.exec(code.text);
  if (inline !== null) {
    drop(`\`${inline[1] ?? ""} …\``, code.text);
    return { left: unknownValue };
  }
  const chunk = /^(`{3,}|~{3,})\s*\{(\w+)\b[^}\n]*\}.*\n/.exec(code.text);
  if (chunk === null) return undefined;
  const body = code.text.slice(chunk[0].length);
  const passage = textEngine.exec(chunk[0]);
  if (passage !== null) {
    const title = /\bname\s*=\s*(["'])(.{1,200}?)\1/.exec(chunk[0])?.[2] ?? "";
    const text = withoutClosingMarks(body, chunk[1] ?? "") ?? body;
    return { left: passage[1] === "asis" ? `\n\n${text}\n\n` : callout(title, text) };
  }
  if (/^(?:mermaid|dot)$/.test(chunk[2] ?? "")) {
    drop(`\`\`\`{${chunk[2] ?? ""}}`, chunk[0].trimEnd());
    return { left: "" };
  }
  const settings = /^(?:[ \t]*(?:#|\/\/|%%|--)\|.*\n)*/.exec(body)?.[0] ?? "";
  const picture =
    silent.test(chunk[0]) || silent.test(settings) ? null : pictureOfChunk.exec(body.slice(settings.length));
  if (picture !== null) {
    const caption = readFigureSetting(chunk[0] + settings, "cap") ?? "";
    const named = new Map([
      ["src", picture[2] ?? ""],
      ["alt", (readFigureSetting(chunk[0] + settings, "alt") ?? caption).trim()],
      ["caption", caption],
    ]);
    return { left: renderWidget("figure", { positional: [], named }, undefined)?.markdown ?? "" };
  }
  if (hidden.test(chunk[0]) || hidden.test(settings)) return { left: "" };
  const shown = body.slice(settings.length);
  // What has nothing but settings shows nothing.
  if (/^\s*(?:[`~]+\s*)?$/.test(shown)) return { left: "" };
  return { kept: `${chunk[1] ?? ""}${chunk[2] ?? ""}\n${shown}` };
}

/**
 * Takes out citations, `[@smith2004]`, and references to what has a number on the site only, `@fig-boats` and
 * `\\@ref(fig:boats)`; the words of a picture with a number stand below it.
 */
export function removeReferences(text: string): string {
  return removeCitations(
    showFigures(text)
      .replace(aroundReference, "$1")
      .replace(/!\[\](?=\([^()\s]{1,500}\)\{[^{}\n]{0,300}?fig-alt="([^"\n\]]{1,300})")/g, "![$1]")
      // What bookdown puts elsewhere, and the number of an equation.
      .replace(/^\(ref:[\w-]{1,60}\)[ \t]+\S.*$|\(ref:[\w-]{1,60}\)|\(\\#[\w:-]{1,60}\)/gm, ""),
  ).replace(reference, unknownValue);
}

/** What Quarto and bookdown number on the site. */
const kinds = "fig|tbl|eq|sec|lst|exm|exr|thm|lem|cor|def|prp|cnj|rem|sol|prf|alg|nte|tip|wrn|imp|cau";
const reference = new RegExp(String.raw`\\@ref\([^()\n]{1,80}\)|(?<![\w@])@(?:${kinds})-[\w-]+`, "g");
/** The words that a number is put behind, `[Figure @fig-boats]`. */
const aroundReference = new RegExp(
  String.raw`\[([^\][@\n]{1,60}?)[ \t]{1,9}@(?:${kinds})-[\w-]{1,80}\](?![(:[])`,
  "g",
);
/** A picture that is a paragraph of its own, in a container or not, with what it is given. */
const lonePicture =
  /(?<=^|\n[ \t]*\n|(?:^|\n):{3}[^\n]{0,300}\n) {0,3}!\[([^\n]{0,1500}?)\]\(<?([^()<>\s]{1,500})>?(?:[ \t]{1,9}"[^"\n]{0,300}")?\)(?:\{([^{}\n]{0,1500})\})?[ \t]*(?=\n(?:[ \t]*(?:\n|$)|:{3})|$)/g;

/**
 * A picture that stands alone has its words below it, whether it has a number or not.
 *
 * @see https://pandoc.org/MANUAL.html#extension-implicit_figures
 */
function showFigures(text: string): string {
  if (!text.includes("![")) return text;
  return text.replace(lonePicture, (all, words: string, src: string, given: string | undefined) => {
    const caption = readGiven(given ?? "", "cap") ?? words;
    // Several pictures in a line are none of them alone.
    if (caption.trim() === "" || words.includes("![")) return all;
    const named = new Map([
      ["src", src],
      ["alt", readGiven(given ?? "", "alt") ?? toPlainText(caption)],
      ["caption", caption],
    ]);
    return renderWidget("figure", { positional: [], named }, undefined)?.markdown ?? all;
  });
}

function readGiven(given: string, name: "alt" | "cap"): string | undefined {
  const found = new RegExp(String.raw`\bfig-${name}=(?:"([^"]*)"|'([^']*)')`).exec(given);
  return found?.[1] ?? found?.[2];
}

/** Takes out works that are cited, `[@smith2004]` and `[see @smith2004, p. 3]`, which are listed on the site only. */
export function removeCitations(text: string): string {
  return text.replace(
    /[ \t]?\[(?:[^\][@\n]{0,60}[ \t])?-?@[\w:.#$%&+?<>~/-]+[^\][\n]{0,200}\](?![(:[])/g,
    "",
  );
}
