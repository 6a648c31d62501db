import matter from "gray-matter";
import yaml from "js-yaml";
import { parse as parseToml, TomlDate, TomlError } from "smol-toml";

import { ArticleRefusal } from "./article-refusal.ts";
import type { SplitFile } from "./split-front-matter.ts";

/** Front matter with every scalar as the text the author wrote: what it means is decided field by field. */
export type FrontMatterValue = string | null | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** Keys are folded: lower case, without `_`, `-` and spaces, so that `published_at` and `publishedAt` are one. */
export type FrontMatter = ReadonlyMap<string, FrontMatterValue>;

const maxValues = 10_000;

// YAML's own resolution of scalars moves impossible dates and reads 12:30:45 as a number: every scalar stays text.
const yamlOptions = {
  schema: yaml.FAILSAFE_SCHEMA,
  json: true,
  engines: {
    javascript: (): object => {
      throw new ArticleRefusal("Front matter in JavaScript is not executed; write it as YAML, TOML or JSON.", 1);
    },
  },
};

/** Reads a block of front matter. Throws ArticleRefusal with the line of the fault. */
export function parseFrontMatter(split: SplitFile): FrontMatter {
  const data = split.dialect === "toml" ? readToml(split) : split.dialect === "yaml" ? readYaml(split) : {};
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw new ArticleRefusal("The front matter is not a list of keys and values, such as `title: …`.", split.blockLine);
  }
  const budget = { values: maxValues };
  const fields = new Map<string, FrontMatterValue>();
  for (const [key, value] of Object.entries(data)) fields.set(foldKey(key), toValue(value, budget));
  return fields;
}

export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/g, "");
}

function readYaml(split: SplitFile): unknown {
  if (split.block.trim() === "") return {};
  try {
    return matter(`---\n${split.block}---\n`, yamlOptions).data;
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    const line = error.mark === undefined ? undefined : error.mark.line + split.blockLine - 1;
    throw new ArticleRefusal(`The front matter is not valid YAML: ${error.reason}.`, line);
  }
}

function readToml(split: SplitFile): unknown {
  try {
    return parseToml(split.block);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const first = error.message.split("\n", 1)[0] ?? "";
    throw new ArticleRefusal(`The front matter is not valid TOML: ${first}.`, error.line + split.blockLine - 1);
  }
}

function toValue(value: unknown, budget: { values: number }): FrontMatterValue {
  if (--budget.values < 0) throw new ArticleRefusal(`The front matter holds more than ${maxValues} values.`);
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => toValue(item, budget));
  if (typeof value === "object") {
    const fields = Object.entries(value).map(([key, item]) => [foldKey(key), toValue(item, budget)] as const);
    return Object.assign(Object.create(null) as object, Object.fromEntries(fields));
  }
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint" ? String(value) : null;
}
