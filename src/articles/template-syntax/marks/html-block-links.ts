import { escapeHtml } from "../../../platform/escape-html.ts";
import { blocks } from "../../wording/html-elements.ts";

const blockStart = new RegExp(String.raw`^ {0,3}</?(?:${blocks})(?=[\s/>]|$)`, "i");

const address = String.raw`\(\s?(?:<([^<>\n]{1,1000})>|([^()<>\s]{1,1000}))(?:[ \t]{1,9}"([^"\n]{0,300})")?\s?\)`;
const picture = new RegExp(String.raw`!\[((?:[^[\]\n]|\[[^[\]\n]{0,100}\]){0,300})\]${address}`, "g");
const link = new RegExp(
  String.raw`(?<![\w!\\])\[((?:<img [^<>\n]{1,2000}>|(?!<img )[^[\]\n]){1,500})\]${address}`,
  "g",
);
const leadsSomewhere = /^(?:https?:|mailto:|[./#]|[\w-]+\.(?:html?|mdx?)\b)/i;

/** What is no Markdown in any HTML. */
const verbatim = /<(pre|script|style|textarea)\b(?![^\n]*<\/\1>)/i;
const rule = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

/**
 * Turns pictures, links and rules of Markdown into HTML where they stand within a block of HTML: CommonMark leaves them there
 * as text, which no author means.
 */
export function replaceLinksInHtml(markdown: string): string {
  if (!markdown.includes("<") || !/\]\(|^ {0,3}(?:-{3}|\*{3}|_{3})/m.test(markdown)) return markdown;
  let isInHtml = false;
  let end = "";
  return markdown
    .split("\n")
    .map((line) => {
      if (line.trim() === "" && end === "") isInHtml = false;
      else isInHtml ||= blockStart.test(line);
      if (end !== "") {
        if (line.toLowerCase().includes(end)) end = "";
        return line;
      }
      const opened = verbatim.exec(line)?.[1];
      if (opened !== undefined) end = `</${opened.toLowerCase()}>`;
      if (!isInHtml || opened !== undefined) return line;
      if (rule.test(line)) return "<hr>";
      return line.includes("](") && !/<(?:code|pre)\b/i.test(line) ? replaceLinks(line) : line;
    })
    .join("\n");
}

function replaceLinks(line: string): string {
  return line
    .replace(
      picture,
      (_all, alt: string, bracketed: string | undefined, bare: string | undefined) =>
        `<img src="${escapeHtml(bracketed ?? bare ?? "")}" alt="${escapeHtml(alt)}">`,
    )
    .replace(link, (all, words: string, bracketed: string | undefined, bare: string | undefined) => {
      const target = bracketed ?? bare ?? "";
      return leadsSomewhere.test(target) ? `<a href="${escapeHtml(target)}">${words}</a>` : all;
    });
}
