import { removePassages } from "../basics/nested-tokens.ts";
import { unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { shorten } from "../../wording/shorten.ts";

/** What a directive is given, with brackets of two levels within. */
const given = String.raw`(?:[ \t]{0,9}\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\))`;
const start = String.raw`(?<![\w@.])@`;
/** What runs for each of many, or is code. */
const loops = ["foreach", "forelse", "for", "while"];
const opening = new RegExp(String.raw`${start}(?:(?:${loops.join("|")})${given}|php\b(?![ \t]{0,9}\())`, "g");
const closing = new RegExp(`${start}end(?:${loops.join("|")}|php)\\b`, "g");
const put = new RegExp(
  String.raw`${start}(include(?:If|When|Unless|First)?|each|yield|extends|stack|inject|vite|csrf|php|json|js)${given}`,
  "g",
);
/** What only encloses; whatever it decides is not known here, and what it encloses stays. */
const enclosing = new RegExp(
  String.raw`${start}(?:(?:if|elseif|unless|isset|empty|component|slot|section|push|prepend|once|verbatim|auth|guest|env|switch|case|markdown)${given}|(?:else|empty|end(?:if|unless|isset|empty|component|slot|section|push|prepend|once|verbatim|auth|guest|env|switch|markdown)|show|stop|overwrite|parent|once|default|break|verbatim|auth|guest|markdown)\b)[ \t]*`,
  "g",
);
const value = /(@?)(?:\{\{([^{}\n]*)\}\}|\{!!((?:(?!\{!!|!!\})[^\n])*)!!\})/g;

/**
 * Takes Blade's directives out of a text, and puts in what it prints of the article's own fields, `{{ $page->author }}`.
 *
 * @see https://jigsaw.tighten.com/docs/content-blade/, https://laravel.com/docs/blade
 */
export function replaceBlade(markdown: string, { keep, readField, drop }: Cleaning): string {
  const withoutComments = markdown.includes("{{--")
    ? removePassages(markdown, /\{\{--/g, /--\}\}/g)
    : markdown;
  const withoutLoops = removePassages(withoutComments, opening, closing);
  if (withoutLoops !== withoutComments)
    drop("@foreach or @php", /@(?:for|while|php)/.exec(withoutComments)?.[0] ?? "");
  return withoutLoops
    .replace(put, (all, name: string) => {
      drop(`@${name}`, all);
      return "";
    })
    .replace(enclosing, "")
    .replace(value, (all, escaped: string, printed?: string, raw?: string) => {
      // Behind `@`, braces are for another program.
      if (escaped !== "") return keep(all.slice(1));
      const field = /^\$page->([\w.]{1,60})$/.exec((printed ?? raw ?? "").trim())?.[1];
      const known = field === undefined ? undefined : readField(field);
      if (known === undefined) drop(shorten(all, 60), all);
      return known ?? unknownValue;
    })
    .replace(/@@(?=\w)/g, "@");
}
