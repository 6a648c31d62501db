import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { GazetteError } from "../platform/errors.ts";
import { parseThemeFile } from "./theme-file.ts";
import type { TemplateSource, Theme } from "./theme.ts";

export type { Theme } from "./theme.ts";

/**
 * Reads a theme from the first of `dirs` that has a folder of that name with a `theme.json`.
 *
 * Partials are taken from `<dir>/partials` of every folder of `dirs` (an earlier folder wins), then from the
 * theme's own `partials`, which win over all of them.
 *
 * @throws GazetteError `theme-missing`, naming the themes there are; `template-invalid` for a missing file or
 *   a `theme.json` that does not fit.
 */
export async function loadTheme(name: string, dirs: readonly string[]): Promise<Theme> {
  const folder = await findTheme(name, dirs);
  const { file, source } = await readTemplate(join(folder, "theme.json"));
  const settings = parseThemeFile(source, file);
  const partials = new Map<string, TemplateSource>();
  for (const dir of [...dirs].reverse()) await readPartials(join(dir, "partials"), partials);
  await readPartials(join(folder, "partials"), partials);
  partials.set("article", await readTemplate(join(folder, "article.mjml.hbs")));
  return {
    name,
    description: settings.description,
    colours: settings.colours,
    options: settings.options,
    issue: await readTemplate(join(folder, "issue.mjml.hbs")),
    text: await readTemplate(join(folder, "text.hbs")),
    partials,
  };
}

async function findTheme(name: string, dirs: readonly string[]): Promise<string> {
  const found: string[] = [];
  for (const dir of dirs) {
    for (const entry of await listOrNothing(dir)) {
      if (!(await listOrNothing(join(dir, entry))).includes("theme.json")) continue;
      if (entry === name) return join(dir, entry);
      found.push(entry);
    }
  }
  const names = [...new Set(found)].sort();
  throw new GazetteError(
    "theme-missing",
    `There is no theme "${name}"; found ${names.length === 0 ? "no theme" : names.join(", ")} in ${[...new Set(dirs)].join(" and ")}.`,
    {
      hint: "Name one of these, or make a folder with theme.json, issue.mjml.hbs, article.mjml.hbs and text.hbs.",
    },
  );
}

async function readTemplate(path: string): Promise<TemplateSource> {
  try {
    return { file: shown(path), source: await readFile(path, "utf8") };
  } catch (error) {
    throw new GazetteError("template-invalid", `${shown(path)}: this file is missing; a theme needs it.`, {
      cause: error,
    });
  }
}

async function readPartials(dir: string, into: Map<string, TemplateSource>): Promise<void> {
  for (const entry of (await listOrNothing(dir)).sort()) {
    if (!entry.endsWith(".hbs")) continue;
    into.set(entry.replace(/(\.mjml)?\.hbs$/, ""), await readTemplate(join(dir, entry)));
  }
}

async function listOrNothing(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch {
    return [];
  }
}

function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
}
