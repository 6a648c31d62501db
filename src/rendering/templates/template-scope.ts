import { listNames } from "../list-names.ts";
import type { DataFields, DataType } from "./template-data.ts";

/** What a template can see at one place. */
export interface Scope {
  /** What a bare name is looked up in; undefined where it cannot be known. */
  readonly context: DataType | undefined;
  readonly root: DataType;
  readonly parent: Scope | undefined;
  /** Names given by `as |name|`. */
  readonly names: ReadonlyMap<string, DataType>;
  /** Paths known to be there, because an `{{#if}}` around asks for them. */
  readonly present: ReadonlySet<string>;
}

/** What a path leads to, or why it leads nowhere. `type` undefined: it cannot be known before the template runs. */
export type Resolved =
  { readonly type: DataType | undefined } | { readonly found: string; readonly expected: string };

const loopValues: DataType = { kind: "text", about: "set by each", example: "1" };
const loopNames = ["index", "first", "last", "key"];

/** Follows a path such as `lead.title`, `../name`, `@root.language` or `@index`. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Resolved {
  const [first, ...rest] = path.parts;
  if (path.data) {
    if (first === "root") return follow(scope.root, rest, path.original, scope);
    if (first !== undefined && loopNames.includes(first)) return { type: loopValues };
    return {
      found: `{{${path.original}}}`,
      expected: `@root, ${loopNames.map((name) => `@${name}`).join(", ")}`,
    };
  }
  let from: Scope | undefined = scope;
  for (let depth = 0; depth < path.depth && from !== undefined; depth += 1) from = from.parent;
  if (from === undefined) {
    return {
      found: `{{${path.original}}}, which leads out of the template`,
      expected: "@root. for what belongs to the issue",
    };
  }
  const named = first === undefined ? undefined : from.names.get(first);
  if (named !== undefined) return follow(named, rest, path.original, scope);
  return from.context === undefined
    ? { type: undefined }
    : follow(from.context, path.parts, path.original, scope);
}

function follow(start: DataType, parts: readonly string[], original: string, scope: Scope): Resolved {
  let type = start;
  for (const [index, part] of parts.entries()) {
    if (type.kind === "list" && part === "length")
      return { type: { kind: "number", about: "how many", example: "3" } };
    if (type.kind !== "object") {
      return { found: `{{${original}}}`, expected: `no further name after a ${type.kind}` };
    }
    const next = Object.hasOwn(type.fields, part) ? type.fields[part] : undefined;
    if (next === undefined)
      return { found: `{{${original}}}`, expected: listFields(part, type.fields, parts) };
    const absent = next.kind === "object" && next.optional === true && index < parts.length - 1;
    if (absent && !scope.present.has(pathUntil(original, part))) {
      return {
        found: `{{${original}}} where there may be none`,
        expected: `{{#if ${pathUntil(original, part)}}} around it`,
      };
    }
    type = next;
  }
  return { type };
}

function listFields(name: string, fields: DataFields, path: readonly string[]): string {
  const names = Object.keys(fields);
  return names.length === 0 && path.at(-2) === "options"
    ? `an option that theme.json has, such as "options": { "${name}": … }`
    : listNames(name, names);
}

function pathUntil(original: string, part: string): string {
  const at = original.split(/(?<=[./])/).findIndex((piece) => piece.replace(/[./]$/, "") === part);
  return original
    .split(/(?<=[./])/)
    .slice(0, at + 1)
    .join("")
    .replace(/[./]$/, "");
}

/** The scope inside `each` or `with`. */
export function enterScope(
  scope: Scope,
  context: DataType | undefined,
  names: ReadonlyMap<string, DataType>,
): Scope {
  const present = [...scope.present].map((path) => (path.startsWith("@") ? path : `../${path}`));
  return {
    ...scope,
    context,
    parent: scope,
    names: new Map([...scope.names, ...names]),
    present: new Set(present),
  };
}

/**
 * The scope inside a partial: what is passed to it, and no way out but `@root`.
 *
 * @param context - Undefined: the partial is called in the caller's own context.
 */
export function partialScope(scope: Scope, context: DataType | undefined, hash: DataFields): Scope {
  const passed = context ?? scope.context;
  const merged: DataType | undefined =
    passed?.kind === "object"
      ? { ...passed, optional: false, fields: { ...passed.fields, ...hash } }
      : passed;
  const present = [...scope.present].filter(
    (path) => path.startsWith("@root") || (context === undefined && !path.startsWith("..")),
  );
  return {
    context: merged,
    root: scope.root,
    parent: undefined,
    names: new Map(),
    present: new Set(present),
  };
}
