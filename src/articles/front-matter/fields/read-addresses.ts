import type { FrontMatter } from "../front-matter.ts";
import { findValue, isList, readText } from "./field-values.ts";

/** A permalink with placeholders (`/:year/:title/`, `{{ slug }}`) or that switches the page off is no address of its own. */
export function readPermalink(fields: FrontMatter): string | undefined {
  if (findValue(fields, permalinkKeys) === undefined) return undefined;
  const written = permalinkKeys
    .map((key) => readText(fields, key))
    .find((text) => text !== undefined && isAddress(text));
  if (written === undefined) return undefined;
  return /^https?:\/\/\S+$/i.test(written) ? readAddress(written) : `/${written.replace(/^\.?\/+/, "")}`;
}

const permalinkKeys = ["permalink", "dgpermalink", "url", "path"];

/** Not a pattern, such as `/:year/:title/`. The folders of Obsidian's gardens may hold spaces. */
function isAddress(written: string): boolean {
  const signs = written.startsWith("/") ? /[:{}<>\t\r\n]/ : /[:{}<>\s]/;
  return !signs.test(written.replace(/^https?:/, "")) && !/^(?:true|false)$/.test(written);
}

/** The address that search engines are told, or where the article is read instead: absolute, without a password. */
export function readCanonical(fields: FrontMatter): string | undefined {
  const written =
    readText(fields, "canonical", "canonicalurl", "canonicallink", "externalurl") ?? readRedirect(fields);
  return written === undefined ? undefined : readAddress(written);
}

/** Where jekyll-redirect-from sends whoever opens the article: on another site, it is all that there is of it. */
function readRedirect(fields: FrontMatter): string | undefined {
  const value = fields.get("redirectto");
  const written = isList(value) ? value[0] : value;
  return typeof written === "string" ? written : undefined;
}

function readAddress(written: string): string | undefined {
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  return url.username === "" && url.password === "" ? url.href : undefined;
}
