import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { GazetteError } from "../platform/errors.ts";

/** What `import { defineConfig } from "gazette"` gives, wherever Gazette itself is installed. */
const ownModule = "data:text/javascript,export const defineConfig = (config) => config;";

/**
 * The default export of a `.ts` or `.js` file, or the value of a `.json` one, not yet validated.
 *
 * @throws GazetteError `config-invalid`, with the line where the reason has one.
 */
export async function readConfigFile(path: string): Promise<unknown> {
  try {
    if (path.endsWith(".json")) {
      const text = readFileSync(path, "utf8");
      const value = JSON.parse(text) as unknown;
      await refuseDoubleKeys(text);
      return value;
    }
    const module = await importConfig(path);
    if (module.default !== undefined) return module.default;
  } catch (error) {
    throw toConfigError(path, error instanceof Error ? error : new Error(String(error)));
  }
  throw new GazetteError("config-invalid", `${path} has no default export.`, {
    hint: "End it with: export default defineConfig({ … })",
  });
}

/** That a file cannot be read, with the line where the stack names one. */
export function toConfigError(path: string, error: Error): GazetteError {
  const line = findLine(error, path);
  const place = line === undefined ? path : `${path}, line ${line},`;
  return new GazetteError("config-invalid", `${place} cannot be read: ${error.message}`, {
    hint: "Mend the file at the place the message names; docs/configuration.md shows an example.",
    cause: error,
  });
}

/**
 * Of two newsletters of one name JSON keeps the last and forgets the first, and its readers would hear no more. YAML, which
 * JSON is a part of, does not allow that.
 */
async function refuseDoubleKeys(text: string): Promise<void> {
  const { default: yaml } = await import("js-yaml");
  try {
    yaml.load(text);
  } catch (error) {
    if (!(error instanceof yaml.YAMLException) || !error.message.includes("duplicated mapping key")) return;
    const line = /line (\d+)/u.exec(error.message)?.[1] ?? "?";
    throw new Error(`a name stands twice in one object (line ${line}), and only the last would count`);
  }
}

/** A configuration may lie where no package.json and no node_modules are, or beside ones that know nothing of it. */
async function importConfig(path: string): Promise<{ readonly default?: unknown }> {
  const { href } = pathToFileURL(path);
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === "gazette") return { url: ownModule, shortCircuit: true };
      const resolved = next(specifier, context);
      return resolved.url === href && path.endsWith(".ts")
        ? { ...resolved, format: "module-typescript" }
        : resolved;
    },
  });
  try {
    return (await import(href)) as { readonly default?: unknown };
  } finally {
    hooks.deregister();
  }
}

/** What does not parse has its place in the first line of the stack, what fails when it runs in one of the others. */
function findLine({ stack = "" }: Error, path: string): string | undefined {
  const { href } = pathToFileURL(path);
  return stack
    .split("\n")
    .map((entry) =>
      [`${href}:`, `${path}:`].map((start) => entry.split(start)[1]).find((rest) => rest !== undefined),
    )
    .map((rest) => /^\d+/u.exec(rest ?? "")?.[0])
    .find((line) => line !== undefined);
}
