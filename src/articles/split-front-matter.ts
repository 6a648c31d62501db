import { ArticleRefusal } from "./article-refusal.ts";

export type FrontMatterDialect = "yaml" | "toml" | "json" | "none";

/** A file cut in two. */
export interface SplitFile {
  readonly dialect: FrontMatterDialect;
  /** The text between the fences, without them. */
  readonly block: string;
  /** 1-based line of the block's first line in the file. */
  readonly blockLine: number;
  readonly body: string;
  /** 1-based line of the body's first line in the file. */
  readonly bodyLine: number;
}

const maxBlockLength = 64 * 1024;

/** Cuts a file into front matter and body; a fence that is never closed is refused. */
export function splitFrontMatter(text: string): SplitFile {
  const opening = /^(---|\+\+\+)[ \t]*\n/.exec(text);
  if (opening === null) return { dialect: "none", block: "", blockLine: 1, body: text, bodyLine: 1 };
  const fence = opening[1] ?? "";
  const start = opening[0].length;
  const closing = (fence === "---" ? /^---[ \t]*$/m : /^\+\+\+[ \t]*$/m).exec(text.slice(start, start + maxBlockLength));
  if (closing === null) throw new ArticleRefusal(`The front matter that starts with ${fence} is never closed with ${fence}.`, 1);
  const block = text.slice(start, start + closing.index);
  const body = text.slice(start + closing.index + closing[0].length + 1);
  return {
    dialect: fence === "---" ? "yaml" : "toml",
    block,
    blockLine: 2,
    body,
    bodyLine: 2 + block.split("\n").length,
  };
}
