import { findGiven, isList, isMap, readText } from "./field-values.ts";
import type { FrontMatter, FrontMatterValue } from "../front-matter.ts";

/** What of somebody else's a post answers, likes, shares or keeps, as the IndieWeb has it. */
export interface PostContext {
  /** Says which of these it is, in no language. */
  readonly sign: string;
  /** http or https. */
  readonly address: string;
  /** What it is called, where the post says so. */
  readonly title: string | undefined;
}

/** Fields by their folded names, each with its sign. @see https://indieweb.org/posts#Types_of_Posts */
const signs: ReadonlyMap<string, string> = new Map([
  ["inreplyto", "↩"],
  ["likeof", "♥"],
  ["repostof", "🔁"],
  ["bookmarkof", "🔖"],
]);

/** Whether a block of front matter may hold any of them: a search, since every body is asked. */
export function mayHoldContext(block: string): boolean {
  return /^[ \t]*["']?(?:in[-_]?reply[-_]?to|(?:like|repost|bookmark)[-_]?of)["']?[ \t]*[:=]/im.test(block);
}

/** What front matter says that a post speaks of; undefined for most. */
export function readContext(fields: FrontMatter): PostContext | undefined {
  for (const key of findGiven(fields, signs)) {
    const value = fields.get(key);
    const one: FrontMatterValue | undefined = isList(value) ? value[0] : value;
    const address =
      (isMap(one) ? readText(one, "url", "value", "href") : typeof one === "string" ? one : "") ?? "";
    if (!/^https?:\/\/\S+$/.test(address.trim()) || !URL.canParse(address.trim())) continue;
    const title = isMap(one) ? readText(one, "name", "title") : undefined;
    return { sign: signs.get(key) ?? "", address: address.trim(), title };
  }
  return undefined;
}
