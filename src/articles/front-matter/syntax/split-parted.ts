import { foldKey, type FrontMatter } from "../front-matter.ts";
import { maxUnusualLength, type SplitFile } from "./split-file.ts";

/** Where the text of an article stands that is one of several fields. */
const textField = /^(?:text|body|content)[ \t]*:[ \t]*/i;
/** What tells such fields from words with a colon: a title, or Lektor's model. */
const ownField = /^(?:title|_model)[ \t]*:/im;
const manyFields = /^[A-Za-z_][\w -]{0,40}:.*\n[A-Za-z_]\w{0,40}:[ \t]/m;
const field = /^[A-Za-z_][\w -]{0,40}:/;

/**
 * Fields parted by lines of dashes, the article's text the one that is called `text` or `body`: Kirby's content files, with
 * `----`, and Lektor's `contents.lr`, with `---`. The text goes up to the end of the file; `replaceKirby` takes off the fields
 * behind it.
 *
 * @param line 1-based line of `start`.
 * @see https://getkirby.com/docs/guide/content/text-formatting, https://www.getlektor.com/docs/content/fields/
 */
export function splitParted(bytes: Buffer, start: number, line: number): SplitFile | undefined {
  const head = bytes.toString("utf8", start, Math.min(bytes.length, start + maxUnusualLength));
  if (!field.test(head)) return undefined;
  const fence = /\n(-{3,4})[ \t]*\n\s*[A-Za-z_][\w -]{0,40}:/.exec(head)?.[1];
  if (fence === undefined) return undefined;
  const parts = new RegExp(String.raw`\n${fence}[ \t]*\n\s*`, "g");
  let from = 0;
  for (let count = 0; count < 100; count++) {
    const text = textField.exec(head.slice(from, from + 100));
    if (text !== null) {
      // Fields without any fence and a rule below them are other generators' front matter.
      if (!ownField.test(head.slice(0, from)) || (fence === "---" && !isLektor(head.slice(0, from), text[0])))
        return undefined;
      const block = head.slice(0, from + text[0].length);
      const bodyStart = start + Buffer.byteLength(block);
      return { dialect: "parted", block: head.slice(0, from), blockLine: line, bodyStart };
    }
    parts.lastIndex = from;
    if (!field.test(head.slice(from, from + 100)) || parts.exec(head) === null) return undefined;
    from = parts.lastIndex;
  }
  return undefined;
}

/** Whether fields that rules part are Lektor's, and not the front matter of others, and a text that begins with a word and a colon. */
function isLektor(block: string, text: string): boolean {
  return /^body/.test(text) && !manyFields.test(block);
}

/** The fields of a block that lines of dashes part; a list of Kirby's or Lektor's has its items on lines of their own. */
export function parseParted(block: string): FrontMatter {
  const fields = new Map<string, string>();
  for (const part of block.split(/^-{3,4}[ \t]*$/m)) {
    const [, name = "", value = ""] = /^\s*([A-Za-z_][\w -]{0,40}):([\s\S]*)$/.exec(part) ?? [];
    if (name !== "") fields.set(foldKey(name), value.trim().replace(/^- /gm, ""));
  }
  return fields;
}
