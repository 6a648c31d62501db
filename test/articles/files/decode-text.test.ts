import { expect, test } from "vitest";
import { ArticleRefusal } from "../../../src/articles/article-refusal.ts";
import { decodeFile } from "../../../src/articles/files/decode-text.ts";

function refusedLine(bytes: Buffer): number | undefined {
  try {
    decodeFile(bytes);
  } catch (error) {
    if (error instanceof ArticleRefusal) return error.line;
    throw error;
  }
  return undefined;
}

const bad = "\u00ff";

test.each([
  [bad, 1],
  [`a\n${bad}`, 2],
  [`a\n${bad}\n`, 2],
  [`\n\n\n${bad}\n\n\n`, 4],
  [`${bad}\na\n${bad}\n`, 1],
  [`a\nb${bad}c\n${bad}\n${bad}`, 2],
  [`${"long ".repeat(50)}\na\n${bad}${" long".repeat(50)}\nb`, 3],
])("of %j, the first line that is not UTF-8 is named", (text, line) => {
  expect(refusedLine(Buffer.from(text, "latin1"))).toBe(line);
});

test("the line is found in time in step with the file's length", () => {
  const bytes = Buffer.concat([Buffer.from("a\n".repeat(4_000_000)), Buffer.from([0xff])]);
  const started = process.cpuUsage();

  expect(refusedLine(bytes)).toBe(4_000_001);

  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(150);
});
