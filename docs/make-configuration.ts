// Writes the reference part of docs/configuration.md from the schema itself: `npm run docs`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { configSchema } from "../src/config/schema.ts";
import { settings } from "./settings.ts";

const file = join(import.meta.dirname, "configuration.md");
const start = "<!-- generated: settings -->";
const end = "<!-- end of generated -->";

/** Every setting of the schema by its path, in its order; `*` for a name or a place in a list. */
export function listSettings(schema: z.ZodType, path: readonly string[] = []): string[] {
  const bare =
    schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional
      ? (schema.unwrap() as z.ZodType)
      : schema;
  if (bare instanceof z.ZodRecord) return listSettings(bare.valueType as z.ZodType, [...path, "*"]);
  if (bare instanceof z.ZodArray && bare.element instanceof z.ZodObject)
    return listSettings(bare.element, [...path, "*"]);
  if (!(bare instanceof z.ZodObject)) return [path.join(".")];
  return Object.entries(bare.shape as Record<string, z.ZodType>).flatMap(([key, value]) =>
    listSettings(value, [...path, key]),
  );
}

/** What `settings` says of a path: its own line, or that of the group it is in. */
function describeSetting(path: string): { readonly name: string; readonly text: string } | undefined {
  const group = path.replace(/\.[^.]+$/u, ".*");
  const name = [path, group].find((candidate) => settings[candidate] !== undefined);
  return name === undefined ? undefined : { name, text: settings[name] ?? "" };
}

/**
 * The reference as Markdown.
 *
 * @throws Error for a setting that nothing describes, and for a description of a setting that is not there.
 */
export function renderSettings(): string {
  const rows = new Map<string, string>();
  for (const path of listSettings(configSchema)) {
    const described = describeSetting(path);
    if (described === undefined) throw new Error(`docs/settings.ts does not describe ${path}`);
    rows.set(described.name, described.text);
  }
  const spare = Object.keys(settings).filter((path) => !rows.has(path));
  if (spare.length > 0) throw new Error(`docs/settings.ts describes what is not there: ${spare.join(", ")}`);
  const lines = [...rows].map(([path, text]) => `| \`${path}\` | ${text.replaceAll("|", "\\|")} |`);
  return ["| setting | what it does |", "|---|---|", ...lines].join("\n");
}

/** The page with its generated part brought up to date. */
export function updatePage(page: string): string {
  const [before, rest] = [page.slice(0, page.indexOf(start) + start.length), page.slice(page.indexOf(end))];
  return `${before}\n\n${renderSettings()}\n\n${rest}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(file, updatePage(readFileSync(file, "utf8")));
