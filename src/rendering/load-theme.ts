import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import { GazetteError } from "../platform/errors.ts";
import type { TemplateSource, Theme } from "./theme.ts";

export type { Theme } from "./theme.ts";

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, "expected a colour as #rrggbb");
const palette = z.strictObject({
  page: colour,
  paper: colour,
  ink: colour,
  soft: colour,
  rule: colour,
  accent: colour,
});
const themeFile = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  colours: z.strictObject({ light: palette, dark: palette }),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

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
  const settings = await readThemeFile(join(folder, "theme.json"));
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

async function readThemeFile(path: string): Promise<z.infer<typeof themeFile>> {
  const text = await readFile(path, "utf8");
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new GazetteError("template-invalid", `${shown(path)}: this is not JSON: ${String(error)}.`, {
      cause: error,
    });
  }
  const checked = themeFile.safeParse(data);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(
    (issue) => `${issue.path.join(".") || "(top)"}: ${issue.message}`,
  );
  throw new GazetteError("template-invalid", `${shown(path)}: ${problems.join("; ")}.`);
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
