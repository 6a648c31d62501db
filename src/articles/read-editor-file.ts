import { existsSync } from "node:fs";
import { join } from "node:path";
import { GazetteError } from "../platform/errors.ts";
import { ArticleRefusal } from "./article-refusal.ts";
import { decodeFile } from "./files/decode-text.ts";
import { readFileBytes } from "./files/read-file.ts";
import { findValue, isList, readText } from "./front-matter/fields/field-values.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { parseFrontMatter } from "./front-matter/syntax/parse-front-matter.ts";
import { splitFrontMatter } from "./front-matter/syntax/split-front-matter.ts";

/** The file in the articles folder with which an editor overrules one issue. */
export const editorFileName = "issue.md";

/** The fields it may have, as the docs write them. */
export const editorFields = ["slot", "newsletter", "subject", "preheader", "pinned", "leftOut"] as const;

const known = new Set([...editorFields.map((name) => name.toLowerCase()), "pin", "exclude", "omit"]);

/** What an editor decided for the issue of one day. */
export interface EditorFile {
  /** The day of the slot it is for, such as `2026-11-23`. */
  readonly slot: string;
  /** The newsletter it is for; undefined: every one. */
  readonly newsletter: string | undefined;
  readonly subject: string | undefined;
  readonly preheader: string | undefined;
  /** Paths or ids of articles that go first, in this order. */
  readonly pinned: readonly string[];
  /** Paths or ids of articles that stay out. */
  readonly leftOut: readonly string[];
  /** Fields that mean nothing here, most often misspelt ones; in lower case, without hyphens. */
  readonly unknownFields: readonly string[];
  /** The opening note as written, Markdown; empty where there is none. */
  readonly note: string;
}

/**
 * Reads `issue.md` of an articles folder. Without a `slot` in its front matter it is an article like any other.
 *
 * @throws GazetteError `article-invalid` where it is for a slot and cannot be understood: guessing would send the wrong issue.
 */
export function readEditorFile(dir: string): EditorFile | undefined {
  const path = join(dir, editorFileName);
  if (!existsSync(path)) return undefined;
  try {
    const { bytes } = decodeFile(readFileBytes(path));
    const split = splitFrontMatter(bytes);
    const fields = parseFrontMatter(split);
    const slot = fields === undefined ? undefined : readText(fields, "slot");
    if (fields === undefined || slot === undefined) return undefined;
    const day = /^\d{4}-\d{2}-\d{2}/u.exec(slot)?.[0];
    if (day === undefined) {
      throw invalid(path, `its slot is "${slot}"`, "Write the day of the issue, such as slot: 2026-11-23.");
    }
    return {
      slot: day,
      newsletter: readText(fields, "newsletter"),
      subject: readText(fields, "subject"),
      preheader: readText(fields, "preheader"),
      pinned: readNames(fields, "pinned", "pin"),
      leftOut: readNames(fields, "leftout", "exclude", "omit"),
      unknownFields: [...fields.keys()].filter((name) => !known.has(name)),
      note: bytes.toString("utf8", split.bodyStart).trim(),
    };
  } catch (error) {
    if (!(error instanceof ArticleRefusal)) throw error;
    const place = error.line === undefined ? path : `${path}:${error.line}`;
    throw invalid(
      place,
      error.message,
      "Mend its front matter; until then no issue is made, because the editor's wish is not known.",
    );
  }
}

/** A list, or one name. */
function readNames(fields: FrontMatter, ...keys: readonly string[]): string[] {
  const value = findValue(fields, keys)?.value;
  const names = isList(value) ? value : [value];
  return names.filter((name) => typeof name === "string").map((name) => name.trim());
}

function invalid(place: string, found: string, hint: string): GazetteError {
  return new GazetteError("article-invalid", `${place} cannot be followed: ${found}.`, { hint });
}
