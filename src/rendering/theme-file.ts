import { z } from "zod";
import { GazetteError } from "../platform/errors.ts";
import { listJsonLines } from "./json-lines.ts";
import { listNames } from "./list-names.ts";

const wanted = {
  text: "a text in quotation marks",
  colour: 'a colour as "#rrggbb"',
  palette: '{ "page": "#rrggbb", "paper": …, "ink": …, "soft": …, "rule": …, "accent": … }',
  palettes: '{ "light": { … }, "dark": { … } }',
  options: '{ "NAME": VALUE }',
  option: "a text, a number, true or false",
  file: '{ "name": …, "description": …, "colours": { … } }',
};

const text = z.string(wanted.text).min(1, wanted.text);
const colour = z.string(wanted.colour).regex(/^#[0-9a-f]{6}$/i, wanted.colour);
const palette = z.strictObject(
  { page: colour, paper: colour, ink: colour, soft: colour, rule: colour, accent: colour },
  keepKeys(wanted.palette),
);
const themeFile = z.strictObject(
  {
    name: text,
    description: text,
    colours: z.strictObject({ light: palette, dark: palette }, keepKeys(wanted.palettes)),
    options: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()], wanted.option), wanted.options)
      .default({}),
  },
  keepKeys(wanted.file),
);

/** What a theme's `theme.json` says. */
export type ThemeFile = z.infer<typeof themeFile>;

/**
 * Reads a `theme.json`.
 *
 * @param file - Its name, for people.
 * @throws GazetteError `template-invalid`, with the line of every mistake, what was found and what is allowed.
 */
export function parseThemeFile(source: string, file: string): ThemeFile {
  const lines = listJsonLines(source);
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch (error) {
    const told = /line (\d+) column/.exec(String(error))?.[1];
    throw mistaken(
      [`${file}, line ${told ?? lines.end}: found something that is not JSON; expected ${explain(error)}.`],
      error,
    );
  }
  const checked = themeFile.safeParse(data);
  if (checked.success) return checked.data;
  throw mistaken(
    checked.error.issues.flatMap((issue) => {
      const tell = (path: readonly PropertyKey[], found: string, expected: string): string =>
        `${file}, line ${lines.of(path)}: found ${found}; expected ${expected}.`;
      if (issue.code === "unrecognized_keys") {
        const known = namesAt(issue.path);
        return issue.keys.map((key) => tell([...issue.path, key], `"${key}"`, listNames(key, known)));
      }
      const value = issue.path.reduce<unknown>(
        (from, key) => (from as Record<PropertyKey, unknown>)[key],
        data,
      );
      const name = issue.path.join(".");
      return value === undefined
        ? tell(issue.path, `no ${name}`, issue.message)
        : tell(
            issue.path,
            `${name === "" ? "" : `${name}: `}${JSON.stringify(value).slice(0, 60)}`,
            issue.message,
          );
    }),
  );
}

/** A message of our own for what is no object; what is wrong within one speaks for itself. */
function keepKeys(message: string): { error: (issue: { code?: string }) => string | undefined } {
  return { error: ({ code }) => (code === "invalid_type" ? message : undefined) };
}

function namesAt(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return Object.keys(themeFile.shape);
  return path.length === 1 ? ["light", "dark"] : Object.keys(palette.shape);
}

/** V8's reason without its position, which the line says better. */
function explain(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const [, expected] = /^Expected (.*?) in JSON/.exec(reason) ?? [];
  return expected ?? "JSON: no comments, no comma after the last value, names in quotation marks";
}

function mistaken(rows: readonly string[], cause?: unknown): GazetteError {
  return new GazetteError("template-invalid", rows.join("\n"), {
    hint: "What theme.json may hold is listed in docs/themes.md.",
    cause,
  });
}
