import type { ArticleBody, ArticleForBody } from "./article.ts";
import { collectImages } from "./body/collect-images.ts";
import { finishHtml } from "./body/finish-html.ts";
import { keepsLineBreaks } from "./body/line-breaks.ts";
import { makeExcerpt } from "./body/make-excerpt.ts";
import { prepareBody, renderBody } from "./body/render-body.ts";
import { readingMinutes } from "./body/reading-time.ts";
import { resolveLink, type AddressContext } from "./body/resolve-addresses.ts";
import { decodeAddress } from "./decode-address.ts";
import { decodeFile } from "./files/decode-text.ts";
import { readArticleFile } from "./files/read-article-file.ts";
import { collectLineNotes } from "./note-lines.ts";
import { nameMarks } from "./wording/internal-marks.ts";
import { toOneLine } from "./wording/one-line.ts";
import { shorten } from "./wording/shorten.ts";
import { withoutEndSlashes } from "../platform/trim-end.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { readPrinted } from "./front-matter/fields/read-printed.ts";
import { mayHoldContext, readContext } from "./front-matter/fields/read-context.ts";
import type { SplitFile } from "./front-matter/syntax/split-file.ts";
import { parseFrontMatter } from "./front-matter/syntax/parse-front-matter.ts";
import { lineAt } from "./front-matter/syntax/split-file.ts";
import { splitFrontMatter } from "./front-matter/syntax/split-front-matter.ts";
import { hasIndentedCode, readFlavour } from "./template-syntax/basics/body-flavour.ts";
import { siteMark } from "./template-syntax/basics/cleaning.ts";

export interface BodyOptions {
  /** Absolute; the folder that the article's path is relative to. */
  readonly dir: string;
  /** Absolute address that relative links stand under where the article has no address of its own. */
  readonly baseUrl?: string;
  /** Whether a line that ends within a paragraph ends on the page; undefined: where the program does so that it was written with. */
  readonly lineBreaks?: boolean;
  /** Pixels. @default 1200 */
  readonly maxImageWidth?: number;
  /** Absolute address that local images will be loaded from; undefined: they travel with the message. */
  readonly imagesUrl?: string;
  /** Resized images, keyed by the hash of what they were made from; undefined: made anew each time. */
  readonly cacheDir?: string;
}

const maxSourceBytes = 1024 * 1024;

/**
 * Renders an article's body for an issue: safe HTML, excerpt, reading time, pictures. Headings in the HTML start at
 * `<h3>`, and one that repeats the title is left out. What could not be resolved or shown is a note with its line.
 *
 * @throws ArticleRefusal where the file is no longer what the scan read: gone, or broken since.
 */
export async function readArticleBody(article: ArticleForBody, options: BodyOptions): Promise<ArticleBody> {
  try {
    return await renderArticle(article, options);
  } catch (error) {
    // What is too much for a parser takes neither the issue with it nor the other articles.
    if (!(error instanceof RangeError)) throw error;
    return withoutText(article, error);
  }
}

/** The body of an article whose text no parser gets through: its summary stands for it. */
function withoutText({ path, summary = "" }: ArticleForBody, { message }: RangeError): ArticleBody {
  const note = `The text is too long or too deep to be shown, and is left out: ${message}.`;
  return {
    html: "",
    excerpt: summary,
    readingMinutes: 0,
    image: undefined,
    images: [],
    notes: [{ path, line: undefined, message: note }],
  };
}

