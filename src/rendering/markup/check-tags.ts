import type { MarkupToken } from "./scan-markup.ts";
import { splitSlots } from "../slots/slots.ts";
import { TemplateFault } from "../templates/template-fault.ts";

type OpenTag = Extract<MarkupToken, { kind: "open" }>;

/** Something that waits for its end: a tag, or the start of a part that some readers do not get. */
interface Pending {
  readonly name: string;
  readonly start: number;
}

/** Elements whose content is read up to their end tag, whatever it is. */
const textOnlyElements = new Set(["mj-style", "mj-title", "mj-preview"]);

/** HTML elements that have no end tag. */
const voidElements = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

/**
 * Finds the first tag of the MJML that is not closed, or closes nothing. MJML itself says nothing: it drops the
 * content of an unclosed `<mj-text>`, or swallows what follows.
 *
 * `<mj-raw>` is looked through: one may open a `<div>` that another closes.
 *
 * @throws TemplateFault
 */
export function checkTags(mjml: string, tokens: readonly MarkupToken[]): void {
  const stack: Pending[] = [];
  let raw: OpenTag | undefined;
  let textOnly: OpenTag | undefined;
  for (const token of tokens) {
    if (textOnly !== undefined && token.kind === "text")
      checkTextOnly(textOnly, mjml.slice(token.start, token.end));
    textOnly =
      token.kind === "open" && !token.selfClosing && textOnlyElements.has(token.name) ? token : undefined;
    if (token.kind === "comment") checkComment(token.start, mjml.slice(token.start, token.end));
    if (token.kind === "open") {
      if (raw !== undefined && token.name.startsWith("mj"))
        throw new TemplateFault(
          token.start,
          `<${token.name}> inside <mj-raw>`,
          "HTML, or </mj-raw> before it",
        );
      checkAttributes(token, mjml);
      if (token.selfClosing || voidElements.has(token.name)) continue;
      if (token.name === "mj-raw") raw = token;
      else stack.push(token);
    } else if (token.kind === "close" && token.name === "mj-raw") {
      if (raw === undefined) throw new TemplateFault(token.start, "</mj-raw>", "an <mj-raw> before it");
      raw = undefined;
    } else if (token.kind === "close" && !voidElements.has(token.name)) {
      const opened = stack.pop();
      if (opened === undefined)
        throw new TemplateFault(token.start, `</${token.name}>`, `a <${token.name}> before it`);
      if (opened.name !== token.name) throw mismatch(opened, token, stack);
    } else if (token.kind === "text") checkRegions(mjml.slice(token.start, token.end), token.start, stack);
  }
  const left = raw ?? stack[0];
  if (left !== undefined) throw unclosed(left);
}

/** `{{#ifSlot}}` may be left out for a reader, so that it has to hold whole elements. */
function checkRegions(text: string, offset: number, stack: Pending[]): void {
  for (const mark of splitSlots(text).marks) {
    const name = `{{#ifSlot "${mark.name}"}}`;
    if (mark.kind === "start") stack.push({ name, start: offset });
    else if (mark.kind === "end" && stack.pop()?.name !== name) {
      throw new TemplateFault(
        offset,
        `${name} around half an element`,
        "the start and the end of each element on the same side",
      );
    }
  }
}

/** MJML takes an attribute in single quotes apart wrongly, and escaping does not protect one without quotes. */
function checkAttributes(tag: OpenTag, mjml: string): void {
  const seen = new Set<string>();
  for (const { name, quote, start, end } of tag.attributes) {
    const fault = (found: string, expected: string): TemplateFault =>
      new TemplateFault(start, `the attribute ${name} of <${tag.name}> ${found}`, expected);
    if (quote !== '"' && !(quote === "" && start === end))
      throw fault("without double quotes", `${name}="…"`);
    // Values are escaped: a bracket is that of a tag further on.
    if (mjml.slice(start, end).includes("<")) throw fault("whose value never ends", `${name}="…"`);
    if (seen.has(name)) throw fault("twice", "it once");
    seen.add(name);
  }
}

/** A comment that is never closed swallows all up to the end of the next one. */
function checkComment(start: number, comment: string): void {
  const swallows = comment.indexOf("<!--", 4);
  // `<!--[if !mso]><!-->` is one comment.
  if (comment.endsWith(swallows === -1 || comment.startsWith("<!-->", swallows) ? ">" : "\0")) return;
  throw new TemplateFault(start, "a comment that is never closed", "-->");
}

/** What follows the start of an element that holds text only: all up to its end, which another one may have. */
function checkTextOnly(tag: OpenTag, content: string): void {
  if (/<\/?mj/i.test(content)) throw unclosed(tag);
}

function mismatch(opened: Pending, closing: Pending, stack: readonly Pending[]): TemplateFault {
  // Where the closing tag fits something further out, the inner tag was never closed; else it is the stray.
  if (stack.some((tag) => tag.name === closing.name)) return unclosed(opened);
  const expected = opened.name.startsWith("{{") ? "{{/ifSlot}}" : `</${opened.name}>`;
  return new TemplateFault(closing.start, `</${closing.name}>`, expected);
}

function unclosed(tag: Pending): TemplateFault {
  return new TemplateFault(tag.start, `<${tag.name}> that is never closed`, `</${tag.name}>`);
}
