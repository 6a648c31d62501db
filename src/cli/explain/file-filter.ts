import { relative, resolve } from "node:path";
import { nearest } from "../../config/describe-problems.ts";
import { GazetteError } from "../../platform/errors.ts";
import { type VerdictKind, verdictKinds } from "../../selection/terms/verdict.ts";
import type { ExplainedFile } from "./explained-file.ts";

/** Which rows of `explain` are shown. */
export interface FileFilter {
  readonly isShown: (file: ExplainedFile) => boolean;
  /** Whether anything is asked for at all. */
  readonly isSet: boolean;
  /** What to say where nothing fits; a sentence. */
  readonly nothing: string;
}

/**
 * `--verdict` and `--path`: files that have one of the verdicts and whose path contains the text.
 *
 * @param path Also as the shell completes it, with the articles folder in front; without regard to case.
 * @throws GazetteError `usage` for a verdict that is none.
 */
export function parseFilter(
  verdicts: readonly string[] | undefined,
  path: string | undefined,
  articlesDir: string,
): FileFilter {
  const kinds = verdicts?.flatMap((names) => names.split(",")).map((name) => parseVerdict(name.trim()));
  const wanted = path === undefined ? undefined : withinFolder(path, articlesDir).toLowerCase();
  const parts = [
    ...(kinds === undefined ? [] : [`is ${kinds.join(" or ")}`]),
    ...(path === undefined ? [] : [`has "${path}" in its path`]),
  ];
  return {
    isShown: (file) =>
      (kinds === undefined || kinds.includes(file.verdict)) &&
      (wanted === undefined || file.path.normalize("NFC").toLowerCase().includes(wanted)),
    isSet: parts.length > 0,
    nothing: `No file ${parts.join(" and ")}.`,
  };
}

function withinFolder(path: string, articlesDir: string): string {
  const inside = relative(articlesDir, resolve(path));
  const isInside = inside !== "" && !inside.startsWith("..") && resolve(path) !== resolve(articlesDir, path);
  return (isInside ? inside : path.replace(/^\.\//u, "")).normalize("NFC");
}

function parseVerdict(name: string): VerdictKind {
  const kind = verdictKinds.find((candidate) => candidate === name);
  if (kind !== undefined) return kind;
  const meant = nearest(name, verdictKinds);
  throw new GazetteError("usage", `There is no verdict "${name}"; there is ${verdictKinds.join(", ")}.`, {
    ...(meant === undefined ? {} : { hint: `Did you mean "${meant}"?` }),
  });
}
