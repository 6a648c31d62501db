import type { Article } from "../../articles/article.ts";
import { GazetteError } from "../../platform/errors.ts";
import { compileKeywords } from "./keyword-pattern.ts";
import type { TopicMatch } from "../terms/selection-rules.ts";
import { topicKey } from "./topic-key.ts";
import { topicLevels } from "./topic-levels.ts";

/**
 * How sure a match is: the author said so in the front matter, by the folder, in the title; or only the by-line or
 * the text speak for it. Multiplied by the topic's weight, the highest decides the section.
 */
const matchStrength = { value: 5, folder: 4, title: 3, author: 2, text: 1 } as const;

const byFolder: Match = { strength: matchStrength.folder, by: "its folder" };
const byAuthor: Match = { strength: matchStrength.author, by: "its author" };

/** What of an article topics are matched against, prepared once for all topics. */
export interface MatchSubject {
  readonly values: readonly string[];
  /** Folders above the file, lower case, ending in a slash. */
  readonly folder: string;
  readonly authors: readonly string[];
  readonly title: string;
  /** Read when the first topic asks for it. */
  text(): string;
}

/** What of an article a topic was recognised by. */
export interface Match {
  readonly strength: number;
  /** Such as `"regatta" in its title`. */
  readonly by: string;
}

/** Undefined: no match. */
export type CompiledMatch = (subject: MatchSubject) => Match | undefined;

export function prepareSubject(
  article: Article,
  textOf: ((article: Article) => string | undefined) | undefined,
): MatchSubject {
  let text: string | undefined;
  return {
    values: article.topics.flatMap(keyAndAncestors),
    folder: article.path
      .slice(0, article.path.lastIndexOf("/") + 1)
      .normalize("NFC")
      .toLowerCase(),
    authors: article.authors.map(topicKey),
    title: article.title.normalize("NFKC"),
    text: () => (text ??= (textOf?.(article) ?? article.summary ?? "").normalize("NFKC")),
  };
}

/**
 * @param names Front matter values that count besides those of the match: a topic's key, title and aliases.
 * @param place For the error, such as `topic "energy"`.
 * @throws GazetteError `config-invalid` for a pattern that is no regular expression.
 */
export function compileMatch(match: TopicMatch, names: readonly string[], place: string): CompiledMatch {
  const values = new Set([...names, ...(match.values ?? [])].map(topicKey));
  const folders = (match.folders ?? []).map(toFolder);
  const authors = new Set((match.authors ?? []).map(topicKey));
  const keywords = compileKeywords(match.keywords ?? []);
  const pattern = compilePattern(match.pattern, place);
  const occursIn = (text: string): string | undefined => (keywords?.exec(text) ?? pattern?.exec(text))?.[0];
  const readsText = keywords !== undefined || pattern !== undefined;
  return (subject) => {
    const value = subject.values.find((own) => values.has(own));
    if (value !== undefined) return { strength: matchStrength.value, by: `"${value}" in its front matter` };
    if (folders.some((folder) => subject.folder.startsWith(folder))) return byFolder;
    const inTitle = readsText ? occursIn(subject.title) : undefined;
    if (inTitle !== undefined) return { strength: matchStrength.title, by: `"${inTitle}" in its title` };
    if (subject.authors.some((author) => authors.has(author))) return byAuthor;
    const inText = readsText ? occursIn(subject.text()) : undefined;
    return inText === undefined ? undefined : { strength: matchStrength.text, by: `"${inText}" in its text` };
  };
}

/** A nested topic `energy/wind` is also of the topic `energy`. */
export function keyAndAncestors(name: string): string[] {
  return topicLevels(name).map(topicKey).reverse();
}

function toFolder(folder: string): string {
  return `${folder
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\.?\/+|\/+$/g, "")}/`;
}

function compilePattern(pattern: string | RegExp | undefined, place: string): RegExp | undefined {
  if (pattern === undefined) return undefined;
  // A `g` or `y` would make the answer depend on the article before.
  if (pattern instanceof RegExp) return new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ""));
  try {
    return new RegExp(pattern, "iu");
  } catch (cause) {
    throw new GazetteError("config-invalid", `The pattern of ${place} is no regular expression: ${pattern}`, {
      hint: "Write a JavaScript regular expression for the u flag: a backslash only before a character that needs it.",
      cause,
    });
  }
}
