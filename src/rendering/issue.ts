/** The picture of a story. */
export interface StoryImage {
  /** `cid:NAME` for a picture that travels with the issue, else an http(s) address. */
  readonly src: string;
  readonly alt: string;
  /** Pixels of the file; undefined for a picture on the web, whose size is not known. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** A link to an article that is named, not shown. */
export interface StoryLink {
  readonly title: string;
  readonly url: string | undefined;
  /** How it begins, plain text, where it has no address and so can be read nowhere else. */
  readonly excerpt?: string;
  /** Of the article, where an edition may leave the link out with it. */
  readonly path?: string;
}

/** One article as an issue shows it. Text fields are plain text; only `html` is HTML, and it is sanitised. */
export interface Story {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly url: string | undefined;
  readonly publishedAt: Date;
  /** The topic it stands under; the empty string where it has none. */
  readonly topic: string;
  readonly authors: readonly string[];
  readonly excerpt: string;
  /** The whole body. */
  readonly html: string;
  /** Whether the issue shows the whole body instead of the excerpt, because it can be read nowhere else. */
  readonly isWhole: boolean;
  readonly readingMinutes: number;
  readonly image: StoryImage | undefined;
  /** BCP 47, where it differs from the issue's language. */
  readonly language: string | undefined;
  /** Articles about the same event, linked under it. */
  readonly sameStory: readonly StoryLink[];
}

export interface IssueSection {
  readonly key: string;
  /** What the reader sees as the section's kicker. */
  readonly title: string;
  readonly stories: readonly Story[];
}

/** What a newsletter says of itself in every issue. */
export interface Masthead {
  /** The key in the configuration, such as `weekly`. */
  readonly key: string;
  readonly title: string;
  readonly tagline: string | undefined;
  /** BCP 47. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly sender: { readonly name: string; readonly address: string };
  readonly postalAddress: string | undefined;
  readonly website: string | undefined;
  /** Why a reader gets this, one sentence; undefined: the theme's own sentence. */
  readonly reason: string | undefined;
}

/** The frozen, numbered result of one slot, as rendering takes it. */
export interface Issue {
  readonly masthead: Masthead;
  readonly number: number;
  readonly slot: Date;
  /** The first and the last day its articles come from, as instants; `until` is exclusive. */
  readonly since: Date;
  readonly until: Date;
  readonly subject: string;
  readonly preheader: string;
  /** The editor's opening note, sanitised HTML. */
  readonly openingNote: string | undefined;
  readonly lead: Story | undefined;
  readonly sections: readonly IssueSection[];
  readonly inBrief: readonly Story[];
  /** What did not fit at all. */
  readonly more: readonly StoryLink[];
  /** How many more there are that not even a link has room for: one link to the website stands for them. Absent: none. */
  readonly rest?: number;
}
