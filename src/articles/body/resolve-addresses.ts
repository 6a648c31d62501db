import { isPictureName } from "../../platform/picture-name.ts";
import { articleExtension } from "../files/article-extension.ts";
import path from "node:path";

import { readLanguageEnding, withoutLanguageEnding, type AddressLanguage } from "../address-languages.ts";
import type { ArticleForBody } from "../article.ts";
import { decodeAddress } from "../decode-address.ts";
import { findFromRoot } from "./find-from-root.ts";
import { findByName, resolveInside } from "../files/resolve-inside.ts";
import { isFolderIndex } from "../front-matter/fields/path-conventions.ts";
import { readParsedFile } from "../read-parsed-file.ts";
import { siteMark, unknownValue } from "../template-syntax/basics/cleaning.ts";
import { resolveUnder, toArticleUrl } from "../to-article-url.ts";
import { withoutEndSlashes } from "../../platform/trim-end.ts";

/** Where an address in a body leads; `nowhere` with the reason, as the end of a sentence, or none where it is no loss. */
export type ResolvedAddress =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "nowhere"; readonly reason: string | undefined };

export interface AddressContext {
  /** Absolute. */
  readonly dir: string;
  readonly article: ArticleForBody;
  readonly baseUrl: string | undefined;
  /** Addresses of other articles by their path, as they are looked up: each is a file to read. */
  readonly known: Map<string, string | undefined>;
}

