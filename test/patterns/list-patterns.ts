import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A regular expression of the source. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** Where it is written, or for one put together where it is made: `src/articles/x.ts:12`. */
  readonly place: string;
}

const root = join(import.meta.dirname, "..", "..");

/** Every regular expression in `src`: those written out, and those that modules put together when they are loaded; each once. */
async function listPatterns(): Promise<Pattern[]> {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".d.ts"),
  );
  const made: Pattern[] = [];
  globalThis.RegExp = new Proxy(RegExp, {
    construct: (target, given: ConstructorParameters<typeof RegExp>, newTarget: () => void) => {
      const pattern = Reflect.construct(target, given, newTarget) as RegExp;
      const place = /\/(src\/[^\s)]+?:\d+):\d+\)?$/mu.exec(new Error().stack ?? "")?.[1];
      if (place !== undefined) made.push({ source: pattern.source, flags: pattern.flags, place });
      return pattern;
    },
  });
  const written: Pattern[] = [];
  for (const name of files) {
    const path = join(root, "src", name);
    const text = readFileSync(path, "utf8");
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        written.push({
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
          place: `src/${name}:${line + 1}`,
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    // The command line would start.
    if (text.includes("new RegExp(") && name !== "cli.ts") await import(path);
  }
  const patterns = new Map<string, Pattern>();
  for (const pattern of [...written, ...made]) {
    const key = `/${pattern.source}/${pattern.flags}`;
    if (!patterns.has(key)) patterns.set(key, pattern);
  }
  return [...patterns.values()];
}

process.stdout.write(JSON.stringify(await listPatterns()));
