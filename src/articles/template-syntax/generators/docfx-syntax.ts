import { dedent, type Cleaning } from "../basics/cleaning.ts";
import { parseArguments } from "../basics/parse-arguments.ts";
import { decodeAddress } from "../../decode-address.ts";

const gate =
  /\[!(?:include|code|notebook|div|video|dnl|uicontrol|badge|contextualhelp)|:::(?:image|code|row|column)|::: ?(?:moniker|zone)|<xref:|\]\(#tab\//i;

/** Text and code that stand in other files. */
const inclusion =
  /\[!(include|code(?:-[\w+#-]{1,30})?|notebook)[ \t]{0,3}(?:\[[^\]\n]{0,300}\])?[ \t]?\([^()\n]{0,500}\)\]/gi;
const film = /\[!VIDEO[ \t]{1,3}(https?:\/\/[^\s\]"<>]{1,500})[^\]\n]{0,100}\]/gi;
const classOfQuote = /^((?:[ \t]{0,3}>){1,5})[ \t]*\[!div[^\]\n]{0,300}\][ \t]*$/gim;
const tabHeading = /^#{1,6}[ \t]{1,9}\[([^\]\n]{1,200})\]\(#tab\/[^)\n]{1,200}\)[ \t]*$/gm;
const picture = /^[ \t]*:::image[ \t]([^\n]{1,1000}?):::[ \t]*$/gm;
const code = /^[ \t]*:::code[ \t][^\n]{1,1000}?:::[ \t]*$/gm;
const column =
  /^[ \t]*:::column\b[^\n]{0,200}?:::[ \t]*\n((?:(?![ \t]*:::column)[^\n]*\n){0,500}?)[ \t]*:::column-end:::/gm;
/** Adobe's: words that stay as they are in every language, names in a program, and labels. */
const words =
  /\[!(?:DNL|UICONTROL|BADGE)[ \t]{1,3}((?:[^[\]\n]|\[[^[\]\n]{0,100}\]){1,200})\](?:\{[^{}\n]{0,400}\})?/gi;
/** What Adobe's programs show beside their own fields, and its pages do not. */
const programHelp = /^>[ \t]{0,3}\[!CONTEXTUALHELP\][^\n]*(?:\n>[^\n]*)*/gim;
/** What is for some versions, some readers or some width of the page only, and ends of what is above. */
const frames =
  /^[ \t]*(?::::(?:row(?:-end)?|column(?:-end)?|image-end)\b[^\n]{0,200}?:::|::: ?(?:moniker|zone)(?:-end|[ \t][^\n]{0,300})?)[ \t]*$/gm;
const reference = /<xref:([^\s<>?]{1,300})(?:\?([^\s<>]{0,200}))?>/g;

/**
 * Takes DocFX' own out, as Microsoft's documentation writes it: what it includes from other files disappears, pictures and
 * films are such, tabs stand one below the other, and a reference is the name of what it leads to. So does Adobe's, which
 * marks words besides.
 *
 * @see https://learn.microsoft.com/contribute/content/markdown-reference
 * @see https://experienceleague.adobe.com/docs/contributor/contributor-guide/writing-essentials/markdown.html
 */
export function replaceDocfx(markdown: string, cleaning: Cleaning): string {
  if (!gate.test(markdown)) return markdown;
  return markdown
    .replace(inclusion, (all, name: string) => {
      cleaning.drop(`[!${name.toUpperCase()}]`, all);
      return "";
    })
    .replace(film, '<iframe src="$1"></iframe>')
    .replace(words, "$1")
    .replace(programHelp, "")
    .replace(classOfQuote, "$1")
    .replace(tabHeading, "**$1**")
    .replace(picture, (_all, given: string) => {
      const { named } = parseArguments(given);
      return `![${named.get("alttext") ?? ""}](<${named.get("source") ?? ""}>)`;
    })
    .replace(code, (all) => {
      cleaning.drop(":::code", all);
      return "";
    })
    .replace(column, (_all, inner: string) => dedent(inner))
    .replace(frames, "")
    .replace(reference, (_all, uid: string, settings: string | undefined) => nameOf(uid, settings ?? ""));
}

/** A title or a summary with the words that Adobe marks, and without the marks. */
export function withoutWordMarks(text: string): string {
  return text.includes("[!") ? text.replace(words, "$1") : text;
}

/** `File.ReadAllText` of `System.IO.File.ReadAllText%2A`, as far as the reference asks for it. */
function nameOf(uid: string, settings: string): string {
  const whole = (decodeAddress(uid) ?? uid).replace(/\(.*$|[*#].*$|`+\d+/g, "");
  const shown = /displayProperty=(\w+)/i.exec(settings)?.[1]?.toLowerCase() ?? "";
  return shown === "fullname"
    ? whole
    : whole
        .split(".")
        .slice(shown === "namewithtype" ? -2 : -1)
        .join(".");
}
