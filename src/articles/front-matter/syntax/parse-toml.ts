import { parse, TomlDate, TomlError } from "smol-toml";
import { ArticleRefusal } from "../../article-refusal.ts";
import { toFrontMatter, type FrontMatter } from "../front-matter.ts";
import { parseDate } from "../dates/parse-date.ts";
import { explainToml } from "./explain-fault.ts";
import { parseJuliaDefinitions } from "./parse-julia-definitions.ts";
import { refuseTemplate } from "./refuse-template.ts";
import type { SplitFile } from "./split-file.ts";

/**
 * Reads a block of TOML, or of Julia between TOML's fences.
 *
 * @throws ArticleRefusal with the line of the fault.
 */
export function parseToml(split: SplitFile): FrontMatter {
  let data;
  try {
    // Identities of posts elsewhere, which comments are asked for by, are larger than a number holds exactly.
    data = parse(split.block, { integersAsBigInt: "asNeeded" });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // Franklin writes Julia between the same fences: what is not TOML may be that.
    if (
      /^[ \t]*(?:title|published|authors?|date)[ \t]*=/m.test(split.block) &&
      /"""|\bDate\(|=\s*(?:\[\s*)?\(|^using /m.test(split.block)
    ) {
      return parseJuliaDefinitions(split.block);
    }
    refuseTemplate(split);
    const reason = (error.message.split("\n", 1)[0] ?? "").replace(/^Invalid TOML document: /, "");
    const row = split.block.split("\n")[error.line - 1] ?? "";
    throw new ArticleRefusal(
      `The front matter is not valid TOML: ${reason}${explainToml(row)}.`,
      split.blockLine + error.line - 1,
    );
  }
  refuseRolledDates(split, collectDates(data));
  return toFrontMatter(data, (value) => {
    if (value instanceof TomlDate) return value.toISOString();
    return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
      ? String(value)
      : undefined;
  });
}

/** The keys that have a date for a value, at any depth, each with its day as the parser understood it. */
function collectDates(data: object): ReadonlySet<string> {
  const dates = new Set<string>();
  const collect = (map: object): void => {
    for (const [key, value] of Object.entries(map) as [string, unknown][]) {
      if (value instanceof TomlDate) dates.add(`${key} ${value.toISOString().slice(0, 10)}`);
      else if (typeof value === "object" && value !== null) collect(value);
    }
  };
  collect(data);
  return dates;
}

/** The TOML parser makes 1 March of 2024-02-30, so its dates are held against the text before they are believed. */
function refuseRolledDates(split: SplitFile, dates: ReadonlySet<string>): void {
  if (dates.size === 0) return;
  for (const [at, row] of split.block.split("\n").entries()) {
    for (const [, key = "", date = ""] of row.matchAll(
      /([\w-]+)["']?\s{0,20}=\s{0,20}(\d{4}-\d{2}-\d{2})/g,
    )) {
      if (parseDate(date).kind === "date") continue;
      const rolled = new Date(date);
      if (!Number.isNaN(rolled.getTime()) && !dates.has(`${key} ${rolled.toISOString().slice(0, 10)}`))
        continue;
      throw new ArticleRefusal(`The date ${date} does not exist.`, split.blockLine + at);
    }
  }
}
