// Whole commands against what anyone can run beside them: start-up against `node -e 0`, a digest against `mjml`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { type BenchCommand, compareCommands } from "./compare-commands.ts";
import { printRows } from "./print-rows.ts";
import { writeArticles } from "./write-articles.ts";

const root = join(import.meta.dirname, "..");
const launcher = join(root, "bin", "gazette.js");
const mjml = join(root, "node_modules", ".bin", "mjml");
const folder = mkdtempSync(join(tmpdir(), "gazette-bench-"));

try {
  writeArticles(join(folder, "articles"), 1000);
  const gazette = (name: string, ...args: string[]): BenchCommand => ({
    name,
    args: [process.execPath, launcher, ...args],
    cwd: folder,
  });
  const bare: BenchCommand = { name: "node -e 0", args: [process.execPath, "-e", "0"], cwd: folder };

  // A ledger with an issue in it, so that status has something to read.
  const sent = spawnSync(process.execPath, [launcher, "send", "--yes"], {
    cwd: folder,
    env: { ...process.env, MAIL_TO: "reader@example.com" },
  });
  if (sent.status !== 0) throw new Error(String(sent.stderr));
  const help = compareCommands(gazette("gazette --help", "--help"), bare, 21);
  const status = compareCommands(gazette("gazette status", "status"), bare, 21);

  const build = gazette(
    "gazette build, 1,000 articles",
    "build",
    "--data",
    "fresh",
    "--out",
    "built",
    "--now",
    "2026-11-22T07:00:00Z",
  );
  spawnSync(process.execPath, build.args.slice(1), { cwd: folder });
  const plain: BenchCommand = {
    name: "mjml on its digest.mjml",
    args: [process.execPath, mjml, join("built", "digest", "2026-11-22", "digest.mjml"), "-o", "plain.html"],
    cwd: folder,
  };
  const digest = compareCommands(build, plain, 9);

  printRows("commands", [
    { ...help, limit: 4 },
    { ...status, limit: 4 },
    { ...digest, limit: 1.5 },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
