import { describe, expect, test } from "vitest";
import { checkEdition } from "../../src/checks/check-edition.ts";
import { rules } from "../../src/checks/rules.ts";
import { type CheckRuleId, checkRuleIds } from "../../src/config/check-rules.ts";
import { findingsOf, makeEdition, makeOptions } from "./make-edition.ts";
import { linksPairs } from "./pairs/links.ts";
import { looksPairs } from "./pairs/looks.ts";
import type { RulePair } from "./pairs/rule-pair.ts";
import { structurePairs } from "./pairs/structure.ts";
import { wordsPairs } from "./pairs/words.ts";

/** The type asks for every rule. */
const pairs: Readonly<Record<CheckRuleId, readonly RulePair[]>> = {
  ...structurePairs,
  ...looksPairs,
  ...linksPairs,
  ...wordsPairs,
};

test("the rules are those a configuration can name, in the same order", () => {
  expect(rules.map(({ id }) => id)).toEqual(checkRuleIds);
});

test("of a good page no rule says anything", () => {
  expect(checkEdition(makeEdition(), makeOptions())).toEqual([]);
});

describe.each(Object.entries(pairs))("%s", (id, cases) => {
  const rule = id as CheckRuleId;

  test.each(cases)(
    "finds $title, and nothing once it is mended",
    ({ bad, mended, severity, says, place }) => {
      const found = findingsOf(rule, makeEdition(bad)).filter(({ message }) => says.test(message));

      expect(found.map((finding) => finding.severity)).toEqual([severity]);
      const [finding] = found;
      expect(finding?.remedy).not.toBe("");
      if (place !== undefined) expect(finding?.place).toMatch(place);
      expect(findingsOf(rule, makeEdition(mended)).filter(({ message }) => says.test(message))).toEqual([]);
    },
  );
});
