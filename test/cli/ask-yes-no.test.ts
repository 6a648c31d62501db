import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askYesNo } from "../../src/cli/send/ask-yes-no.ts";

test.each([
  ["y", "y\r", true],
  ["YES", "YES\r", true],
  ["Enter alone", "\r", false],
  ["anything else", "yesterday\r", false],
  ["Ctrl-C", "\u0003", false],
  ["Ctrl-D", "\u0004", false],
])("%s before a send", async (_, keys, isYes) => {
  const terminal = new PassThrough();
  const answer = askYesNo("Send?", terminal, new PassThrough());
  terminal.write(keys);

  expect(await answer).toBe(isYes);
});

test("a terminal that is closed has said no", async () => {
  const terminal = new PassThrough();
  const answer = askYesNo("Send?", terminal, new PassThrough());
  terminal.end();

  expect(await answer).toBe(false);
});
