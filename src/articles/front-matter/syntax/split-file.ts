import type { FrontMatterDialect } from "../front-matter.ts";

/** Where the front matter of a file stands. */
export interface SplitFile {
  readonly dialect: FrontMatterDialect;
  /** The front matter without its fences; empty where there is none. */
  readonly block: string;
  /** 1-based line of the block's first line. */
  readonly blockLine: number;
  /** Offset in bytes at which the body starts. */
  readonly bodyStart: number;
}

/** Far above any real front matter: a bound on what a hostile one may cost to parse. */
export const maxBlockBytes = 64 * 1024;
/** Letters within which front matter ends that stands in no fence of the usual ones. */
export const maxUnusualLength = 4096;

/** Letters of a row within which its key ends. */
export const maxKeyLength = 200;

export const lineFeed = 0x0a;
export const dash = 0x2d;

/** Offset of the line feed at or after an offset; that of the end where there is none. */
export function endOfLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(lineFeed, from);
  return end === -1 ? bytes.length : end;
}

/** 1-based line of an offset. */
export function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (
    let found = bytes.indexOf(lineFeed);
    found !== -1 && found < offset;
    found = bytes.indexOf(lineFeed, found + 1)
  )
    line++;
  return line;
}
