import { GazetteError } from "../../platform/errors.ts";
import type { BuiltIssue } from "../building/build-issue.ts";
import type { IssueManifest } from "../manifest.ts";

/** More of them in one message would hide the first. */
const shownErrors = 10;

/**
 * Lets an issue go out where no check found an error, or where a person says why it goes all the same; the reason is
 * then part of the manifest, and so of the ledger.
 *
 * @param forced - Why it goes out in spite of errors; undefined: it does not.
 * @throws GazetteError `checks-failed`, with the errors and their places.
 */
export function approveIssue(built: BuiltIssue, forced: string | undefined): BuiltIssue {
  return { ...built, manifest: approveManifest(built.manifest, forced) };
}

/** The same for the manifest of a draft. */
export function approveManifest(manifest: IssueManifest, forced: string | undefined): IssueManifest {
  const errors = manifest.findings.filter(({ severity }) => severity === "error");
  const reason = forced?.trim() ?? "";
  if (errors.length > 0 && reason !== "") return { ...manifest, forced: { reason, errors: errors.length } };
  assertNoErrors(manifest);
  return manifest;
}

/** @throws GazetteError `checks-failed`, with the errors and their places. */
export function assertNoErrors({ findings }: IssueManifest): void {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const lines = errors
    .slice(0, shownErrors)
    .map(({ place, message, remedy }) => `  ${place}: ${message} ${remedy}`);
  const more = errors.length > shownErrors ? [`  and ${errors.length - shownErrors} more`] : [];
  const count = errors.length === 1 ? "A check found an error" : `Checks found ${errors.length} errors`;
  throw new GazetteError(
    "checks-failed",
    `${count}, so nothing was sent:\n${[...lines, ...more].join("\n")}`,
    {
      hint: 'Mend it and send again, switch the rule off with a reason (docs/checks.md), or send with --force "why".',
    },
  );
}
