import type { FrontMatter } from "../front-matter.ts";
import { findValue, isList, readText } from "./field-values.ts";
import { fillHugos, fillJekylls, isPermalinkStyle, type AddressFacts } from "./fill-permalink.ts";

/** A permalink with placeholders (`/:year/:title/`, `{{ slug }}`) or that switches the page off is no address of its own. */
export function readPermalink(fields: FrontMatter): string | undefined {
  if (findValue(fields, permalinkKeys) === undefined) return undefined;
  const written = permalinkKeys
    .map((key) => readText(fields, key))
    .find((text) => text !== undefined && isAddress(text));
  if (written === undefined) return undefined;
  return /^https?:\/\/\S+$/i.test(written) ? readAddress(written) : fromRoot(written);
}

/** The address that a pattern of Jekyll's or Hugo's makes; undefined where there is none, or a placeholder is not known. */
export function readPatternAddress(fields: FrontMatter, facts: AddressFacts): string | undefined {
  if (!fields.has("permalink") && !fields.has("url")) return undefined;
  const [permalink, url] = [readText(fields, "permalink"), readText(fields, "url")];
  const filled =
    (permalink !== undefined && (isPattern(permalink) || isPermalinkStyle(permalink))
      ? fillJekylls(permalink, fields, facts)
      : undefined) ?? (url !== undefined && isPattern(url) ? fillHugos(url, fields, facts) : undefined);
  return filled === undefined ? undefined : fromRoot(filled);
}

const permalinkKeys = ["permalink", "dgpermalink", "url", "path"];

function fromRoot(written: string): string {
  return `/${written.replace(/^\.?\/+/, "")}`;
}

/** Whether something in an address is to be filled in, as in `/:year/:title/`. */
function isPattern(written: string): boolean {
  return written.includes(":") && !written.includes("://");
}

/** Not a pattern, such as `/:year/:title/`. The folders of Obsidian's gardens may hold spaces. */
function isAddress(written: string): boolean {
  const signs = written.startsWith("/") ? /[:{}<>\t\r\n]/ : /[:{}<>\s]/;
  return (
    !signs.test(written.replace(/^https?:/, "")) &&
    !/^(?:true|false)$/.test(written) &&
    !isPermalinkStyle(written)
  );
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
