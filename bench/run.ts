// Runs the benchmarks one after the other, each in a process of its own: `npm run bench`, or `npm run bench -- commands`.
// What follows the first option is for the benchmark itself.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const all = ["commands", "articles", "selection", "editions", "readers", "delivery"];
const args = process.argv.slice(2);
const firstOption = args.findIndex((arg) => arg.startsWith("--"));
const asked = firstOption < 0 ? args : args.slice(0, firstOption);
const options = firstOption < 0 ? [] : args.slice(firstOption);

for (const name of asked.length > 0 ? asked : all) {
  const file = join(import.meta.dirname, `${name}.ts`);
  if (!existsSync(file)) {
    console.error(`There is no benchmark "${name}"; there is ${all.join(", ")}.`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", file, ...options], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
