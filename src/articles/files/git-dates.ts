import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * When files of a folder were first committed, by the author's clock, followed through renames.
 *
 * @returns dates by path relative to the folder, with forward slashes; a text says why Git could not tell.
 */
export async function readGitDates(dir: string): Promise<ReadonlyMap<string, Date> | string> {
  let log: string;
  try {
    const { stdout } = await run(
      "git",
      // The repository's own configuration is not asked to run anything: signatures are shown by a program it may name.
      [
        "-C",
        dir,
        "-c",
        "log.showSignature=false",
        "-c",
        "core.quotePath=false",
        "log",
        "--reverse",
        "--format=%x01%aI",
      ].concat([
        "--name-status",
        "--find-renames",
        "--diff-filter=AR",
        "--relative",
        "--no-ext-diff",
        "--",
        ".",
      ]),
      { maxBuffer: 512 * 1024 * 1024, timeout: 120_000 },
    );
    log = stdout;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isMissing ? "the git command is not there" : "the folder is in no Git repository with commits";
  }
  const dates = new Map<string, Date>();
  let date = new Date(NaN);
  for (const line of log.split("\n")) {
    if (line.startsWith("\u0001")) date = new Date(line.slice(1));
    const [status, from, to] = line.split("\t");
    if (from === undefined || status === undefined) continue;
    if (status === "A" && !dates.has(from)) dates.set(from, date);
    else if (status.startsWith("R") && to !== undefined) dates.set(to, dates.get(from) ?? date);
  }
  return dates;
}
