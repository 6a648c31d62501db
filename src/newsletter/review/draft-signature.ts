import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Config, NewsletterConfig } from "../../config/config.ts";
import { packageRoot } from "../../platform/package-root.ts";
import type { IssuePlan } from "../planning/plan-issue.ts";

/**
 * What a draft is made from, as one short text: articles, their places, settings, theme. Another one means that something
 * was edited; it costs a look at the folder and no rendering.
 */
export function signDraft(config: Config, newsletter: NewsletterConfig, plan: IssuePlan): string {
  const { number, slot, overrides, window, selection } = plan;
  const articles = selection.verdicts
    .filter(({ inIssue }) => inIssue)
    .map(({ article, place, section, rank }) => [article.path, article.contentHash, place, section, rank]);
  // Who receives it is decided when it goes.
  const settings = { ...newsletter, to: [] };
  const parts = [number, slot, overrides, window.window, articles, settings, stampTheme(config, newsletter)];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Names and times of change of the theme's files, and of what themes share. */
function stampTheme({ root }: Config, { theme }: NewsletterConfig): readonly unknown[] {
  const folders = [join(root, "templates"), join(packageRoot(), "templates")];
  return folders.flatMap((folder) => [theme, "partials"].map((name) => stampFolder(join(folder, name))));
}

function stampFolder(folder: string): readonly unknown[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const { mtimeMs, size } = statSync(path);
        return [path, mtimeMs, size];
      });
  } catch {
    // A theme that is not there is reported when it is rendered.
    return [];
  }
}
