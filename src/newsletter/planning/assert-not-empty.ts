import { GazetteError } from "../../platform/errors.ts";
import type { IssuePlan } from "./plan-issue.ts";

/** @throws GazetteError `articles-empty` where there is nothing to write or send. */
export function assertNotEmpty({ scan }: Pick<IssuePlan, "scan">, dir: string): void {
  if (scan.articles.length + scan.refused.length > 0) return;
  const [first] = scan.passedOver;
  throw new GazetteError("articles-empty", `There are no articles in ${dir}.`, {
    hint:
      first === undefined
        ? "Put Markdown files (.md) there, or name another folder with ARTICLES_DIR or --articles."
        : `${first.path} is passed over: ${first.reason}.`,
  });
}
