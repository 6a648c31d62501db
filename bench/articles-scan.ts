// One scan of a folder, as a process of its own: `node bench/articles-scan.ts DIR INDEX [fresh]`. Prints what it took as JSON.
import { rmSync } from "node:fs";
import { enableCompileCache } from "node:module";

// As the command does it: what is compiled once, types stripped, is not compiled again.
enableCompileCache();
const { scanArticles } = await import("../src/articles/scan-articles.ts");
const [dir = "", indexFile = "", how] = process.argv.slice(2);
if (how === "fresh") rmSync(indexFile, { force: true });
const startedAt = performance.now();
const { articles, refused } = await scanArticles({ dir, timeZone: "Europe/Paris", indexFile });
const scanMs = performance.now() - startedAt;
console.log(
  JSON.stringify({
    files: articles.length + refused.length,
    scanMs,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
