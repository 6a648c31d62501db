import { readFileSync } from "node:fs";
import path from "node:path";

import type { Article, ArticleBody, ArticleNote, PreparedImage, RemoteImage } from "./article.ts";
import { decodeFile } from "./files/decode-text.ts";
import { prepareImage } from "./body/prepare-image.ts";
import { renderMarkdown } from "./body/render-markdown.ts";
import { sanitiseHtml } from "./body/sanitise-html.ts";
import { splitFrontMatter } from "./front-matter/split-front-matter.ts";

import { readTopByLine } from "./wording/by-line.ts";
import { isVisible } from "./wording/one-line.ts";
import { toPlainText } from "./wording/plain-text.ts";
import { trimAtSentence } from "./wording/trim-text.ts";
import { walkBlocks } from "./wording/walk-blocks.ts";

export interface BodyOptions {
  readonly dir: string;
  /** Absolute address that relative links stand under where the article has no address of its own. */
  readonly baseUrl?: string;
  /** Pixels. @default 1200 */
  readonly maxImageWidth?: number;
  /** Resized images, keyed by the hash of what they were made from. */
  readonly cacheDir?: string;
}

/** Renders an article's body for an issue: safe HTML, excerpt, reading time, pictures. */
export async function readArticleBody(article: Article, options: BodyOptions): Promise<ArticleBody> {
  const notes: ArticleNote[] = [];
  const note = (message: string): void => {
    notes.push({ path: article.path, line: undefined, message });
  };
  const { bytes } = decodeFile(readFileSync(path.join(options.dir, article.path)));
  const body = bytes.toString("utf8", splitFrontMatter(bytes).bodyStart);
  const raw = await renderMarkdown(body);
  const base = article.url ?? options.baseUrl;

  const images = new Map<string, PreparedImage>();
  const imageOptions = { dir: options.dir, articlePath: article.path, maxWidth: options.maxImageWidth ?? 1200 };
  const prepare = async (source: string, alt: string): Promise<PreparedImage | RemoteImage | undefined> => {
    if (/^https?:\/\//i.test(source)) return { kind: "remote", url: source, alt };
    if (/^[a-z][a-z0-9+.-]*:/i.test(source)) return undefined;
    const known = images.get(source);
    if (known !== undefined) return known;
    const prepared = await prepareImage(source, alt, imageOptions);
    if (typeof prepared === "string") {
      note(prepared);
      return undefined;
    }
    images.set(source, prepared);
    return prepared;
  };

  const found: { source: string; alt: string }[] = [];
  await sanitiseHtml(raw, () => undefined, (source, alt) => {
    found.push({ source, alt });
    return undefined;
  });
  const prepared = new Map<string, PreparedImage | RemoteImage | undefined>();
  for (const { source, alt } of found) prepared.set(source, await prepare(source, alt));

  const html = await sanitiseHtml(
    raw,
    (href) => {
      if (/^(?:https?:|mailto:|tel:)/i.test(href)) return href;
      if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return undefined;
      if (base !== undefined && URL.canParse(href, base)) return new URL(href, base).href;
      note(`The link ${href} is relative, and the article has no address to resolve it against.`);
      return undefined;
    },
    (source, alt) => {
      const image = prepared.get(source);
      if (image === undefined) return undefined;
      if (image.kind === "remote") return { src: image.url, alt };
      return { src: `cid:${image.name}`, alt, width: String(image.width), height: String(image.height) };
    },
  );

  const first = found.map(({ source }) => prepared.get(source)).find((image) => image !== undefined);
  const own = article.image === undefined ? undefined : await prepare(article.image.source, article.image.alt);
  const paragraph = firstParagraph(body);
  return {
    html,
    excerpt: article.summary ?? (paragraph === undefined ? "" : trimAtSentence(paragraph, 300)),
    readingMinutes: Math.max(1, Math.round(body.split(/\s+/).length / 230)),
    image: own ?? first,
    images: [...images.values()],
    notes,
  };
}

function firstParagraph(body: string): string | undefined {
  for (const { kind, text } of walkBlocks(body)) {
    const plain = toPlainText(text.slice(0, 4000));
    if (kind === "paragraph" && isVisible(plain) && readTopByLine(plain) === undefined) return plain;
  }
  return undefined;
}
