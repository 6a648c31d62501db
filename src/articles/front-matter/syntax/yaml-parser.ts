import { createRequire } from "node:module";
import type matter from "gray-matter";
import type yaml from "js-yaml";
import { ArticleRefusal } from "../../article-refusal.ts";

/** What parses YAML that `parseFlatYaml` leaves. */
interface YamlParser {
  /** The data of a file that begins with a block of YAML. */
  readonly read: (file: string) => unknown;
  readonly YAMLException: (typeof yaml)["YAMLException"];
}

export type YamlFault = InstanceType<YamlParser["YAMLException"]>;

let parser: YamlParser | undefined;

/** Loaded when the first file asks for it: that takes 18 ms, which a folder of plain front matter need not pay. */
export function loadYamlParser(): YamlParser {
  if (parser !== undefined) return parser;
  const load = createRequire(import.meta.url);
  const grayMatter = load("gray-matter") as typeof matter;
  const { FAILSAFE_SCHEMA: schema, YAMLException } = load("js-yaml") as typeof yaml;
  // gray-matter hands these on to js-yaml. With the fail-safe schema every scalar stays as written; a repeated key
  // counts as Jekyll counts it, the last one.
  const options = { schema, json: true, language: "yaml", engines: { javascript: neverExecute } };
  parser = { read: (file) => grayMatter(file, options).data, YAMLException };
  return parser;
}

// gray-matter would run JavaScript for some marks; the block is cut and vetted before it gets there, and this holds even so.
function neverExecute(): object {
  throw new ArticleRefusal("Front matter in JavaScript is not executed; write it as YAML, TOML or JSON.", 1);
}
