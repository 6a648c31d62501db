import type { MarkdownIt, Token } from "markdown-it";

import { unknownValue } from "../template-syntax/basics/cleaning.ts";
import { decodeEntities } from "../wording/decode-entities.ts";
import { noteMark } from "./walk-html.ts";
import { showSpokenTags } from "./spoken-tags.ts";
import { highlightCode, loadHighlighter, type Highlighter } from "./highlight-code.ts";

interface MarkdownState {
  tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: 0) => Token;
}

interface Renderer {
  readonly md: MarkdownIt;
  readonly highlighter: { current: Highlighter | undefined };
}

let renderer: Promise<Renderer> | undefined;

/** In what one kind of Markdown differs from another. */
export interface MarkdownKind {
  /** Whether what is indented by four columns is code. */
  readonly hasIndentedCode: boolean;
  /** Whether a line that ends within a paragraph ends on the page. */
  readonly keepsLineBreaks: boolean;
}

export const commonMark: MarkdownKind = { hasIndentedCode: true, keepsLineBreaks: false };

/**
 * Renders CommonMark and GitHub's tables, strikethrough, task lists and autolinks, with footnotes and definition lists,
 * to HTML that is not safe yet. Nothing in it links to a place within itself: an email holds many articles, whose ids
 * would meet. The parser and the highlighter are loaded on first use.
 */
export async function renderMarkdown(markdown: string, kind: MarkdownKind): Promise<string> {
  renderer ??= createRenderer();
  const { md, highlighter } = await renderer;
  const env = {};
  // Nothing waits from here to the end of parsing: no other text is read by these rules.
  if (kind.hasIndentedCode) md.block.ruler.enable("code");
  else md.block.ruler.disable("code");
  const tokens = md.parse(markdown, env);
  if (
    highlighter.current === undefined &&
    tokens.some((token) => token.type === "fence" && token.info.trim() !== "")
  ) {
    highlighter.current = await loadHighlighter();
  }
  return md.renderer.render(tokens, { ...md.options, breaks: kind.keepsLineBreaks }, env);
}

async function createRenderer(): Promise<Renderer> {
  const [{ default: MarkdownIt }, { default: footnote }, { default: deflist }] = await Promise.all([
    import("markdown-it"),
    import("markdown-it-footnote"),
    import("markdown-it-deflist"),
  ]);
  const highlighter: Renderer["highlighter"] = { current: undefined };
  const md = new MarkdownIt({
    html: true,
    linkify: true,
    highlight: (code, language) => highlightCode(code, language, highlighter.current) ?? "",
  });
  // Which addresses may stay is decided once, when the HTML is sanitised; a refused one would stand there as Markdown.
  md.validateLink = () => true;
  // A host of which a part is not known would come out in other letters.
  const normalize = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => (url.includes(unknownValue) ? url : normalize(url));
  md.use(footnote).use(deflist);
  growInPlace(md, "footnote_tail");
  linkLikeGitHub(md);
  md.core.ruler.after("inline", "task-list", markTasks);
  md.core.ruler.after("inline", "spoken-tags", showSpokenTags);
  md.core.ruler.after("linkify", "linked-entities", readLinkedEntities);
  md.inline.ruler.before("link", "bracket-run", takeBracketRun);
  md.inline.ruler.before("footnote_ref", "no-reference", takeNoReference);

  const rules = md.renderer.rules;
  rules["footnote_ref"] = (tokens, index) => `<sup>${noteMark}${footnoteNumber(tokens[index])}</sup>`;
  rules["footnote_anchor"] = () => "";
  rules["footnote_block_open"] = () => "<hr>\n<ol>\n";
  rules["footnote_block_close"] = () => "</ol>\n";
  rules["footnote_open"] = () => "<li>";
  rules["footnote_close"] = () => "</li>\n";
  return { md, highlighter };
}

/** Tokens to which others are joined where they are. */
class GrowingTokens extends Array<Token> {
  override concat(...lists: (Token | ConcatArray<Token>)[]): this {
    for (const list of lists) for (const token of [list].flat() as Token[]) this.push(token);
    return this;
  }
}

/** The footnotes' rule copies all tokens of the text for each footnote, and 60 KB of them took ten seconds. */
function growInPlace(md: MarkdownIt, rule: string): void {
  md.core.ruler.before(rule, "growing", (state: MarkdownState) => {
    state.tokens = GrowingTokens.from(state.tokens);
  });
  md.core.ruler.after(rule, "grown", (state: MarkdownState) => {
    state.tokens = Array.from(state.tokens);
  });
}

