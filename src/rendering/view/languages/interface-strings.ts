/**
 * A phrase with a count: one form a plural category of the language (`Intl.PluralRules`), `other` always.
 * `{count}` and other names in braces are filled in.
 */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Every phrase that Gazette itself says to a reader, in one language. */
export interface InterfaceStrings {
  /** `{number}`: the issue's number. */
  readonly issueNumber: string;
  /** `{dates}`: the days the articles come from. */
  readonly covering: string;
  /** Before the list of what is in the issue, with its colon. */
  readonly inside: string;
  readonly inBrief: string;
  readonly moreOnTheWeb: string;
  /** `{names}`: the authors, as a list. */
  readonly byline: string;
  readonly readingTime: PluralForms;
  /** `{title}`: so that the link makes sense when it is read out alone. */
  readonly continueReading: string;
  /** Before the headline of another article about the same event, with its colon. */
  readonly seeAlso: string;
  readonly storyCount: PluralForms;
  /** A link, for all that has no room at all. */
  readonly moreStories: PluralForms;
  /** `{title}`: the newsletter. */
  readonly reason: string;
  /** `{address}`: the reader's. */
  readonly sentTo: string;
  readonly preferences: string;
  readonly unsubscribe: string;
}

/** Names of the phrases without and with a count. */
export type PhraseName = {
  [K in keyof InterfaceStrings]: InterfaceStrings[K] extends string ? K : never;
}[keyof InterfaceStrings];
export type CountedPhraseName = {
  [K in keyof InterfaceStrings]: InterfaceStrings[K] extends PluralForms ? K : never;
}[keyof InterfaceStrings];
