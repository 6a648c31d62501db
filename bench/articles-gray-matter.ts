// What a scan is held against: a loop that reads each file of a folder and calls gray-matter, synchronously.
import matter from "gray-matter";
import { readdirSync, readFileSync } from "node:fs";

const [dir = ""] = process.argv.slice(2);
let files = 0;
for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  matter(readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"), {});
  files++;
}
console.log(JSON.stringify({ files }));
