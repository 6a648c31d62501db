/** What a shortcode, tag or component is given. Names are in lower case, without `-` and `_`. */
export interface Arguments {
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

const token =
  /\s*(?:([A-Za-z_@:][\w.:@-]*)\s*(?:=|:(?=\s*["']))\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`([^`]*)`|\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}|((?:https?:\/\/|www\.)[^\s"'`{}<>]+|[^\s"'`{},=]+)),?/y;

/**
 * Reads `name="value"` pairs and values in their order, quoted with any quote or bare, as Hugo, Liquid, Nunjucks and JSX
 * write them. What a JSX expression in braces gives is the text in it, if there is one; a name alone is given as itself.
 */
export function parseArguments(
  text: string,
  resolveName: (name: string) => string | undefined = () => undefined,
): Arguments {
  const positional: string[] = [];
  const named = new Map<string, string>();
  token.lastIndex = 0;
  for (let count = 0; count < 200; count++) {
    const match = token.exec(text);
    if (match === null) break;
    const [, name, double, single, ticked, expression, bare] = match;
    const quoted = double ?? single ?? ticked;
    const value =
      expression === undefined
        ? (quoted?.replace(/\\(["'\\])/g, "$1") ?? bare?.replace(/,$/, "") ?? "")
        : readExpression(expression, resolveName);
    if (name === undefined) positional.push(value);
    else named.set(name.toLowerCase().replace(/[-_]/g, ""), value);
  }
  return { positional, named };
}

/** The text that an expression certainly gives: a literal, the literal a call is given, what an imported name stands for. */
export function readExpression(
  expression: string,
  resolveName: (name: string) => string | undefined,
): string {
  const source = expression.trim();
  const literal =
    /^(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)$/.exec(source) ??
    /^[\w.$]+\(\s*(?:"([^"]*)"|'([^']*)'|`([^`$]*)`)\s*\)(?:\.\w+)?$/.exec(source);
  if (literal !== null) return literal[1] ?? literal[2] ?? literal[3] ?? "";
  if (/^-?\d+(?:\.\d+)?$/.test(source)) return source;
  // Pictures for a light and a dark page.
  const light = /^\{\s*light\s*:\s*([^,{}]{1,300})[,}]/.exec(source)?.[1];
  if (light !== undefined) return readExpression(light, resolveName);
  return /^[A-Za-z_$][\w$.]*$/.test(source) ? (resolveName(source.split(".")[0] ?? "") ?? "") : "";
}

/** The first of some names that has a value. */
export function pick({ named }: Arguments, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = named.get(name);
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}
