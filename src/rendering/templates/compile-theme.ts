import type { Theme } from "../theme.ts";
import type { CompiledTheme } from "./compiled-theme.ts";
import { precompiledThemes } from "./precompiled-themes.ts";
import { runPrecompiled, themeKey } from "./run-precompiled.ts";

const compiled = new WeakMap<Theme, CompiledTheme>();

/**
 * Checks and compiles a theme's templates, once a theme. The compiler is loaded only for themes that are not as Gazette
 * brings them along.
 *
 * @throws GazetteError `template-invalid`, with every mistake's file and line, what was found and expected.
 */
export async function compileTheme(theme: Theme): Promise<CompiledTheme> {
  const known = compiled.get(theme);
  if (known !== undefined) return known;
  const fresh = await compileAnew(theme);
  compiled.set(theme, fresh);
  return fresh;
}

async function compileAnew(theme: Theme): Promise<CompiledTheme> {
  const load = precompiledThemes.get(themeKey(theme));
  if (load === undefined) return (await import("./compile-templates.ts")).compileTemplates(theme);
  const { theme: shipped } = await load();
  return {
    renderMjml: runPrecompiled(shipped.html, "html"),
    renderText: runPrecompiled(shipped.text, "text"),
    findLine: async (...rendering) => (await import("./compile-templates.ts")).findLine(theme, ...rendering),
  };
}
