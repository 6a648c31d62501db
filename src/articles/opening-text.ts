import { toPlainText } from "./plain-text.ts";
import { endsSentence, splitSentences, trimAtWord } from "./sentence-end.ts";

const maxTitleLength = 90;
const maxExcerptLength = 300;

/** The title of a file that gives none: its first heading, else its first sentence, else its name made readable. */
export function deriveTitle(body: string, path: string): string {
  const heading = /^#{1,6}[ \t]+(.+?)[ \t]*#*$/m.exec(body.slice(0, 20_000));
  if (heading?.[1] !== undefined && toPlainText(heading[1]) !== "") return toPlainText(heading[1]);
  const paragraph = firstParagraph(body);
  if (paragraph !== undefined) return trimAtWord((splitSentences(paragraph)[0] ?? "").trim().replace(/(?<!\.)\.$/, ""), maxTitleLength);
  const name = (path.replace(/\/index\.\w+$/, "").split("/").at(-1) ?? path).replace(/\.\w+$/, "").replace(/^\d{4}-\d{2}-\d{2}-/, "");
  const words = name.replace(/[-_]+/g, " ").trim();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first paragraph that is no heading, image, list, quote, code or rule, as plain text. */
export function firstParagraph(body: string): string | undefined {
  for (const block of body.slice(0, 50_000).split(/\n[ \t]*\n/)) {
    const trimmed = block.trim();
    if (/^(?:#|```|~~~|[-*+] |\d+[.)] |>|\||<|---|\[[^\]]+\]:)/.test(trimmed)) continue;
    const text = toPlainText(trimmed);
    if (text !== "") return text;
  }
  return undefined;
}

/** A paragraph cut at a sentence end, at most about 300 characters; a text that stops in mid-sentence ends in an ellipsis. */
export function trimExcerpt(paragraph: string): string {
  let excerpt = "";
  for (const sentence of splitSentences(paragraph)) {
    if ((excerpt + sentence).trimEnd().length > maxExcerptLength) break;
    excerpt += sentence;
  }
  excerpt = excerpt.trim();
  if (excerpt === "") return trimAtWord(paragraph, maxExcerptLength);
  return endsSentence(excerpt) ? excerpt : `${excerpt}…`;
}
