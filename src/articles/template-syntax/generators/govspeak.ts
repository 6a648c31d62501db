import type { Cleaning } from "../basics/cleaning.ts";
import { callout } from "../widgets/callouts.ts";
import { shorten } from "../../wording/shorten.ts";

/** A passage between two marks on lines of their own: an example, a contact, an address, a download, a call to act. */
const box =
  /^\$(!?(?:CTA|AI|[ACDEIPY]))[ \t]*\n((?:(?!\$!?(?:End)?(?:CTA|AI|[ACDEIPY])[ \t]*$)[^\n]*\n){1,200}?)\$!?(?:End)?\1[ \t]*$/gm;
/** Words on lines of their own between two carets, signs of percent or `@`: information, a warning, what is important. */
const note =
  /^[ \t]{0,3}(?:\^(?=[^\s^])((?:[^\n^]|\n(?![ \t]*\n))+[^\s^])(?:\n?\^)|%(?=[^\s\d%])([^\n%]{2,1500}[^\s\d%])%|@(?=\p{Lu})([^\n@]{2,1500}[^\s@])@)[ \t]*$/gmu;
/** Steps, `s1. `, from the first on. */
const steps = /^s1\.[ \t]+\S.*(?:\n(?:[ \t]*\n)?s\d{1,2}\.[ \t]+\S.*){1,40}$/gm;
const legislative =
  /^\$LegislativeList[ \t]*\n((?:(?!\$(?:End)?LegislativeList|\n[ \t]*\n)[\s\S]){1,20000}?)(?:\n\$EndLegislativeList[ \t]*$|(?=\n[ \t]*\n))/gm;
/** What holds for one part of the country. */
const nation =
  /:(england|scotland|wales|london|northern-ireland|england-wales):((?:(?!:(?:england|scotland|wales|london|northern-ireland)[:-])[\s\S]){1,4000}?):\1:/g;
const wrapping = /\{\/?(?:stat-headline|button(?: start)?(?: cross-domain-tracking:[\w-]{1,60})?)\}/g;
const chart = /^[ \t]*\{barchart(?:[ \t][\w ]{1,60})?\}[ \t]*$\n?/gm;
/** What a publisher keeps elsewhere: files, pictures, contacts, by name or number. */
const file = /\[(?:Inline)?Attachment(?:Link)?: ?([\w.-]{1,200}\.[a-z]{2,5})\]/gi;
const elsewhere =
  /\[(?:Image: ?[\w.-]{1,200}|(?:embed:[a-z:-]{1,60}|Contact|Attachment|InlineAttachment|AttachmentLink):(?=[\w-]{0,59}\d)[\w-]{1,60})\]/g;
const numbered = /^(?:!!\d{1,3}|!@\d{1,3})[ \t]*$/gm;

/**
 * Turns what GOV.UK adds to Markdown into quotations, lists and links.
 *
 * @see https://github.com/alphagov/govspeak
 */
export function replaceGovspeak(markdown: string, { drop }: Cleaning): string {
  let text = markdown;
  if (/^\$!?[A-Z]/m.test(text))
    text = text
      .replace(legislative, (_all, list: string) => list.replace(/^([ \t]*[*-][ \t]+\d{1,3})\./gm, "$1\\."))
      .replace(box, (_all, kind: string, inner: string) =>
        callout("", /^!?[AC]$/.test(kind) ? inner.trim().replace(/[ \t]*\n(?=\S)/g, "  \n") : inner),
      );
  if (/^[ \t]{0,3}[\^%@]\S/m.test(text))
    text = text.replace(note, (_all, info?: string, warning?: string, important?: string) =>
      callout("", info ?? warning ?? important ?? ""),
    );
  if (text.includes("s1.")) text = text.replace(steps, (list) => list.replace(/^s(?=\d)/gm, ""));
  if (/\{\/(?:button|stat-headline)\}/.test(text)) text = text.replace(wrapping, "");
  if (text.includes("{barchart")) text = text.replace(chart, "");
  if (/:(?:england|scotland|wales|london|northern)/.test(text)) text = text.replace(nation, "$2");
  if (text.includes("]("))
    text = text.replace(
      /(?<!\w)x(\[[^[\]\n]{1,300}\]\((?=[^()\s]{0,999}[/:.])[^()\s]{1,1000}\))x(?!\w)/g,
      "$1",
    );
  if (text.includes("|#")) text = text.replace(/(?<=\n)\|#[ \t]+(?=[\p{Lu}\d])(?!.*\n[ \t|:-]+\n)/gu, "| ");
  if (!/\[(?:Inline|Attach|Image:|embed:|Contact:)|^!!?[@\d]/m.test(text)) return text;
  const dropped = (all: string): string => {
    drop(shorten(all, 80), all);
    return "";
  };
  return text.replace(file, "$1").replace(elsewhere, dropped).replace(numbered, dropped);
}