/** A note or a file of Joplin's, by its number. */
const ofJoplin = /^:\/[0-9a-f]{32}(?:[#?]|$)/;
const linkSchemes = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Makes a link absolute: against the article's own address, or that of the article that it leads to. */
export function resolveLink(written: string, context: AddressContext): ResolvedAddress {
  const href = nameSite(written.trim(), context.baseUrl);
  const unknown = refuseUnknown(href);
  if (unknown !== undefined) return unknown;
  const { article } = context;
  if (href === "" || href.startsWith("#")) {
    // A place within an article can be reached on its page only; without one, nothing is lost but a jump.
    return article.url !== undefined && href !== ""
      ? { kind: "url", url: new URL(href, article.url).href }
      : nowhere(undefined);
  }
  if (ofJoplin.test(href)) return nowhere("leads into the program that it was written with");
  if (/^gazette-(?:wiki|post):/.test(href)) return resolveNamed(href, context);
  if (href.startsWith(siteMark)) {
    const path = href.slice(siteMark.length);
    return resolveFile(path, context) ?? resolveUnderSite(path, context);
  }
  if (hasScheme(href)) return resolveAbsolute(href, linkSchemes);

  if (mailAddress.test(href) && !isPictureName(href) && !documentName.test(href))
    return { kind: "url", url: `mailto:${href}` };

  const file = resolveFile(href, context);
  if (file !== undefined) return file;
  return articleExtension.test(splitPlace(href)[0])
    ? nowhere("leads to no article here")
    : resolveAgainstBase(href, context);
}

/** An address, and the place in it that it leads to. */
function splitPlace(href: string): readonly [target: string, place: string] {
  const [target = ""] = href.split(/[?#]/, 1);
  return [target, href.slice(target.length)];
}

/** A link to an article's file; undefined where it leads to none. */
function resolveFile(href: string, context: AddressContext): ResolvedAddress | undefined {
  const [target, place] = splitPlace(href);
  // Obsidian and VitePress leave the ending away.
  const file = /\/index$/i.test(target) ? `${target}.md` : target;
  const found = articleExtension.test(file) ? findArticleFile(file, context) : undefined;
  if (found === undefined) return undefined;
  const url = readUrl(found, context);
  return url === undefined
    ? nowhere(`leads to ${found}, which has no address on the web`)
    : { kind: "url", url: new URL(place, url).href };
}

/** Somebody's address for mail, which authors forget to write `mailto:` before; `logo@2x.png` is none. */
const mailAddress = /^[\w.+-]{1,64}@(?:[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?\.){1,5}[A-Za-z]{2,24}$/;
const documentName = /\.(?:pdf|md|html?)$/i;

/** Folders at the root of a site that themes name without a slash before them. */
const ofSite = /^(?:assets|images?|img|static|public|uploads|media|wp-content)\//i;

/** Finds a picture: a file inside the folder, beside the article or at the root, else an address on the web. */
export function resolveImage(written: string, context: AddressContext): ResolvedAddress {
  const isOfSite = written.startsWith(siteMark);
  const source = isOfSite ? `/${written.slice(siteMark.length).replace(/^\/+/, "")}` : written.trim();
  const unknown = refuseUnknown(source);
  if (unknown !== undefined) return unknown;
  // Of a pair for light and dark pages, the one for light.
  if (source.endsWith("#gh-dark-mode-only") || source.endsWith("#only-dark")) return nowhere(undefined);
  const [, kind, asked = ""] = /^gazette-(wiki|asset):(.*)$/s.exec(source) ?? [];
  if (kind !== undefined) {
    const name = decodeAddress(asked) ?? "";
    const found = findByName(context.dir, name, context.article.path);
    if (found !== undefined) return { kind: "file", file: found };
    // On the page, what is the post's own stands under its address.
    const onPage = kind === "asset" ? resolveAgainstBase(asked.replaceAll("%2F", "/"), context) : undefined;
    return onPage?.kind === "url" ? onPage : nowhere("is in no folder of the articles");
  }
  if (ofJoplin.test(source)) return nowhere("lies in the program that it was written with");
  if (hasScheme(source)) return resolveAbsolute(source, new Set(["http:", "https:"]));

  const decoded = decodeAddress(source.replace(/[?#].*$/s, ""));
  if (decoded === undefined || decoded.includes("\0")) return nowhere("is not a valid address");
  if (decoded === "") return nowhere(undefined);
  const folder = decoded.startsWith("/") ? "" : path.posix.dirname(context.article.path);
  const relative = path.posix.join(folder, decoded.replaceAll("\\", "/").replace(/^\/+/, ""));
  const inside = resolveInside(context.dir, relative);
  if (inside.kind === "file") return { kind: "file", file: relative };
  const aliased = findAliased(decoded, context.dir);
  if (aliased !== undefined) return aliased;
  if (inside.kind === "outside") return nowhere("lies outside the articles folder");
  const atRoot = ofSite.test(decoded);
  const fromRoot = findFromRoot(decoded, context.dir, context.article.path);
  if (fromRoot !== undefined) return { kind: "file", file: fromRoot };
  // Beside a folder's own article, a folder of pictures is that article's.
  const isBeside = isFolderIndex(path.posix.basename(context.article.path));
  const onWeb =
    isOfSite || (atRoot && !isBeside)
      ? resolveUnderSite(source, context)
      : resolveAgainstBase(withoutRepeat(source, context.article.url), context);
  return onWeb.kind === "url" ? onWeb : nowhere(inside.kind === "missing" ? "is not there" : "is not a file");
}

/** The folder of a project's source, as Astro's, Nuxt's and Vite's projects name it: `~/assets/a.png`, `@/a.png`, `@assets/a.png`. */
const alias = /^(?:[~@]\/|@(?=[a-z][\w-]*\/))(.+)$/;

/** A picture named by an alias: below `src/` or the root of the folder, and never an address on the web. */
function findAliased(source: string, dir: string): ResolvedAddress | undefined {
  const below = alias.exec(source)?.[1];
  if (below === undefined) return undefined;
  const file = [`src/${below}`, below].find((one) => resolveInside(dir, one).kind === "file");
  return file === undefined
    ? nowhere("is named by an alias that leads to no file here")
    : { kind: "file", file };
}

function resolveAbsolute(written: string, schemes: ReadonlySet<string>): ResolvedAddress {
  const absolute = written.startsWith("//") ? `https:${written}` : written;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(plainAddress(absolute))?.[0].toLowerCase() ?? "";
  if (!schemes.has(scheme)) return nowhere(`has the scheme ${scheme}, which an email must not use`);
  if (!URL.canParse(absolute)) return nowhere("is not a valid address");
  const url = new URL(absolute);
  if (url.username !== "" || url.password !== "") {
    return /^https?:$/.test(url.protocol)
      ? nowhere("holds a user's name or password, which is no reader's business")
      : nowhere("is not a valid address");
  }
  return schemes.has(url.protocol)
    ? { kind: "url", url: url.href }
    : nowhere(`has the scheme ${url.protocol}, which an email must not use`);
}

function resolveAgainstBase(href: string, { article, baseUrl }: AddressContext): ResolvedAddress {
  const base = article.url ?? baseUrl;
  if (base === undefined)
    return nowhere("is relative, and neither the article nor the folder has an address on the web");
  if (!URL.canParse(href, base)) return nowhere("is not a valid address");
  const url = new URL(href, base);
  return linkSchemes.has(url.protocol) ? { kind: "url", url: url.href } : nowhere("is not a valid address");
}

/**
 * An address that repeats the folders of its article, `blog/reeds/a.png` on `/blog/reeds/`, from there: themes put the root of
 * the site before it.
 */
function withoutRepeat(written: string, url: string | undefined): string {
  if (url === undefined || /^(?:\.{0,2}\/|[?#])/.test(written)) return written;
  const folders = new URL(url).pathname
    .split("/")
    .slice(1, -1)
    .map((part) => decodeAddress(part) ?? part);
  const parts = written.split("/");
  for (let count = Math.min(folders.length, parts.length - 1); count > 0; count--) {
    const named = parts.slice(0, count).map((part) => decodeAddress(part) ?? part);
    if (named.join("/") === folders.slice(-count).join("/")) return parts.slice(count).join("/");
  }
  return written;
}

/** What a template puts the site's own address before; without one, it is the root that a path starts from. */
function resolveUnderSite(path: string, context: AddressContext): ResolvedAddress {
  const { baseUrl } = context;
  if (baseUrl === undefined) return resolveAgainstBase(path.startsWith("/") ? path : `/${path}`, context);
  const url = resolveUnder(path, baseUrl);
  return url === undefined ? nowhere("leads out of the site") : { kind: "url", url };
}

/** `[[Note]]` and `{% post_url 2026-11-20-title %}` name an article, not a place. */
function resolveNamed(href: string, context: AddressContext): ResolvedAddress {
  const [target, place] = splitPlace(href.slice(href.indexOf(":") + 1));
  const name = decodeAddress(target) ?? "";
  const found = findByName(context.dir, name, context.article.path);
  if (found === undefined) return nowhere(`leads to ${name}, which is no article here`);
  const url = readUrl(found, context);
  return url === undefined ? nowhere(undefined) : { kind: "url", url: new URL(place, url).href };
}

function findArticleFile(target: string, context: AddressContext): string | undefined {
  const decoded = decodeAddress(target);
  if (decoded === undefined) return undefined;
  const folder = decoded.startsWith("/") ? "" : path.posix.dirname(context.article.path);
  const relative = path.posix.join(folder, decoded.replace(/^\/+/, ""));
  // A file that was renamed from `.md` to `.mdx` keeps being linked to as it was.
  const stem = relative.replace(articleExtension, "");
  for (const file of [relative, `${stem}.md`, `${stem}.mdx`, `${stem}.markdown`]) {
    if (resolveInside(context.dir, file).kind === "file") return file;
  }
  // Hugo and Zola name a file by its path from the root of the content: `posts/tide.md`, `@/posts/tide.md`.
  const below = decoded.replace(/^@\//, "");
  if (decoded.startsWith("/") || !below.includes("/"))
    return findByName(context.dir, below, context.article.path);
  return (
    findFromRoot(below, context.dir, context.article.path) ??
    (/^\.{1,2}\//.test(below) ? undefined : findByName(context.dir, below, context.article.path))
  );
}

/** The address of another article of the folder; undefined where it gives none, or is no article. */
function readUrl(file: string, context: AddressContext): string | undefined {
  const { dir, baseUrl, known } = context;
  if (known.has(file)) return known.get(file);
  const parsed = readParsedFile(dir, file);
  const url =
    parsed.kind === "article"
      ? toArticleUrl(file, parsed.article, baseUrl, readLanguage(file, context))
      : undefined;
  known.set(file, url);
  return url;
}

/**
 * The language of another article, as its name has it: like that of the one that leads there where both name the same, and
 * else where the same article stands beside it without one.
 */
function readLanguage(file: string, { dir, article, baseUrl }: AddressContext): AddressLanguage | undefined {
  const tag = readLanguageEnding(file);
  if (tag === undefined || baseUrl === undefined) return undefined;
  const own = readLanguageEnding(article.path);
  const isOwnShown = article.url?.startsWith(`${withoutEndSlashes(baseUrl)}/${own ?? ""}/`) === true;
  if (tag === own) return article.language === undefined ? undefined : { tag, isSites: !isOwnShown };
  const plain = withoutLanguageEnding(file);
  if (resolveInside(dir, plain).kind === "file") return { tag, isSites: false };
  if (own === undefined || withoutLanguageEnding(article.path) !== plain) return undefined;
  return { tag, isSites: isOwnShown };
}

/** A site within the address of another, as a link has it that shares an article. */
function nameSite(address: string, baseUrl: string | undefined): string {
  return address.replace(
    new RegExp(`(?<=.)${siteMark}`, "gs"),
    baseUrl === undefined ? unknownValue : withoutEndSlashes(baseUrl),
  );
}

function refuseUnknown(written: string): ResolvedAddress | undefined {
  // Markdown writes it in percent signs where it stood in an address.
  const isUnknown =
    written.includes(unknownValue) || written.toUpperCase().includes(encodeURIComponent(unknownValue));
  return isUnknown ? nowhere("holds a value that only the site's generator knows") : undefined;
}

function nowhere(reason: string | undefined): ResolvedAddress {
  return { kind: "nowhere", reason };
}

/**
 * Whether an address names where it leads by itself. Browsers leave control characters out, and Markdown writes them in
 * percent signs, so that `java\tscript:` has a scheme however it comes.
 */
function hasScheme(address: string): boolean {
  return address.startsWith("//") || /^[a-z][a-z0-9+.-]*:/i.test(plainAddress(address));
}

function plainAddress(address: string): string {
  return (decodeAddress(address) ?? address).replace(/[\0-\x20]+/g, "");
}
