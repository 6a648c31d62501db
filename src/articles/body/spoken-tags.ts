import type { Token } from "markdown-it";

import { blocks } from "../wording/html-elements.ts";

/** Elements that take all that follows for their own text until they are closed (WHATWG HTML, section 13.2.5, "Tokenization"). */
const endless = /^<(\/?)(script|style|title|textarea|noscript|xmp|plaintext|noembed|noframes)\b/i;

/** A tag that a page has once, around all, or that shows nothing without an attribute: a sentence with it speaks of it. */
const spokenTag =
  /^<(?:\/?(?:html|head|body)|(?:img|input|link|meta|embed|source|track|param|area|base|col) ?\/?)>$/i;

/** Elements that an email loses with all that is in them, or that enclose what follows: closed nowhere, they are spoken of. */
const enclosing =
  /^<(applet|article|aside|audio|button|canvas|datalist|dialog|div|figure|footer|form|header|iframe|label|main|map|math|nav|object|ol|option|picture|section|select|span|svg|table|t[dhr]|template|ul|video)>$/i;

/** A tag with no value, which is none of HTML's where its name is not one: a word in such brackets stands for another. */
const bareTag = /^<([a-z][\w-]*)(?:[ \t]+[\w-]+){0,5}[ \t]*>$/;
const ownElement = new RegExp(
  `^(?:${blocks}|a|abbr|acronym|applet|area|audio|b|bdi|bdo|big|blink|br|button|canvas|cite|code|data|datalist|del|dfn|em|embed|font|i|image|img|input|ins|kbd|label|map|mark|marquee|math|meter|nobr|noindex|object|output|picture|pre|progress|q|r[bpt]|rtc|ruby|s|samp|script|select|slot|small|source|spacer|span|strike|strong|style|su[bp]|svg|template|textarea|time|tt|u|var|video|wbr|xml|xmp|animate.*|circle|ellipse|g|line|path|poly.+|rect|m[ions].*|no|lj.*|.*(?:more|cut|toc|break|excerpt).*)$`,
);

/**
 * The tag of such an element that is never closed would take all below with it. Written bare, into a sentence that speaks of it, it
 * is text, and so is a word of no element: `copy <file> to <target>`; with attributes it is meant, and goes alone.
 */
export function showSpokenTags({ tokens }: { readonly tokens: readonly Token[] }): void {
  let closing: string | undefined;
  const isClosed = (name: string): boolean => {
    closing ??= gatherClosingTags(tokens);
    return closing.includes(`</${name.toLowerCase()}>`);
  };
  for (const { children } of tokens) {
    const closed = new Set<string>();
    const isText = children?.some(({ type, content }) => type === "text" && /\p{L}/u.test(content)) === true;
    for (const [at, child] of [...(children ?? []).entries()].toReversed()) {
      if (child.type !== "html_inline") continue;
      const bare = bareTag.exec(child.content)?.[1];
      const spoken = enclosing.exec(child.content)?.[1];
      const behind = children?.[at + 1];
      const isInSentence = at > 0 && behind?.type === "text" && /\p{L}/u.test(behind.content);
      const isStandIn = bare !== undefined && !ownElement.test(bare) && isText && at > 0 && !isClosed(bare);
      if (
        spokenTag.test(child.content) ||
        isStandIn ||
        (spoken !== undefined && isInSentence && !isClosed(spoken))
      ) {
        child.type = "text";
        continue;
      }
      const [, slash = "", name = ""] = endless.exec(child.content) ?? [];
      if (slash === "/") closed.add(name.toLowerCase());
      else if (name !== "" && !closed.has(name.toLowerCase())) {
        child.type = "text";
        if (/\s/.test(child.content)) child.content = "";
      }
    }
  }
}

/** The closing tags of a whole text, in lower case, in a row. */
function gatherClosingTags(tokens: readonly Token[]): string {
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .flatMap(({ type, content }) =>
      type.startsWith("html_") ? (content.match(/<\/[a-z][\w-]*/gi) ?? []) : [],
    )
    .map((tag) => `${tag.toLowerCase()}>`)
    .join("");
}
