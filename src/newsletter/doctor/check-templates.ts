import { join } from "node:path";
import { packageRoot } from "../../platform/package-root.ts";
import { loadTheme } from "../../rendering/load-theme.ts";
import { compileTheme } from "../../rendering/templates/compile-theme.ts";
import { type DoctorCheck, type DoctorContext, passed } from "./doctor-check.ts";

/** Each newsletter's theme is there, and its templates compile. */
export async function checkTemplates({ config }: DoctorContext): Promise<DoctorCheck[]> {
  const folders = [join(config.root, "templates"), join(packageRoot(), "templates")];
  const names = [...new Set(config.newsletters.map(({ theme }) => theme))];
  for (const name of names) await compileTheme(await loadTheme(name, folders));
  return [passed("templates", `${names.join(", ")}: every template compiles`)];
}
