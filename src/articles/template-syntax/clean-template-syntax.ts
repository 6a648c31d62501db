import type { BodyFlavour } from "./basics/body-flavour.ts";
import { shorten } from "../wording/shorten.ts";
import { toOneLine } from "../wording/one-line.ts";
import { withoutMarks } from "../wording/internal-marks.ts";
import { keptEnd, keptStart, showTypes, unknownValue, type Cleaning } from "./basics/cleaning.ts";
import { cleaningSteps } from "./cleaning-steps.ts";
import { unmask } from "./basics/mask-code.ts";
import { isMyst } from "./generators/myst-syntax.ts";
import { removeWidthlessStarts } from "./marks/widthless-starts.ts";

/** What the syntax of a body depends on. */
export interface BodyDialect {
  readonly title: string;
  readonly flavour: BodyFlavour;
  /** What the article's own front matter says, by the path of a field (`cover.alt`); without it, nothing. */
  readonly readField?: (path: string) => string | undefined;
}

/** Something of the author's that no email shows. */
export interface DroppedSyntax {
  /** How to name it, such as `{{< tweet >}}`. */
  readonly name: string;
  /** A sentence for the author. */
  readonly message: string;
  /** Its text in the article. */
  readonly written: string;
}

export interface CleanBody {
  /**
   * Markdown and HTML; an address may contain `unknownValue`, or start with `gazette-wiki:`, `gazette-asset:` or `gazette-post:`, and a
   * program's types are as `markType` has them.
   */
  readonly markdown: string;
  readonly dropped: readonly DroppedSyntax[];
}

/** Letters of a name in a message. */
const maxName = 120;

/** Whether a text may hold anything that `cleanTemplateSyntax` would touch; a search, not a parse. */
export function mayHoldTemplateSyntax(text: string): boolean {
  return /\{(?:[{%:#/]|ignore|docsify)|<[A-Z%?]|\[\[|\[(?:!|block:|:contents\]|f:id:|https?:|\/[a-z]|[a-z][\w-]*[ =])|%%|%[a-z]+[._]|<(?:lj|user) |\[\^|\+\+|==\S|\^\S+\^|:[a-z][\w+-]*:|^(?:import|export|@def|:::|!!!)|^#{1,6}(?:[\u3000\u00a0]|\S)|::\S|@\[|\[##_|《|%\[|^#!|^\$\w+\(|^[ \t]*[-*] (?:TODO|DONE|LATER|NOW|DOING|#\+)|```(?:mermaid|dataview|query|plantuml)|["']mermaid\b/m.test(
    text,
  );
}

/**
 * Takes the syntax of template languages out of a body, whatever generator it was written for, outside of code. Known
 * constructs become Markdown or HTML; the rest disappears, and is named.
 */
export function cleanTemplateSyntax(body: string, dialect: BodyDialect): CleanBody {
  const kept: string[] = [];
  const dropped: DroppedSyntax[] = [];
  const keep = (text: string): string => `${keptStart}${kept.push(text) - 1}${keptEnd}`;
  const asWritten = (text: string): string => unmask(showTypes(text, ["<", ">"]), kept);
  const drop: Cleaning["drop"] = (called, source, keeps = false) => {
    const name = withoutMarks(asWritten(called)).replace(/\s+/g, " ");
    const fate =
      keeps === "words" ? "; its words stay" : keeps ? "; what it encloses stays" : " and is left out";
    dropped.push({
      name,
      message: `${shorten(toOneLine(name), maxName)} is not known to Gazette${fate}.`,
      written: asWritten(source),
    });
  };
  const { title, flavour, readField = () => undefined } = dialect;
  const written = removeWidthlessStarts(body.replace(/[\ufdd0-\ufdd2\ufdd4-\ufdef]/g, ""));
  // Chunks that are run are written as MyST's directives are.
  const cleaning: Cleaning = {
    title,
    readField,
    flavour,
    isMyst: flavour !== "knitr" && isMyst(written),
    kept,
    keep,
    drop,
  };
  let text = written;
  for (const { flavours, clean } of cleaningSteps)
    if (flavours === undefined || flavours.includes(flavour)) text = clean(text, cleaning);
  return { markdown: unmask(text, kept), dropped };
}

/** The text of an excerpt or a title, where a value that is not known leaves nothing, nor the space before it. */
export function withoutUnknown(text: string): string {
  return showTypes(text).replaceAll(` ${unknownValue}`, "").replaceAll(unknownValue, "");
}
