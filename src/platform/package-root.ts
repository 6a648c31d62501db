import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of Gazette itself, where its own templates are: the nearest one upwards that has a package.json. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}
