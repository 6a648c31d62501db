import type { Rule } from "../rule.ts";

export const styleNestedAtRule: Rule = {
  id: "style-nested-at-rule",
  severity: "warning",
  looksAt: "at-rules inside other at-rules or rules",
  source: "Gmail drops a style that holds nested at-rules (Can I email, `@media`, notes 1 and 10)",
  remedy: "Write one `@media` with both conditions joined by `and`.",
  check: ({ sheets }) =>
    sheets.flatMap(({ atRules }) =>
      atRules
        .filter(({ depth }) => depth > 0)
        .map(({ name, params, offset }) => ({
          at: { offset },
          message: `\`@${name} ${params.slice(0, 60)}\` stands inside another block, and Gmail drops the whole style.`,
        })),
    ),
};
