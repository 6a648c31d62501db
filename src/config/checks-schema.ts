import { z } from "zod";
import { type CheckRuleId, checkRuleIds } from "./check-rules.ts";
import { nearest } from "./describe-problems.ts";

const ids: ReadonlySet<string> = new Set(checkRuleIds);

const ruleName = z.string().superRefine((value, context) => {
  if (ids.has(value)) return;
  const meant = nearest(value, checkRuleIds);
  const example = meant === undefined ? "such as html-size" : `did you mean ${meant}`;
  context.addIssue({ code: "custom", message: `the name of a check in docs/checks.md (${example})` });
}) as unknown as z.ZodType<CheckRuleId, CheckRuleId>;

const setting = z.strictObject({
  off: z
    .string()
    .trim()
    .min(3, "the reason, in a few words")
    .max(300, "at most 300 characters")
    .exactOptional(),
  budgetKb: z
    .number()
    .int("a whole number")
    .min(10, "a number of at least 10")
    .max(102, "a number of at most 102, where Gmail clips")
    .exactOptional(),
});

/** What a configuration says of the checks, by their names. */
export const checksSchema = z
  .record(ruleName, setting)
  .refine(
    (checks) =>
      Object.entries(checks).every(([name, { budgetKb }]) => budgetKb === undefined || name === "html-size"),
    "budgetKb for html-size only",
  );
