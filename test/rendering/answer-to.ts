import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { GazetteError } from "../../src/platform/errors.ts";
import { loadTheme } from "../../src/rendering/load-theme.ts";
import { renderEdition } from "../../src/rendering/render-edition.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeFullIssue } from "./make-issue.ts";
import { templatesDir } from "./render-copy.ts";

export const issueFile = "broadsheet/issue.mjml.hbs";
export const articleFile = "broadsheet/article.mjml.hbs";

/**
 * What a mistake put into broadsheet is answered with; the line is that of the mistake.
 *
 * @param right - Undefined: the whole file.
 */
export async function answerTo(
  file: string,
  right: string | undefined,
  wrong: string,
  issue = makeFullIssue(6),
): Promise<string> {
  const dir = temporaryFolder();
  cpSync(templatesDir, dir, { recursive: true });
  const path = join(dir, file);
  const source = readFileSync(path, "utf8");
  const replaced = right ?? source;
  const at = source.indexOf(replaced);
  expect(at, `"${replaced}" is in ${file}`).not.toBe(-1);
  writeFileSync(path, source.slice(0, at) + wrong + source.slice(at + replaced.length));
  const line = source.slice(0, at).split("\n").length;
  const error = await renderEdition(issue, await loadTheme("broadsheet", [dir])).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof GazetteError)) throw new Error(`no mistake was found: ${String(error)}`);
  expect(error.code).toBe("template-invalid");
  return error.message.replaceAll(dir, "").replace(`line ${line}:`, "the line:");
}
