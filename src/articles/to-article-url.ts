import type { ParsedArticle } from "./parsed-file.ts";
import { withoutEndSlashes } from "./wording/trim-end.ts";

/**
 * The absolute address of an article on the web: its canonical URL, else its permalink, slug or path under the base
 * address. A path becomes what generators make of it: Jekyll's `/2026/11/20/title.html` for `_posts`, else a folder,
 * `posts/title.md` at `posts/title/`.
 *
 * @param baseUrl absolute; undefined: only an article that gives a whole address has one.
 */
export function toArticleUrl(
  path: string,
  parsed: ParsedArticle,
  baseUrl: string | undefined,
): string | undefined {
  if (parsed.canonical !== undefined) return parsed.canonical;
  if (parsed.permalink !== undefined && /^https?:/i.test(parsed.permalink)) return parsed.permalink;
  if (baseUrl === undefined) return undefined;
  if (parsed.permalink !== undefined) return resolve(parsed.permalink, baseUrl);
  if (parsed.slug?.startsWith("/") === true) return resolve(encodePath(parsed.slug), baseUrl);

  const base = baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`;
  const segments = path.split("/");
  const file = segments.pop() ?? "";
  const name = file.replace(/\.[a-z]+$/i, "");
  const post = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/.exec(name);
  if (segments.includes("_posts") && post !== null) {
    const above = segments.slice(0, segments.indexOf("_posts"));
    const [, year = "", month = "", day = "", title = ""] = post;
    const parts = [
      ...above,
      year,
      month.padStart(2, "0"),
      day.padStart(2, "0"),
      `${parsed.slug ?? title}.html`,
    ];
    return resolve(encodePath(parts.join("/")), base);
  }
  const isBundle = /^index(?:\.[a-z]{2}(?:[-_][a-z]{2,4})?)?$/i.test(name);
  if (isBundle && parsed.slug !== undefined) segments.pop();
  if (parsed.slug !== undefined) segments.push(withoutEndSlashes(parsed.slug.replace(/^\/+/, "")));
  else if (!isBundle) segments.push(name);
  return resolve(segments.length === 0 ? "" : `${encodePath(segments.join("/"))}/`, base);
}

function resolve(address: string, base: string): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** Characters that would end or change a path stand as themselves; what is already encoded stays. */
function encodePath(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(decodeSafely(part)))
    .join("/");
}

function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