/** Only `http:`, `https:`, `www.` and addresses of mail become links: `node.js` and `index.ts` are no hosts. */
function linkLikeGitHub(md: MarkdownIt): void {
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  md.linkify.add("www.", {
    validate: (text, position) => {
      const match = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#][^\s<]*)?/i.exec(
        text.slice(position, position + 2000),
      );
      return match === null ? 0 : match[0].replace(/[?!.,:*_~'")\]]+$/, "").length;
    },
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
}

/** What ends an address, where it is written as an entity. */
const endingEntity = /&(?:[gl]t|quot|nbsp|#39|#34);/;

/**
 * Reads entities in addresses that became links as in any other text: an ampersand is part of one, and what ends one stands
 * behind it.
 */
function readLinkedEntities({ tokens, Token: Made }: MarkdownState): void {
  for (const { children } of tokens) {
    if (children === null) continue;
    for (let at = children.length - 3; at >= 0; at--) {
      const [opening, text] = children.slice(at, at + 2);
      if (opening?.type !== "link_open" || opening.markup !== "linkify" || text === undefined) continue;
      const href = String(opening.attrGet("href") ?? "");
      if (!text.content.includes("&")) continue;
      const end = endingEntity.exec(text.content)?.index ?? text.content.length;
      const behind = text.content.slice(end);
      text.content = text.content.slice(0, end).replaceAll("&amp;", "&");
      opening.attrSet("href", href.slice(0, endingEntity.exec(href)?.index).replaceAll("&amp;", "&"));
      if (behind === "") continue;
      const rest = new Made("text", "", 0);
      rest.content = decodeEntities(behind);
      children.splice(at + 3, 0, rest);
    }
  }
}

function footnoteNumber(token: Token | undefined): string {
  const { id } = (token?.meta ?? {}) as { id?: number };
  return String((id ?? 0) + 1);
}

/** Opening brackets in a row, of which all but the last are text: the parser would look for the end of each. */
const manyBrackets = "[".repeat(64);

interface InlineState {
  readonly src: string;
  pos: number;
  pending: string;
}

/** @param isSilent whether the text is only passed over, as within what may be a link. */
function takeBracketRun(state: InlineState, isSilent: boolean): boolean {
  if (!state.src.startsWith(manyBrackets, state.pos)) return false;
  let end = state.pos;
  while (state.src.charAt(end + 1) === "[") end++;
  if (!isSilent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

/** What begins as a reference to a footnote and has no end: the parser would look for that of each to the end of the text. */
const noReference = /\[\^[^\]\s]{300}/y;

function takeNoReference(state: InlineState, isSilent: boolean): boolean {
  noReference.lastIndex = state.pos;
  if (!noReference.test(state.src)) return false;
  if (!isSilent) state.pending += "[^";
  state.pos += 2;
  return true;
}

/** What themes of Obsidian's put into a box, and other text where no box stands above it. */
const markedBox = /^\[(["~a-zA-Z0-9])\](?=\s)/;

/** `[ ]` and `[x]`, and Obsidian's and GitLab's `[/]`, `[~]` and the like, at the start of a list item become boxes that need no form. */
function markTasks(state: { readonly tokens: readonly Token[] }): void {
  // The levels at which the item before is a task.
  const tasks = new Set<number>();
  for (const [index, token] of state.tokens.entries()) {
    if (/^(?:bullet|ordered)_list_open$/.test(token.type)) tasks.delete(token.level + 1);
    const item = state.tokens[index - 2];
    if (
      token.type !== "inline" ||
      state.tokens[index - 1]?.type !== "paragraph_open" ||
      item?.type !== "list_item_open"
    )
      continue;
    const first = token.children?.[0];
    const box =
      first?.type !== "text"
        ? null
        : (/^\[([ xX/<>?!*~-])\](?=\s)/.exec(first.content) ??
          (tasks.has(item.level) ? markedBox.exec(first.content) : null));
    tasks.delete(item.level);
    if (first === undefined || box === null) continue;
    tasks.add(item.level);
    first.content = (/x/i.test(box[1] ?? "") ? "☑" : "☐") + first.content.slice(3);
  }
}
