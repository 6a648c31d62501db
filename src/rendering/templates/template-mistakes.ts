import { GazetteError } from "../../platform/errors.ts";
import type { TemplateMistake } from "./check-template.ts";

const mostShown = 8;

/** One error for all mistakes of a theme, a line each: place, found, expected. */
export function templateError(mistakes: readonly TemplateMistake[], cause?: unknown): GazetteError {
  const lines = mistakes.slice(0, mostShown).map(({ file, line, found, expected, calledFrom }) => {
    const caller = calledFrom === undefined ? "" : ` (this partial is called from ${calledFrom})`;
    return `${file}, line ${line}: found ${found}; expected ${expected}${caller}.`;
  });
  if (mistakes.length > mostShown) lines.push(`And ${mistakes.length - mostShown} more.`);
  return new GazetteError("template-invalid", lines.join("\n"), {
    hint: "What templates may use is listed in docs/themes.md.",
    cause,
  });
}
