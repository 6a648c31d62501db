import { isPictureAddress } from "../../platform/picture-name.ts";
import type { PreparedImage, RemoteImage } from "../article.ts";
import { escapeHtml } from "../../platform/escape-html.ts";
import { createAllowance } from "./encode-apart.ts";
import { prepareEmbeddedImage, prepareImage, type ImageFile, type ImageOptions } from "./prepare-image.ts";
import { resolveImage, type AddressContext, type ResolvedAddress } from "./resolve-addresses.ts";

/** What an email of one article can bear; the rest is left to the web. */
const maxImages = 40;
/** Columns of a newsletter are about this wide; a picture of more pixels is shown at it, sharp on dense screens. */
const shownWidth = 600;

/** A picture, or why it cannot be shown; neither where that needs no telling. */
interface Prepared {
  readonly image?: PreparedImage | RemoteImage;
  readonly reason?: string | undefined;
}

/** Collects the pictures of one article while its HTML is made, and puts them in when they are ready. */
export interface ImageCollection {
  /** Stands for a picture in the HTML until it is ready; undefined where it cannot be shown. */
  readonly reserve: (source: string, alt: string) => string | undefined;
  /** The HTML with its pictures. */
  readonly insert: (html: string) => Promise<string>;
  /** A picture by its source, such as the front matter's. */
  readonly prepare: (source: string, alt: string) => Promise<PreparedImage | RemoteImage | undefined>;
  /** The first picture of the HTML that was inserted. */
  readonly first: () => PreparedImage | RemoteImage | undefined;
  /** All local ones, without repeats. */
  readonly used: () => PreparedImage[];
}

/**
 * @param embedded pictures that were written into the body, in base64, by their number in `gazette-data:N`.
 * @param note told of what cannot be shown: the source as written, and why.
 */
export function collectImages(
  context: AddressContext,
  {
    hostedAt,
    ...folder
  }: Omit<ImageOptions, "allowance"> & {
    /** Absolute address, ending in a slash, that local pictures are loaded from; undefined: they travel with the message. */
    readonly hostedAt: string | undefined;
  },
  embedded: readonly string[],
  note: (source: string, reason: string) => void,
): ImageCollection {
  const options = { ...folder, allowance: createAllowance() };
  const reserved: { source: string; alt: string }[] = [];
  const files = new Map<string, Promise<ImageFile | string>>();
  const used = new Map<string, PreparedImage>();
  let first: PreparedImage | RemoteImage | undefined;

  const addresses = new Map<string, ResolvedAddress>();
  const resolve = (source: string): ResolvedAddress => {
    const address = addresses.get(source) ?? resolveImage(source, context);
    addresses.set(source, address);
    return address;
  };
  const prepareOnce = (key: string, make: () => Promise<ImageFile | string>): Promise<ImageFile | string> => {
    let made = files.get(key);
    if (made === undefined) {
      if (files.size >= maxImages)
        return Promise.resolve(`is one too many: an email shows ${maxImages} of an article`);
      made = make();
      files.set(key, made);
    }
    return made;
  };

  const prepare = async (source: string, alt: string): Promise<Prepared> => {
    const data = /^gazette-data:(\d+)$/.exec(source)?.[1];
    const written = data === undefined ? undefined : embedded[Number(data)];
    let made: ImageFile | string;
    if (written !== undefined)
      made = await prepareOnce(source, () => prepareEmbeddedImage(Buffer.from(written, "base64"), options));
    else {
      const address = resolve(source);
      if (address.kind === "url") return { image: { kind: "remote", url: address.url, alt } };
      if (address.kind === "nowhere") return { reason: address.reason };
      const { file } = address;
      made = await prepareOnce(file, () => prepareImage(file, options));
    }
    if (typeof made === "string") return { reason: made };
    return { image: { kind: "local", ...made, src: toSource(made.name, hostedAt), alt } };
  };

  // In the order of the text, not in that in which they happen to be ready: two builds give the same bytes.
  const tell = (source: string, { image, reason }: Prepared): PreparedImage | RemoteImage | undefined => {
    if (reason !== undefined) note(source, reason);
    if (image?.kind === "local" && !used.has(image.name)) used.set(image.name, image);
    return image;
  };

  return {
    prepare: async (source, alt) => tell(source, await prepare(source, alt)),
    reserve: (source, alt) => `gazette-image:${reserved.push({ source, alt }) - 1}`,
    insert: async (html) => {
      const prepared = await Promise.all(reserved.map(({ source, alt }) => prepare(source, alt)));
      const images = reserved.map(({ source }, index) => tell(source, prepared[index] ?? {}));
      first = images.find((image) => image !== undefined && !isBadge(image));
      return html.replace(
        /(<a href="([^"]*)"[^>]*>\s*)?<img src="gazette-image:(\d+)"[^>]*>(?=(\s*<\/a>)?)/g,
        (_all, opening: string | undefined, href: string | undefined, index: string, end?: string) => {
          const image = images[Number(index)];
          if (image !== undefined) return `${opening ?? ""}${toTag(image)}`;
          // The words for a picture that is all of a link say where it leads, unless to the same picture at its full size.
          const isAll = end !== undefined && href !== undefined && !isPictureAddress(href);
          return `${opening ?? ""}${isAll ? escapeHtml(reserved[Number(index)]?.alt ?? "") : ""}`;
        },
      );
    },
    first: () => first,
    used: () => [...used.values()],
  };
}

/** Where the small signs come from that say whether a build passes and what a version is. */
const badgeAddress =
  /^https?:\/\/(?:[\w-]+\.)*(?:shields\.io|badgen\.net|badge\.fury\.io|travis-ci\.(?:org|com)|codecov\.io|coveralls\.io|circleci\.com|appveyor\.com|codeclimate\.com|mybinder\.org|zenodo\.org|opencollective\.com|buymeacoffee\.com|ko-fi\.com|creativecommons\.org|licensebuttons\.net|colab\.research\.google\.com)\/|\/badges?[/._-]|[/._-]badge\.svg|hits\.seeyoufarm\.com/i;

/** Whether a picture is a sign that stands for a link, and for no article. */
function isBadge(image: PreparedImage | RemoteImage): boolean {
  return image.kind === "remote" && badgeAddress.test(image.url);
}

function toSource(name: string, hostedAt: string | undefined): string {
  return hostedAt === undefined ? `cid:${name}` : new URL(name, hostedAt).href;
}

function toTag(image: PreparedImage | RemoteImage): string {
  const alt = escapeHtml(image.alt);
  if (image.kind === "remote") return `<img src="${escapeHtml(image.url)}" alt="${alt}" />`;
  const width = Math.min(image.width, shownWidth);
  const height = Math.max(1, Math.round((image.height * width) / image.width));
  return `<img src="${escapeHtml(image.src)}" alt="${alt}" width="${width}" height="${height}" />`;
}
