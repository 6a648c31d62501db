import { expect, test } from "vitest";
import { packNumbers, unpackNumbers } from "../../../src/storage/issues/editions.ts";
import fc from "../../support/fast-check.ts";

test("a list of pieces comes back as it was, and runs of it take little room", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), (numbers) => {
      expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers);
    }),
  );
  expect(packNumbers([0, 1, 2, 3, 7, 9, 8])).toBe("0-3 7 9 8");
});
