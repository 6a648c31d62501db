import path from "node:path";

import type { Article, ArticleBody, ArticleNote } from "./article.ts";
import { collectImages } from "./body/collect-images.ts";
import { finishHtml } from "./body/finish-html.ts";
import { makeExcerpt } from "./body/make-excerpt.ts";
import { prepareBody, renderBody } from "./body/render-body.ts";
import { readingMinutes } from "./body/reading-time.ts";
import { resolveLink, type AddressContext } from "./body/resolve-addresses.ts";
import { decodeFile } from "./files/decode-text.ts";
import { readFileBytes } from "./files/read-file.ts";
import { lineAt, splitFrontMatter } from "./front-matter/split-front-matter.ts";

export interface BodyOptions {
  /** Absolute; the folder that the article's path is relative to. */
  readonly dir: string;
  /** Absolute address that relative links stand under where the article has no address of its own. */
  readonly baseUrl?: string;
  /** Pixels. @default 1200 */
  readonly maxImageWidth?: number;
  /** Resized images, keyed by the hash of what they were made from; undefined: made anew each time. */
  readonly cacheDir?: string;
}

/**
 * Renders an article's body for an issue: safe HTML, excerpt, reading time, pictures. Headings in the HTML start at
 * `<h3>`, and one that repeats the title is left out. What could not be resolved or shown is a note with its line.
 *
 * @throws ArticleRefusal where the file is no longer what the scan read: gone, or broken since.
 */
export async function readArticleBody(article: Article, options: BodyOptions): Promise<ArticleBody> {
  const { bytes } = decodeFile(readFileBytes(path.join(options.dir, article.path)));
  const split = splitFrontMatter(bytes);
  const source = bytes.toString("utf8", split.bodyStart);
  const firstLine = lineAt(bytes, split.bodyStart);

  const notes: ArticleNote[] = [];
  const note = (written: string, message: string): void => {
    const at = written === "" ? -1 : source.indexOf(written);
    const line = at === -1 ? undefined : firstLine + source.slice(0, at).split("\n").length - 1;
    if (!notes.some((other) => other.message === message)) notes.push({ path: article.path, line, message });
  };

  const context: AddressContext = { dir: options.dir, article, baseUrl: options.baseUrl };
  const body = prepareBody(source, { article, isFranklin: split.dialect === "julia", note });
  const imageOptions = { dir: options.dir, maxWidth: options.maxImageWidth ?? 1200, cacheDir: options.cacheDir };
  const images = collectImages(context, imageOptions, body.embedded, (written, reason) => {
    note(written, `The image ${shorten(written)} ${reason}.`);
  });
  const toLink = (href: string): string | undefined => {
    const address = resolveLink(href, context);
    if (address.kind === "url") return address.url;
    if (address.kind === "nowhere" && address.reason !== undefined) note(href, `The link ${shorten(href)} ${address.reason}.`);
    return undefined;
  };
  const rendered = await renderBody(body.markdown, { toLink, toImage: images.reserve });
  const own = article.image === undefined ? undefined : await images.prepare(article.image.source, article.image.alt);
  const html = await images.insert(rendered);

  return {
    html: finishHtml(html, article.title),
    excerpt: makeExcerpt({ html: rendered, title: article.title, summary: article.summary, language: article.language }),
    readingMinutes: Math.round(readingMinutes(rendered) / body.shown),
    image: own ?? images.first(),
    images: images.used(),
    notes,
  };
}

/** An address as a sentence can hold it. */
function shorten(written: string): string {
  const shown = written.replace(/[\ufdd0-\ufdef]/g, "{…}").replace(/^gazette-(?:wiki|post|data):/, "");
  return shown.length > 120 ? `${shown.slice(0, 119)}…` : shown;
}
