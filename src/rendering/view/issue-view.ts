import type { ScriptView } from "./language-script.ts";
import type { Palette } from "../theme.ts";

/** A story as templates see it. What is absent is empty, 0 or null, never missing: templates are strict. */
export interface StoryView extends ScriptView {
  readonly id: string;
  readonly title: string;
  /** So long, or with so long a word, that it should be set smaller. */
  readonly longTitle: boolean;
  readonly url: string;
  readonly date: Date;
  readonly topic: string;
  readonly authors: readonly string[];
  readonly excerpt: string;
  /** HTML, sanitised, its headings below a story's own. */
  readonly html: string;
  /** The whole of it stands here, instead of the excerpt. */
  readonly whole: boolean;
  readonly minutes: number;
  readonly image: ImageView | null;
  readonly sameStory: readonly LinkView[];
}

export interface ImageView {
  readonly src: string;
  readonly alt: string;
  /** Pixels; 0 where it is not known. */
  readonly width: number;
  readonly height: number;
}

export interface LinkView {
  readonly title: string;
  readonly url: string;
  /** Empty where there is an address. */
  readonly excerpt: string;
}

export interface SectionView {
  readonly key: string;
  readonly title: string;
  readonly stories: readonly StoryView[];
}

/** All that a theme's templates may use; template-data.ts says the same at run time, with examples. */
export interface IssueView extends ScriptView {
  readonly title: string;
  readonly tagline: string;
  readonly key: string;
  readonly number: number;
  readonly date: Date;
  readonly firstDay: Date;
  readonly lastDay: Date;
  readonly subject: string;
  readonly preheader: string;
  readonly openingNote: string;
  readonly inside: readonly { readonly title: string; readonly count: number }[];
  /** Whether `inside` has more than one entry. */
  readonly severalInside: boolean;
  readonly storyCount: number;
  readonly minutes: number;
  readonly lead: StoryView | null;
  readonly sections: readonly SectionView[];
  readonly inBrief: readonly StoryView[];
  readonly more: readonly LinkView[];
  readonly rest: { readonly count: number; readonly url: string } | null;
  readonly website: string;
  readonly sender: { readonly name: string; readonly address: string };
  readonly postalAddress: string;
  readonly reason: string;
  /** IANA name; dates are shown in it. */
  readonly timeZone: string;
  readonly theme: {
    readonly name: string;
    readonly light: Palette;
    readonly dark: Palette;
    readonly options: Readonly<Record<string, string | number | boolean>>;
  };
}
