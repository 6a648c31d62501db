/** An image as an article names it, before anything is read or resized. */
export interface ImageReference {
  /** As written: relative to the article's folder, absolute within the articles folder (`/…`), or an http(s) URL. */
  readonly source: string;
  /** Empty for a decoration. */
  readonly alt: string;
}

/** One Markdown file, parsed as far as selection needs it. Plain data: it survives JSON, apart from its dates. */
export interface Article {
  /** Identity through edits and renames: explicit `id`, else permalink or slug, else path. */
  readonly id: string;
  /** Relative to the articles folder, with forward slashes. */
  readonly path: string;
  /** Plain text, one line, never empty. */
  readonly title: string;
  /** Undefined: no date was found. A date without a time is local midnight in the newsletter's time zone. */
  readonly publishedAt: Date | undefined;
  readonly updatedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  /** What holds it back, in words that follow "because"; undefined: nothing does. */
  readonly draft: string | undefined;
  /** A page of its site and no article (About, a list of tags); what shows it, in words that follow "because". */
  readonly page?: string | undefined;
  /** As the author wrote them, trimmed, without a leading `#`, in order, without repeats (compared without case). */
  readonly topics: readonly string[];
  readonly authors: readonly string[];
  /** The author's own summary, plain text; undefined: one is made from the body. */
  readonly summary: string | undefined;
  /** BCP 47, as far as the author said. */
  readonly language: string | undefined;
  /** Articles that share it are translations of one another. */
  readonly translationKey: string | undefined;
  /** Absolute http(s) address of the article on the web, where it is known. */
  readonly url: string | undefined;
  readonly image: ImageReference | undefined;
  /** Smaller comes first; undefined comes after any number. */
  readonly weight: number | undefined;
  readonly featured: boolean;
  readonly pinned: boolean;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly contentHash: string;
}

/** What of an article its body is read by: where it stands, and what the text leans on. */
export type ArticleForBody = Pick<Article, "path" | "title" | "summary" | "language" | "image" | "url">;

/** A file that could not be taken for an article, and why. */
export interface RefusedFile {
  readonly path: string;
  /** 1-based line in the file, where the trouble has one. */
  readonly line: number | undefined;
  /** One sentence: place, found, expected. */
  readonly reason: string;
}

/** Something worth telling the author that did not stop the article. */
export interface ArticleNote {
  readonly path: string;
  readonly line: number | undefined;
  readonly message: string;
}

/** A local image, ready for an email: its bytes, its size as shown, its type by content. */
export interface PreparedImage {
  readonly kind: "local";
  /** Stable file name made from the content, such as `3f9a0c12-market.jpg`. */
  readonly name: string;
  /** What a page names it by: `cid:NAME` where it travels with the message, else the address it is hosted at. */
  readonly src: string;
  readonly bytes: Uint8Array;
  readonly contentType: "image/jpeg" | "image/png" | "image/gif";
  /** Pixels of the file; a template shows it at up to the column's width. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** An image that lives on the web. */
export interface RemoteImage {
  readonly kind: "remote";
  readonly url: string;
  readonly alt: string;
}

/** What of an article is read from its body, for the articles of an issue only. */
export interface ArticleBody {
  /** Safe HTML: sanitised, links absolute, local images by their `src`. */
  readonly html: string;
  /** Plain text, one to three sentences; ends in an ellipsis where the text stops in mid-sentence. May be empty. */
  readonly excerpt: string;
  /** Whole minutes, at least 1. */
  readonly readingMinutes: number;
  /** The picture that stands for the article: its front matter's, else the first of the body. */
  readonly image: PreparedImage | RemoteImage | undefined;
  /** Every local image used in `html` or as `image`, without repeats. */
  readonly images: readonly PreparedImage[];
  readonly notes: readonly ArticleNote[];
}
