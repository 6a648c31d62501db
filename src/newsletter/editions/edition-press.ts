import { createHash } from "node:crypto";
import { assemblePieces } from "../../rendering/assemble-edition.ts";
import { type CompiledIssue, compileIssue } from "../../rendering/compile-issue.ts";
import type { Edition } from "../../rendering/edition.ts";
import { splitParagraphs } from "../../rendering/edition-pieces.ts";
import { renderWithin } from "../../rendering/render-within.ts";
import { listShortenings, shortenToFit } from "../../rendering/shorten-issue.ts";
import type { ShorterForm, StoryChoice } from "../../rendering/story-choice.ts";
import { findInterfaceLanguage } from "../../rendering/view/phrases.ts";
import {
  createEditionChooser,
  type EditionChoice,
  type ReaderWish,
} from "../../selection/editions/edition-choice.ts";
import { listShown } from "../../selection/terms/list-shown.ts";
import type { SubjectLine } from "../../selection/subject/subject.ts";
import { GazetteError } from "../../platform/errors.ts";
import { assembleIssue, composeInbox } from "./assemble-issue.ts";
import type { EditionSource } from "./edition-source.ts";
import type { Issue } from "../../rendering/issue.ts";

/** The key of the edition that holds all of an issue. */
export const wholeIssue = "whole";

/** One edition, before anything in it is personal. Joined, its pieces are its HTML and its text. */
export interface ComposedEdition {
  readonly key: string;
  /** Of the interface, BCP 47. */
  readonly language: string;
  readonly choice: EditionChoice;
  readonly subject: string;
  readonly preheader: string;
  readonly html: readonly string[];
  readonly text: readonly string[];
  readonly bytes: { readonly html: number; readonly text: number };
  /** SHA-256, hexadecimal, of all that a reader sees of it but its pictures. */
  readonly hash: string;
}

/** Makes the editions of one issue. */
export interface EditionPress {
  /** What a reader would get; nothing is rendered. */
  readonly choose: (wish: ReaderWish) => EditionChoice;
  /**
   * @returns The same object for all wishes with the same edition; undefined: nothing is left for this wish.
   * @throws GazetteError `template-invalid`.
   */
  readonly compose: (wish: ReaderWish) => Promise<ComposedEdition | undefined>;
}

/** @param whole - The issue as everyone gets it who chose nothing. */
export function openPress(source: EditionSource, whole: Omit<Edition, "mjml">): EditionPress {
  const { masthead, selection, rules, theme, maxHtmlBytes } = source;
  const choose = createEditionChooser(selection, rules);
  const everything = choose({ topics: [] });
  const byKey = new Map<string, ComposedEdition>();
  const finish = createFinisher();
  byKey.set(
    wholeIssue,
    finish(wholeIssue, masthead.language, everything, whole, { html: [whole.html], text: [whole.text] }),
  );

  /** All that readers of one language may get, compiled once. */
  const bundles = new Map<string, Promise<Bundle>>();
  const openBundle = (all: EditionChoice, language: string): Promise<Bundle> => {
    const name = `${language} ${all.key}`;
    const bundle = bundles.get(name) ?? compileBundle(source, assembleIssue(source, all, language));
    bundles.set(name, bundle);
    return bundle;
  };

  const render = async (
    wish: ReaderWish,
    choice: EditionChoice,
    language: string,
    inbox: SubjectLine,
  ): Promise<Pieces> => {
    const isKnown = (wish.received?.size ?? 0) > 0;
    const bundle = isKnown
      ? undefined
      : await openBundle(choose({ topics: [], language: wish.language }), language);
    if (bundle?.compiled === undefined) {
      // Links under a story differ with what the reader knows, and some themes cannot be taken apart.
      const { edition } = await renderWithin(assembleIssue(source, choice, language), theme, maxHtmlBytes);
      return { html: edition.html.split(/(?<=\n)/u), text: splitParagraphs(edition.text) };
    }
    const { html, text } = fitEdition(bundle.compiled, bundle, {
      articles: listPaths(choice),
      inbox,
    });
    return { html, text: splitParagraphs(text) };
  };

  return {
    choose,
    compose: async (wish) => {
      const choice = choose(wish);
      if (choice.isEmpty) return undefined;
      const language = chooseInterface(wish.language, masthead.language);
      const isWhole = choice.key === everything.key && language === masthead.language;
      const key = isWhole ? wholeIssue : editionKeyOf(choice, language);
      const known = byKey.get(key);
      if (known !== undefined) return known;
      const inbox = composeInbox(source, choice, language);
      const edition = finish(key, language, choice, inbox, await render(wish, choice, language, inbox));
      byKey.set(key, edition);
      return edition;
    },
  };
}

