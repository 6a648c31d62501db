import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { readConfigFile, toConfigError } from "./read-config-file.ts";

const timeoutMs = 20_000;

/**
 * Writes the default export, or the error, to descriptor 3, which nothing that a configuration file prints can reach. "gazette" is found as
 * `readConfigFile` finds it.
 */
const program = `
import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
const href = process.argv[1];
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === "gazette")
      return { url: "data:text/javascript,export const defineConfig = (config) => config;", shortCircuit: true };
    const resolved = next(specifier, context);
    return resolved.url === href && href.endsWith(".ts") ? { ...resolved, format: "module-typescript" } : resolved;
  },
});
try {
  const module = await import(href);
  if (module.default === undefined) throw new Error("it has no default export");
  writeFileSync(3, JSON.stringify({ value: module.default }));
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  writeFileSync(3, JSON.stringify({ message, stack }));
}`;

interface Answer {
  readonly value?: unknown;
  /** Where it could not be read. */
  readonly message?: string;
  readonly stack?: string;
}

/**
 * Reads a configuration file as it is now. A module that was imported once is never read again by the process that did, nor
 * are those it imports; so a process of its own reads it, and nothing of it stays in memory.
 *
 * @throws GazetteError `config-invalid`
 */
export async function readConfigApart(path: string): Promise<unknown> {
  if (path.endsWith(".json")) return readConfigFile(path);
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--no-warnings", "--eval", program, pathToFileURL(path).href],
    { stdio: ["ignore", "ignore", "pipe", "pipe"], timeout: timeoutMs, cwd: process.cwd() },
  );
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdio[3]?.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const answer = code === 0 ? (JSON.parse(Buffer.concat(output).toString("utf8") || "{}") as Answer) : {};
  if (answer.value !== undefined) return answer.value;
  const said = Buffer.concat(errors).toString("utf8").trim().slice(0, 300);
  const error = new Error(
    answer.message ?? (code === null ? "it takes too long" : said || "it ends the process"),
  );
  error.stack = answer.stack ?? "";
  throw toConfigError(path, error);
}
