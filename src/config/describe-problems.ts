import { inspect } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { findPlaceOf, settingsAt, shapeAt } from "./schema-places.ts";

/** One thing wrong with the configuration. */
export interface ConfigProblem {
  /** Such as `newsletters.weekly.timeZone` or `DIGEST_TIMEZONE`. */
  readonly path: string;
  /** The value as it stands, or `(hidden)` for a secret. */
  readonly found: string;
  readonly allowed: string;
  /** The name or value that was probably meant. */
  readonly suggestion: string | undefined;
  /** What else helps, as a sentence. */
  readonly advice?: string | undefined;
}

/** One line a problem: `path: found …; allowed: …. Did you mean …?` */
export function formatProblem({ path, found, allowed, suggestion, advice }: ConfigProblem): string {
  const meant = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
  return `${path}: found ${found}; allowed: ${allowed}.${meant}${advice === undefined ? "" : ` ${advice}`}`;
}

/**
 * Every problem zod found in `input`, in its order.
 *
 * @param hidden Settings whose values are never shown, such as `delivery.relays.*.url`; `*` stands for any name.
 */
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
    const known = settingsAt(schema, path);
    const allowed = known.length === 0 ? "no such key" : known.join(", ");
    return issue.keys.map((name) => {
      const home = findPlaceOf(schema, name, path);
      return {
        path: [...path, name].join("."),
        found: "an unknown key",
        allowed,
        suggestion: home === undefined ? nearest(name, known) : undefined,
        advice: home === undefined ? undefined : `It belongs in ${home}.`,
      };
    });
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
    const inner = issue.errors.flat().map((option) => allowedValue(option, schema, path));
    return [
      { ...place(path, input, hidden), allowed: [...new Set(inner)].join(", or "), suggestion: undefined },
    ];
  }
  const problem = { ...place(path, input, hidden), allowed: allowedValue(issue, schema, path) };
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
  const found = isHidden(path, hidden) ? "(hidden)" : quote(valueAt(input, path));
  return { path: path.length === 0 ? "the configuration" : path.join("."), found };
}

/** Whether a value is a secret, has one in it, or is part of one. */
function isHidden(path: readonly string[], hidden: ReadonlySet<string>): boolean {
  return [...hidden].some((pattern) =>
    pattern
      .split(".")
      .every((step, index) => path[index] === undefined || step === "*" || step === path[index]),
  );
}

function allowedValue(issue: z.core.$ZodIssue, schema: z.ZodType, path: readonly string[]): string {
  if (issue.code === "invalid_type") {
    const isShape = issue.expected === "object" || issue.expected === "record";
    const shape = isShape ? shapeAt(schema, path) : undefined;
    return shape ?? expectedNames[issue.expected] ?? issue.expected;
  }
  if (issue.code === "invalid_value") return issue.values.map(String).join(", ");
  return issue.message;
}

const expectedNames: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

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