async function renderArticle(article: ArticleForBody, options: BodyOptions): Promise<ArticleBody> {
  const { bytes } = decodeFile(readArticleFile(options.dir, article.path));
  const split = splitFrontMatter(bytes);
  // Pictures written into a text make it long; any other text is cut long before.
  const end = bytes.includes(";base64,")
    ? bytes.length
    : Math.min(bytes.length, split.bodyStart + maxSourceBytes);
  const source = bytes.toString("utf8", split.bodyStart, end);
  const share =
    bytes.length > split.bodyStart ? (end - split.bodyStart) / (bytes.length - split.bodyStart) : 1;

  const notes = collectLineNotes(source, lineAt(bytes, split.bodyStart));
  const note = (written: string, message: string): void => {
    notes.add(nameMarks(message), () => findInSource(source, written));
  };

  const context: AddressContext = { dir: options.dir, article, baseUrl: options.baseUrl, known: new Map() };
  // Few bodies ask for any.
  let fields: FrontMatter | undefined;
  const flavour = readFlavour(article.path, split.dialect);
  const body = prepareBody(readContextLine(split, source) + source, {
    article,
    separator: readSeparator(split.block),
    flavour,
    readField: (field) =>
      readPrinted((fields ??= parseFrontMatter(split) ?? new Map<string, string>()), field),
    note,
  });
  const breaks = options.lineBreaks ?? keepsLineBreaks(options.dir, article.path, flavour, split.block);
  const imageOptions = {
    dir: options.dir,
    maxWidth: options.maxImageWidth ?? 1200,
    cacheDir: options.cacheDir,
    hostedAt: options.imagesUrl === undefined ? undefined : `${withoutEndSlashes(options.imagesUrl)}/`,
  };
  const images = collectImages(context, imageOptions, body.embedded, (written, reason) => {
    note(written, `The image ${shortenAddress(written)} ${reason}.`);
  });
  const toLink = (href: string): string | undefined => {
    const address = resolveLink(href, context);
    if (address.kind === "url") return address.url;
    if (address.kind === "nowhere" && address.reason !== undefined)
      note(href, `The link ${shortenAddress(href)} ${address.reason}.`);
    return undefined;
  };
  const onHidden = (words: string): void => {
    notes.add("A passage that is hidden on the page is left out.", () => findWords(source, words));
  };
  const rendered = await renderBody(
    body.markdown,
    { toLink, toImage: images.reserve, onHidden },
    { hasIndentedCode: hasIndentedCode(flavour), keepsLineBreaks: breaks },
  );
  const own =
    article.image === undefined ? undefined : await images.prepare(article.image.source, article.image.alt);
  const html = await images.insert(rendered);

  return {
    html: finishHtml(html, article.title),
    excerpt: makeExcerpt({
      html: rendered,
      title: article.title,
      summary: article.summary,
      language: article.language,
    }),
    readingMinutes: Math.round(readingMinutes(rendered) / body.shown / Math.max(share, 0.01)),
    image: own ?? images.first(),
    images: images.used(),
    notes: notes
      .all()
      .map(({ line, message }) => ({ path: article.path, line, message }))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

/** What a post of the IndieWeb answers, likes or keeps, above its text, unless the text leads there itself. */
function readContextLine(split: SplitFile, source: string): string {
  if (!mayHoldContext(split.block)) return "";
  const context = readContext(parseFrontMatter(split) ?? new Map<string, string>());
  if (context === undefined || source.includes(context.address)) return "";
  const words = (context.title ?? context.address.replace(/^https?:\/\/(?:www\.)?/, "")).replace(
    /[\\[\]*_`<>]/g,
    "\\$&",
  );
  return `${context.sign} [${words}](<${context.address}>)\n\n`;
}

/** Jekyll's and gray-matter's field for what ends the excerpt; a blank line there is no mark. */
function readSeparator(block: string): string | undefined {
  return /^excerpt_?separator[ \t]*[:=][ \t]*(["']?)([^\s"'].{1,60}?)\1[ \t]*$/im.exec(block)?.[2];
}

const embeddedName = /^gazette-data:(\d+)$/;

/** Where a text, or an address that was made from one, stands in the body. */
function findInSource(source: string, written: string): number | undefined {
  if (written === "" || embeddedName.test(written)) return undefined;
  for (const text of [
    written,
    asWritten(written),
    asWritten(written)
      .split("{…}")
      .sort((a, b) => b.length - a.length)[0] ?? "",
  ]) {
    const at = text === "" ? -1 : source.indexOf(text);
    if (at !== -1) return at;
  }
  return undefined;
}

/** Words by which a passage is known. */
const knownBy = 5;

/** Where the first words of a passage stand, whatever marks or tags part them. */
function findWords(source: string, passage: string): number | undefined {
  const words = passage.match(/[\p{L}\p{M}\p{N}]{1,40}/gu) ?? [];
  const between = String.raw`[^\p{L}\p{M}\p{N}]{1,20}(?:[a-z]{1,10}[^\p{L}\p{M}\p{N}]{1,20})?`;
  const at = source.search(new RegExp(words.slice(0, knownBy).join(between), "u"));
  return words.length === 0 || at === -1 ? undefined : at;
}

/** An address without our marks, its percent signs decoded where they can be. */
function asWritten(address: string): string {
  const bare = address.replace(/^gazette-(?:wiki|asset|post|data):/, "").replaceAll(siteMark, "");
  return nameMarks(decodeAddress(bare) ?? bare);
}

/** An address as a sentence can hold it. */
function shortenAddress(address: string): string {
  const embedded = embeddedName.exec(address)?.[1];
  if (embedded !== undefined) return `${Number(embedded) + 1} of those written into the text`;
  // A password must not reach a log.
  return shorten(toOneLine(asWritten(address)).replace(/\/\/[^/@\s]*@/, "//…@"), 119);
}
