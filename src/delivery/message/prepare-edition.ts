import { createHash, type Hash } from "node:crypto";
import { encodePiece } from "./quoted-printable.ts";

/** A piece of an edition: the same for all its readers, or one that each reader has their own of. */
export type EditionPiece<Reader> = (
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "value"; readonly valueFor: (reader: Reader) => string }
) & {
  /** False for a reader who does not see this piece; absent: everyone does. */
  readonly isShownTo?: ((reader: Reader) => boolean) | undefined;
};

export interface MessageImage {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What the body of every message of an edition is made from. */
export interface EditionSource<Reader> {
  readonly text: readonly EditionPiece<Reader>[];
  /** Pictures stand in it as `cid:NAME`. */
  readonly html: readonly EditionPiece<Reader>[];
  readonly images: readonly MessageImage[];
  /** Where editions share their pieces: what their boundaries are made from, the same for all of them. */
  readonly boundarySeed?: string | undefined;
}

/** A body as SMTP sends it, in blocks, and the hash that DKIM signs. */
export interface MessageBody {
  readonly blocks: readonly Buffer[];
  /** SHA-256 in base64 of the relaxed body (RFC 6376), which is the body itself. */
  readonly hash: string;
}

export interface PreparedEdition<Reader> {
  /** The value of the header Content-Type. */
  readonly contentType: string;
  bodyFor(reader: Reader): MessageBody;
}

interface Block<Reader> {
  /** Undefined: made for each reader. */
  readonly bytes: Buffer | undefined;
  readonly piece: EditionPiece<Reader> | undefined;
}

/**
 * Encodes what all readers share, once: multipart/alternative, the text first, the HTML with its pictures as
 * multipart/related. A message then costs its own values, one concatenation and one hash.
 */
export function prepareEdition<Reader>(source: EditionSource<Reader>): PreparedEdition<Reader> {
  const images = listUsedImages(source);
  const boundary = boundaryOf(source);
  const outer = `${boundary}-a`;
  const inner = `${boundary}-r`;
  const fixed = (text: string): Block<Reader> => ({ bytes: Buffer.from(text), piece: undefined });
  const blocks: Block<Reader>[] = [
    fixed(`--${outer}\r\n${partHeader("text/plain")}`),
    ...source.text.map(toBlock),
    fixed(`\r\n--${outer}\r\n`),
  ];
  if (images.length === 0) blocks.push(fixed(partHeader("text/html")), ...source.html.map(toBlock));
  else {
    blocks.push(
      fixed(
        `Content-Type: multipart/related; type="text/html";\r\n boundary="${inner}"\r\n\r\n--${inner}\r\n${partHeader("text/html")}`,
      ),
      ...source.html.map(toBlock),
      ...images.flatMap((image) => [
        fixed(`\r\n--${inner}\r\n`),
        { bytes: encodeOnce(image, imagePart), piece: undefined },
      ]),
      fixed(`\r\n--${inner}--\r\n`),
    );
  }
  blocks.push(fixed(`\r\n--${outer}--\r\n`));
  const joined = joinFixed(blocks);
  return { contentType: `multipart/alternative;\r\n boundary="${outer}"`, bodyFor: bodyMaker(joined) };
}

function toBlock<Reader>(piece: EditionPiece<Reader>): Block<Reader> {
  const bytes = piece.kind === "literal" ? encodeOnce(piece, ({ text }) => encodePiece(text)) : undefined;
  return { bytes, piece };
}

/** Editions of an issue share most of their pieces and all their pictures. */
const encoded = new WeakMap<object, Buffer>();

function encodeOnce<Source extends object>(source: Source, encode: (source: Source) => string): Buffer {
  const known = encoded.get(source) ?? Buffer.from(encode(source));
  encoded.set(source, known);
  return known;
}

function listUsedImages<Reader>({ html, images }: EditionSource<Reader>): readonly MessageImage[] {
  if (images.length === 0) return images;
  const page = html.map((piece) => (piece.kind === "literal" ? piece.text : "")).join("");
  return images.filter(({ name }) => page.includes(`cid:${name}`));
}

/** Octets from which a block is a picture, or a page, that is better shared than copied. */
const sharedSize = 128 * 1024;

/** Neighbours that everyone gets become one block. */
function joinFixed<Reader>(blocks: readonly Block<Reader>[]): Block<Reader>[] {
  const joined: Block<Reader>[] = [];
  let gathered: Buffer[] = [];
  let size = 0;
  const close = (): void => {
    if (gathered.length > 0) joined.push({ bytes: Buffer.concat(gathered), piece: undefined });
    gathered = [];
    size = 0;
  };
  for (const { bytes, piece } of blocks) {
    if (bytes === undefined || piece?.isShownTo !== undefined) {
      close();
      joined.push({ bytes, piece });
      continue;
    }
    if (size + bytes.length > sharedSize) close();
    if (bytes.length > sharedSize) joined.push({ bytes, piece: undefined });
    else {
      gathered.push(bytes);
      size += bytes.length;
    }
  }
  close();
  return joined;
}

function bodyMaker<Reader>(blocks: readonly Block<Reader>[]): (reader: Reader) => MessageBody {
  const [first, ...others] = blocks;
  const start = first?.bytes ?? Buffer.alloc(0);
  /** The hash of what every body begins with; each message goes on from a copy. */
  const begun: Hash = createHash("sha256").update(start);
  return (reader) => {
    const hash = begun.copy();
    const out = [start];
    for (const { bytes, piece } of others) {
      if (piece?.isShownTo?.(reader) === false) continue;
      const block = bytes ?? Buffer.from(piece?.kind === "value" ? encodePiece(piece.valueFor(reader)) : "");
      hash.update(block);
      out.push(block);
    }
    return { blocks: out, hash: hash.digest("base64") };
  };
}

function partHeader(type: "text/plain" | "text/html"): string {
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
}

function imagePart({ name, contentType, bytes }: MessageImage): string {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,76}/gu) ?? [];
  return (
    `Content-Type: ${contentType}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n` +
    `Content-ID: <${name}>\r\nContent-Disposition: inline; filename="${name}"\r\n\r\n${lines.join("\r\n")}`
  );
}

/** `=_` never occurs in quoted-printable or base64, so a boundary never occurs in a part. */
function boundaryOf<Reader>({ text, html, images, boundarySeed }: EditionSource<Reader>): string {
  const hash = createHash("sha256");
  if (boundarySeed !== undefined) hash.update(boundarySeed);
  else {
    for (const piece of [...text, ...html]) hash.update(piece.kind === "literal" ? piece.text : "\0");
    for (const { name } of images) hash.update(name);
  }
  return `=_${hash.digest("hex").slice(0, 24)}`;
}
