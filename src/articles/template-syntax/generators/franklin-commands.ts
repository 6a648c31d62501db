import { asBlock, type Cleaning } from "../basics/cleaning.ts";
import { renderWidget } from "../widgets/render-widget.ts";

const noArguments = { positional: [], named: new Map<string, string>() };

/**
 * Turns what Franklin adds to Markdown into HTML: raw HTML between `~~~`, passages between `@@name` and `@@`, the
 * commands for figures and notes; definitions and tables of contents disappear.
 *
 * @see https://franklinjl.org/syntax/
 */
export function replaceFranklin(markdown: string, cleaning: Cleaning): string {
  let text = markdown.replace(/^@def[ \t]+\w+[ \t]*=[ \t]*(?:"""[\s\S]{0,2000}?"""|.*)$/gm, "");
  text = text.replace(/^~~~[ \t]*\n([\s\S]*?)^~~~[ \t]*$/gm, (_all, html: string) =>
    asBlock(html.replace(/\n[ \t]*\n/g, "\n")),
  );
  text = text.replace(/~~~([\s\S]*?)~~~/g, "$1");
  text = text.replace(/\\(?:toc|tableofcontents)\b(?:\{\})?/g, "");
  text = text.replace(
    /\\(?:newcommand|newenvironment|label|biblabel|input|output|show|literate|prettyshow|tableinput|textinput|textoutput|plotinput|textcss)(?:\{(?:[^{}]|\{[^{}]*\})*\}|\[\d\])+/g,
    "",
  );
  text = text.replace(/\\figalt\{([^{}]*)\}\{([^{}]*)\}/g, (_all, alt: string, source: string) =>
    figure(source, alt),
  );
  text = text.replace(/\\fig\{([^{}]*)\}/g, (_all, source: string) => figure(source, ""));
  text = text.replace(/@@[a-z][\w-]*(?:,[\w-]+)*[ \t]+(\S[^@\n]{0,500})@@/g, (_all, words: string) =>
    words.trimEnd(),
  );
  text = text.replace(/^@@(?!\s)[\w,. @-]*$|^@@[ \t]*$|@@[ \t]*$|^@@(?=[\w-]+[ \t])[\w-]+(?:,[\w-]+)*/gm, "");
  text = text.replace(/\\(?:cite[tp]?|eqref|myref)\{([^{}]*)\}/g, (all) => {
    cleaning.drop(all.replace(/\{.*/, "{…}"), all);
    return "";
  });
  // A break of lines that stands alone.
  text = text.replace(/^\\\\[ \t]*$/gm, "");
  // Of commands that a site makes for itself, their words.
  return text.replace(/\\[A-Za-z]{1,40}\{((?=[^{}\n]{0,500}\s)[^{}\n]{1,500})\}/g, "$1");
}

function figure(source: string, alt: string): string {
  return (
    renderWidget(
      "image",
      {
        ...noArguments,
        named: new Map([
          ["src", source],
          ["alt", alt],
        ]),
      },
      undefined,
    )?.markdown ?? ""
  );
}
