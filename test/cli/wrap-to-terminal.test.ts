import { expect, test } from "vitest";
import { wrapToTerminal } from "../../src/cli/wrap-to-terminal.ts";

const title = "Harbour master, two ferrymen and a retired dentist agree on a name for the mud";

test("a text is wrapped to what an indent leaves of a terminal", () => {
  const lines = wrapToTerminal(title, 17, { isTTY: true, columns: 60 });

  expect(lines.join(" ")).toBe(title);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(43);
});

test("no terminal is taken for narrower than a text can be read in, and a program gets one line", () => {
  expect(wrapToTerminal(title, 17, { isTTY: true, columns: 20 })).toEqual(
    wrapToTerminal(title, 17, { isTTY: true, columns: 57 }),
  );
  expect(wrapToTerminal(title, 17, { isTTY: false, columns: 80 })).toEqual([title]);
});
