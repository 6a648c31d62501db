import type { PrecompiledTheme } from "./run-precompiled.ts";

/**
 * The themes that Gazette brings along, checked and compiled, by `themeKey`. The bundle puts them here: parsing and
 * compiling templates takes a tenth of the time of a build. In a checkout there are none.
 */
export const precompiledThemes: ReadonlyMap<string, () => Promise<{ readonly theme: PrecompiledTheme }>> =
  new Map();
