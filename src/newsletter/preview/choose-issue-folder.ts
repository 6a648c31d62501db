import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { localDay } from "../../platform/zoned-text.ts";
import { findIssueOfSlot } from "../../storage/issues/issues.ts";
import type { IssueManifest } from "../manifest.ts";
import type { NewsletterContext } from "../newsletter-context.ts";

/** Below the newsletter's folder; a name that lists of issues pass over. */
const emptyFolder = ".nothing-new";

/**
 * Where an issue is written: `<out>/<newsletter>/<slot date>`. The page of an issue that went out is never replaced by
 * that of another: the second issue of one day has its number in the name, and one without an article is no issue to keep.
 */
export async function chooseIssueFolder(
  { config, newsletter, database }: NewsletterContext,
  { issue, articles }: IssueManifest,
): Promise<string> {
  const folder = join(config.out, newsletter.key);
  const dated = join(folder, localDay(new Date(issue.slot), newsletter.timeZone));
  const before = await readIssue(dated);
  if (before === undefined) return articles.length > 0 ? dated : join(folder, emptyFolder);
  const sent =
    database === undefined ? undefined : await findIssueOfSlot(database, newsletter.key, before.slot);
  const isItself = sent?.slot === issue.slot && sent.number === issue.number;
  if (sent === undefined || sent.state === "cancelled" || isItself) return dated;
  return articles.length > 0 ? `${dated}-no-${issue.number}` : join(folder, emptyFolder);
}

async function readIssue(folder: string): Promise<IssueManifest["issue"] | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, "issue.json"), "utf8")) as Partial<IssueManifest>;
    return typeof manifest.issue?.slot === "string" ? manifest.issue : undefined;
  } catch {
    return undefined;
  }
}
