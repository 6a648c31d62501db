import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeIssueFolder } from "../../../src/newsletter/preview/write-issue.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("a folder is replaced as a whole: nothing of the old one stays", async () => {
  const out = temporaryFolder({ "2026-11-22/index.html": "old", "2026-11-22/images/old.png": "old" });
  const folder = join(out, "2026-11-22");

  await writeIssueFolder(folder, [
    { name: "index.html", content: "new" },
    { name: "images/new.png", content: new Uint8Array([1]) },
  ]);

  expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("new");
  expect(readdirSync(join(folder, "images"))).toEqual(["new.png"]);
  expect(readdirSync(out)).toEqual(["2026-11-22"]);
});

test("what cannot be written leaves the old folder as it was, and nothing beside it", async () => {
  const out = temporaryFolder({ "2026-11-22/index.html": "old" });
  const folder = join(out, "2026-11-22");

  const writing = writeIssueFolder(folder, [
    { name: "index.html", content: "new" },
    { name: "index.html/impossible", content: "a file is no folder" },
  ]);

  await expect(writing).rejects.toMatchObject({ code: "output-unwritable" });
  expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("old");
  expect(readdirSync(out)).toEqual(["2026-11-22"]);
});

test("what a killed run left beside is cleared away, what a running one writes is not", async () => {
  const out = temporaryFolder();
  mkdirSync(join(out, "2026-11-15.part-999999999"));
  mkdirSync(join(out, `2026-11-16.part-${process.ppid}`));
  writeFileSync(join(out, "2026-11-15.part-999999999", "index.html"), "half");

  await writeIssueFolder(join(out, "2026-11-22"), [{ name: "index.html", content: "new" }]);

  expect(readdirSync(out).sort()).toEqual([`2026-11-16.part-${process.ppid}`, "2026-11-22"]);
});
