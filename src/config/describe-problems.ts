import { inspect } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";

/** One thing wrong with the configuration. */
export interface ConfigProblem {
  /** Such as `newsletters.weekly.timeZone` or `DIGEST_TIMEZONE`. */
  readonly path: string;
  /** The value as it stands, or `(hidden)` for a secret. */
  readonly found: string;
  readonly allowed: string;
  /** The name or value that was probably meant. */
  readonly suggestion: string | undefined;
}

/** One line a problem: `path: found …; allowed: …. Did you mean …?` */
export function formatProblem(problem: ConfigProblem): string {
  const suggestion = problem.suggestion === undefined ? "" : ` Did you mean "${problem.suggestion}"?`;
  return `${problem.path}: found ${problem.found}; allowed: ${problem.allowed}.${suggestion}`;
}

/** Every problem zod found in `input`, in its order. Values under `hidden` top-level names are not shown. */
export function describeProblems(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  input: unknown,
  hidden: ReadonlySet<string>,
): ConfigProblem[] {
  return issues.flatMap((issue) => describeIssue(issue, schema, input, hidden));
}

function describeIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  input: unknown,
  hidden: ReadonlySet<string>,
): ConfigProblem[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    const allowed = known.length === 0 ? "no such key" : known.join(", ");
    return issue.keys.map((name) => ({
      path: [...path, name].join("."),
      found: "an unknown key",
      allowed,
      suggestion: nearest(name, known),
    }));
  }
  if (issue.code === "invalid_key") {
    const inner = issue.issues[0]?.message ?? "another name";
    return [
      {
        path: path.join("."),
        found: `the name ${quote(path.at(-1))}`,
        allowed: inner,
        suggestion: undefined,
      },
    ];
  }
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flat().map((option) => allowedValue(option));
    return [
      { ...place(path, input, hidden), allowed: [...new Set(inner)].join(", or "), suggestion: undefined },
    ];
  }
  const problem = { ...place(path, input, hidden), allowed: allowedValue(issue) };
  const value = valueAt(input, path);
  const isZone = /timezone$/iu.test(path.at(-1) ?? "") && typeof value === "string";
  return [
    { ...problem, suggestion: isZone ? nearest(value, Intl.supportedValuesOf("timeZone")) : undefined },
  ];
}

function place(
  path: readonly string[],
  input: unknown,
  hidden: ReadonlySet<string>,
): Pick<ConfigProblem, "path" | "found"> {
  const found = hidden.has(path[0] ?? "") ? "(hidden)" : quote(valueAt(input, path));
  return { path: path.length === 0 ? "the configuration" : path.join("."), found };
}

function allowedValue(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return expectedNames[issue.expected] ?? issue.expected;
  if (issue.code === "invalid_value") return issue.values.map(String).join(", ");
  return issue.message;
}

const expectedNames: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** The keys the schema knows at a path, found by walking it: so that no list of names is kept twice. */
function keysAt(schema: z.ZodType, path: readonly string[]): readonly string[] {
  const bare = unwrapped(schema);
  const [step, ...rest] = path;
  if (step === undefined) return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
  if (bare instanceof z.ZodArray) return keysAt(bare.element as z.ZodType, rest);
  if (bare instanceof z.ZodRecord) return keysAt(bare.valueType as z.ZodType, rest);
  if (!(bare instanceof z.ZodObject)) return [];
  const next = (bare.shape as Record<string, z.ZodType>)[step];
  return next === undefined ? [] : keysAt(next, rest);
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const isOptional = schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
  return isOptional ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}

/** The candidate few enough typing slips away to be what was meant. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const folded = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  const best = closest(name.toLowerCase(), [...folded.keys()]);
  return distance(name.toLowerCase(), best) <= Math.max(2, Math.floor(best.length / 3))
    ? folded.get(best)
    : undefined;
}

function valueAt(input: unknown, path: readonly string[]): unknown {
  let value = input;
  for (const name of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  const text =
    typeof value === "string" ? JSON.stringify(value) : inspect(value, { depth: 1, breakLength: Infinity });
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
