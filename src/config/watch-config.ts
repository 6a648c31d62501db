import { statSync } from "node:fs";
import { join } from "node:path";
import { GazetteError } from "../platform/errors.ts";
import type { Config } from "./config.ts";

/** What became of a look at the configuration. `mended`: it was broken, and is again what it was before. */
export type ConfigChange =
  | { readonly kind: "same" | "changed" | "mended"; readonly config: Config }
  | { readonly kind: "refused"; readonly config: Config; readonly error: GazetteError };

export interface ConfigWatch {
  /**
   * The configuration as it is now. A broken one is refused, and the old one stays; it is refused once, until it changes
   * again.
   *
   * @param force Read the file also where it does not seem to have changed: what it imports may have.
   */
  look(force: boolean): Promise<ConfigChange>;
}

/**
 * Keeps the configuration of a running process up to date.
 *
 * @param load Reads and validates it anew.
 */
export function watchConfig(first: Config, load: () => Promise<Config>): ConfigWatch {
  let config = first;
  let text = JSON.stringify(first);
  let stamp = stampOf(first);
  let refused: string | undefined;
  return {
    look: async (force) => {
      const now = stampOf(config);
      if (!force && now === stamp) return { kind: "same", config };
      stamp = now;
      try {
        const loaded = await load();
        const wasRefused = refused !== undefined;
        refused = undefined;
        const loadedText = JSON.stringify(loaded);
        if (loadedText === text) return { kind: wasRefused ? "mended" : "same", config };
        config = loaded;
        text = loadedText;
        stamp = stampOf(loaded);
        return { kind: "changed", config };
      } catch (error) {
        if (!(error instanceof GazetteError)) throw error;
        if (refused === error.message) return { kind: "same", config };
        refused = error.message;
        return { kind: "refused", config, error };
      }
    },
  };
}

/** Time and size of the files that a configuration comes from. */
function stampOf({ root, file }: Pick<Config, "root" | "file">): string {
  const names = ["gazette.config.ts", "gazette.config.js", "gazette.config.json", ".env"];
  const paths = new Set([...names.map((name) => join(root, name)), ...(file === undefined ? [] : [file])]);
  return [...paths]
    .map((path) => {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats === undefined ? "-" : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
    })
    .join("\n");
}
