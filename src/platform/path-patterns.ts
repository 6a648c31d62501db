import { GazetteError } from "./errors.ts";
import { withoutEndSlashes } from "./trim-end.ts";

/**
 * Compiles glob patterns, relative to a folder, into one test. `*` and `?` stay within a name, `**` crosses
 * folders, `{a,b}` and `[a-z]` choose; a pattern without a slash matches a name at any depth; one that matches a folder
 * ignores all of it. Case counts.
 *
 * @throws GazetteError `config-invalid` for one such as `[z-a]`.
 * @returns a test on a path with forward slashes, a folder's ending in a slash.
 */
export function compilePathPatterns(patterns: readonly string[]): (path: string) => boolean {
  const sources = patterns
    .map((pattern) => pattern.trim().replaceAll("\\", "/"))
    .filter((pattern) => pattern !== "")
    .map(toValidSource);
  if (sources.length === 0) return () => false;
  const matcher = new RegExp(`^(?:${sources.join("|")})$`, "u");
  return (path) => matcher.test(path);
}

function toValidSource(pattern: string): string {
  const source = toSource(pattern);
  try {
    new RegExp(source, "u");
    return source;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new GazetteError("config-invalid", `The pattern ${JSON.stringify(pattern)} cannot be understood.`, {
      hint: "Write letters in brackets in their order, such as [a-z].",
      cause,
    });
  }
}

function toSource(pattern: string): string {
  const rooted = pattern.replace(/^\.?\/+/, "");
  const body = withoutEndSlashes(rooted);
  const anywhere = !body.includes("/") && rooted === pattern;
  let source = anywhere ? "(?:.*/)?" : "";
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const char = body.charAt(at);
    if (char === "*" && body.startsWith("**/", at)) {
      source += "(?:.*/)?";
      at += 2;
    } else if (char === "*" && body.startsWith("**", at)) {
      source += ".*";
      at += 1;
    } else if (char === "*") source += "[^/]*";
    else if (char === "?") source += "[^/]";
    else if (char === "[") {
      const end = body.indexOf("]", at + 2);
      if (end === -1) source += "\\[";
      else {
        const inner = body
          .slice(at + 1, end)
          .replace(/[\\[\]^]/g, "\\$&")
          .replace(/^!/, "^");
        source += `[${inner}]`;
        at = end;
      }
    } else if (char === "{" && body.indexOf("}", at) !== -1) {
      source += "(?:";
      depth++;
    } else if (char === "}" && depth > 0) {
      source += ")";
      depth--;
    } else if (char === "," && depth > 0) source += "|";
    else source += char.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
  }
  return `${source}${")".repeat(depth)}(?:/.*)?`;
}
