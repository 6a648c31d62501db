import { styleText } from "node:util";
import { expect, test } from "vitest";
import { toTerminal, toTerminalLine } from "../../src/cli/terminal-text.ts";
import { runGazette } from "../support/run-gazette.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.each([
  ["a\u001b]0;title\u0007b", String.raw`a\x1b]0;title\x07b`],
  ["a\u009b31mb", String.raw`a\x9b31mb`],
  ["a\rb\u0085c\u2028d", String.raw`a\x0db\x85c\u2028d`],
  ["abc \u202edef", String.raw`abc \u202edef`],
  ["\u2067abc\u202c\u2069", String.raw`\u2067abc\u202c\u2069`],
])("what a terminal would obey in %j is shown as an escape", (text, shown) => {
  expect(toTerminal(text)).toBe(shown);
});

test("colours of our own, line feeds, tabs and directions that are closed stay", () => {
  const text = `${styleText("bold", "a", { validateStream: false })}\n\tb \u2067אב\u2069`;

  expect(toTerminal(text)).toBe(text);
});

test("in a part of a line, line feeds, tabs and colours are escapes too", () => {
  expect(toTerminalLine("a\u001b[31mb\nBcc: x\ty")).toBe(String.raw`a\x1b[31mb\nBcc: x\x09y`);
});

test("explain shows names of files and values in its notes without obeying them", async () => {
  const name = "b\u001b[31m\u202e\u009b\nBcc: x@y.example.md";
  const cwd = temporaryFolder({
    [`articles/${name}`]: "---\ntitle: A boat\ndate: 2026-11-20\nweight: \u202e\u009b1\n---\nText.\n",
  });

  const { stdout } = await runGazette(["explain", "--now", "2026-11-23T12:00:00Z"], { cwd });

  expect(stdout).toContain(String.raw`b\x1b[31m\u202e\x9b\nBcc: x@y.example.md`);
  expect(stdout).not.toMatch(/[\u009b\u202e]|\u001b\[31m/);
  const { stdout: json } = await runGazette(["explain", "--json", "--now", "2026-11-23T12:00:00Z"], { cwd });
  expect(JSON.parse(json)).toMatchObject({ articles: [{ path: name }] });
});
