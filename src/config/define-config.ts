import type { ConfigInput } from "./schema.ts";

export type { ConfigInput } from "./schema.ts";

/** Gives `gazette.config.ts` its types; the value is checked when it is loaded. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
