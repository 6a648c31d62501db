import { createHash } from "node:crypto";
import type { ArticleLoss } from "../checks/checked-edition.ts";
import type { ShorterForm } from "../rendering/story-choice.ts";
import type { VerdictKind } from "../selection/terms/verdict.ts";

/** What `issue.json` and `build --json` say of an issue. Instants are ISO 8601 in UTC. */
export interface IssueManifest {
  readonly issue: {
    readonly newsletter: string;
    readonly number: number;
    readonly slot: string;
    /** The days its articles come from, half-open. */
    readonly since: string;
    readonly until: string;
    /** One sentence: why it is these days. */
    readonly window: string;
    readonly timeZone: string;
    readonly title: string;
    readonly subject: string;
    readonly preheader: string;
    /** SHA-256, hexadecimal, of everything a reader can see: the issue's identity. */
    readonly hash: string;
  };
  /** The articles in the issue, in the order a reader meets them. */
  readonly articles: readonly ManifestArticle[];
  /** `considered` is the number of files; the verdicts add up to it. */
  readonly counts: Readonly<{ considered: number } & Partial<Record<VerdictKind, number>>>;
  /** Relative to the issue's folder. */
  readonly files: Readonly<Record<"html" | "text" | "mjml" | "eml" | "manifest", string>>;
  readonly bytes: { readonly html: number; readonly text: number };
  /**
   * What stands in the issue shorter than it was chosen for, so that the HTML fits: without its excerpt
   * (`headline`), in brief, as a link, or with an excerpt instead of all its text. Articles keep their section above.
   */
  readonly shortened: readonly { readonly path: string; readonly how: ShorterForm }[];
  /** What different readers get, the edition of most readers first; empty where nobody receives it yet. */
  readonly editions: readonly ManifestEdition[];
  /** How many readers get no email, because nothing of the issue is left for what they chose. */
  readonly readersWithoutEdition: number;
  /** What the editor should know, what the articles' scan noted, and what the checks found. */
  readonly findings: readonly ManifestFinding[];
  /** Links and pictures of articles that lead nowhere and were left out. */
  readonly losses: readonly ArticleLoss[];
  /** Why it went out although checks found errors; not there where they found none. */
  readonly forced?: { readonly reason: string; readonly errors: number };
}

export interface ManifestArticle {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** Where it is on the web; not there where it is not. */
  readonly url?: string;
  readonly date: string;
  readonly section: string;
  readonly rank: number;
  readonly topics: readonly string[];
}

/** The issue as some readers get it. */
export interface ManifestEdition {
  /** `whole`: all of the issue. */
  readonly key: string;
  /** What most of its readers chose; empty: everything. */
  readonly topics: readonly string[];
  /** Of the interface, BCP 47. */
  readonly language: string;
  readonly subject: string;
  readonly preheader: string;
  /** Paths, in reading order. */
  readonly articles: readonly string[];
  readonly recipients: number;
  readonly bytes: { readonly html: number; readonly text: number };
  /** SHA-256, hexadecimal, of what a reader sees of it; the issue's own covers it. */
  readonly hash: string;
}

export interface ManifestFinding {
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
}

/** Everything a reader can see of an issue, before it is personal. */
export interface IssueContent {
  readonly newsletter: string;
  readonly number: number;
  readonly slot: string;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  readonly images: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Key and hash of every other edition, by key. */
  readonly editions: readonly (readonly [key: string, hash: string])[];
}

/** The identity of an issue: a change of one byte that a reader could see gives another. */
export function hashIssue(content: IssueContent): string {
  const images = content.images.map(({ name, bytes }) => [
    name,
    createHash("sha256").update(bytes).digest("hex"),
  ]);
  return createHash("sha256")
    .update(JSON.stringify({ ...content, images }))
    .digest("hex");
}
