import type { Token } from "markdown-it";

/** A note as the rules of markdown-it-footnote leave it: one within a line has its tokens, any other the name of its definition. */
interface Footnote {
  readonly label?: string;
  readonly content?: string;
  readonly tokens?: Token[];
}

/** What markdown-it gives a rule that runs over the whole text. */
interface FootnoteState {
  tokens: Token[];
  readonly env: object;
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}

/**
 * Takes the definitions of notes out of a text, and lists those that are referred to below it, in the order of their references.
 * It stands for the rule of markdown-it-footnote's own that copies the tokens of the whole text for each note; what leads
 * back from a note is left out.
 */
export function listFootnotes(state: FootnoteState): void {
  const { footnotes } = state.env as { readonly footnotes?: { readonly list?: readonly Footnote[] } };
  if (footnotes === undefined) return;
  const definitions = new Map<string, readonly Token[]>();
  const text: Token[] = [];
  let definition: { readonly label: string; readonly tokens: Token[] } | undefined;
  let isWithin = false;
  for (const token of state.tokens) {
    if (token.type === "footnote_reference_open") {
      definition = { label: (token.meta as { readonly label: string }).label, tokens: [] };
      isWithin = true;
    } else if (token.type === "footnote_reference_close") {
      if (definition !== undefined) definitions.set(definition.label, definition.tokens);
      isWithin = false;
    } else if (isWithin) definition?.tokens.push(token);
    else text.push(token);
  }
  state.tokens = text;
  if (footnotes.list === undefined) return;

  const add = (type: string, nesting: -1 | 0 | 1, tag = ""): Token => {
    const token = new state.Token(type, tag, nesting);
    text.push(token);
    return token;
  };
  add("footnote_block_open", 1);
  for (const { label, content = "", tokens } of footnotes.list) {
    add("footnote_open", 1);
    if (tokens === undefined) for (const token of definitions.get(label ?? "") ?? []) text.push(token);
    else {
      add("paragraph_open", 1, "p").block = true;
      const line = add("inline", 0);
      line.content = content;
      line.children = tokens;
      add("paragraph_close", -1, "p").block = true;
    }
    add("footnote_close", -1);
  }
  add("footnote_block_close", -1);
}
