import { execFile } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";

import * as readFile from "../../../src/articles/files/read-file.ts";
import type { ArticleScan } from "../../../src/articles/scan-articles.ts";
import { makeFolder, post, type ArticlesFolder } from "../articles-folder.ts";

/** Files from long ago, so that no clock tick makes the index doubt them. */
function makeOldFolder(count = 30): ArticlesFolder & { indexFile: string; age: (name: string) => void } {
  const folder = makeFolder();
  const age = (name: string): void => {
    utimesSync(path.join(folder.dir, name), 1_700_000_000.123, 1_700_000_000.123);
  };
  for (let number = 0; number < count; number++) {
    const name = `${String(number).padStart(2, "0")}.md`;
    folder.write(
      name,
      post(
        `Text ${number}.`,
        `title: Article ${number}\ndate: 2026-11-${String((number % 28) + 1).padStart(2, "0")}\ntags: [a, t${number % 3}]`,
      ),
    );
    age(name);
  }
  folder.write("bad.md", post("Text.", "date: 2024-02-30"));
  age("bad.md");
  return { ...folder, indexFile: path.join(folder.dir, ".data/articles.index"), age };
}

// The entry of a new file changes when it is made, so a scan right after it is one within the clock's tick.
async function afterTick(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60));
}

/** The scan, and how many files it read. */
async function countReads(scan: () => Promise<ArticleScan>): Promise<{ scan: ArticleScan; reads: number }> {
  const spy = vi.spyOn(readFile, "readFileBytes");
  const before = spy.mock.calls.length;
  const result = await scan();
  const reads = spy.mock.calls.length - before;
  spy.mockRestore();
  return { scan: result, reads };
}

test("with an index, a second scan reads nothing and gives the same", async () => {
  const folder = makeOldFolder();
  await afterTick();
  const plain = await folder.scan();

  const cold = await countReads(() => folder.scan({ indexFile: folder.indexFile }));
  const warm = await countReads(() => folder.scan({ indexFile: folder.indexFile }));

  expect([cold.reads, warm.reads]).toEqual([31, 0]);
  expect(cold.scan).toEqual(plain);
  expect(warm.scan).toEqual(plain);
});

test("only what changed is read again, and what went is gone", async () => {
  const folder = makeOldFolder();
  await afterTick();
  await folder.scan({ indexFile: folder.indexFile });
  folder.write("03.md", post("Text.", "title: Changed\ndate: 2026-11-20"));
  folder.write("new.md", post("Text.", "title: New\ndate: 2026-11-20"));
  rmSync(path.join(folder.dir, "04.md"));
  await afterTick();

  const { scan, reads } = await countReads(() => folder.scan({ indexFile: folder.indexFile }));

  expect(reads).toBe(2);
  expect(scan).toEqual(await folder.scan());
  expect((await countReads(() => folder.scan({ indexFile: folder.indexFile }))).reads).toBe(0);
});

test("an edit that keeps size and modification time is seen all the same", async () => {
  const folder = makeOldFolder();
  await afterTick();
  await folder.scan({ indexFile: folder.indexFile });
  folder.write("03.md", post("Text 3.", "title: Artikel 3\ndate: 2026-11-04\ntags: [a, t0]"));
  folder.age("03.md");

  const { articles } = await folder.scan({ indexFile: folder.indexFile });

  expect(articles.find(({ path: file }) => file === "03.md")?.title).toBe("Artikel 3");
});

test("the index serves every zone, base address and choice of topics", async () => {
  const folder = makeOldFolder(2);
  await afterTick();
  await folder.scan({ indexFile: folder.indexFile });
  const options = { timeZone: "Asia/Tokyo", baseUrl: "https://example.org/", topicsFromFolders: false };

  const { scan, reads } = await countReads(() => folder.scan({ indexFile: folder.indexFile, ...options }));

  expect(reads).toBe(0);
  expect(scan).toEqual(await folder.scan(options));
});

test.each([
  ["cut short", (file: string) => truncateSync(file, statSync(file).size - 7)],
  ["cut to nothing", (file: string) => truncateSync(file, 0)],
  [
    "with a byte changed",
    (file: string) => {
      const bytes = readFileSync(file);
      bytes[bytes.indexOf("Article 7") + 8] = 0x38;
      writeFileSync(file, bytes);
    },
  ],
  ["with noise after it", (file: string) => appendFileSync(file, "noise")],
  ["that is noise", (file: string) => writeFileSync(file, Buffer.alloc(5000, 7))],
  [
    "of another version",
    (file: string) =>
      writeFileSync(
        file,
        readFileSync(file, "latin1").replace(/^gazette-articles\/\d+/, "gazette-articles/0"),
        "latin1",
      ),
  ],
])("an index %s is never trusted, and is whole again after", async (_how, damage) => {
  const folder = makeOldFolder();
  await afterTick();
  const { indexFile } = folder;
  const plain = await folder.scan({ indexFile });
  damage(indexFile);

  const damaged = await folder.scan({ indexFile });
  const mended = await countReads(() => folder.scan({ indexFile }));

  expect(damaged).toEqual(plain);
  expect(mended).toEqual({ scan: plain, reads: 0 });
});

test("an index in the way of a folder, or in one that is closed, costs time and a note, never an article", async () => {
  const folder = makeOldFolder(3);
  await afterTick();
  mkdirSync(folder.indexFile, { recursive: true });

  const { articles, notes } = await folder.scan({ indexFile: folder.indexFile });

  expect(articles).toHaveLength(3);
  expect(notes).toEqual([
    {
      path: folder.indexFile,
      line: undefined,
      message: expect.stringContaining("The index cannot be written: it is a folder") as string,
    },
  ]);
  chmodSync(folder.indexFile, 0o755);
});

test("an index that is mostly about files that went is written anew", async () => {
  const folder = makeOldFolder();
  await afterTick();
  const { indexFile } = folder;
  await folder.scan({ indexFile });
  const before = statSync(indexFile).size;
  for (let number = 5; number < 30; number++)
    rmSync(path.join(folder.dir, `${String(number).padStart(2, "0")}.md`));

  await folder.scan({ indexFile });

  expect(statSync(indexFile).size).toBeLessThan(before / 2);
  expect((await countReads(() => folder.scan({ indexFile }))).reads).toBe(0);
  expect(readdirSync(path.dirname(indexFile))).toEqual(["articles.index"]);
});

test("many processes that scan and change files at once leave a sound index and lose nothing", async () => {
  const folder = makeOldFolder(300);
  await afterTick();
  const { indexFile, dir } = folder;
  const script = `
    import { scanArticles } from ${JSON.stringify(path.resolve("src/articles/scan-articles.ts"))};
    for (let round = 0; round < 4; round++) {
      const scan = await scanArticles({ dir: ${JSON.stringify(dir)}, timeZone: "UTC", indexFile: ${JSON.stringify(indexFile)} });
      if (scan.articles.length !== 300) throw new Error("lost " + scan.articles.length);
    }`;
  const run = promisify(execFile);

  await Promise.all(
    Array.from({ length: 4 }, () => run(process.execPath, ["--input-type=module", "-e", script])),
  );

  expect(existsSync(indexFile)).toBe(true);
  const { scan, reads } = await countReads(() => folder.scan({ indexFile }));
  expect(reads).toBe(0);
  expect(scan).toEqual(await folder.scan());
});
