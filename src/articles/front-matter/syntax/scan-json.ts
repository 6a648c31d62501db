/**
 * Where the JSON object that a text starts with ends, just after its closing brace. Braces in strings do not count.
 *
 * @returns undefined where it never closes.
 */
export function findJsonEnd(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (inString) {
      if (char === "\\") at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0) return at + 1;
  }
  return undefined;
}

const jsonToken =
  /\s*(?:[{}[\],:]|"(?:[^"\\\n]|\\[^\n])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true\b|false\b|null\b|$)/y;

/** 1-based line of the first thing in a text that is no part of JSON, which `JSON.parse` does not always tell. */
export function findJsonFaultLine(text: string): number | undefined {
  jsonToken.lastIndex = 0;
  let at = 0;
  while (jsonToken.test(text)) {
    at = jsonToken.lastIndex;
    if (at >= text.length) return undefined;
  }
  const fault = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
  return text.slice(0, fault).split("\n").length;
}
