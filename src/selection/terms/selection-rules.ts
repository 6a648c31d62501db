/** Ways to recognise an article; one of them is enough. All compare without case and in any script. */
export interface TopicMatch {
  /** Topics as front matter names them. */
  readonly values?: readonly string[] | undefined;
  /** Folders within the articles folder, with everything below them. */
  readonly folders?: readonly string[] | undefined;
  readonly authors?: readonly string[] | undefined;
  /**
   * Words or phrases in title or text. Whole words where the script has spaces between them (`Taiwan` does not find
   * `Taiwanese`; `Taiwan*` does), anywhere where it has none (`台灣`).
   */
  readonly keywords?: readonly string[] | undefined;
  /** A regular expression for title and text, with the flags `iu` when it is a string. */
  readonly pattern?: string | RegExp | undefined;
}

/** A topic that readers can choose, and how an article gets it. */
export interface TopicRule {
  /** Stable name, such as `foreign-affairs`; readers' choices are stored under it. */
  readonly key: string;
  /** The section's heading. */
  readonly title: string;
  /** Other names of the topic; like its key and title they count among the front matter values. */
  readonly aliases?: readonly string[] | undefined;
  readonly match?: TopicMatch | undefined;
  /** An article must also be recognised by this one. */
  readonly include?: TopicMatch | undefined;
  /** An article recognised by this one does not get the topic. */
  readonly exclude?: TopicMatch | undefined;
  /** Higher wins, between sections for an article and between articles for a place. @default 1 */
  readonly weight?: number | undefined;
  /** The most stories in its section; overrides `maxPerSection`. */
  readonly limit?: number | undefined;
}

/** When two articles count as one story. */
export interface SameStoryRules {
  /** Cosine from 0 to 1 from which two articles are one story; `false` turns the comparison off. */
  readonly threshold: number | false;
  /** Articles further apart than this are never one story. */
  readonly maxDaysApart: number;
}

/** How a newsletter chooses, apart from the window. */
export interface SelectionRules {
  /** Configured topics, in the order of their sections. Empty: every article's first topic is its section. */
  readonly topics: readonly TopicRule[];
  /** Only these topics (keys, titles or aliases), sections in this order; empty: all. */
  readonly only: readonly string[];
  /** Never these topics. */
  readonly exclude: readonly string[];
  /** Heading of a section for articles that match no configured topic; undefined: they are `no-topic`. */
  readonly catchAll: string | undefined;
  /** Heading for articles without any topic, where no topics are configured. */
  readonly generalTitle: string;
  /** Languages the newsletter takes, as BCP 47 tags or their beginnings; empty: all. */
  readonly languages: readonly string[];
  /** Whether the best article opens the issue on its own. */
  readonly lead: boolean;
  /** Stories in all sections together, without the lead. */
  readonly maxStories: number;
  /** Stories in one section; not applied to an issue that has a single section. */
  readonly maxPerSection: number;
  readonly maxSections: number;
  readonly maxInBrief: number;
  /** Links under "more on the web". What is over this waits for the next issue. */
  readonly maxMore: number;
  /** With fewer stories than this the issue is held back. */
  readonly minArticles: number;
  /** How many days before the slot a late arrival may be dated. */
  readonly lateDays: number;
  /** How many of the newest articles the first issue starts with. */
  readonly firstIssueArticles: number;
  readonly sameStory: SameStoryRules;
}

export const defaultSelectionRules: SelectionRules = {
  topics: [],
  only: [],
  exclude: [],
  catchAll: undefined,
  generalTitle: "More news",
  languages: [],
  lead: true,
  maxStories: 8,
  maxPerSection: 3,
  maxSections: 6,
  maxInBrief: 10,
  maxMore: 20,
  minArticles: 1,
  lateDays: 30,
  firstIssueArticles: 14,
  sameStory: { threshold: 0.2, maxDaysApart: 5 },
};
