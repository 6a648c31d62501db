import { escapeHtml } from "../../../platform/escape-html.ts";
import { readItemIndent } from "./item-indent.ts";
import { asBlock, isInText, keptEnd, keptStart, type Cleaning } from "./cleaning.ts";

const inDollars = new RegExp(`\\$(${keptStart}\\d+${keptEnd})\\$`, "g");

/**
 * Sets TeX aside as code, so that Markdown reads no emphasis into it; an email cannot typeset it. Only what is plainly
 * TeX counts: a dollar sign is money far more often.
 */
export function maskMath(written: string, { keep, isMyst }: Cleaning): string {
  // The name by which MyST refers to an equation.
  const markdown = isMyst ? written.replace(/(?<=\$\$)[ \t]{1,9}\([\w:.-]{1,80}\)[ \t]*$/gm, "") : written;
  // What stands between dollar signs may have surroundings of its own.
  const text = maskBackslashed(markdown.includes("$$") ? maskBlocks(markdown, keep) : markdown, keep);
  if (!text.includes("$")) return text;
  const shown = text
    // GitLab's mathematics in a line is code between dollar signs.
    .replace(inDollars, "$1")
    .replace(/\$\s?([_^])\{?([\w+-]{1,6})\}?\s?\$/g, (_all, mark: string, small: string) =>
      keep(mark === "_" ? `<sub>${small}</sub>` : `<sup>${small}</sup>`),
    )
    .replace(
      /(?<![\\$\w])\$(?![\s$\d])([^$\n]{1,500}?(?:\n[^$\n]{1,500}?)?)(?<![\s\\])\$(?![\d\w${])/g,
      // A space of its own shows nothing. WordPress puts a word before mathematics.
      (all, tex: string) => {
        if (/^(?:\\[,;:! >]|\\q?quad ?)+$/.test(tex)) return "";
        return isTex(tex) ? keep(asLine(tex.replace(/^latex\s+/, ""))) : all;
      },
    );
  const spaced = shown.replace(/(?<![\\$\w])\$([^$\n]{2,300}?)(?<!\\)\$(?![\d\w${])/g, (all, tex: string) =>
    isPlainlyTex(tex) ? keep(asLine(tex)) : all,
  );
  // Beside TeX, a number, a name or a point between dollar signs is no money.
  return spaced === markdown
    ? spaced
    : spaced
        .replace(/(?<![\\$\w])\$(-?\d+(?:\.\d+)?)\$(?![\w$])/g, "$1")
        .replace(
          /(?<![\\$\w])\$(\d{0,9}[A-Za-z]{1,20}|\((?:-?[\w.]{1,9}, ?){0,9}-?[\w.]{1,9}\)|\d[^$\n]{0,80}\\[A-Za-z]{2}[^$\n]{0,200}(?<!\s))\$(?![\w$])/g,
          (_all, tex: string) => keep(asLine(tex)),
        );
}

/** Between two dollar signs; kramdown has them in a line as well. */
function maskBlocks(markdown: string, keep: (text: string) => string): string {
  return markdown.replace(
    /(?<![\\$])\$\$(?!\$)([\s\S]{1,4000}?)(?<!\\)\$\$(?!\$)/g,
    (all: string, tex: string, at: number) => {
      if (!isTex(tex) || (/\n[ \t]*\n/.test(tex) && !isSurrounded(tex))) return all;
      const isInLine = !tex.includes("\n") && isInText(markdown, at, at + all.length);
      if (isInLine) return keep(asLine(tex));
      return asDisplay(keep(asLines(tex).trim()), markdown, at);
    },
  );
}

/** A block of its own at a place in a text, within the item of a list that it stands in. */
function asDisplay(block: string, text: string, at: number): string {
  return `\n\n${readItemIndent(text.slice(0, at))}${block}\n\n`;
}

/** TeX that a tag or a shortcode encloses, as code in a line or of its own. */
export function renderTex(tex: string): string {
  return tex.trim().includes("\n") ? asLines(tex) : asLine(tex);
}

/** TeX that stands by itself, as code of its own. */
export function renderTexBlock(tex: string): string {
  return asLines(tex);
}

/** Whether TeX begins and ends surroundings of its own, within which a blank line ends nothing. */
function isSurrounded(tex: string): boolean {
  return (
    /^\s*\\begin\{/.test(tex) && /\\end\{\w+\*?\}\s*(?:\\(?:label|tag)\*?\{[^{}]{0,100}\}\s*){0,3}$/.test(tex)
  );
}

/** Where Markdown's own escapes may stand in it. Its signs are written as entities, since Markdown reads what stands in a line of HTML. */
const asLine = (tex: string): string =>
  `<code>${escapeHtml(tex.trim().replaceAll("\\_", "_")).replace(/[\\_*[\]`~|]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</code>`;
const asLines = (tex: string): string =>
  asBlock(
    `<pre><code>${escapeHtml(tex.trim().replaceAll("\\_", "_")).replace(/\n[ \t]*\n/g, "\n")}</code></pre>`,
  );

/** Surroundings that are displayed by themselves, which show nothing of their own. */
const displayed =
  /\\begin\{(equation|align|eqnarray|gather|multline|displaymath|math)(\*?)\}((?:(?!\\begin\{\1)[\s\S]){1,4000}?)\\end\{\1\2\}/g;
const onlyDisplayed = new RegExp(`^\\s*${displayed.source}\\s*$`);

/** What TeX itself gets where Markdown was meant to take the first backslash of each pair, as between doubled brackets. */
function unescapeTex(tex: string): string {
  return tex.replace(/\\([\\_|*])/g, "$1");
}

/** Space below a line, `\\[2pt]`, which is no bracket that opens. */
const lineSpace = String.raw`\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm)\]`;
const doubled = new RegExp(
  String.raw`\\\\\[(?!${lineSpace})((?:(?!\\\\\[(?!${lineSpace}))[\s\S]){1,2000}?)\\\\\]`,
  "g",
);
/** On lines of its own; elsewhere, brackets that are escaped are text more often. */
const single = /^([ \t]*)\\\[((?:(?!\\[[\]]|\n[ \t]*\n)[\s\S]){1,2000}?)\\\][ \t]*(?:[.,;][ \t]*)?$/gm;

/** TeX between backslashes and brackets, `\\(a\\)` and `\\[a\\]`, and between `\begin{equation}` and its end. */
function maskBackslashed(markdown: string, keep: (text: string) => string): string {
  if (!/\\\\?[([]|\\begin\{/.test(markdown)) return markdown;
  const show = (tex: string, text: string, at: number): string =>
    asDisplay(keep(asLines(onlyDisplayed.exec(tex)?.[3] ?? tex).trim()), text, at);
  return markdown
    .replace(doubled, (_all, tex: string, at: number, text: string) => show(unescapeTex(tex), text, at))
    .replace(single, (all, indent: string, tex: string, at: number, text: string) =>
      /\\[A-Za-z]{2}/.test(tex) ? show(tex, text, at + indent.length) : all,
    )
    .replace(displayed, (_all, _name, _star, tex: string) => asBlock(keep(asLines(tex).trim())))
    .replace(/\\\\\(((?:(?!\\\\\()[^\n]){1,300}?)\\\\\)/g, (_all, tex: string) =>
      keep(asLine(unescapeTex(tex))),
    )
    .replace(/(?<![\\\w(])\\\(((?:(?!\\\()[^\n]){1,300}?)\\\)/g, (all, tex: string) =>
      isTex(tex) ? keep(asLine(tex)) : all,
    );
}

/** Nothing but letters that stand alone, figures and signs, with one between them: `a + b`, `f(x)`, `(x, y)`. */
const formula =
  /^(?=[^]{1,60}$)(?=.*[A-Za-z])(?=.*[+*/<>(|!,-])(?:[A-Za-z](?![A-Za-z])'?|[\d\s+*/<>(),.|!:-])+$/;

/** `]0, 1]`, `[a; b)`. */
const interval = /^[\][(] ?-?[\w.]{1,20} ?[,;] ?[-+]?[\w.]{1,20} ?[\][)]$/;

/** TeX even where a space or a figure follows the dollar sign, as behind a price: a command, a power or an index, and no words. */
function isPlainlyTex(text: string): boolean {
  // A share in figures; money has no backslash.
  if (text.includes("\\%") && !/\p{L}/u.test(text)) return true;
  if (!/\\[A-Za-z]{2}|(?<![A-Za-z]{2})[A-Za-z\d)}][\^_][\w{\\]/.test(text)) return false;
  return !/[A-Za-z]{4}/.test(
    text.replace(/\\(?:text|mathrm|operatorname)[a-z]{0,2}\{[^{}]*\}|\\[A-Za-z]+/g, ""),
  );
}

function isTex(text: string): boolean {
  return (
    formula.test(text) ||
    interval.test(text) ||
    /\\[A-Za-z]|[\^_{}=]|^\s*[A-Za-z]'?(?:\([\w, ]{1,20}\))?\s*$/.test(text)
  );
}
