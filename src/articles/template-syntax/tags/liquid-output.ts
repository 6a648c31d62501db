import { asAddress, siteMark, unknownValue, type Cleaning } from "../basics/cleaning.ts";
import { parseArguments } from "../basics/parse-arguments.ts";
import { keepCode } from "../widgets/code-widgets.ts";
import { renderGivenWords } from "../widgets/given-words.ts";
import { renderWidget } from "../widgets/render-widget.ts";
import { shorten } from "../../wording/shorten.ts";

/** Addresses of the site itself. */
const siteAddress = /^(?:site\.(?:baseurl|url|siteurl|base_url|github\.url)|baseurl|base_path|siteurl|root)$/;

/** What `{{ expression }}` prints, as far as the article itself tells; else a mark, and a note of what is lost. */
export function renderOutput(
  expression: string,
  written: string,
  isInText: boolean,
  cleaning: Cleaning,
): string {
  // Zola calls its shortcodes; Logseq and Handlebars give them an address.
  const called =
    /^([A-Za-z_][\w:.]*)\(([\s\S]*)\)$/.exec(expression) ??
    /^([A-Za-z][\w-]*)[ \t]+(https?:\/\/\S+)$/.exec(expression);
  const widget =
    called === null ? undefined : renderWidget(called[1] ?? "", parseArguments(called[2] ?? ""), undefined);
  if (widget?.isLoss === false) return keepCode(widget, cleaning.keep);
  if (called?.[1] === "get_url") {
    const path = parseArguments(called[2] ?? "").named.get("path");
    if (path !== undefined)
      return path.startsWith("@/") ? `gazette-post:${asAddress(path.slice(2))}` : siteMark + asAddress(path);
  }
  const words =
    called === null || widget !== undefined
      ? undefined
      : renderGivenWords(called[1] ?? "", parseArguments(called[2] ?? ""), isInText);
  if (words !== undefined) {
    if (words.isLoss) cleaning.drop(`{{ ${called?.[1] ?? ""}() }}`, written, "words");
    return words.markdown;
  }
  const [value = "", ...filters] = expression.split("|").map((part) => part.trim());
  const literal = /^(?:"([^"]*)"|'([^']*)')$/.exec(value);
  if (literal !== null) {
    const isOfSite = filters.some((filter) => /^(?:relative_url|absolute_url|url)$/.test(filter));
    return (isOfSite ? siteMark : "") + cleaning.keep(literal[1] ?? literal[2] ?? "");
  }
  if (siteAddress.test(value)) return siteMark;
  // The tabs of mdBook, and the title that it gives its page.
  const tab = /^#tab\s+name="([^"]{1,200})"/.exec(expression)?.[1];
  if (tab !== undefined) return `\n\n**${tab}**\n\n`;
  if (/^#(?:tabs|endtabs?|title)\b/.test(expression)) return "";
  const substituted = readSubstitution(expression, cleaning);
  if (substituted !== undefined) return substituted;
  if (
    /^(?:\$?(?:page|frontmatter|post|article)\.)?title$/.test(value) &&
    filters.every((filter) => /^(?:escape|strip|xml_escape|smartify|e)\b/.test(filter))
  )
    return cleaning.title;
  // Franklin's fields are variables of the text.
  const isVariable = cleaning.flavour === "franklin" && /^[a-z]\w{0,80}$/.test(value);
  const own = readOwnField(isVariable ? `page.${value}` : value, filters, cleaning);
  if (own !== undefined) return own;
  if (/^(?:content|excerpt|page\.excerpt|toc|)$/.test(value)) return "";
  cleaning.drop(`{{ ${shorten(value.replace(/\s+/g, " "), 60)} }}`, written);
  return unknownValue;
}

/** What MyST puts in for a name, which front matter gives, with its Markdown. */
function readSubstitution(expression: string, { readField }: Cleaning): string | undefined {
  if (!/^[A-Za-z_][\w-]{0,60}$/.test(expression)) return undefined;
  return readField(`myst.substitutions.${expression}`) ?? readField(`substitutions.${expression}`);
}

/** Filters that leave a text as a reader sees it. */
const plainFilter =
  /^(?:escape|escape_once|xml_escape|strip|strip_newlines|smartify|markdownify|newline_to_br|e|safe|raw)$/;

/** What the article's own front matter says; a day may be set in figures, an address below the site's. */
function readOwnField(value: string, filters: readonly string[], cleaning: Cleaning): string | undefined {
  const path = /^\$?(?:page|frontmatter|post|article)\.([A-Za-z][\w.-]{0,80})$/.exec(value)?.[1];
  const written = path === undefined ? undefined : cleaning.readField(path)?.trim();
  if (written === undefined) return undefined;
  const [filter = "", ...more] = filters.filter((one) => !plainFilter.test(one));
  if (filter === "") return cleaning.keep(written);
  if (more.length > 0) return undefined;
  if (/^(?:relative_url|absolute_url|url)$/.test(filter))
    return /^(?:https?:)?\/\//.test(written) ? cleaning.keep(written) : siteMark + asAddress(written);
  const form = /^date:\s*(["'])([^"']{1,60})\1$/.exec(filter)?.[2];
  return form === undefined ? undefined : formatDay(written, form);
}

/** A day in figures, as `%d.%m.%Y` has it; a form with words or an hour is undefined. */
function formatDay(written: string, form: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(written) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const shown = form.replace(/%([Ymd]|-[md])/g, (_all, sign: string) => {
    const figures = sign === "Y" ? year : sign.endsWith("m") ? month : day;
    return sign.startsWith("-") ? figures.replace(/^0/, "") : figures;
  });
  return shown.includes("%") ? undefined : shown;
}