/** The reader's own language where the theme speaks it, else the newsletter's. */
export function chooseInterface(wanted: string | undefined, own: string): string {
  const found = wanted === undefined ? undefined : findInterfaceLanguage(wanted);
  return found === undefined || found === findInterfaceLanguage(own) ? own : found;
}

/** The same for the same choice in every build, and no longer than a name of a file may be. */
function editionKeyOf({ key }: EditionChoice, language: string): string {
  return createHash("sha256").update(`${language}\n${key}`).digest("hex").slice(0, 16);
}

function listPaths(choice: EditionChoice): ReadonlySet<string> {
  return new Set([...listShown(choice), ...choice.more].map(({ path }) => path));
}

interface Pieces {
  readonly html: readonly string[];
  readonly text: readonly string[];
}

interface Bundle {
  /** Undefined: the theme cannot be taken apart. */
  readonly compiled: CompiledIssue | undefined;
  /** What is shorter, so that all of it fits. */
  readonly forms: ReadonlyMap<string, ShorterForm>;
  readonly maxBytes: number;
}

/** Shortens at least what the whole issue does, so that every edition is in its order. */
async function compileBundle(source: EditionSource, issue: Issue): Promise<Bundle> {
  const { theme, maxHtmlBytes: maxBytes } = source;
  const shown = new Map(
    source.selection.translations.flatMap((group) =>
      group.versions.map(({ article }) => [article.path, group.shown.path] as const),
    ),
  );
  const steps = listShortenings(issue);
  const forms = new Map(
    steps.flatMap(({ path }) => {
      const form = source.forms.get(shown.get(path) ?? path);
      return form === undefined ? [] : [[path, form] as const];
    }),
  );
  try {
    const plain = forms.size === 0 ? await compileIssue(issue, theme) : undefined;
    if (plain !== undefined && sizeOf(plain, forms) <= maxBytes) return { compiled: plain, forms, maxBytes };
    const compiled = await compileIssue(issue, theme, { hasForms: true });
    const fitted =
      sizeOf(compiled, forms) <= maxBytes
        ? forms
        : shortenToFit(steps, (tried) => sizeOf(compiled, tried), maxBytes);
    return { compiled, forms: fitted, maxBytes };
  } catch (error) {
    if (error instanceof GazetteError && error.code === "template-invalid")
      return { compiled: undefined, forms, maxBytes };
    throw error;
  }
}

function sizeOf(compiled: CompiledIssue, forms: ReadonlyMap<string, ShorterForm>): number {
  return countBytes(assemblePieces(compiled, { forms }).html);
}

function countBytes(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
}

/** A choice has more room than the whole: what was cut where it stands is given back, where it then fits. */
function fitEdition(
  compiled: CompiledIssue,
  { forms, maxBytes }: Bundle,
  choice: StoryChoice,
): ReturnType<typeof assemblePieces> {
  if (forms.size === 0) return assemblePieces(compiled, choice);
  const moved = new Map([...forms].filter(([, form]) => form === "brief" || form === "link"));
  const roomy = assemblePieces(compiled, { ...choice, forms: moved });
  return countBytes(roomy.html) <= maxBytes ? roomy : assemblePieces(compiled, { ...choice, forms });
}

interface KnownPiece {
  readonly piece: string;
  readonly bytes: number;
  readonly hash: string;
}

/** Ten thousand editions share most of their pieces: each is one string in memory, measured and hashed once. */
function createFinisher() {
  const known = new Map<string, KnownPiece>();
  const share = (pieces: readonly string[]): { pieces: string[]; bytes: number; hashes: string } => {
    const shared = pieces.map((piece) => {
      const one = known.get(piece) ?? {
        piece,
        bytes: Buffer.byteLength(piece),
        hash: createHash("sha256").update(piece).digest("base64"),
      };
      known.set(piece, one);
      return one;
    });
    return {
      pieces: shared.map(({ piece }) => piece),
      bytes: shared.reduce((sum, { bytes }) => sum + bytes, 0),
      hashes: shared.map(({ hash }) => hash).join(""),
    };
  };
  return (
    key: string,
    language: string,
    choice: EditionChoice,
    { subject, preheader }: { readonly subject: string; readonly preheader: string },
    pieces: Pieces,
  ): ComposedEdition => {
    const [html, text] = [share(pieces.html), share(pieces.text)];
    const hash = createHash("sha256").update(JSON.stringify([subject, preheader, html.hashes, text.hashes]));
    return {
      key,
      language,
      choice,
      subject,
      preheader,
      html: html.pieces,
      text: text.pieces,
      bytes: { html: html.bytes, text: text.bytes },
      hash: hash.digest("hex"),
    };
  };
}
